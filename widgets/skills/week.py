"""The week: what comes round on which days, and the seven days with all that stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.model.message import say
from planner.skills.routine import Routine, RoutineKind, Weekday
from widgets.draft.context import use_session
from widgets.elements.markup import Button, div, para
from widgets.forms import Fields, form
from widgets.forms.cards import Cards
from widgets.forms.link_options import links
from widgets.forms.words import shown_reading
from widgets.week.week_page import WeekPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.model.finding import Finding
    from planner.model.message import Message
    from planner.model.path import FieldPath
    from planner.plan.plan import Plan
    from planner.words.language import Language

WHAT = form(Routine, "own_words")
DAYS = form(Routine, "days")
REST = form(
    Routine,
    ("starts", "ends"),
    ("how_often", "next_on"),
    "kind",
    "place",
    "resource_id",
    "transport",
    "transport_words",
)

_WEEKDAYS = tuple(Weekday)
EVERY_DAY = say("Every day")
IN_THE_WEEK = say("Monday to Friday")


@reacton.component
def Week(plan: Plan, findings: tuple[Finding, ...]) -> Any:
    """What comes round, to write down, then the week that it makes."""
    t = use_session().t
    routines = Cards(
        plan.routines,
        ("routines",),
        WHAT,
        title=lambda routine: routine.own_words,
        new=lambda new_id: Routine(id=new_id),
        add=say("Add something to my week"),
        offers=_offers(plan.routines, t),
        body=lambda routine, path: div(
            RoutineDays(routine, path), Fields(REST, routine, path, links=links(plan)), cls="rp-fields rp-more"
        ),
        below=lambda routine: para(line_of(routine, t), cls="rp-soft rp-below"),
        findings=tuple(finding for finding in findings if not finding.code.startswith("week.")),
    )
    return div(routines, WeekPage(plan, tuple(one for one in findings if one.code.startswith("week."))))


def _offers(known: tuple[Routine, ...], t: Language) -> tuple[tuple[str, Callable[[str], Routine]], ...]:
    kinds = {routine.kind for routine in known}
    steady = (RoutineKind.SLEEP, RoutineKind.MEAL, RoutineKind.MEETING, RoutineKind.CALM, RoutineKind.MOVE)
    rest = (RoutineKind.WORK, RoutineKind.PEOPLE, RoutineKind.HOME, RoutineKind.CARE)
    return tuple((t(kind.label), _routine(kind, t(kind.label))) for kind in (*steady, *rest) if kind not in kinds)


def _routine(kind: RoutineKind, words: str) -> Callable[[str], Routine]:
    return lambda new_id: Routine(id=new_id, kind=kind, own_words=words)


@reacton.component
def RoutineDays(routine: Routine, path: FieldPath) -> Any:
    """The days of a routine, with two ways to choose several at once."""
    context = use_session()

    def choose(days: tuple[Weekday, ...], says: Message) -> Any:
        return Button(context.t(says), lambda: context.editor.put((*path, "days"), days), kind="text")

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
    return t.list(t.weekday(_WEEKDAYS.index(day), "abbreviated") for day in routine.days)


def line_of(routine: Routine, t: Language) -> str:
    """Return when and where a routine is."""
    hours = [shown_reading(words, t) or words.words.strip() for words in (routine.starts, routine.ends)]
    parts = (days_of(routine, t), "–".join(hour for hour in hours if hour), routine.place.strip())
    return " · ".join(part for part in parts if part)
