"""What to ask about a week: two things at one time, a way that leaves no time, short nights, days without a meal."""

from __future__ import annotations

from datetime import date
from itertools import takewhile
from typing import TYPE_CHECKING

from planner.model.finding import Finding, Place, Weight
from planner.model.message import say
from planner.skills.routine import RoutineKind, Weekday
from planner.week.event import Event, EventKind
from planner.week.free_time import free_time
from planner.week.week import days_from, events_between

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planner.model.message import Message
    from planner.plan.plan import Plan

_WEEKDAYS = tuple(Weekday)
_STEPS = {"routines": ("skills", "starts"), "visits": ("medications", "at"), "closing": ("review", "closing.next_on")}

ENOUGH_SLEEP = 7 * 60
"""Minutes a night: seven hours or more for adults (joint statement of the American sleep societies, 2015)."""


def clashes(events: Iterable[Event]) -> Iterator[tuple[Event, Event]]:
    """Yield every two events that share a minute, the way to one among them, and do not fit inside each other."""
    firm = sorted((event for event in events if not event.yields), key=lambda event: event.span)
    for number, one in enumerate(firm):
        stop = one.span[1]
        for other in takewhile(lambda later: later.span[0] < stop, firm[number + 1 :]):  # noqa: B023 (used up at once)
            if one.path != other.path and not _both_ways(one, other):
                yield one, other


def _both_ways(one: Event, other: Event) -> bool:
    """Whether both are ways: then what they lead to meets as well, or one way serves both."""
    return one.kind is EventKind.TRAVEL and other.kind is EventKind.TRAVEL


def week_findings(plan: Plan, today: date) -> Iterator[Finding]:
    """Yield the clashes of the days ahead, then what the week ahead lacks. The night before today counts too."""
    days = days_from(today)
    events = events_between(plan, _before(today), days[-1], today)
    later = [day for day in _days_of_visits(plan) if day > days[-1]]
    stretches = [(today, events), *((day, events_between(plan, _before(day), day, today)) for day in later)]
    yield from _clash_findings(stretches)
    yield from _short_night(plan, events)
    yield from _meals([event for event in events if event.day >= today], days)
    yield from _no_free_time(plan, events, days)
    yield from _gap(plan)


def _before(day: date) -> date:
    return date.fromordinal(max(1, day.toordinal() - 1))


def _days_of_visits(plan: Plan) -> list[date]:
    return sorted({visit.on.reading for visit in plan.visits if visit.on.reading})


def _clash_findings(stretches: Iterable[tuple[date, tuple[Event, ...]]]) -> Iterator[Finding]:
    """Yield each pair that clashes once, from the day on that stands with each stretch."""
    seen: set[frozenset[tuple[str, ...]]] = set()
    for first, events in stretches:
        for one, other in clashes(events):
            pair = frozenset((one.path, other.path))
            if pair not in seen and max(one.day, other.day) >= first:
                seen.add(pair)
                yield _clash(one, other)


def _clash(one: Event, other: Event) -> Finding:
    where = one if one.section == "routines" else other
    step, field = _STEPS[where.section]
    weekday = _WEEKDAYS[max(one, other, key=lambda event: event.span[0]).day.weekday()].label
    way, at = (one, other) if one.kind is EventKind.TRAVEL else (other, one)
    if way.kind is EventKind.TRAVEL:
        says = say(
            "{one} is not over when the way to {other} begins on {weekday}. Is there time to get there?",
            one=_name(at),
            other=_name(way),
            weekday=weekday,
        )
        try_this = say("A later hour, a quicker way, or leaving a little early.")
        return Finding("week.travel", Place(step, where.item, field), says, try_this, weight=Weight.MISFIT)
    says = say(
        "{one} and {other} are at the same time on {weekday}. Which one can move?",
        one=_name(one),
        other=_name(other),
        weekday=weekday,
    )
    try_this = say("Another hour, another day, or a call to ask.")
    return Finding("week.clash", Place(step, where.item, field), says, try_this, weight=Weight.MISFIT)


def _name(event: Event) -> str | Message:
    """Return what something is called; what was given no name is called by its kind."""
    return event.title.strip() or event.kind.label


def _short_night(plan: Plan, events: Iterable[Event]) -> Iterator[Finding]:
    """Yield the first night of the week ahead that is shorter than adults need."""
    for night in events:
        is_night = night.kind is EventKind.SLEEP and night.starts and night.ends
        if not is_night:
            continue
        start, stop = night.span
        minutes = stop - start
        others = [
            routine for routine in plan.routines if routine.kind is RoutineKind.SLEEP and routine.id != night.item
        ]
        if minutes < ENOUGH_SLEEP and not others:
            yield Finding(
                "week.short_night",
                Place("skills", night.item, "ends"),
                say(
                    "On {weekday} the night is {hours} hours long. Would more sleep help?",
                    weekday=_WEEKDAYS[night.day.weekday()].label,
                    hours=f"{minutes / 60:.1f}".removesuffix(".0"),
                ),
                say("Most adults need seven hours or more."),
                weight=Weight.READING,
            )
            return


def _meals(events: Iterable[Event], days: tuple[date, ...]) -> Iterator[Finding]:
    """Yield a meal that falls on something firm, and a day without any where other days have one."""
    events = tuple(events)
    meals = [event for event in events if event.kind is EventKind.MEAL]
    firm = [event for event in events if not event.yields and event.kind is not EventKind.WORK]
    met = ((meal, other) for meal in meals if meal.starts for other in firm if meal.meets(other))
    for meal, other in met:
        says = say(
            "{meal} falls on {other} on {weekday}. When do you eat then?",
            meal=meal.title,
            other=_name(other),
            weekday=_WEEKDAYS[meal.day.weekday()].label,
        )
        yield Finding(
            "week.meal_missed", Place("skills", meal.item, "starts"), says, say("Something small to take along.")
        )
        break
    empty = [day for day in days if meals and all(meal.day != day for meal in meals)]
    if empty:
        says = say("No meal stands on {weekday}. When do you eat then?", weekday=_WEEKDAYS[empty[0].weekday()].label)
        where = Place("skills", meals[0].item, "days")
        yield Finding("week.no_meal", where, says, say("The same meal on more days is enough."), weight=Weight.READING)


def _no_free_time(plan: Plan, events: tuple[Event, ...], days: tuple[date, ...]) -> Iterator[Finding]:
    if plan.routines and not any(free_time(events, day) for day in days):
        says = say("No hour of the week ahead is free. What could be left out?")
        yield Finding(
            "week.full", Place("skills", field="routines"), says, say("An hour for nothing is part of the week.")
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
