"""Weekdays in everyday words: "Mon, Wed and Fri", "Monday through Friday", "fines de semana"; and closed days.

What says more than weekdays ("every other Friday", "Sunday afternoons") is not read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from planner.words.days.day_grammar import weekday_names
from planner.words.fold import plain
from planner.words.language import LANGUAGES

_LONGEST = 80
_ALL = frozenset(range(7))
_WORKDAYS = frozenset(range(5))
_WEEKEND = _ALL - _WORKDAYS
_GROUPS = {
    **dict.fromkeys(("", "every day", "daily", "all days", "each day", "7 days a week", "seven days a week"), _ALL),
    **dict.fromkeys(("todos los dias", "cada dia", "diario", "a diario", "diariamente"), _ALL),
    **dict.fromkeys(("weekday", "weekdays", "workdays", "entre semana", "dias de semana", "dias laborales"), _WORKDAYS),
    **dict.fromkeys(("weekend", "weekends", "fin de semana", "fines de semana"), _WEEKEND),
}
_LITTLE_WORDS = re.compile(r"^(?:(?:on|every|each|the|los|las|el|la|cada|all|both|todos|toda)\b ?)+|(?<=[a-z])\.")
_BETWEEN = re.compile(r"\s*(?:,|;|/|&|\+|\band\b|\by\b|\be\b)\s*")
_RANGE = re.compile(
    r"(?:from |de )?(?P<first>[a-z]+) ?(?:-|–|—|to|thru|through|until|till|a|al|hasta) ?(?:el )?(?P<last>[a-z]+)"
)
_EXCEPT = re.compile(r"(?P<most>.*?),? ?\b(?:except|but|menos|excepto|salvo)\b ?(?:for |not )?(?P<less>.+)")


def weekdays_in(words: str) -> frozenset[int] | None:
    """Return the weekdays that the words name, Monday as 0: all of them for no words, none where they say more."""
    if len(words) > _LONGEST:
        return None
    text = _plain(words)
    if (whole := _one_group(text)) is not None:
        return whole
    if found := _EXCEPT.fullmatch(text):
        most, less = weekdays_in(found["most"]), weekdays_in(found["less"])
        return (most - less or None) if most and less else None
    parts = [_part(part) for part in _BETWEEN.split(text) if part]
    if len(parts) == 1 and parts[0] is None:
        parts = [_part(part) for part in re.split(r"[\s-]+", text)]  # "Mon Wed Fri"
    known = [part for part in parts if part]
    return frozenset[int]().union(*known) if known and len(known) == len(parts) else None


def _plain(words: str) -> str:
    return re.sub(r"[\u2010-\u2012]", "-", plain(words)).strip(" .")


def _one_group(text: str) -> frozenset[int] | None:
    return _GROUPS.get(text, _GROUPS.get(_LITTLE_WORDS.sub("", text)) if text else None)


def _part(text: str) -> frozenset[int] | None:
    text = _LITTLE_WORDS.sub("", text)
    if text and (group := _GROUPS.get(text)):
        return group
    if (day := _weekday(text)) is not None:
        return frozenset({day})
    found = _RANGE.fullmatch(text)
    first, last = (_weekday(found["first"]), _weekday(found["last"])) if found else (None, None)
    if first is None or last is None or first == last:
        return None
    return frozenset((first + step) % 7 for step in range((last - first) % 7 + 1))


def _weekday(name: str) -> int | None:
    """Return the number of a weekday named in either language, Monday as 0."""
    tables = (weekday_names(language) for language in LANGUAGES)
    numbers = (table.get((name,), table.get((name.removesuffix("s"),))) for table in tables)
    return next((number for number in numbers if number is not None), None)


@dataclass(frozen=True, slots=True)
class ClosedWeekdays:
    """What words say about the weekdays on which a place is closed."""

    days: frozenset[int]
    holidays: bool = False
    """Whether it is closed on holidays too: which ones, only a calendar or a call tells."""

    is_unread: bool = False
    """Whether the words say more than was understood: then no day counts as open."""


_CLOSED = re.compile(r"^(?:(?:they |it )?(?:is |are )?(?:always )?closed|cerrad[oa]s?|cierran?|no abren?)\b:? ?")
_OPEN_ONLY = re.compile(r"^(?:only |solo )?(?:open|abren?|abiert[oa]s?)\b:? ?(?:only|solo)? ?")
_NEVER = frozenset(
    ("never", "never closed", "none", "no", "no days", "not closed", "24/7", "nunca", "nunca cierra", "ninguno")
)
_HOLIDAYS = re.compile(
    r"(?:(?:,|&|\+|/|\band\b|\by\b|\be\b|^)\s*)?"
    r"(?:(?:on|los|las|all|most|todos|major|bank|federal|public|national|dias)\b ?)*"
    r"\b(?:holidays?|feriados?|festivos?|dias de fiesta)\b"
)


_MOST_OF_A_WEEK = 4


def closed_weekdays(words: str) -> ClosedWeekdays:
    """Read on which weekdays a place is closed. No words say nothing about it."""
    text = _plain(words)
    if not text or text in _NEVER:
        return ClosedWeekdays(frozenset())
    rest = _HOLIDAYS.sub(" ", text).strip(" ,&.")
    has_holidays = " ".join(rest.split()) != " ".join(text.split())
    days = _closed_in(" ".join(rest.split())) if rest else frozenset[int]()
    if days is None:
        return ClosedWeekdays(frozenset(), has_holidays, is_unread=True)
    return ClosedWeekdays(days, has_holidays)


def _closed_in(text: str) -> frozenset[int] | None:
    """Return the closed days. No place in use is closed "every day"; "Monday to Friday" may be when it is open."""
    if opened := _OPEN_ONLY.match(text):
        days = weekdays_in(text[opened.end() :])
        return _ALL - days if days and text[opened.end() :].strip() else None
    named = _CLOSED.sub("", text)
    days = weekdays_in(named) if named else None
    is_plain = bool(days) and days != _ALL and (named != text or len(days) < _MOST_OF_A_WEEK)
    return days if is_plain else None
