"""The week for a phone: a calendar file, in neutral words and without places unless they are ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from exports.catalog import phone_calendar
from exports.interchange.calendar_file import Told
from planner.model.message import say
from planner.store.giving import Leaving
from widgets.draft.context import use_session
from widgets.elements.markup import Button, div
from widgets.forms.chips import Chip
from widgets.paper.making import Outcome, use_making
from widgets.paper.paper import occasion_now

if TYPE_CHECKING:
    from exports.catalog import ExportedFile
    from planner.plan.plan import Plan
    from planner.store.giving import Released
    from widgets.draft.context import SessionContext

NAME = say("For the calendar of a phone")


@reacton.component
def PhoneCalendar(plan: Plan) -> Any:  # noqa: ARG001 (drawn anew with the plan)
    """The way to take the week along on a phone: a button, two things to tick, and the file."""
    context = use_session()
    t = context.t
    made, start = use_making()
    titles, tick_titles = reacton.use_state(False)
    places, tick_places = reacton.use_state(False)
    told = Told(titles, places)
    return div(
        div(
            Chip(t("With my own words"), titles, lambda: tick_titles(not titles), key="titles"),
            Chip(t("With places"), places, lambda: tick_places(not places), key="places"),
            cls="rp-chips",
        ),
        Button(t(NAME), lambda: start(NAME, lambda: _made(context, told))),
        Outcome(made),
        cls="rp-paper",
    )


async def _made(context: SessionContext, told: Told) -> Released[ExportedFile]:
    editor = context.editor
    leaving = Leaving("exported", editor.person.id, "my-week", "ics", editor.by)
    return editor.record.giving.release(leaving, lambda: phone_calendar(occasion_now(context), told))
