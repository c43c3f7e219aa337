"""Free hours of a day: between getting up and lying down, what nothing firm stands in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING

from planner.week.event import EventKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.week.event import Event

_A_DAY, _AN_HOUR = 24 * 60, 60
_UP, _DOWN = 8 * _AN_HOUR, 22 * _AN_HOUR
"""From eight in the morning until ten at night, on a day for which no sleep was written down."""


@dataclass(frozen=True, slots=True)
class FreeTime:
    """An hour or more in which nothing stands."""

    day: date
    starts: time
    ends: time


def free_time(events: Iterable[Event], day: date) -> tuple[FreeTime, ...]:
    """Return the free stretches of a day of an hour or more. `events` holds the day before too, for its night."""
    midnight = day.toordinal() * _A_DAY
    events = tuple(events)
    begins, ends = _awake(events, midnight)
    busy = sorted(_busy(event) for event in events if not event.yields)
    free: list[FreeTime] = []
    for start, stop in (*busy, (ends, ends)):
        if min(start, ends) - begins >= _AN_HOUR:
            free.append(FreeTime(day, _clock(begins), _clock(min(start, ends))))
        begins = max(begins, stop)
    return tuple(free)


def _busy(event: Event) -> tuple[int, int]:
    """Return when somebody is busy; a visit without an end counts as an hour."""
    start, stop = event.span
    return (start, stop) if event.ends else (start, start + _AN_HOUR)


def _awake(events: Iterable[Event], midnight: int) -> tuple[int, int]:
    """Return when the day begins and ends: by the night before it and the night it ends in."""
    nights = [event.span for event in events if event.kind is EventKind.SLEEP and event.starts and event.ends]
    noon = midnight + _A_DAY // 2
    ups = [stop for _, stop in nights if midnight < stop <= noon]
    downs = [start for start, _ in nights if noon < start <= midnight + _A_DAY]
    return max(ups, default=midnight + _UP), min(downs, default=midnight + _DOWN)


def _clock(minute: int) -> time:
    return time(*divmod(minute % _A_DAY, _AN_HOUR))
