"""A meeting of the directory as something that comes round: one entry for each hour it has, with all its weekdays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.directory.service import ServiceKind
from planner.model.instant import same_clock
from planner.skills.routine import Routine, RoutineKind, Weekday
from planner.words.reading import TimeWords

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime, time

    from planner.directory.service import Service
    from planner.words.language import Language

_WEEKDAYS = tuple(Weekday)


def is_for_the_week(service: Service) -> bool:
    """Whether it is a meeting whose days are listed."""
    return service.kind is ServiceKind.MEETING and bool(service.hours)


def as_routines(
    service: Service, resource_id: str, new_id: Callable[[], str], t: Language, clock: tuple[str, datetime]
) -> tuple[Routine, ...]:
    """Return the meeting as routines at a place of the plan.

    `clock` is the agency's zone and the moment. Hours of another zone stay words with its name, so that nobody comes
    an hour early: they are a question.
    """
    zone, at = clock
    is_elsewhere = bool(service.zone) and not same_clock(service.zone, zone, at)

    def said(hour: time | None) -> TimeWords:
        if hour is None:
            return TimeWords()
        words = t.time(hour)
        return TimeWords(words=f"{words} ({service.zone})") if is_elsewhere else TimeWords(words=words, reading=hour)

    hours = dict.fromkeys((one.opens, one.closes) for one in service.hours)
    return tuple(
        Routine(
            id=new_id(),
            own_words=service.name,
            kind=RoutineKind.MEETING,
            days=tuple(_WEEKDAYS[day] for day in sorted(_days(service, opens, closes))),
            starts=said(opens),
            ends=said(closes),
            resource_id=resource_id,
        )
        for opens, closes in hours
    )


def _days(service: Service, opens: time | None, closes: time | None) -> frozenset[int]:
    return frozenset(hour.day for hour in service.hours if (hour.opens, hour.closes) == (opens, closes))
