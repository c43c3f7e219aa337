"""An open cell of the week: what stands in it, each to change where it stands, and a way to add something."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import reacton

from planner.model.message import say
from planner.skills.routine import Routine, Weekday
from planner.week.event import EventKind
from planner.words.part_of_day import PartOfDay
from planner.words.reading import read_time
from widgets.draft.context import use_session
from widgets.elements.happened import Remove
from widgets.elements.markup import Button, div, heading, para, tag
from widgets.forms import Fields, form
from widgets.week.grid import Cell, part_name, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.plan.plan import Plan
    from planner.week.event import Event

ENTRY = form(Routine, "own_words", "days", ("starts", "ends"), ("how_often", "next_on"), "place", "transport_words")
_WEEKDAYS = tuple(Weekday)
_IN_WORDS = {
    PartOfDay.MORNING: say("in the morning"),
    PartOfDay.AFTERNOON: say("in the afternoon"),
    PartOfDay.EVENING: say("in the evening"),
}
"""What stands as the hour of something added to a part of the day, until somebody says one."""


@reacton.component
def CellEditor(plan: Plan, cell: Cell, events: tuple[Event, ...], close: Callable[[], None]) -> Any:
    """The form of each thing that comes round in the cell; what is kept elsewhere is named with its place."""
    context = use_session()
    t, day = context.t, date.fromisoformat(cell[0])
    part = PartOfDay(cell[1]) if cell[1] else None
    here = [event for event in events if event.day == day and event.part is part and event.kind is not EventKind.TRAVEL]
    shown, show = reacton.use_state(tuple(one.item for one in here if one.section == "routines"))
    routines = [routine for routine in plan.routines if routine.id in shown]
    title = f"{t.weekday(day.weekday())} {t.day(day, 'near')}, {part_name(part, t)}"

    def add() -> None:
        words = t(_IN_WORDS[part]) if part else ""
        new = Routine(
            id=context.editor.new_id(), days=(_WEEKDAYS[day.weekday()],), starts=read_time(words, language=t.known_code)
        )
        show((*shown, new.id))
        context.editor.add(("routines",), new)

    return tag(
        "section",
        heading(4, title, tabindex="-1", data_focus="week-cell"),
        *(para(told(one, t), cls="rp-soft") for one in here if one.section != "routines"),
        *(
            div(
                Fields(ENTRY, one, ("routines", one.id)),
                Remove(("routines",), one.id, one.own_words, named=True),
                cls="rp-week-entry",
            ).key(one.id)
            for one in routines
        ),
        div(
            Button(t("Add something here"), add, kind="add", icon="plus"),
            Button(t("Close"), close, kind="text"),
            cls="rp-card-foot",
        ),
        cls="rp-card rp-card-open",
        aria_label=title,
    )
