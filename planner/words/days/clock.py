"""A time of day in everyday words: "6 pm", "half past 2", "a las 8 de la noche".

Each function is named as its table of templates.
"""

from __future__ import annotations

from datetime import time
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.words.days.stretch import Seen

Times = tuple[time, ...]
"""What words can mean: one time where they are clear, two where they come twice a day."""

_HALF_DAY, _MINUTES = 12, 60
_NIGHT_FROM = 6
"""From this hour on, "at night" is before midnight; earlier it could be either side of bedtime."""


class HalfOfDay(StrEnum):
    """Which half of the day is named, and how."""

    MORNING = "morning"
    FORENOON = "forenoon"
    """"In the morning", where twelve could be noon or midnight."""

    AFTERNOON = "afternoon"
    EVENING = "evening"


def morning(_seen: Seen) -> HalfOfDay:
    return HalfOfDay.MORNING


def forenoon(_seen: Seen) -> HalfOfDay:
    return HalfOfDay.FORENOON


def afternoon(_seen: Seen) -> HalfOfDay:
    return HalfOfDay.AFTERNOON


def evening(_seen: Seen) -> HalfOfDay:
    return HalfOfDay.EVENING


def noon(_seen: Seen) -> Times:
    return (time(12),)


def midnight(_seen: Seen) -> Times:
    return (time(0),)


def figures_clock(_seen: Seen, hour_minute: str, half_of_day: HalfOfDay | None = None) -> Times:
    """Read "6:30", and "18:30" or "06:30", which come once a day."""
    said, minute = hour_minute.split(":")
    is_full_day = int(said) > _HALF_DAY or said.startswith("0")
    if not is_full_day or half_of_day:
        return _times(int(said), int(minute), half_of_day)
    return (time(int(said), int(minute)),) if int(said) < 2 * _HALF_DAY and int(minute) < _MINUTES else ()


def _times(hour: int, minute: int, half: HalfOfDay | None) -> Times:
    if not 1 <= hour <= _HALF_DAY or not 0 <= minute < _MINUTES:
        return ()
    early = time(hour % _HALF_DAY, minute)
    late = time(hour % _HALF_DAY + _HALF_DAY, minute)
    is_twelve = hour == _HALF_DAY
    by_half: dict[HalfOfDay | None, Times] = {
        None: (early, late),
        HalfOfDay.MORNING: (early,),
        HalfOfDay.FORENOON: (early, late) if is_twelve else (early,),
        HalfOfDay.AFTERNOON: (late,),
        HalfOfDay.EVENING: (early,) if is_twelve else (late,) if hour >= _NIGHT_FROM else (),
    }
    return by_half[half]


def hour(_seen: Seen, hour: int, half_of_day: HalfOfDay | None = None) -> Times:
    return _times(hour, 0, half_of_day)


def half_past(_seen: Seen, hour: int, half_of_day: HalfOfDay | None = None) -> Times:
    return _times(hour, 30, half_of_day)


def quarter_past(_seen: Seen, hour: int, half_of_day: HalfOfDay | None = None) -> Times:
    return _times(hour, 15, half_of_day)


def quarter_to(seen: Seen, hour: int, half_of_day: HalfOfDay | None = None) -> Times:
    return minutes_to(seen, 15, hour, half_of_day)


def minutes_past(_seen: Seen, minutes: int, hour: int, half_of_day: HalfOfDay | None = None) -> Times:
    return _times(hour, minutes, half_of_day) if 0 < minutes < _MINUTES else ()


def minutes_to(_seen: Seen, minutes: int, hour: int, half_of_day: HalfOfDay | None = None) -> Times:
    """Read "ten to 3": the hour before. Around noon and midnight the half of the day may change with it."""
    if not 0 < minutes < _MINUTES:
        return ()
    whole = _times(hour, 0, half_of_day)
    return tuple(time((each.hour - 1) % (2 * _HALF_DAY), _MINUTES - minutes) for each in whole)


def hour_and_minutes(seen: Seen, hour: int, tens: int, half_of_day: HalfOfDay | None = None) -> Times:
    return minutes_past(seen, tens, hour, half_of_day)
