"""A stretch of days, and how a reader of words sees the calendar: from today, ahead or back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

WEEK = 7
SUNDAY = 6


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """From a first to a last day; the same day twice for one day."""

    first: date
    last: date


Meaning = tuple[Stretch, ...]
"""What words can mean: one stretch where they are clear, two where either could be meant, none where there is none."""


@dataclass(frozen=True, slots=True)
class Seen:
    """From where a reader sees the calendar."""

    today: date
    past: bool = False
    """Whether what is named has been: "Monday" is the last one, not the next."""

    language: str = "en"
    """The language the words are read in."""

    month_first: bool = True
    """Whether "3/4" is March 4; where it is not, either could be meant."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A week, a weekend, a month, a quarter or a year, as it lies in the calendar."""

    kind: str
    stretches: Meaning


def one_day(*days: date) -> Meaning:
    """Return the meaning of words that name these days, each once."""
    return tuple(Stretch(day, day) for day in sorted(set(days)))


def after(day: date, days: int = 0, months: int = 0) -> date:
    """Return the day so many months and days later; the 31st becomes the last day of a shorter month.

    Raises:
        ValueError, OverflowError: beyond the calendar.
    """
    return day + relativedelta(months=months) + timedelta(days=days)


def month_of(day: date) -> Stretch:
    """Return the month a day lies in."""
    first = day.replace(day=1)
    return Stretch(first, after(first, days=-1, months=1))


_CLEAR_OF_TODAY = 60
"""A day without a year that lies nearer than this, in days, on the other side of today could mean either."""


_A_YEAR = 366
_LEAP_YEARS_APART = 8


def nearest(seen: Seen, in_year: Callable[[int], date | None], clear: int = _CLEAR_OF_TODAY) -> Meaning:
    """Return the day of a year that is meant without one: the next to come, or looking back the last one gone."""
    years = range(
        max(seen.today.year - _LEAP_YEARS_APART, 1), min(seen.today.year + _LEAP_YEARS_APART, date.max.year) + 1
    )
    days = [day for year in years if (day := in_year(year))]
    ahead = min((day for day in days if day >= seen.today), default=None)
    gone = max((day for day in days if day <= seen.today), default=None)
    meant, other = (gone, ahead) if seen.past else (ahead, gone)
    if meant is None or other is None or abs((meant - seen.today).days) > _A_YEAR:
        return ()  # the next February 29 lies years ahead: nobody leaves out that year
    return one_day(meant) if meant == other or abs((other - seen.today).days) >= clear else one_day(meant, other)


def date_or_none(year: int, month: int, day: int) -> date | None:
    """Return that day, if the calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def on_weekday(meaning: Meaning, weekday: int | None) -> Meaning:
    """Keep the days that fall on the weekday, where one is named."""
    return tuple(one for one in meaning if weekday is None or one.first.weekday() == weekday)


def days_of(meaning: Meaning) -> Iterable[date]:
    """Return the single days among what is meant."""
    return (one.first for one in meaning if one.first == one.last)
