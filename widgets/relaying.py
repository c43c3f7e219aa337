"""Passing on what was noticed: a message for one provider to copy, only under a consent that covers it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import reacton

from planner.consent import Part
from planner.consent.checking import Asked, NotAgreedError
from planner.consent.openings import openings
from planner.message import say
from planner.plan import find
from planner.provider import Provider
from planner.relay import relay
from planner.store import StoreError
from widgets.consents import use_signed
from widgets.markup import Button, div, para, tag
from widgets.sitting import use_sitting

if TYPE_CHECKING:
    from planner.consent.openings import Opening
    from planner.message import Message
    from planner.observation import Observation
    from planner.plan import Plan
    from widgets.sitting import Sitting


@reacton.component
def Relay(plan: Plan, seen: Observation) -> Any:
    """Draw how what was noticed reaches the provider who should hear it; no button without a consent for it."""
    sitting = use_sitting()
    t, desk = sitting.t, sitting.desk
    signed, look_again = use_signed()
    text, show = reacton.use_state("")
    why_not, tell = reacton.use_state(cast("Message | None", None))
    provider = find(plan, seen.relay_to)
    name = provider.name.strip() if isinstance(provider, Provider) else ""
    opening = next(
        (
            one
            for one in openings(plan, signed, sitting.day_now, desk.now)
            if one.recipient.provider_id == seen.relay_to and Part.OBSERVATIONS in one.parts
        ),
        None,
    )

    def press() -> None:
        try:
            show(_message(sitting, plan, seen, cast("Opening", opening)))
            tell(None)
        except (NotAgreedError, StoreError) as problem:
            show("")
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
        tag("pre", text, cls="rp-message", tabindex="0", aria_label=t("Message to copy")) if text else None,
        cls="rp-relay",
    )


def _message(sitting: Sitting, plan: Plan, seen: Observation, opening: Opening) -> str:
    """Return the text to copy, once the line stands in the accounting."""
    desk, t = sitting.desk, sitting.t
    parts = {Part.OBSERVATIONS} | ({Part.MEDICATIONS} if seen.medication_id else set())
    asked = Asked(
        recipient=opening.recipient,
        today=desk.store.today(),
        at=desk.now,
        what=t("Message about what was noticed"),
        by=desk.session.author,
        parts=frozenset(parts),
        item_ids=frozenset(filter(None, (seen.id, seen.medication_id))),
    )
    sharing = desk.store.share(plan, opening.signed.id, asked, disclosure_id=desk.new_id())
    desk.store.hand_over(sharing)
    return relay(sharing.shared, t)
