"""Sharing with a provider: a sheet for each one a consent permits, no button where none does, and what was given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import reacton

from exports.catalog import of_shared, offer_async
from exports.documents.care_team_sheet import sheet_sections
from exports.page.edition import Edition
from planner.consent.text import ends
from planner.sharing.accounting import CARE_TEAM_SHEET
from planner.sharing.checking import Asked, NotAgreedError
from planner.sharing.openings import not_open, openings
from planner.store.giving import Wish
from widgets.draft.context import use_session
from widgets.elements.markup import Button, div, heading, para, tag
from widgets.paper.beside import PaperSheet
from widgets.paper.making import Outcome, use_making
from widgets.sharing.accounting import Given
from widgets.sharing.consents import use_signed
from widgets.sharing.how_given import HowGiven

if TYPE_CHECKING:
    from collections.abc import Callable

    from exports.catalog import ExportedFile
    from planner.health.provider import Provider
    from planner.model.message import Message
    from planner.plan.plan import Plan
    from planner.sharing.disclosure import Disclosure
    from planner.sharing.openings import Opening
    from planner.sharing.shared_plan import SharedPlan
    from planner.store.giving import Released
    from planner.words.language import Language
    from widgets.draft.context import SessionContext


@reacton.component
def Sharing(plan: Plan) -> Any:
    """With whom the plan may be shared, with whom not yet, and what was given so far."""
    context = use_session()
    t, editor = context.t, context.editor
    signed, look_again = use_signed()
    why_not, tell = reacton.use_state(cast("Message | None", None))

    given_here, count = reacton.use_state(0)

    def handed_over(why_not: Message | None = None) -> None:
        """Look again once something left, or was refused."""
        tell(why_not)
        look_again()
        count(lambda n: n + 1)

    open_ones = openings(plan, signed, context.day_now, editor.now)
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
        Given(editor.person.id, given_here).key("given"),
        cls="rp-card rp-on-paper rp-sharing rp-fields",
        aria_label=t("For your providers"),
    )


@reacton.component
def ShareWith(plan: Plan, opening: Opening, handed_over: Callable[..., None]) -> Any:
    """One recipient, what the consent covers, a look at the sheet, and the way to give it."""
    context = use_session()
    t = context.t
    made, start = use_making()
    line, note_line = reacton.use_state(cast("Disclosure | None", None))
    looking, look_at = reacton.use_state(False)
    is_given, stands = reacton.use_state(True)
    name = opening.recipient.name.strip()

    def press() -> None:
        note_line(None)
        stands(True)
        start(CARE_TEAM_SHEET, lambda: _made(context, plan, opening, given, handed_over))

    def given(line: Disclosure) -> None:
        note_line(line)
        handed_over()

    def noted(was_given: bool) -> None:
        stands(was_given)
        handed_over()

    told = t("It stands in the accounting: {name} was given this sheet.", name=name)
    covered = " · ".join(t(part.label) for part in opening.parts)
    is_there = made is not None and made.offer is not None
    return div(
        para(name, cls="rp-own"),
        para(t("You agreed to: {parts}", parts=covered), cls="rp-soft"),
        para(t("Ends: {when}", when=ends(opening.signed.consent)), cls="rp-soft"),
        _ways(t, opening, press, lambda: look_at(not looking), is_open=looking),
        Look(plan, opening, handed_over) if looking else div(cls="rp-none"),
        Outcome(made) if is_given else div(cls="rp-none"),  # what was not given is not there to be saved
        para(told if is_there and is_given else "", cls="rp-told", role="status"),
        HowGiven(line, name, noted).key(line.id) if line and is_there else div(cls="rp-none"),
        cls="rp-share",
        role="group",
        aria_label=name,
    )


def _ways(t: Language, opening: Opening, make: Callable[[], None], look: Callable[[], None], *, is_open: bool) -> Any:
    """Return the buttons that show a recipient's sheet and make it."""
    name = opening.recipient.name.strip()
    says = t("Close the sheet") if is_open else t("Look at the sheet for {name} first", name=name)
    to_make, share = t("Make the sheet for {name}", name=name), {"data-share": opening.recipient.id}
    return div(
        Button(says, look, kind="text", attributes={"aria-expanded": str(is_open).lower()}),
        Button(to_make, make, kind="quiet", icon="arrow", attributes=share),
        cls="rp-row-foot",
    )


@reacton.component
def Look(plan: Plan, opening: Opening, refused: Callable[..., None]) -> Any:
    """The sheet as it would print. It stays here: nothing is noted, and there is nothing to save."""
    context = use_session()
    t = context.t
    try:
        shared = context.editor.record.giving.look(_wish(context, plan, opening))
    except NotAgreedError as problem:
        return Refused(problem.says, refused)
    parts = sheet_sections(shared, Edition(today=context.day_now, language=t, agency=context.agency))
    return div(
        para(t("Only a look: nothing has left, and nothing is noted."), cls="rp-soft", role="status"),
        PaperSheet(t(CARE_TEAM_SHEET), parts, t, t("The sheet for {name}", name=opening.recipient.name.strip())),
        cls="rp-look-first",
    )


@reacton.component
def Refused(says: Message, refused: Callable[..., None]) -> Any:
    """Tell whoever holds the list that a consent no longer permits it."""
    reacton.use_effect(lambda: refused(says), [])
    return div(cls="rp-none")


def _wish(context: SessionContext, plan: Plan, opening: Opening) -> Wish:
    editor = context.editor
    asked = Asked(
        recipient=opening.recipient,
        today=context.day_now,
        at=editor.now,
        what=context.t(CARE_TEAM_SHEET),
        document="care-team-sheet",
        by=editor.session.author,
    )
    return Wish(plan, opening.signed.id, asked, editor.new_id())


async def _made(
    context: SessionContext,
    plan: Plan,
    opening: Opening,
    given: Callable[[Disclosure], None],
    refused: Callable[[Message], None],
) -> Released[ExportedFile]:
    """Make the sheet and let it out with its line; what comes after that can only draw."""

    async def make(shared: SharedPlan) -> ExportedFile:
        edition = Edition(today=wish.asked.today, language=context.t, agency=context.agency, practice=context.practice)
        return await offer_async(of_shared("care-team-sheet", shared, edition), "pdf")

    wish = _wish(context, plan, opening)
    try:
        left = await context.editor.record.giving.give_async(wish, make)
    except NotAgreedError as problem:
        refused(problem.says)
        raise
    given(left.line)
    return left.released


@reacton.component
def NotOpen(providers: tuple[Provider, ...]) -> Any:
    """With whom nothing may be shared yet, and where a consent is made."""
    context = use_session()
    t, editor = context.t, context.editor
    if not providers:
        return div(cls="rp-none")
    names = t.list(provider.name.strip() for provider in providers)
    return div(
        para(t("Nothing may be shared with {names} yet.", names=names)),
        para(t("You can bring your own page to a visit. To have it sent, make a consent first."), cls="rp-soft"),
        Button(t("Go to {step}", step=t("Medications and health")), lambda: editor.go("medications"), kind="text"),
        cls="rp-not-open",
    )
