"""Sharing with a provider: a sheet for each one a consent permits, no button where none does, and what was given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import reacton

from exports.offers import of_shared, offer_async
from planner.consent.checking import Asked, NotAgreedError
from planner.consent.openings import not_open, openings
from planner.consent.text import ends
from planner.message import say
from widgets.accounting import Given
from widgets.consents import use_signed
from widgets.making import Outcome, use_making
from widgets.markup import Button, div, heading, para, tag
from widgets.sitting import use_sitting

if TYPE_CHECKING:
    from collections.abc import Callable

    from exports.offers import Offer
    from planner.consent.openings import Opening
    from planner.message import Message
    from planner.plan import Plan
    from planner.provider import Provider
    from widgets.sitting import Sitting

SHEET = say("Care-team sheet")


@reacton.component
def Sharing(plan: Plan) -> Any:
    """Draw with whom the plan may be shared, with whom not yet, and what was given so far."""
    sitting = use_sitting()
    t, desk = sitting.t, sitting.desk
    signed, look_again = use_signed()
    why_not, tell = reacton.use_state(cast("Message | None", None))

    given_here, count = reacton.use_state(0)

    def handed_over(why_not: Message | None = None) -> None:
        """Look again once something left, or was refused."""
        tell(why_not)
        look_again()
        count(lambda n: n + 1)

    open_ones = openings(plan, signed, sitting.day_now, desk.now)
    closed = not_open(plan, open_ones)
    if not (open_ones or closed or signed):
        return div(cls="rp-none")
    return tag(
        "section",
        heading(2, t("For your providers"), cls="rp-leaf-title"),
        para(t("Each sheet holds what you agreed to, and nothing else."), cls="rp-leaf-asks"),
        *(
            ShareWith(plan, one, handed_over).key(f"{one.signed.id}/{one.recipient.id}/{one.recipient.name}")
            for one in open_ones
        ),
        para(t(why_not) if why_not else "", cls="rp-why-not", role="alert"),
        NotOpen(closed).key("closed"),
        Given(desk.person.id, given_here).key("given"),
        cls="rp-card rp-on-paper rp-sharing rp-fields",
        aria_label=t("For your providers"),
    )


@reacton.component
def ShareWith(plan: Plan, opening: Opening, handed_over: Callable[..., None]) -> Any:
    """Draw one recipient, what the consent covers, and the way to the sheet."""
    sitting = use_sitting()
    t = sitting.t
    made, start = use_making()
    name = opening.recipient.name.strip()

    def press() -> None:
        start(SHEET, lambda: _made(sitting, plan, opening, handed_over))

    covered = " · ".join(t(part.label) for part in opening.parts)
    given = t("It stands in the accounting: {name} was given this sheet.", name=name) if made and made.offer else ""
    return div(
        para(name, cls="rp-own"),
        para(t("You agreed to: {parts}", parts=covered), cls="rp-soft"),
        para(t("Ends: {when}", when=ends(opening.signed.consent)), cls="rp-soft"),
        Button(
            t("Make the sheet for {name}", name=name),
            press,
            kind="quiet",
            icon="arrow",
            attributes={"data-share": opening.recipient.id},
        ),
        Outcome(made),
        para(given, cls="rp-told", role="status"),
        cls="rp-share",
        role="group",
        aria_label=name,
    )


async def _made(sitting: Sitting, plan: Plan, opening: Opening, handed_over: Callable[..., None]) -> Offer:
    """Make the sheet; the store looks at the consent before, and once more when it is handed over."""
    desk, t = sitting.desk, sitting.t
    asked = Asked(
        recipient=opening.recipient,
        today=desk.store.today(),
        at=desk.now,
        what=t(SHEET),
        by=desk.session.author,
    )
    try:
        sharing = desk.store.share(plan, opening.signed.id, asked, disclosure_id=desk.new_id())
        sheet = of_shared(sharing.shared, "care-team-sheet", today=asked.today, language=t, agency=sitting.agency)
        offer = await offer_async(sheet, "pdf")
        desk.store.hand_over(sharing)
    except NotAgreedError as problem:
        handed_over(problem.says)
        raise
    handed_over()
    desk.store.note_event("exported", desk.person.id, "care-team-sheet pdf", by=desk.session.author)
    return offer


@reacton.component
def NotOpen(providers: tuple[Provider, ...]) -> Any:
    """Draw with whom nothing may be shared yet, and where a consent is made."""
    sitting = use_sitting()
    t, desk = sitting.t, sitting.desk
    if not providers:
        return div(cls="rp-none")
    names = t.list(one.name.strip() for one in providers)
    return div(
        para(t("Nothing may be shared with {names} yet.", names=names)),
        para(t("You can bring your own page to a visit. To have it sent, make a consent first."), cls="rp-soft"),
        Button(t("Go to {step}", step=t("Medications and health")), lambda: desk.go("medications"), kind="text"),
        cls="rp-not-open",
    )
