"""What every document is made for, whatever it holds: a day, a language, an agency, a size of paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from exports.page.document import LETTER
from planner.caseload.agency import Agency

if TYPE_CHECKING:
    from datetime import date

    from planner.words.language import Language

NO_AGENCY = Agency()
"""A counselor who works alone and has set nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The same content on another day, in another language or on other paper is another edition of it."""

    today: date
    language: Language
    agency: Agency = NO_AGENCY
    paper: str = LETTER
