"""The week as it stands: what comes round, visits, doses, shots and last pills, bills and the way there, in order.

What has no day that could be read is not guessed into one; `without_a_day` names it.
"""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from planner.model.entry import has_text
from planner.plan.plan import find
from planner.resources.resource import Resource, way_in_words
from planner.skills.routine import open_question
from planner.week.event import Event, EventKind, way_to
from planner.week.money_days import bills_without_a_day, days_of_bills
from planner.week.taken_days import doses_in, medicines_in_words, supply_days
from planner.words.minutes import minutes_in
from planner.words.part_of_day import part_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.health.visit import Visit
    from planner.plan.plan import Plan
    from planner.skills.routine import Routine

WEEK = 7


def week(plan: Plan, first: date, today: date) -> tuple[Event, ...]:
    """Return the seven days from `first` on, in order; what a supply lasts is counted on `today`."""
    return events_between(plan, first, _later(first, WEEK - 1), today)


def events_between(plan: Plan, first: date, last: date, today: date) -> tuple[Event, ...]:
    """Return what stands on these days, each day the earliest first. All of one kind, whatever it comes from."""
    plain = (
        *_routines(plan, first, last),
        *_visits(plan, first, last),
        *_next_session(plan, first, last),
        *doses_in(plan, first, last),
        *supply_days(plan, first, last, today),
        *days_of_bills(plan, first, last),
    )
    ways = (way for event in plain if (way := way_to(event)))
    return tuple(sorted((*plain, *ways), key=_in_order))


def monday_of(day: date) -> date:
    """Return the Monday of the week a day lies in."""
    return date.fromordinal(max(1, day.toordinal() - day.weekday()))


def without_a_day(plan: Plan) -> tuple[Event, ...]:
    """Return what belongs to the week and has no day that could be read; its own day says nothing."""
    routines = (
        Event(date.min, routine.own_words, _kind(routine), "routines", routine.id, when=routine.how_often)
        for routine in plan.routines
        if has_text(routine.own_words) and open_question(routine)
    )
    return (*routines, *medicines_in_words(plan), *bills_without_a_day(plan))


def _later(day: date, days: int) -> date:
    return date.fromordinal(min(day.toordinal() + days, date.max.toordinal()))


def _in_order(event: Event) -> tuple[date, bool, time, bool, str]:
    return event.day, event.starts is None, event.starts or time(), event.kind is not EventKind.TRAVEL, event.title


def _kind(routine: Routine) -> EventKind:
    if routine.kind is None:
        return EventKind.SERVICE if routine.resource_id else EventKind.OTHER
    return EventKind(routine.kind.value)


def _routines(plan: Plan, first: date, last: date) -> Iterator[Event]:
    for routine in plan.routines:
        if not has_text(routine.own_words):
            continue
        found = find(plan, routine.resource_id)
        at = found if isinstance(found, Resource) else None
        way, minutes = _way(routine, at)
        for day in routine.falls_on(first, last):
            yield Event(
                day,
                routine.own_words,
                _kind(routine),
                "routines",
                routine.id,
                routine.starts.reading,
                routine.ends.reading,
                part_named=part_in(routine.starts.words),
                when=routine.starts.words.strip(),
                place=routine.place.strip() or (at.address.strip() if at else ""),
                way=way,
                minutes_there=minutes,
            )


def _way(routine: Routine, at: Resource | None) -> tuple[str, int | None]:
    """Return the way in words and in minutes: the routine's own, or else that of its place."""
    if routine.transport or has_text(routine.transport_words) or at is None:
        return routine.transport_words.strip(), minutes_in(routine.transport_words)
    takes = at.way_takes if has_text(at.way_takes) else at.transport_words
    return way_in_words(at), minutes_in(takes)


def _visits(plan: Plan, first: date, last: date) -> Iterator[Event]:
    names = {provider.id: provider.name for provider in plan.providers}
    for visit in plan.visits:
        if visit.on.reading and first <= visit.on.reading <= last:
            title = visit.what_for if has_text(visit.what_for) else names.get(visit.provider_id or "", "")
            yield _visit(visit, visit.on.reading, title)


def _visit(visit: Visit, day: date, title: str) -> Event:
    return Event(
        day,
        title,
        EventKind.VISIT,
        "visits",
        visit.id,
        visit.starts.reading,
        part_named=part_in(visit.starts.words),
        when=visit.starts.words.strip(),
        place=visit.place.strip(),
        way=visit.transport_words.strip(),
        minutes_there=minutes_in(visit.transport_words),
    )


def _next_session(plan: Plan, first: date, last: date) -> Iterator[Event]:
    closing = plan.closing
    day = closing.next_on.reading
    if day and first <= day <= last:
        starts = closing.next_starts
        yield Event(
            day,
            closing.counselor.strip(),
            EventKind.SESSION,
            "closing",
            "",
            starts.reading,
            part_named=part_in(starts.words),
            when=starts.words.strip(),
            place=closing.next_place.strip(),
        )


def days_from(first: date) -> tuple[date, ...]:
    """Return the seven days from one on, as many as the calendar has."""
    return tuple(
        first + timedelta(days=ahead) for ahead in range(WEEK) if first.toordinal() + ahead <= date.max.toordinal()
    )
