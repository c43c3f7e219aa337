"""What every document is made for, whatever it holds: a day, a language, an agency, a size of paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from exports.page.document.document import LETTER
from planner.caseload.agency import Agency
from planner.model.message import say

if TYPE_CHECKING:
    from datetime import date

    from planner.words.language import Language

PRACTICE = say("Practice · invented person")
"""What stands on every step and every page of somebody invented."""

NO_AGENCY = Agency()
"""A counselor who works alone and has set nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The same content on another day, in another language or on other paper is another edition of it."""

    today: date
    language: Language
    agency: Agency = NO_AGENCY
    paper: str = LETTER
    practice: bool = False
    """Made of somebody invented: each page says so in its footer, so that it is never taken for a real plan."""

    @property
    def practice_words(self) -> tuple[str, ...]:
        """What a footer begins with where the person is invented; nothing else."""
        return (self.language(PRACTICE),) if self.practice else ()
