"""Passing on what was noticed: a message for one provider to copy, only under a consent that covers it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import reacton

from planner.consent import Part
from planner.health.provider import Provider
from planner.model.message import say
from planner.plan.plan import find
from planner.sharing.accounting import NOTICED
from planner.sharing.checking import Asked, NotAgreedError
from planner.sharing.openings import openings
from planner.sharing.provider_message import relay
from planner.store import StoreError
from planner.store.giving import Wish
from widgets.draft.context import use_session
from widgets.elements.markup import Button, div, para, tag
from widgets.sharing.consents import use_signed
from widgets.sharing.how_given import HowGiven

if TYPE_CHECKING:
    from planner.health.observation import Observation
    from planner.model.message import Message
    from planner.plan.plan import Plan
    from planner.sharing.openings import Opening
    from planner.store.giving import Given
    from planner.words.language import Language
    from widgets.draft.context import SessionContext


@reacton.component
def Relay(plan: Plan, seen: Observation) -> Any:
    """How what was noticed reaches the provider who should hear it; no button without a consent for it."""
    context = use_session()
    t, editor = context.t, context.editor
    signed, look_again = use_signed()
    left, show = reacton.use_state(cast("Given[str] | None", None))
    is_given, stands = reacton.use_state(True)
    why_not, tell = reacton.use_state(cast("Message | None", None))
    provider = find(plan, seen.relay_to)
    name = provider.name.strip() if isinstance(provider, Provider) else ""
    agreed = openings(plan, signed, context.day_now, editor.now)
    opening = next((opening for opening in agreed if _covers(opening, seen)), None)

    def press() -> None:
        try:
            show(_given(context, plan, seen, cast("Opening", opening)))
            stands(True)
            tell(None)
        except (NotAgreedError, StoreError) as problem:
            show(None)
            tell(problem.says)
        look_again()

    if not name:
        return div(cls="rp-none")
    if opening is None:
        says = why_not or say("Nothing is passed on to {name} yet. First a consent that covers it.", name=name)
        return div(para(t(says), cls="rp-soft", role="status"), cls="rp-relay")
    return div(
        para(t("Your consent covers this. Once it is made, the message stands in the accounting."), cls="rp-soft"),
        Button(t("Make the message for {name}", name=name), press, kind="quiet", icon="arrow"),
        para(t(why_not) if why_not else "", cls="rp-why-not", role="alert"),
        _to_copy(left.released.made, t) if left and is_given else None,
        HowGiven(left.line, name, stands).key(left.line.id) if left else None,
        cls="rp-relay",
    )


def _covers(opening: Opening, seen: Observation) -> bool:
    """Whether a consent lets this provider hear of what was noticed."""
    return opening.recipient.provider_id == seen.relay_to and Part.OBSERVATIONS in opening.parts


def _to_copy(text: str, t: Language) -> Any:
    return tag("pre", text, cls="rp-message", tabindex="0", aria_label=t("Message to copy"))


def _given(context: SessionContext, plan: Plan, seen: Observation, opening: Opening) -> Given[str]:
    """Return the text to copy, with its line in the accounting."""
    editor, t = context.editor, context.t
    parts = {Part.OBSERVATIONS} | ({Part.MEDICATIONS} if seen.medication_id else set())
    asked = Asked(
        recipient=opening.recipient,
        today=context.day_now,
        at=editor.now,
        what=t(NOTICED),
        document="message",
        by=editor.session.author,
        parts=frozenset(parts),
        item_ids=frozenset(filter(None, (seen.id, seen.medication_id))),
    )
    wish = Wish(plan, opening.signed.id, asked, editor.new_id())
    return editor.record.giving.give(wish, lambda shared: relay(shared, t))
