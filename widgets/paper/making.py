"""A document while it is made, and when it is there: a link that carries its own bytes, or why it did not come out."""

from __future__ import annotations

import asyncio
from base64 import b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import reacton

from exports.press.press import PressError
from planner.model.message import say
from planner.sharing.checking import NotAgreedError
from planner.store import StoreError
from widgets.draft.context import use_session
from widgets.elements.error_log import logged
from widgets.elements.markup import div, para, tag
from widgets.handshake import arrival

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from exports.catalog import ExportedFile
    from planner.model.message import Message
    from planner.store.giving import Released

    Make = Callable[[], Awaitable[Released[ExportedFile]]]


@dataclass(frozen=True)
class Made:
    """Where a document stands: on its way, ready, or not made, with the sentence that says why."""

    name: Message
    offer: Released[ExportedFile] | None = None
    why_not: Message | None = None


def use_making() -> tuple[Made | None, Callable[[Message, Make], None]]:
    """Return the document asked for last, and a function that begins to make one; it takes the place of another."""
    made, tell = reacton.use_state(cast("Made | None", None))
    under_way = reacton.use_ref(cast("Any", None))
    reacton.use_effect(lambda: lambda: under_way.current and under_way.current.cancel(), [])

    def start(name: Message, make: Make) -> None:
        if under_way.current:
            under_way.current.cancel()
        tell(Made(name))
        under_way.current = asyncio.ensure_future(_make(name, make, tell))

    return made, start


async def _make(name: Message, make: Make, tell: Callable[[Made], None]) -> None:
    try:
        offer = await make()
    except (PressError, NotAgreedError, StoreError) as problem:
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
    """How far the document is, for eyes and screen readers alike."""
    t = use_session().t
    if made is None:
        return div(cls="rp-paper-state", role="status")
    if made.why_not:
        return div(para(t(made.why_not), cls="rp-why-not"), cls="rp-paper-state", role="status")
    if made.offer is None:
        waiting = tag("progress", cls="rp-progress", aria_label=t(made.name))
        return div(para(t("Making “{name}” …", name=made.name)), waiting, cls="rp-paper-state", role="status")
    return div(
        Ready(made.offer),
        *(para(t(remark.says), cls="rp-soft") for remark in made.offer.made.remarks),
        cls="rp-paper-state",
        role="status",
    )


@reacton.component
def Ready(released: Released[ExportedFile]) -> Any:
    """The finished document as a link. It carries its own bytes: no address of the server leads to them."""
    t, offer = use_session().t, released.made
    carried = reacton.use_memo(lambda: _carried(offer, is_served=arrival() is not None), [offer])
    size = t("{size} KB", size=max(1, round(len(offer.data) / 1000)))
    return tag(
        "a",
        tag("span", t("Save “{name}”", name=offer.filename)),
        tag("span", size, cls="rp-soft"),
        cls="rp-button rp-save",
        download=offer.filename,
        data_focus=f"{offer.filename}-{len(offer.data)}",
        **carried,
    )


def _carried(offer: ExportedFile, *, is_served: bool) -> dict[str, str]:
    """Return a link's bytes, for the page's own script, which makes an address of them that no browser keeps.

    JupyterLab has no such script, and only invented people: there the address holds the bytes itself.
    """
    data = b64encode(offer.data).decode()
    return (
        {"data_save": data, "data_save_type": offer.mime} if is_served else {"href": f"data:{offer.mime};base64,{data}"}
    )
