"""What goes on paper: the documents of a session, made while you watch and offered as a link to save."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from exports.my_plan import sections
from exports.offers import of_plan, offer_async
from planner.language import Language
from planner.message import say
from planner.plan import Plan
from widgets.fields.chips import Chip
from widgets.fields.frame import grouped
from widgets.making import Outcome, use_making
from widgets.markup import Button, div
from widgets.sitting import use_sitting

if TYPE_CHECKING:
    from collections.abc import Callable

    from exports.offers import As, Kind, Offer
    from planner.message import Message
    from widgets.sitting import Sitting

PAPERS: tuple[tuple[Kind, As, Message], ...] = (
    ("my-plan", "pdf", say("My plan (PDF)")),
    ("session-summary", "pdf", say("Session summary (PDF)")),
    ("my-plan", "html", say("My plan (web page)")),
    ("session-summary", "html", say("Session summary (web page)")),
)
ONE_PAGE = PAPERS[:1]
"""What the first twenty minutes lead to."""

SCHEDULE: tuple[tuple[Kind, As, Message], ...] = (
    ("pill-schedule", "pdf", say("Print it for the wall (PDF)")),
    ("pill-list", "pdf", say("Print it to carry (PDF)")),
)
QUESTIONS: tuple[tuple[Kind, As, Message], ...] = (("question-sheet", "pdf", say("A page for the next visit (PDF)")),)
_OF_THE_AGENCY = frozenset({"session-summary"})
"""In the language of the screen; every other one is the person's, in theirs."""


@reacton.component
def Paper(plan: Plan, papers: tuple[tuple[Kind, As, Message], ...] = PAPERS) -> Any:
    """Draw a button for each document, and below it the one that was asked for last."""
    sitting = use_sitting()
    made, start = use_making()

    def ask_for(document: Kind, form: As, name: Message) -> Callable[[], None]:
        return lambda: start(name, lambda: _offered(sitting, plan, document, form))

    buttons = (
        Button(sitting.t(name), ask_for(document, form, name), kind=_kind(document, form)).key(f"{document} {form}")
        for document, form, name in papers
    )
    return div(div(*buttons, cls="rp-papers"), Outcome(made), cls="rp-paper")


def _kind(document: Kind, form: As) -> str:
    if form != "pdf":
        return "text"
    return "main" if document == "my-plan" else "quiet"


async def _offered(sitting: Sitting, plan: Plan, document: Kind, form: As) -> Offer:
    desk = sitting.desk
    language = sitting.t if document in _OF_THE_AGENCY else Language(desk.person.language.value)
    session = desk.session.amended(finished=desk.revision.at) if desk.revision else desk.session
    written = of_plan(
        plan, desk.person, document, today=sitting.today, language=language, agency=sitting.agency, session=session
    )
    offer = await offer_async(written, form)
    desk.store.note_event("exported", desk.person.id, f"{document} {form}", by=desk.session.author)
    return offer


@reacton.component
def LeftOff(plan: Plan) -> Any:
    """Draw the parts of the person's page, to leave off what others might find and read."""
    sitting = use_sitting()
    desk = sitting.desk
    whole = plan.amended(left_off_paper=())
    parts = sections(whole, today=sitting.today, language=sitting.t)

    def toggled(part: str) -> tuple[str, ...]:
        off = plan.left_off_paper
        return tuple(one for one in off if one != part) if part in off else (*off, part)

    chips = (
        Chip(part.title, part.id in plan.left_off_paper, _putting(desk, toggled(part.id)), key=part.id)
        for part in parts
    )
    return grouped(Plan, "left_off_paper", (), *chips)


def _putting(desk: Any, parts: tuple[str, ...]) -> Callable[[], None]:
    return lambda: desk.put(("left_off_paper",), parts)
