"""The names of weekdays and months as alternatives of a regular expression, over words without accents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planner.words.days.day_grammar import month_names, weekday_names
from planner.words.language import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable


def a_weekday(*languages: str) -> str:
    """Return what stands for any weekday, said of one; in all languages where none is given."""
    return _either(name for language in languages or LANGUAGES for (name,) in weekday_names(language))


def weekdays(*languages: str) -> str:
    """Return what stands for any weekday, said of many: "Fridays", "sábados". "Thurs" is one, and "thus" is none."""
    return _either(name.removesuffix("s") + "s" for language in languages or LANGUAGES for name in _in_full(language))


def _in_full(language: str) -> Iterable[str]:
    """Return the first of the names of each weekday; the others are short or misspelled."""
    return {number: name for (name,), number in reversed(weekday_names(language).items())}.values()


def a_month(*languages: str) -> str:
    """Return what stands for any month."""
    return _either(name for language in languages or LANGUAGES for (name,) in month_names(language))


def _either(names: Iterable[str]) -> str:
    """Return the alternatives, the longest first: "tues" is not read as "tue" and a rest."""
    return "(?:" + "|".join(re.escape(name) for name in sorted(set(names), key=lambda name: (-len(name), name))) + ")"
