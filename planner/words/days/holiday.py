"""When holidays are: on a fixed day, on a weekday of a month, or counted from Easter."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.easter import easter

from planner.words.days.stretch import WEEK, after

_FIXED = {
    "new_year": (1, 1),
    "epiphany": (1, 6),
    "valentine": (2, 14),
    "saint_patrick": (3, 17),
    "cinco_de_mayo": (5, 5),
    "juneteenth": (6, 19),
    "independence": (7, 4),
    "halloween": (10, 31),
    "veterans": (11, 11),
    "guadalupe": (12, 12),
    "christmas_eve": (12, 24),
    "christmas": (12, 25),
    "new_years_eve": (12, 31),
}
_RANKED = {
    "martin_luther_king": (1, 3, 0),
    "presidents": (2, 3, 0),
    "mothers": (5, 2, 6),
    "memorial": (5, -1, 0),
    "fathers": (6, 3, 6),
    "labor": (9, 1, 0),
    "columbus": (10, 2, 0),
    "thanksgiving": (11, 4, 3),
}
"""Month, which one of it, weekday, as the United States keep them."""

_FROM_EASTER = {
    "ash_wednesday": -46,
    "palm_sunday": -7,
    "holy_thursday": -3,
    "good_friday": -2,
    "easter": 0,
    "easter_monday": 1,
}


def holiday_in(year: int, name: str) -> date | None:
    """Return the day of a holiday; Easter is reckoned from 1583 to 4099."""
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _RANKED:
        month, rank, weekday = _RANKED[name]
        return ranked_weekday(date(year, month, 1), rank, weekday)
    if name == "black_friday":
        return ranked_weekday(date(year, 11, 1), 4, 3, days_later=1)
    try:
        return easter(year) + timedelta(days=_FROM_EASTER[name])
    except ValueError:
        return None


def ranked_weekday(first: date, rank: int, weekday: int, *, days_later: int = 0) -> date | None:
    """Return the second Tuesday, or the last (-1), of the month that begins with that day."""
    start = after(first, months=1) if rank < 0 else first
    ahead = (weekday - start.weekday()) % WEEK + WEEK * (rank if rank < 0 else rank - 1)
    day = start + timedelta(days=ahead)
    return day + timedelta(days=days_later) if day.month == first.month else None
