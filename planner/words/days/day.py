"""A day or a time in everyday words, English and Spanish: "December 1", "Friday at 3", "in two weeks", "el 15".

Never wrong rather than often right: what two readers could take for two different days is not read at all, and
neither is a phrase of which a single word is left over.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from planner.words.days.day_grammar import day_grammar
from planner.words.days.stretch import Meaning, Seen
from planner.words.fold import plain
from planner.words.language import LANGUAGES, Language

if TYPE_CHECKING:
    from datetime import time

    from planner.words.days.clock import Times

_LONGEST = 60
_ANY_DAY = date(2000, 1, 1)
_QUOTES = str.maketrans("’‘`´", "''''")  # noqa: RUF001 (the very letters people type)


def day_in(words: str, today: date, language: str, *, past: bool) -> date | None:
    """Return the one day that the words name, seen from today, or nothing."""
    days = days_in(words, today, language, past=past)
    return days[0] if len(days) == 1 else None


def days_in(words: str, today: date, language: str, *, past: bool) -> tuple[date, ...]:
    """Return the one day that the words name, or the two of which either can be meant ("next Friday", "March")."""
    found: list[Meaning] = [_meaning(part, today, language, past=past) for part in _either(words)]
    if len(found) > 1 and not all(len(one) == 1 and one[0].first == one[0].last for one in found):
        return ()
    stretches = sorted({stretch for one in found for stretch in one})
    if len(stretches) == 1:
        return tuple(dict.fromkeys((stretches[0].first, stretches[0].last)))
    is_two_days = len(stretches) == 2 and all(one.first == one.last for one in stretches)  # noqa: PLR2004 (one or two)
    return tuple(one.first for one in stretches) if is_two_days else ()


def hedged_days_in(words: str, today: date, language: str, *, past: bool) -> tuple[date, ...]:
    """Return the days to ask about where somebody is not sure: "maybe Friday", "Friday or so"; else none."""
    found = {
        stretch
        for seen_reading in _seen_readings(words, today, language, "hedged_phrase", past=past)
        for stretch in seen_reading
    }
    days = tuple(stretch.first for stretch in sorted(found) if stretch.first == stretch.last)
    return days if len(days) == len(found) <= 2 else ()  # noqa: PLR2004 (one or the other)


def times_in(words: str, language: str) -> tuple[time, ...]:
    """Return the one time that the words name, or the two of a day that they can mean ("6:30")."""
    code = Language(language).known_code
    found: list[Times] = _readings(words, Seen(_ANY_DAY, language=code), "time_phrase")
    return tuple(sorted({at for one in found for at in one}))


def clock_words_in(words: str, language: str) -> str:
    """Return the words of a time that stands before or behind a day: "at 3" of "Friday at 3"; none where there is none.

    A bare number is none of a time: "December 3" is a day.
    """
    parts = words.split()
    cuts = range(1, len(parts)) if len(words) <= _LONGEST else ()
    halves = [(" ".join(parts[:cut]), " ".join(parts[cut:])) for cut in cuts]
    tried = (*((day, at) for day, at in halves), *((day, at) for at, day in reversed(halves)))
    return next(
        (at for day, at in tried if _is_clock(at, language) and _meaning(day, _ANY_DAY, language, past=False)), ""
    )


def _is_clock(words: str, language: str) -> bool:
    seen = Seen(_ANY_DAY, language=Language(language).known_code)
    return bool(_readings(words, seen, "timed")) and bool(times_in(words, language))


_OR = re.compile(r"\s+(?:or|o)\s+|\s*/\s*(?=[^\W\d_])", re.IGNORECASE)


def _either(words: str) -> list[str]:
    """Return the two halves of "Friday or Saturday"; a month, a number and what they share stand in one of them."""
    parts = _OR.split(words) if len(words) <= _LONGEST else []
    return parts if len(parts) == 2 else [words]  # noqa: PLR2004 (one or the other)


def _meaning(words: str, today: date, language: str, *, past: bool) -> Meaning:
    found = _seen_readings(words, today, language, "phrase", past=past)
    return tuple(sorted({stretch for one in found for stretch in one}))


def _seen_readings(words: str, today: date, language: str, kind: str, *, past: bool) -> list[Meaning]:
    code = Language(language).known_code
    return _readings(words, Seen(today, past, code, month_first=code == "en"), kind)


def _readings(words: str, seen: Seen, kind: str) -> list[Any]:
    """Return every way to read all of the words, in the language that is asked for, or else in another."""
    if len(words) > _LONGEST:
        return []
    text = re.sub(r"(?<=[0-9])h(?=[0-9]{2})", ":", plain(words)).translate(_QUOTES)
    for code in dict.fromkeys((seen.language, *LANGUAGES)):
        try:
            found = list(day_grammar(code).reader(text, replace(seen, language=code)).whole(kind))
        except (ValueError, OverflowError):  # beyond the calendar
            return []
        if found:
            return found
    return []
