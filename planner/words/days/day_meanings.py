"""What each kind of phrase about a day means, seen from today. Each function is named as its table of templates."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from planner.words.days.holiday import holiday_in
from planner.words.days.stretch import (
    WEEK,
    Meaning,
    Seen,
    Whole,
    date_or_none,
    days_of,
    month_of,
    nearest,
    on_weekday,
    one_day,
)
from planner.words.days.stretch import after as _after
from planner.words.days.weekday_meanings import weekday as _weekday

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS = 12
_JUST_GONE = 8
"""Days after a holiday in which its name can still mean the one that was."""

_LONG_AGO = 4
"""A year in two figures that lies further ahead than this many years is one of the last century, looking back."""

_YEARS_BACK, _YEARS_AHEAD = 5, 20
"""Between these a year in two figures can lie where a field looks ahead."""


def day(_seen: Seen, dated: Meaning, **_beside: None) -> Meaning:
    return dated


def hedged(_seen: Seen, phrase: Meaning, hedge: None = None) -> Meaning:
    del hedge
    return phrase


def agreeing(_seen: Seen, dated: Meaning, weekday: int, lead: None = None) -> Meaning:
    del lead
    return on_weekday(dated, weekday)


def since(seen: Seen, dated: Meaning) -> Meaning:
    return dated if seen.past else ()


def shifted(seen: Seen, shift: int) -> Meaning:
    return one_day(seen.today + timedelta(days=shift))


def month_day(seen: Seen, nth: int, month: int, year: int | None = None, weekday: int | None = None) -> Meaning:
    if year is None:
        return on_weekday(nearest(seen, lambda each: date_or_none(each, month, nth)), weekday)
    days = (date_or_none(each, month, nth) for each in _years(seen, year))
    return on_weekday(_in_reach(seen, one_day(*filter(None, days)), year), weekday)


def _years(seen: Seen, year: int) -> tuple[int, ...]:
    """Return the year that is written, in two figures or in four."""
    if year >= 100:  # noqa: PLR2004 (two figures end at 99)
        return (year,)
    century = seen.today.year // 100 * 100
    if not seen.past:
        return (century + year,)
    ahead = century + year - seen.today.year
    return (century + year - (100 if ahead > _LONG_AGO else 0),)


def _in_reach(seen: Seen, meaning: Meaning, year: int) -> Meaning:
    """Leave out a day in a year of two figures that nobody means: "98" for one to come, "28" for one that has been."""
    if year >= 100:  # noqa: PLR2004 (two figures end at 99)
        return meaning
    first, last = (1, seen.today.year) if seen.past else (seen.today.year - _YEARS_BACK, seen.today.year + _YEARS_AHEAD)
    is_ahead = seen.past and any(one.first > seen.today for one in meaning)
    return () if is_ahead else tuple(one for one in meaning if first <= one.first.year <= last)


class _Figures(NamedTuple):
    first: int
    sign: str
    second: int
    year: int | None


def figures(seen: Seen, figures: str, weekday: int | None = None) -> Meaning:
    """Read "12/1", "12/1/26", "13.4.2027": month first in English, and open elsewhere while both could be."""
    sign = re.sub(r"[0-9]", "", figures)[0]
    parts = [int(part) for part in figures.split(sign)]
    said = _Figures(parts[0], sign, parts[1], parts[2] if len(parts) > 2 else None)  # noqa: PLR2004 (with a year)
    if said.year is None and sign != "/":
        return ()  # "2-3" and "8.30" are as likely something else
    found = [one for month, nth in _orders(seen, said) for one in month_day(seen, nth, month, said.year)]
    return on_weekday(tuple(sorted(set(found))), weekday)


def _orders(seen: Seen, said: _Figures) -> Iterator[tuple[int, int]]:
    is_us = seen.month_first and said.sign != "."
    if said.first <= _MONTHS:
        yield said.first, said.second
    if said.second <= _MONTHS and (said.first > _MONTHS or not is_us):
        yield said.second, said.first


def iso(_seen: Seen, iso: str, weekday: int | None = None) -> Meaning:
    found = date_or_none(*map(int, iso.split("-")))
    return on_weekday(one_day(found), weekday) if found else ()


def nth_day(seen: Seen, nth: int = 0, ordinal: int = 0, weekday: int | None = None) -> Meaning:
    """Return the next day of that number. Where a shorter month lies before it, its last day could be meant as well."""
    number = nth or ordinal
    found: list[date] = []
    for months in range(_MONTHS):
        month = month_of(_after(seen.today.replace(day=1), months=-months if seen.past else months))
        if number > month.last.day:
            found += [] if weekday is not None else [month.last]
            continue
        at = month.first.replace(day=number)
        if at == seen.today or (at < seen.today) is seen.past:
            found.append(at)
        if found and at != seen.today and (at < seen.today) is seen.past:
            break
    named = on_weekday(one_day(*found), weekday)
    return named if weekday is None else named[: 1 if not seen.past else None][-1:]


def nth_day_of(seen: Seen, near_month: Whole, nth: int = 0, ordinal: int = 0, weekday: int | None = None) -> Meaning:
    number = nth or ordinal
    if not near_month.stretches:  # "of the month", whichever
        return nth_day(seen, number, weekday=weekday)
    days = (date_or_none(stretch.first.year, stretch.first.month, number) for stretch in near_month.stretches)
    return on_weekday(one_day(*filter(None, days)), weekday)


def next_first(seen: Seen) -> Meaning:
    return one_day(date(seen.today.year + (0 if seen.past else 1), 1, 1))


def holiday(seen: Seen, holiday: str, year: int | None = None, full_year: int | None = None) -> Meaning:
    if year is None and full_year is None:
        found = nearest(seen, lambda each: holiday_in(each, holiday), clear=_JUST_GONE)
        return found if found != one_day(seen.today) else _both(seen, holiday)
    years = (full_year,) if full_year else _years(seen, year or 0)
    return one_day(*(day for each in years if (day := holiday_in(each, holiday))))


def _both(seen: Seen, holiday: str) -> Meaning:
    other = holiday_in(seen.today.year + (-1 if seen.past else 1), holiday)
    return one_day(seen.today, *([other] if other else []))


def this_holiday(seen: Seen, holiday: str) -> Meaning:
    found = holiday_in(seen.today.year, holiday)
    return one_day(found) if found and (found == seen.today or (found < seen.today) is seen.past) else ()


def next_holiday(seen: Seen, holiday: str) -> Meaning:
    """Return the next one where it lies in the next year; else this year's or the one after."""
    this, other = holiday_in(seen.today.year, holiday), holiday_in(seen.today.year + 1, holiday)
    return one_day(*(day for day in (this, other) if day and day > seen.today))


