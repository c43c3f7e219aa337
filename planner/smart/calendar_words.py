"""A day or a stretch of days as a goal names it: "Friday", "this week", "the end of March", "in three weeks"."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from planner.day import day_in

if TYPE_CHECKING:
    from decimal import Decimal

    from planner.smart.rules import Rules


@dataclass(frozen=True, slots=True)
class Stretch:
    """From a first to a last day; the same day twice for one day."""

    first: date
    last: date


_WEEK = 7
_MONTHS = 12
_MONTH_DAY = re.compile(
    r"(?:(?P<month>[a-z]+)\.? (?P<day>[0-9]{1,2})|(?P<before>[0-9]{1,2}) (?P<after>[a-z]+))(?:,? (?P<year>20[0-9]{2}))?"
)
_BETWEEN = re.compile(
    r"(?<=[0-9])(?:st|nd|rd|th)\b|(?<=[0-9]) (?:of|de)(?= )|(?<=[a-z]) (?:of|de|del)(?= 20[0-9]{2})| +"
)
_FIRST = re.compile(r"\bprimero\b|\b1r?o\b")
_DAY_ALONE = re.compile(r"(?:(?P<weekday>[a-z]+),? (?:the |el )?)?(?P<day>[0-9]{1,2})")
_DAYS = {"day": 1, "week": _WEEK}


def stretch_of(words: str, today: date, rules: Rules) -> Stretch | None:
    """Return the days that the words name, or none where they could mean two."""
    words = " ".join(rules.spelled.get(word, word) for word in words.split(" "))
    try:
        return _named(" ".join(_BETWEEN.sub(" ", _FIRST.sub("1", words)).split()).strip(" .,"), today, rules)
    except (ValueError, OverflowError):  # February 30, or beyond the calendar
        return None


def later(today: date, amount: Decimal, unit: str) -> date | None:
    """Return the day that lies so many days, weeks, months or years ahead; half a month and the like are none."""
    try:
        if unit in _DAYS:
            return today + timedelta(days=round(amount * _DAYS[unit]))
        months = int(amount) * (_MONTHS if unit == "year" else 1)
        return _months_later(today, months) if amount == int(amount) else None
    except (ValueError, OverflowError):
        return None


def _months_later(today: date, months: int) -> date:
    years, month = divmod(today.month - 1 + months, _MONTHS)
    year = today.year + years
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def _named(words: str, today: date, rules: Rules) -> Stretch | None:
    if whole := _stretch(words, today, rules):
        return _edge(words, whole, rules)
    day = _holiday(words, today, rules) or _weekday(words, today, rules) or _day(words, today, rules)
    return Stretch(day, day) if day else None


def _day(words: str, today: date, rules: Rules) -> date | None:
    """Return a day by its name or number. A written month is put in figures, which need no library."""
    alone = _DAY_ALONE.fullmatch(words)
    if alone and (alone["weekday"] is None or alone["weekday"] in rules.weekdays):
        day = _next_such_day(int(alone["day"]), today)
        weekday = rules.weekdays.get(alone["weekday"] or "")
        return day if weekday is None or (day and day.weekday() == weekday) else None
    found = _MONTH_DAY.fullmatch(words)
    month = rules.months.get(found["month"] or found["after"], 0) if found else 0
    if not found or not month:
        return day_in(words, today, rules.code, past=False)
    year = f"/{found['year']}" if found["year"] else ""
    return day_in(f"{month}/{found['day'] or found['before']}{year}", today, "en", past=False)


def _next_such_day(number: int, today: date) -> date | None:
    """Return the next day of that number: "the 15th", of this month or of one to come."""
    ahead = (_months_later(today.replace(day=1), months) for months in range(_MONTHS))
    days = (month.replace(day=number) for month in ahead if 0 < number <= monthrange(month.year, month.month)[1])
    return next((day for day in days if day >= today), None)


def _says(words: str, names: list[str]) -> bool:
    return any(re.search(rf"\b{name}\b", words) for name in names)


def _stretch(words: str, today: date, rules: Rules) -> Stretch | None:
    """Return a week, a weekend, a month, a quarter or a year."""
    ahead = 1 if _says(words, rules.days["next"]) else 0
    monday = today - timedelta(days=today.weekday())
    if _says(words, rules.days["weekend"]):
        saturday = monday + timedelta(days=5 + _WEEK * ahead)
        return Stretch(max(saturday, today), saturday + timedelta(days=1))
    if _says(words, rules.days["week"]):
        first = monday + timedelta(days=_WEEK * ahead)
        return Stretch(max(first, today), first + timedelta(days=_WEEK - 1))
    if _says(words, rules.days["month"]):
        return _month(_months_later(today.replace(day=1), ahead), today)
    if _says(words, rules.days["quarter"]):
        first = _months_later(date(today.year, (today.month - 1) // 3 * 3 + 1, 1), 3 * ahead)
        return Stretch(max(first, today), _months_later(first, 3) - timedelta(days=1))
    if _says(words, rules.days["year"]):
        return Stretch(max(date(today.year + ahead, 1, 1), today), date(today.year + ahead, 12, 31))
    return _named_month(words, today, rules)


def _month(first: date, today: date) -> Stretch:
    return Stretch(max(first, today), first.replace(day=monthrange(first.year, first.month)[1]))


def _named_month(words: str, today: date, rules: Rules) -> Stretch | None:
    """Return a month by its name (without a year the next to come), or a year by its number."""
    year = re.search(r"\b(2[0-9]{3})\b", words)
    named = [number for name, number in rules.months.items() if re.search(rf"\b{name}\b", words)]
    if year and not named and words == year[0]:
        return Stretch(max(date(int(year[0]), 1, 1), today), date(int(year[0]), 12, 31))
    if not named or re.search(r"[0-9]", words.replace(year[0], "") if year else words):
        return None
    in_year = int(year[0]) if year else today.year + (named[0] < today.month)
    return _month(date(in_year, named[0], 1), today)


def _edge(words: str, whole: Stretch, rules: Rules) -> Stretch:
    """Return the part that is meant: the middle of a month is its fifteenth, near enough for a goal."""
    if _says(words, rules.days["start"]):
        return Stretch(whole.first, whole.first)
    if _says(words, rules.days["middle"]):
        middle = whole.first + (whole.last - whole.first) // 2
        return Stretch(middle, middle)
    return whole


def _holiday(words: str, today: date, rules: Rules) -> date | None:
    for name, month_day in rules.holidays.items():
        if re.fullmatch(name, words):
            month, day = map(int, month_day.split("-"))
            this_year = date(today.year, month, day)
            return this_year if this_year >= today else date(today.year + 1, month, day)
    return None


def _weekday(words: str, today: date, rules: Rules) -> date | None:
    """Return a weekday that `day_in` leaves open and a goal does not: one that is today means the next to come."""
    last = [number for name, number in rules.weekdays.items() if re.search(rf"\b{name}\b", words)]
    is_today = bool(last) and last[0] == today.weekday() and not re.search(r"[0-9]", words)
    return today + timedelta(days=_WEEK) if is_today else None
