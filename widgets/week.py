"""The week: what comes round on which days, and the next seven days with the visits and doses in them."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING, Any

import reacton

from planner.message import say
from planner.routine import Routine, RoutineKind, Weekday
from planner.week import events_on
from widgets.cards import Cards
from widgets.fields import Fields, form
from widgets.fields.words import shown_reading
from widgets.markup import Button, div, heading, para, tag
from widgets.note import Notes
from widgets.sitting import use_sitting

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from planner.finding import Finding
    from planner.language import Language
    from planner.message import Message
    from planner.path import Path
    from planner.plan import Plan
    from planner.week import Event

WHAT = form(Routine, "own_words")
DAYS = form(Routine, "days")
REST = form(Routine, ("starts", "ends"), "kind", "place", "transport", "transport_words")

_WEEKDAYS = tuple(Weekday)
EVERY_DAY = say("Every day")
IN_THE_WEEK = say("Monday to Friday")

PARTS = ((say("Morning"), time(0), time(12)), (say("Afternoon"), time(12), time(17)), (say("Evening"), time(17), None))
"""The parts of a day, each from its first hour up to the next one's."""


@reacton.component
def Week(plan: Plan, findings: tuple[Finding, ...]) -> Any:
    """Draw what comes round, then the next seven days."""
    t = use_sitting().t
    routines = Cards(
        plan.routines,
        ("routines",),
        WHAT,
        title=lambda routine: routine.own_words,
        new=lambda new_id: Routine(id=new_id),
        add=say("Add something that comes round"),
        offers=_offers(plan.routines, t),
        body=lambda routine, path: div(
            RoutineDays(routine, path), Fields(REST, routine, path), cls="rp-fields rp-more"
        ),
        below=lambda routine: para(line_of(routine, t), cls="rp-soft rp-below"),
        findings=tuple(one for one in findings if not one.code.startswith("week.")),
    )
    return div(routines, SevenDays(plan), Notes(tuple(one for one in findings if one.code.startswith("week."))))


def _offers(known: tuple[Routine, ...], t: Language) -> tuple[tuple[str, Callable[[str], Routine]], ...]:
    kinds = {routine.kind for routine in known}
    steady = (RoutineKind.SLEEP, RoutineKind.MEAL, RoutineKind.MEETING, RoutineKind.CALM, RoutineKind.MOVE)
    rest = (RoutineKind.WORK, RoutineKind.PEOPLE, RoutineKind.HOME, RoutineKind.CARE)
    return tuple((t(kind.label), _routine(kind, t(kind.label))) for kind in (*steady, *rest) if kind not in kinds)


def _routine(kind: RoutineKind, words: str) -> Callable[[str], Routine]:
    return lambda new_id: Routine(id=new_id, kind=kind, own_words=words)


@reacton.component
def RoutineDays(routine: Routine, path: Path) -> Any:
    """Draw the days of a routine, with two ways to choose several at once."""
    sitting = use_sitting()

    def choose(days: tuple[Weekday, ...], says: Message) -> Any:
        return Button(sitting.t(says), lambda: sitting.desk.put((*path, "days"), days), kind="text")

    return div(
        Fields(DAYS, routine, path),
        div(choose(_WEEKDAYS, EVERY_DAY), choose(_WEEKDAYS[:5], IN_THE_WEEK), cls="rp-at-once"),
    )


def days_of(routine: Routine, t: Language) -> str:
    """Return the days of a routine in words."""
    if routine.days == _WEEKDAYS:
        return t(EVERY_DAY)
    if routine.days == _WEEKDAYS[:5]:
        return t(IN_THE_WEEK)
    return t.list(t(day.label) for day in routine.days)


def line_of(routine: Routine, t: Language) -> str:
    """Return when and where a routine is."""
    hours = [shown_reading(words, t) or words.words.strip() for words in (routine.starts, routine.ends)]
    parts = (days_of(routine, t), "–".join(hour for hour in hours if hour), routine.place.strip())
    return " · ".join(part for part in parts if part)


@reacton.component
def SevenDays(plan: Plan) -> Any:
    """Draw the next seven days as a table: what has a time in its part of the day, the rest under any time."""
    sitting = use_sitting()
    t = sitting.t
    days = [sitting.today + timedelta(days=ahead) for ahead in range(7)]
    rows = [(day, events_on(plan, day), without_time(plan, day)) for day in days]
    if not any(events or untimed for _, events, untimed in rows):
        return div(cls="rp-none")
    has_untimed = any(untimed for *_, untimed in rows)
    head = (say("Day"), *(name for name, *_ in PARTS), *((say("Any time"),) if has_untimed else ()))
    title = t("The next seven days")
    table = tag(
        "table",
        tag("thead", tag("tr", *(tag("th", t(name), scope="col") for name in head))),
        tag(
            "tbody",
            *(_row(day, events, untimed if has_untimed else None, t).key(str(day)) for day, events, untimed in rows),
        ),
        cls="rp-table rp-week",
        aria_label=title,
    )
    scrolled = div(table, cls="rp-scroll", role="region", tabindex="0", aria_label=title)
    return tag("section", heading(3, title, cls="rp-part-title"), scrolled, cls="rp-month")


def without_time(plan: Plan, day: date) -> tuple[str, ...]:
    """Return what stands on a day without an hour that was read."""
    names = {provider.id: provider.name.strip() for provider in plan.providers}
    weekday = _WEEKDAYS[day.weekday()]
    routines = (one.own_words for one in plan.routines if weekday in one.days and not one.starts.reading)
    visits = (
        one.what_for.strip() or names.get(one.provider_id or "", "")
        for one in plan.visits
        if one.on.reading == day and not one.at.reading
    )
    return tuple(words.strip() for words in (*routines, *visits) if words.strip())


def _row(day: date, events: tuple[Event, ...], untimed: tuple[str, ...] | None, t: Language) -> Any:
    cells = [_cell([_event(event, t) for event in _between(events, first, last)]) for _, first, last in PARTS]
    if untimed is not None:
        cells.append(_cell([tag("li", words) for words in untimed]))
    name = tag(
        "th", tag("span", t.weekday(day.weekday())), tag("span", t.day(day, "day"), cls="rp-week-date"), scope="row"
    )
    return tag("tr", name, *cells)


def _between(events: tuple[Event, ...], first: time, last: time | None) -> list[Event]:
    return [event for event in events if first <= event.starts and (last is None or event.starts < last)]


def _cell(lines: list[Any]) -> Any:
    return tag("td", tag("ul", *lines) if lines else None)


def _event(event: Event, t: Language) -> Any:
    return tag("li", tag("span", t.time(event.starts), cls="rp-week-time"), event.title.strip())
