"""What weeks, weekends, months, quarters and years mean, and their beginnings and ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from planner.words.days.stretch import SUNDAY, WEEK, Meaning, Seen, Stretch, Whole, after, month_of, one_day

_SATURDAY, _FRIDAY = 5, 4
_MONTHS = 12


class Edge(StrEnum):
    """A part of a stretch."""

    FIRST = "first"
    MIDDLE = "middle"
    LAST = "last"


def weeks_of(seen: Seen, ahead: int = 0) -> Meaning:
    """Return the week, so many ahead; one that is to come is said on a Sunday of either of two."""
    monday = seen.today - timedelta(days=seen.today.weekday()) + timedelta(days=WEEK * ahead)
    week = Stretch(monday, monday + timedelta(days=WEEK - 1))
    if seen.today.weekday() != SUNDAY:
        return (week,)
    from_sunday = Stretch(
        seen.today + timedelta(days=WEEK * ahead), seen.today + timedelta(days=WEEK * ahead + WEEK - 1)
    )
    return (from_sunday,) if not ahead else (week, from_sunday)


def this_week(seen: Seen) -> Whole:
    return Whole("week", weeks_of(seen))


def next_week(seen: Seen) -> Whole:
    return Whole("week", weeks_of(seen, 1))


def _weekends(seen: Seen, ahead: int) -> Meaning:
    saturday = seen.today - timedelta(days=seen.today.weekday()) + timedelta(days=_SATURDAY)
    first = Stretch(saturday + timedelta(days=WEEK * ahead), saturday + timedelta(days=WEEK * ahead + 1))
    if not ahead or seen.today >= saturday:
        return (first,)
    return Stretch(saturday, saturday + timedelta(days=1)), first  # "next weekend", said on a Monday


def this_weekend(seen: Seen) -> Meaning:
    return clipped(seen, Whole("weekend", _weekends(seen, 0)))


def _period(seen: Seen, name: str, ahead: int) -> Whole:
    match name:
        case "week":
            return Whole(name, weeks_of(seen, ahead))
        case "weekend":
            return Whole(name, _weekends(seen, ahead))
        case "month":
            return Whole(name, (month_of(after(seen.today.replace(day=1), months=ahead)),))
        case "quarter":
            first = after(date(seen.today.year, (seen.today.month - 1) // 3 * 3 + 1, 1), months=3 * ahead)
            return Whole(name, (Stretch(first, after(first, days=-1, months=3)),))
        case _:
            return Whole(name, (_year(seen.today.year + ahead),))


def _year(year: int) -> Stretch:
    return Stretch(date(year, 1, 1), date(year, 12, 31))


def this_period(seen: Seen, period_name: str) -> Whole:
    return _period(seen, period_name, 0)


def next_period(seen: Seen, period_name: str) -> Whole:
    return _period(seen, period_name, 1)


def last_period(seen: Seen, period_name: str) -> Whole:
    return _period(seen, period_name, -1)


def whole_year(_seen: Seen, full_year: int) -> Whole:
    return Whole("year", (_year(full_year),))


def the_month(_seen: Seen) -> Whole:
    """Read "of the month", whichever comes."""
    return Whole("month", ())


def this_month(seen: Seen) -> Whole:
    return _period(seen, "month", 0)


def next_month(seen: Seen) -> Whole:
    return _period(seen, "month", 1)


def named_month(seen: Seen, month: int, full_year: int | None = None) -> Whole:
    """Return the month; without a year the next to come, and the one that is running could be either."""
    if full_year is not None:
        return _months(month, full_year)
    year, now = seen.today.year, seen.today.month
    if month == now:
        return _months(month, year, year - 1 if seen.past else year + 1)
    is_gone = month < now
    return _months(month, year + (0 if is_gone is seen.past else -1 if seen.past else 1))


def _months(month: int, *years: int) -> Whole:
    return Whole("month", tuple(month_of(date(year, month, 1)) for year in sorted(years)))


def this_named_month(seen: Seen, month: int) -> Whole:
    is_gone = month < seen.today.month
    return _months(month, *([] if is_gone and not seen.past else [seen.today.year]))


def next_named_month(seen: Seen, month: int) -> Whole:
    """Read "next March": sure where it lies in the next year, else this year's or the one after."""
    year = seen.today.year
    return _months(month, *([year] if month > seen.today.month else []), year + 1)


def last_named_month(seen: Seen, month: int) -> Whole:
    year = seen.today.year
    return _months(month, *([year] if month < seen.today.month else []), year - 1)


def month_next_year(seen: Seen, month: int) -> Whole:
    return _months(month, seen.today.year + 1)


def period(seen: Seen, whole: Whole) -> Meaning:
    return clipped(seen, whole)


def clipped(seen: Seen, whole: Whole) -> Meaning:
    """Leave out of a stretch that is running what is on the other side of today."""
    if seen.past:
        return tuple(Stretch(one.first, max(one.first, min(one.last, seen.today))) for one in whole.stretches)
    return tuple(
        Stretch(min(stretch.last, max(stretch.first, seen.today)), stretch.last)
        if stretch.last >= seen.today
        else stretch
        for stretch in whole.stretches
    )


def first(_seen: Seen) -> Edge:
    return Edge.FIRST


def middle(_seen: Seen) -> Edge:
    return Edge.MIDDLE


def last(_seen: Seen) -> Edge:
    return Edge.LAST


@dataclass(frozen=True, slots=True)
class _Edged:
    """What an edge of a stretch is, and of the one after it, where the first is today or gone."""

    seen: Seen
    edge: Edge
    whole: Whole

    def meaning(self) -> Meaning:
        return tuple(found for stretch in self.whole.stretches for found in self._of(stretch))

    def _of(self, one: Stretch) -> Meaning:
        if self.edge is Edge.MIDDLE:
            return self._ahead(one.first.replace(day=15)) if self.whole.kind == "month" else ()
        if self.edge is Edge.FIRST:
            return self._ahead(one.first)
        if self.whole.kind == "week":
            friday = one.first + timedelta(days=(_FRIDAY - one.first.weekday()) % WEEK)
            return (Stretch(min(one.last, max(friday, self.seen.today)), one.last),)
        return self._ahead(one.last) if one.last != self.seen.today else self._now_or_next(one)

    def _ahead(self, day: date) -> Meaning:
        """Return a day, unless the stretch is running and the day lies behind: then nobody knows which is meant."""
        is_running = self.whole.stretches[0].first <= self.seen.today <= self.whole.stretches[-1].last
        return () if is_running and day <= self.seen.today and not self.seen.past else one_day(day)

    def _now_or_next(self, one: Stretch) -> Meaning:
        months = {"month": 1, "quarter": 3, "year": _MONTHS}.get(self.whole.kind, 0)
        following = after(after(one.last, days=1), days=-1, months=months)
        return one_day(one.last, following) if not self.seen.past else one_day(one.last)


def edge(seen: Seen, whole: Whole | None = None, edge: Edge = Edge.MIDDLE, **others: Whole | Edge) -> Meaning:
    found = whole or next(other for other in others.values() if isinstance(other, Whole))
    return _Edged(seen, edge, found).meaning()


def end_of_period(seen: Seen, period_name: str) -> Meaning:
    return _Edged(seen, Edge.LAST, _period(seen, period_name, 0)).meaning()


def end_of_week(seen: Seen) -> Meaning:
    return end_of_period(seen, "week")


def end_of_month(seen: Seen) -> Meaning:
    return end_of_period(seen, "month")


def end_of_year(seen: Seen) -> Meaning:
    return end_of_period(seen, "year")
