"""Words as they were typed, with what was understood kept beside them.

A reading may be empty; the words never change. What could not be read is a finding, not a refusal.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation

from planner.entry import Entry

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_CLOCK = re.compile(r"^(?:a las?\s+|at\s+)?(\d{1,2})(?:[:.h](\d{2}))?\s*([ap])?\.?\s*(?:m\.?)?$", re.IGNORECASE)
_NAMED_TIMES = {"noon": time(12), "midnight": time(0), "mediodía": time(12), "mediodia": time(12), "medianoche": time(0)}
_AMOUNT = re.compile(r"^[^\d\-]*(-?\d[\d.,\s]*)\D*$")
_COUNT = re.compile(r"^\D*(\d+(?:[.,]\d+)?)\D*$")
_LEAD = re.compile(r"^(?:el|para el|antes del|on|by)\s+", re.IGNORECASE)
_LONGEST_DAY = 40


class DayWords(Entry):
    """A day as typed, and the day it was read as."""

    words: str = ""
    reading: date | None = None


class TimeWords(Entry):
    """A time of day as typed, and the time it was read as."""

    words: str = ""
    reading: time | None = None


class AmountWords(Entry):
    """An amount of money as typed, and the amount it was read as, in the agency's currency."""

    words: str = ""
    reading: Decimal | None = None


class CountWords(Entry):
    """A number as typed ("two or three" stays as it is), and the one number it was read as, if it is one."""

    words: str = ""
    reading: Decimal | None = None


Reading = DayWords | TimeWords | AmountWords | CountWords


def read_day(words: str, today: date, *, language: str = "en", past: bool = False) -> DayWords:
    """Read a day: "2026-12-01", "December 1", "next Friday", "in two weeks", "el 3 de diciembre".

    A day without a year is the next one to come, or with `past` the last one gone.
    """
    text = _LEAD.sub("", words.strip())
    return DayWords(words=words, reading=_iso_day(text) or _worded_day(text, today, language, past=past))


def _iso_day(text: str) -> date | None:
    if not _ISO.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _worded_day(text: str, today: date, language: str, *, past: bool) -> date | None:
    if not text or len(text) > _LONGEST_DAY or text.isdecimal() or _ISO.match(text):
        return None
    earliest, latest = (_parsed_day(text, today, language, past=past, missing_day=end) for end in ("first", "last"))
    return earliest if earliest == latest else None  # they differ where only a month or a year was named


def _parsed_day(text: str, today: date, language: str, *, past: bool, missing_day: str) -> date | None:
    from dateparser import parse  # noqa: PLC0415 (20 MB: only a session in which a day is typed pays for it)

    found = parse(
        text,
        languages=list(dict.fromkeys([language, "en"])),
        settings={
            "RELATIVE_BASE": datetime(today.year, today.month, today.day),  # noqa: DTZ001 (a day, not an instant)
            "PREFER_DATES_FROM": "past" if past else "future",
            "PREFER_DAY_OF_MONTH": missing_day,
            "DATE_ORDER": "MDY",
        },
    )
    return found.date() if found else None


def read_time(words: str) -> TimeWords:
    """Read a time of day: "6 pm", "18:30", "noon", "a las 8". A bare "6" is left open."""
    text = words.strip()
    return TimeWords(words=words, reading=_NAMED_TIMES.get(text.lower()) or _clock_time(text))


def _clock_time(text: str) -> time | None:
    found = _CLOCK.match(text)
    if not found or not (found[2] or found[3]):
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        hour = hour % 12 + (12 if found[3].lower() == "p" else 0)
    try:
        return time(hour, minute)
    except ValueError:
        return None


def read_amount(words: str) -> AmountWords:
    """Read an amount of money: "$1,250.50", "45", "300 dollars". Two numbers in one field stay unread."""
    return AmountWords(words=words, reading=_decimal(_AMOUNT.match(words.strip())))


def read_count(words: str) -> CountWords:
    """Read one number: "3", "3 times", "1.5 miles". "2 or 3" and "two" stay words."""
    return CountWords(words=words, reading=_decimal(_COUNT.match(words.strip())))


def _decimal(found: re.Match[str] | None) -> Decimal | None:
    if not found:
        return None
    digits = found[1].strip().replace(" ", "")
    digits = re.sub(r",(?=\d{3}(\D|$))", "", digits).replace(",", ".").rstrip(".")
    try:
        return Decimal(digits)
    except InvalidOperation:
        return None
