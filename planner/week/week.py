"""The week as it stands: routines, visits and doses with their day and time, and what falls on the same hour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import combinations
from typing import TYPE_CHECKING

from planner.health.medication import MedicationStatus
from planner.model.entry import has_text
from planner.model.finding import Finding, Place, Weight
from planner.model.message import say
from planner.skills.routine import RoutineKind, Weekday
from planner.words.weekdays import weekdays_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planner.plan.plan import Plan
    from planner.skills.routine import Routine

_WEEKDAYS = tuple(Weekday)
_FITS_INSIDE = {RoutineKind.MEAL, RoutineKind.CALM}
"""A meal at work and a quiet moment in between are no clash."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something at a time on a day. `section` and `item` say which routine, visit or medicine it comes from."""

    day: date
    starts: time
    ends: time | None
    title: str
    section: str
    item: str
    yields: bool = False
    """Whether it fits inside something else."""

    @property
    def _span(self) -> tuple[int, int]:
        start = self.starts.hour * 60 + self.starts.minute
        end = start + 1 if self.ends is None else self.ends.hour * 60 + self.ends.minute
        return start, end if end > start else 24 * 60

    def meets(self, other: Event) -> bool:
        """Whether the two share a minute of the same day."""
        start, end = self._span
        other_start, other_end = other._span
        return self.day == other.day and start < other_end and other_start < end


def week(plan: Plan, monday: date) -> tuple[Event, ...]:
    """Return the seven days from `monday` on, in order. What has no readable day or time is not in it."""
    return tuple(event for days in range(7) for event in events_on(plan, monday + timedelta(days=days)))


def events_on(plan: Plan, day: date) -> tuple[Event, ...]:
    """Return what stands on one day, the earliest first."""
    return tuple(sorted((*_routines(plan, day), *_visits(plan, day), *_doses(plan, day)), key=lambda one: one.starts))


def _routines(plan: Plan, day: date) -> Iterator[Event]:
    today, day_before = _WEEKDAYS[day.weekday()], _WEEKDAYS[day.weekday() - 1]
    for routine in plan.routines:
        starts, ends = routine.starts.reading, routine.ends.reading
        if starts and today in routine.days:
            yield _routine(routine, day, starts, ends)
        if starts and ends and time(0) < ends <= starts and day_before in routine.days:
            yield _routine(routine, day, time(0), ends)


def _routine(routine: Routine, day: date, starts: time, ends: time | None) -> Event:
    yields = routine.kind in _FITS_INSIDE
    return Event(day, starts, ends, routine.own_words, "routines", routine.id, yields=yields)


def _visits(plan: Plan, day: date) -> Iterator[Event]:
    names = {provider.id: provider.name for provider in plan.providers}
    for visit in plan.visits:
        if visit.on.reading == day and visit.starts.reading:
            title = visit.what_for if has_text(visit.what_for) else names.get(visit.provider_id or "", "")
            yield Event(day, visit.starts.reading, None, title, "visits", visit.id)


def _doses(plan: Plan, day: date) -> Iterator[Event]:
    for medicine in plan.medications:
        is_daily = medicine.status is MedicationStatus.TAKING and not medicine.as_needed
        if not is_daily or day.weekday() not in (weekdays_in(medicine.days) or ()):
            continue
        for dose in medicine.doses:
            if dose.at.reading:
                yield Event(day, dose.at.reading, None, medicine.name, "medications", medicine.id, yields=True)


def clashes(events: Iterable[Event]) -> Iterator[tuple[Event, Event]]:
    """Yield every two events that share a minute and do not fit inside each other."""
    firm = [event for event in events if not event.yields]
    return ((one, other) for one, other in combinations(firm, 2) if one.item != other.item and one.meets(other))


def week_findings(plan: Plan, today: date) -> Iterator[Finding]:
    """Yield the clashes of the days ahead, and what a steady week still lacks."""
    seen: set[frozenset[str]] = set()
    for day in _days_ahead(plan, today):
        for one, other in clashes(events_on(plan, day)):
            pair = frozenset((one.item, other.item))
            if pair not in seen:
                seen.add(pair)
                yield _clash(one, other)
    yield from _gap(plan)


def _days_ahead(plan: Plan, today: date) -> list[date]:
    """The next seven days, and every later day with a visit."""
    last = min(today.toordinal() + 6, date.max.toordinal())
    days = {date.fromordinal(number) for number in range(today.toordinal(), last + 1)}
    visits = {visit.on.reading for visit in plan.visits if visit.on.reading and visit.on.reading > today}
    return sorted(days | visits)


def _clash(one: Event, other: Event) -> Finding:
    where = one if one.section == "routines" else other
    step = "skills" if where.section == "routines" else "medications"
    return Finding(
        "week.clash",
        Place(step, where.item, "starts" if step == "skills" else "at"),
        say(
            "{one} and {other} are at the same time on {weekday}. Which one can move?",
            one=one.title,
            other=other.title,
            weekday=_WEEKDAYS[one.day.weekday()].label,
        ),
        say("Another hour, another day, or a call to ask."),
        weight=Weight.MISFIT,
    )


_STEADY = (
    (RoutineKind.SLEEP, "week.sleep", say("When do you sleep?"), say("A time to lie down and a time to get up.")),
    (RoutineKind.MEAL, "week.meals", say("When do you eat?"), say("Regular meals keep mood and energy even.")),
    (RoutineKind.CALM, "week.calm", say("When is your calm moment?"), say("Ten quiet minutes a day are a start.")),
)


def _gap(plan: Plan) -> Iterator[Finding]:
    kinds = {routine.kind for routine in plan.routines}
    for kind, code, says, try_this in _STEADY:
        if plan.routines and kind not in kinds:
            yield Finding(code, Place("skills", field="routines"), says, try_this)
            return
