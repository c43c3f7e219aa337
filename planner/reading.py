"""Words as they were typed, with what was understood kept beside them.

A reading may be empty; the words never change. What could not be read is a finding, not a refusal.
Never wrong rather than often right: what could mean two things stays unread.
"""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, Field

from planner.day import day_in, days_in, plain, times_in
from planner.entry import Entry

_LONGEST = 60
_LARGEST = 10**9

Clock = Annotated[time, AfterValidator(lambda at: at.replace(tzinfo=None))]
"""A time of day as a clock on the wall shows it."""

Number = Annotated[Decimal, Field(ge=-_LARGEST, le=_LARGEST)]
"""A number of everyday size."""


class Typed(Entry):
    """Words as they were typed; each kind keeps its own reading beside them."""

    words: str = ""

    @property
    def is_unread(self) -> bool:
        """Whether there are words, and no reading of them."""
        return getattr(self, "reading", None) is None and bool(self.words.strip())


class DayWords(Typed):
    """A day as typed, and the day it was read as."""

    reading: date | None = None


class TimeWords(Typed):
    """A time of day as typed, and the time it was read as."""

    reading: Clock | None = None


class AmountWords(Typed):
    """An amount of money as typed, and the amount it was read as, in the agency's currency."""

    reading: Number | None = None


class CountWords(Typed):
    """A number as typed ("two or three" stays as it is), and the one number it was read as, if it is one."""

    reading: Number | None = None


Reading = DayWords | TimeWords | AmountWords | CountWords


def read_day(words: str, today: date, *, language: str = "en", past: bool = False) -> DayWords:
    """Read a day: "2026-12-01", "December 1", "Friday", "in two weeks", "el 3 de diciembre".

    A day without a year is the next one to come, or with `past` the last one gone.
    """
    return DayWords(words=words, reading=day_in(words, today, language, past=past))


def read_time(words: str, *, language: str = "en") -> TimeWords:
    """Read a time of day: "6 pm", "18:30", "noon", "half past 2 in the afternoon", "a las 8 de la noche".

    "6" and "6:30" stay open: they could be in the morning or in the evening. "06:30" counts as a full day's clock.
    """
    times = times_in(words, language)
    return TimeWords(words=words, reading=times[0] if len(times) == 1 else None)


def day_choices(words: str, today: date, *, language: str = "en", past: bool = False) -> tuple[date, ...]:
    """Return the two days of which either can be meant: "next Friday" said on a Monday; none where words are clear."""
    days = days_in(words, today, language, past=past)
    return days if len(days) > 1 else ()


def time_choices(words: str, *, language: str = "en") -> tuple[time, ...]:
    """Return the two times of a day that "6:30" can mean; none where words are clear."""
    times = times_in(words, language)
    return times if len(times) > 1 else ()


_NUMBER = re.compile(r"[0-9.,]*[0-9][0-9.,]*")
_ALONE = re.compile(r"(?<![\w/+-])[0-9.,]*[0-9][0-9.,]*(?=(?:x|st|nd|rd|th)?(?:[^\w%+-]|$))")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")
_ANOTHER_NUMBER = re.compile(
    r"\b(?:or|o|not|than|less|fewer|under|below|menos|more|over|above|mas|every|cada|half|medi[ao]|am|pm"
    r"|two|three|four|five|six|seven|eight|nine|ten|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez"
    r"|hundred|thousand|million|cien|mil|millon(?:es)?|dozen|docena|cents?|centavos?)\b|[¢%½¼¾]"
)
"""Words and signs that make the number in a text not the number that is meant."""


def read_amount(words: str) -> AmountWords:
    """Read an amount of money: "$1,250.50", "$1.250,50", "45", "about 300 dollars". Two numbers stay unread."""
    return AmountWords(words=words, reading=_one_number(words))


def read_count(words: str) -> CountWords:
    """Read one number: "3", "3 times", "1.5 miles". "2 or 3", "less than 3" and "two" stay words."""
    return CountWords(words=words, reading=_one_number(words))


def _one_number(words: str) -> Decimal | None:
    text = plain(words) if len(words) <= _LONGEST else ""
    alone = _ALONE.search(text)
    if not alone or len(_NUMBER.findall(text)) > 1 or _ANOTHER_NUMBER.search(text):
        return None
    digits = alone[0].strip(".,")
    ways = ("en_US",) if _THOUSANDS.fullmatch(digits) else ("en_US", "es_AR")
    readings = {found for way in ways if (found := _written_in(way, digits)) is not None and found <= _LARGEST}
    return readings.pop() if len(readings) == 1 else None


def _written_in(locale: str, digits: str) -> Decimal | None:
    from babel.numbers import NumberFormatError, parse_decimal  # CLDR's own signs, loaded when a number is typed

    try:
        return parse_decimal(digits, locale=locale, strict=True)
    except NumberFormatError:
        return None
