"""The day of a week on which clocks change: the night before it is shorter or longer than the clock says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from planner.model.instant import is_zone
from planner.model.message import Message, say
from planner.week.week import days_from


@dataclass(frozen=True, slots=True)
class ClockChange:
    """The day on which clocks change, and by how many minutes; more than none is forward."""

    day: date
    minutes: int

    @property
    def says(self) -> Message:
        """What to tell about it."""
        if self.minutes > 0:
            return say("Clocks go forward on {day}: one hour less.", day=self.day)
        return say("Clocks go back on {day}: one hour more.", day=self.day)


def clock_change(first: date, zone: str) -> ClockChange | None:
    """Return the day of a week on which clocks change in a zone; nothing in one that nobody knows."""
    if not is_zone(zone):
        return None
    for day in days_from(first):
        if day > date.min and (minutes := _minutes(day, zone)):
            return ClockChange(day, minutes)
    return None


def _minutes(day: date, zone: str) -> int:
    """Return by how much the clock is ahead of the day before, both at noon."""
    before, after = (_offset(each, zone) for each in (day - timedelta(days=1), day))
    return int((after - before).total_seconds() // 60)


def _offset(day: date, zone: str) -> timedelta:
    return datetime.combine(day, time(12), ZoneInfo(zone)).utcoffset() or timedelta()
