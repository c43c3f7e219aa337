"""Times and weekdays as feeds write them: "9:00am", "18:30", "10:00:00-05:00", "Monday", "MO", 0 for Sunday."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Any

from planner.words.days.day_grammar import weekday_names
from planner.words.fold import plain
from planner.words.language import LANGUAGES

_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*(?P<half>[ap])?\.?(?:m\.?)?(?:Z|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)
_NAMED = {"noon": time(12), "midnight": time(0), "mediodia": time(12), "medianoche": time(0)}
_HALF_DAY, _HOURS, _MINUTES = 12, 24, 60

WEEKDAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
"""The days of iCalendar, Monday first."""

_DAY_NAMES = {name: number for code in LANGUAGES for (name,), number in weekday_names(code).items()} | {
    name: number for number, name in enumerate(WEEKDAYS)
}


def time_of(value: Any) -> time | None:
    """Return a time of day. "9" alone and "25:10" are none; 24:00 is midnight."""
    text = str(value or "").strip().casefold()
    if text in _NAMED:
        return _NAMED[text]
    found = _CLOCK.fullmatch(text)
    if not found or (found["minute"] is None and found["half"] is None):
        return None
    hour, minute, half = int(found["hour"]), int(found["minute"] or 0), found["half"]
    if half and not 1 <= hour <= _HALF_DAY:
        return None
    if half:
        hour = hour % _HALF_DAY + (_HALF_DAY if half == "p" else 0)
    hour = 0 if (hour, minute) == (_HOURS, 0) else hour
    return time(hour, minute) if hour < _HOURS and minute < _MINUTES else None


def weekday_named(value: Any) -> int | None:
    """Return the weekday of a name or of two letters, Monday as 0."""
    return _DAY_NAMES.get(plain(str(value or "")).rstrip("."))


def weekday_from_sunday(value: Any) -> int | None:
    """Return the weekday of a Meeting Guide number, where Sunday is 0, or of a name; Monday as 0."""
    text = str(value).strip() if value is not None and not isinstance(value, bool) else ""
    text = text.removesuffix(".0")
    if text.isdecimal() and text.isascii():
        return (int(text) - 1) % 7 if int(text) < len(WEEKDAYS) else None
    return weekday_named(text)


def day_of(value: Any) -> date | None:
    """Return the day of a stamp: "2021-05-26 19:03:46", "2020-04-0416:50:58", an ISO instant."""
    found = re.match(r"(\d{4})-(\d{2})-(\d{2})", str(value or "").strip())
    if found:
        try:
            return date(*map(int, found.groups()))
        except ValueError:
            return None
    return _american_day(str(value or "").strip())


def _american_day(text: str) -> date | None:
    found = re.match(r"\d{1,2}/\d{1,2}/\d{4}", text)
    try:
        return datetime.strptime(found[0], "%m/%d/%Y").date() if found else None  # noqa: DTZ007 (a day has no zone)
    except ValueError:
        return None