def last_holiday(seen: Seen, holiday: str) -> Meaning:
    this, other = holiday_in(seen.today.year, holiday), holiday_in(seen.today.year - 1, holiday)
    return one_day(*(day for day in (this, other) if day and day < seen.today))


class Span(NamedTuple):
    """So many months and days."""

    months: int
    days: int


def ahead(seen: Seen, span: Span | None) -> Meaning:
    return one_day(_after(seen.today, span.days, span.months)) if span else ()


def back(seen: Seen, span: Span | None) -> Meaning:
    return one_day(_after(seen.today, -span.days, -span.months)) if span else ()


def after(_seen: Seen, span: Span | None, day: Meaning) -> Meaning:
    return one_day(*(_after(each, span.days, span.months) for each in days_of(day))) if span else ()


def before(_seen: Seen, span: Span | None, day: Meaning) -> Meaning:
    return one_day(*(_after(each, -span.days, -span.months) for each in days_of(day))) if span else ()


def week_later(seen: Seen, shift: int = 0, weekday: int | None = None) -> Meaning:
    """Read "de hoy en ocho": in a week; the eight days count today."""
    return _later(seen, WEEK, shift, weekday)


def fortnight_later(seen: Seen, shift: int = 0, weekday: int | None = None) -> Meaning:
    return _later(seen, 2 * WEEK, shift, weekday)


def _later(seen: Seen, days: int, shift: int, weekday: int | None) -> Meaning:
    start = _weekday(seen, weekday) if weekday is not None else shifted(seen, shift)
    return one_day(*(each + timedelta(days=days) for each in days_of(start)))


def payday(seen: Seen) -> Meaning:
    """Read "la quincena": the 15th or the last day of a month, so the next two of them."""
    months = [month_of(_after(seen.today.replace(day=1), months=months)) for months in range(2)]
    days = (day for month in months for day in (month.first.replace(day=15), month.last) if day >= seen.today)
    return one_day(*list(days)[:2])


_DAYS = {"day": 1, "week": WEEK, "fortnight": 2 * WEEK}
_HALF_MONTH = 15


def one(_seen: Seen, unit: str) -> Span | None:
    return many(_seen, 1, unit)


def many(_seen: Seen, count: int, unit: str) -> Span | None:
    if unit in _DAYS:
        return Span(0, count * _DAYS[unit])
    return Span(count * (_MONTHS if unit == "year" else 1), 0)


def many_and_half(_seen: Seen, count: int, unit: str) -> Span | None:
    """Half of a week or a day is no day."""
    match unit:
        case "month":
            return Span(count, _HALF_MONTH)
        case "year":
            return Span(count * _MONTHS + _MONTHS // 2, 0)
        case _:
            return None


def one_and_half(seen: Seen, unit: str) -> Span | None:
    return many_and_half(seen, 1, unit)


def half(_seen: Seen, unit: str) -> Span | None:
    return Span(_MONTHS // 2, 0) if unit == "year" else None


def two(_seen: Seen) -> int:
    return 2


def dozen(_seen: Seen) -> int:
    return 12
