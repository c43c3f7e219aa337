"""What each way to name a weekday means, seen from today. Each function is named as its table of templates."""

from __future__ import annotations

from datetime import date, timedelta

from planner.words.days.holiday import ranked_weekday as _ranked
from planner.words.days.period_meanings import weeks_of
from planner.words.days.stretch import SUNDAY, WEEK, Meaning, Seen, Whole, days_of, one_day
from planner.words.days.stretch import after as _after

_SURELY_NEXT = {"en": 5, "es": 3}
"""Nearer than so many days, one reader takes "next Friday" for this week's and another for the week after."""

_MOST_LIKELY_THIS = 3
"""So near, "this Monday" is the one to come even where a new week begins before it."""

_MONTHS = 12


def weekday(seen: Seen, weekday: int) -> Meaning:
    ahead = _ahead(seen, weekday)
    if not ahead:
        return one_day(seen.today, seen.today + timedelta(days=-WEEK if seen.past else WEEK))
    return one_day(seen.today + timedelta(days=ahead - WEEK if seen.past else ahead))


def _ahead(seen: Seen, weekday: int) -> int:
    return (weekday - seen.today.weekday()) % WEEK


def this_weekday(seen: Seen, weekday: int) -> Meaning:
    in_week = weekday - seen.today.weekday()
    if seen.past:
        return one_day(seen.today + timedelta(days=in_week)) if in_week <= 0 else ()
    ahead = _ahead(seen, weekday)
    is_near = in_week >= 0 or ahead <= _MOST_LIKELY_THIS or seen.today.weekday() == SUNDAY
    return one_day(seen.today + timedelta(days=ahead)) if is_near else ()


def coming_weekday(seen: Seen, weekday: int) -> Meaning:
    return one_day(seen.today + timedelta(days=_ahead(seen, weekday) or WEEK))


def past_weekday(seen: Seen, weekday: int) -> Meaning:
    return one_day(seen.today + timedelta(days=_ahead(seen, weekday) - WEEK))


def next_weekday(seen: Seen, weekday: int) -> Meaning:
    """Return the next such weekday where it lies in the next week however one counts weeks, else both that can be."""
    ahead = _ahead(seen, weekday) or WEEK
    near = seen.today + timedelta(days=ahead)
    is_next = near > weeks_of(seen)[0].last and (seen.language == "es" or near > _us_week_end(seen.today))
    is_next = is_next or (seen.language == "es" and seen.today.weekday() == SUNDAY)
    is_clear = ahead == WEEK or (is_next and ahead >= _SURELY_NEXT[seen.language])
    return one_day(near) if is_clear else one_day(near, near + timedelta(days=WEEK))


def _us_week_end(today: date) -> date:
    """Return the Saturday that ends the week where weeks begin on Sunday."""
    return today + timedelta(days=(5 - today.weekday()) % WEEK)


def last_weekday(seen: Seen, weekday: int) -> Meaning:
    near = seen.today - timedelta(days=-(_ahead(seen, weekday) - WEEK))
    monday = seen.today - timedelta(days=seen.today.weekday())
    sunday = _us_week_end(seen.today) - timedelta(days=WEEK - 1)
    by_week = (near < monday, near < sunday)
    is_clear = any(by_week) if seen.language == "es" else all(by_week)
    return one_day(near) if is_clear else one_day(near, near - timedelta(days=WEEK))


def weekday_in_week(_seen: Seen, weekday: int, week: Whole) -> Meaning:
    days = (stretch.first + timedelta(days=(weekday - stretch.first.weekday()) % WEEK) for stretch in week.stretches)
    return one_day(*days)


def ranked_weekday(seen: Seen, rank: int, weekday: int, some_month: Whole | None = None, **_named: Whole) -> Meaning:
    month = some_month or next(iter(_named.values()))
    if month.stretches:
        days = (_ranked(stretch.first, rank, weekday) for stretch in month.stretches)
        return _on_this_side(seen, one_day(*filter(None, days)))
    return ranked_weekday_alone(seen, rank, weekday)


def _on_this_side(seen: Seen, meaning: Meaning) -> Meaning:
    """Of two, keep the one on the side that is looked to: "the first Monday in March", said on March 17."""
    kept = tuple(one for one in meaning if (one.first < seen.today) is seen.past)
    return kept if len(meaning) > 1 and kept else meaning


def ranked_weekday_alone(seen: Seen, rank: int, weekday: int) -> Meaning:
    """Return the next one, of this month or of the one after it."""
    firsts = (_after(seen.today.replace(day=1), months=-months if seen.past else months) for months in range(_MONTHS))
    days = (_ranked(first, rank, weekday) for first in firsts)
    at = next((day for day in days if day and (day == seen.today or (day < seen.today) is seen.past)), None)
    return one_day(at) if at and at != seen.today else ()


def weekday_after(_seen: Seen, weekday: int, day: Meaning) -> Meaning:
    return one_day(*(each + timedelta(days=(weekday - each.weekday() - 1) % WEEK + 1) for each in days_of(day)))


def weekday_before(_seen: Seen, weekday: int, day: Meaning) -> Meaning:
    return one_day(*(each - timedelta(days=(each.weekday() - weekday - 1) % WEEK + 1) for each in days_of(day)))


def weekdays_ahead(seen: Seen, count: int, weekdays: int) -> Meaning:
    """Read "two Fridays from now": the second one to come; so near that nobody counts it, one later as well."""
    near = _ahead(seen, weekdays) or WEEK
    at = seen.today + timedelta(days=near + (count - 1) * WEEK)
    return one_day(at) if near > _MOST_LIKELY_THIS else one_day(at, at + timedelta(days=WEEK))


def weekday_after_next(seen: Seen, weekday: int) -> Meaning:
    return one_day(*(each + timedelta(days=WEEK) for each in days_of(next_weekday(seen, weekday))))
