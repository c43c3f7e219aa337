"""The week for a phone: a calendar file, in neutral words and without places unless they are ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from exports.catalog import phone_calendar
from exports.documents.occasion import Occasion
from exports.interchange.calendar_file import Told
from planner.model.message import say
from planner.store.giving import Leaving
from planner.words.language import Language
from widgets.draft.context import use_session
from widgets.elements.markup import Button, div
from widgets.forms.chips import Chip
from widgets.paper.making import Outcome, use_making

if TYPE_CHECKING:
    from exports.catalog import ExportedFile
    from planner.plan.plan import Plan
    from planner.store.giving import Released
    from widgets.draft.context import SessionContext

NAME = say("For the calendar of a phone")


@reacton.component
def PhoneCalendar(plan: Plan) -> Any:  # noqa: ARG001 (drawn anew with the plan)
    """Draw the button, two things to tick, and the file."""
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
    occasion = Occasion(
        plan=editor.plan,
        person=editor.person,
        session=editor.session,
        today=context.today,
        language=Language(editor.person.language.value),
        agency=context.agency,
        practice=context.practice,
    )
    leaving = Leaving("exported", editor.person.id, "my-week", "ics", editor.by)
    return editor.record.giving.release(leaving, lambda: phone_calendar(occasion, told))
