"""What goes on paper: the documents of a session, made while you watch and offered as a link to save."""

from __future__ import annotations

import asyncio
from base64 import b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import reacton

from exports.my_plan import sections
from exports.offers import offer_async
from exports.press import PressError
from planner.language import Language
from planner.message import say
from planner.plan import Plan
from widgets.fields.chips import Chip
from widgets.fields.frame import grouped
from widgets.markup import Button, div, para, tag
from widgets.sitting import use_sitting
from widgets.trouble import logged

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


@dataclass(frozen=True)
class Made:
    """Where a document stands: on its way, ready, or not made, with the sentence that says why."""

    name: Message
    offer: Offer | None = None
    why_not: Message | None = None


@reacton.component
def Paper(plan: Plan, papers: tuple[tuple[Kind, As, Message], ...] = PAPERS) -> Any:
    """Draw a button for each document, and below it the one that was asked for last."""
    sitting = use_sitting()
    made, tell = reacton.use_state(cast("Made | None", None))
    under_way = reacton.use_ref(cast("Any", None))
    reacton.use_effect(lambda: lambda: under_way.current and under_way.current.cancel(), [])

    def ask_for(document: Kind, form: As, name: Message) -> Callable[[], None]:
        def press() -> None:
            if under_way.current:
                under_way.current.cancel()
            tell(Made(name))
            under_way.current = asyncio.ensure_future(_make(sitting, plan, document, form, name, tell))

        return press

    buttons = (
        Button(sitting.t(name), ask_for(document, form, name), kind=_kind(document, form)).key(f"{document} {form}")
        for document, form, name in papers
    )
    return div(div(*buttons, cls="rp-papers"), Outcome(made), cls="rp-paper")


def _kind(document: Kind, form: As) -> str:
    if form != "pdf":
        return "text"
    return "main" if document == "my-plan" else "quiet"


async def _make(
    sitting: Sitting, plan: Plan, document: Kind, form: As, name: Message, tell: Callable[[Made], None]
) -> None:
    desk = sitting.desk
    language = Language(desk.person.language.value) if document == "my-plan" else sitting.t
    try:
        offer = await offer_async(plan, desk.person, document, form, today=sitting.today, language=language)
        desk.store.note_event("exported", desk.person.id, f"{document} {form}", by=desk.session.author)
    except PressError as problem:
        tell(Made(name, why_not=problem.says))
    except Exception as problem:  # noqa: BLE001 (nobody above a task would hear of it: it gets a number and a sentence)
        tell(Made(name, why_not=_stopped(problem)))
    else:
        tell(Made(name, offer))


def _stopped(problem: Exception) -> Message:
    return say(
        "This page could not be made just now (number {number}). Your plan is kept. Try once more.",
        number=logged(problem),
    )


@reacton.component
def Outcome(made: Made | None) -> Any:
    """Draw how far the document is, for eyes and screen readers alike."""
    t = use_sitting().t
    if made is None:
        return div(cls="rp-paper-state", role="status")
    if made.why_not:
        return div(para(t(made.why_not), cls="rp-why-not"), cls="rp-paper-state", role="status")
    if made.offer is None:
        waiting = tag("progress", cls="rp-progress", aria_label=t(made.name))
        return div(para(t("Making “{name}” …", name=made.name)), waiting, cls="rp-paper-state", role="status")
    return div(
        Ready(made.offer),
        *(para(t(remark.says), cls="rp-soft") for remark in made.offer.remarks),
        cls="rp-paper-state",
        role="status",
    )


@reacton.component
def Ready(offer: Offer) -> Any:
    """Draw the finished document as a link. It carries its own bytes: no address of the server leads to them."""
    t = use_sitting().t
    address = reacton.use_memo(lambda: f"data:{offer.mime};base64,{b64encode(offer.data).decode()}", [offer])
    size = t("{size} KB", size=max(1, round(len(offer.data) / 1000)))
    return tag(
        "a",
        tag("span", t("Save “{name}”", name=offer.filename)),
        tag("span", size, cls="rp-soft"),
        cls="rp-button rp-save",
        href=address,
        download=offer.filename,
        data_focus=f"{offer.filename}-{len(offer.data)}",
    )


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
