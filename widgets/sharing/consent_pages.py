"""Making a consent, page by page: what, to whom, what for and until when, whose it is, and the words to sign."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from exports.catalog import of_consent
from planner.consent import Consent, ConsentKind, Recipient
from planner.consent.readiness import before_signing, doubts, is_over, next_of_that_day
from planner.consent.text import ALL_CARE_RECIPIENTS, clauses
from planner.model.message import say
from planner.sharing.recipient import as_recipient
from planner.words.reading import DayWords
from widgets.draft.context import use_session
from widgets.elements.markup import Button, div, heading, para, tag
from widgets.elements.note import Note
from widgets.elements.pages import Pages, use_page
from widgets.forms import Fields, form, page_of
from widgets.forms.cards import Cards
from widgets.forms.chips import Chip
from widgets.paper.copies import Copy
from widgets.sharing.signing import SignHere

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.caseload.agency import Agency
    from planner.consent import SignedConsent
    from planner.consent.text import Clause
    from planner.health.provider import Provider
    from planner.model.finding import Finding
    from planner.model.message import Message
    from planner.model.path import FieldPath
    from planner.words.language import Language

WHAT = form(Consent, "parts", "described")
NOTES = form(Consent, "described")
RECIPIENT = form(Recipient, "name", "address", "passes_on")
MEMBERS = form(Recipient, "members")
WHY = form(Consent, "purpose", "at_my_request", ("ends_on", "ends_when"))
WHY_ALL_CARE = form(Consent, "purpose", "at_my_request", ("ends_on", "ends_when"), "no_end")
NOT_SIGNED = form(Consent, "if_not_signed")
NAMES = form(Consent, "person_name", "discloser", "revoke_how")

PAGES = (
    ("what", say("What")),
    ("to", say("To whom")),
    ("why", say("What for, until when")),
    ("names", say("Names")),
    ("sign", say("Read and sign")),
)
_NEXT = {"what": "to", "to": "why", "why": "names", "names": "sign"}
PAGE_OF = page_of(
    what=(WHAT,), to=("recipients",), why=(WHY_ALL_CARE, NOT_SIGNED), names=(NAMES,), sign=("read_aloud_on",)
)


@reacton.component
def ConsentPages(
    consent: Consent, path: FieldPath, providers: tuple[Provider, ...], look_again: Callable[[], None]
) -> Any:
    """The pages of one consent in preparation."""
    t = use_session().t
    opened, turn = use_page(consent.id, "what", PAGE_OF)
    gone_on_to, note_going_on = reacton.use_state("")

    def go_on(page: str) -> None:
        note_going_on(page)
        turn(page)

    def draw(page: str) -> Any:
        return div(_drawn(page), data_focus=f"{consent.id}/{page}" if page == gone_on_to else None)

    def _drawn(page: str) -> Any:
        match page:
            case "what":
                return Fields(NOTES if consent.kind is ConsentKind.COUNSELING_NOTES else WHAT, consent, path)
            case "to":
                return Recipients(consent, path, providers)
            case "why":
                return Why(consent, path)
            case "names":
                return Names(consent, path)
            case _:
                return ReadAndSign(consent, path, turn, look_again)

    following = _NEXT.get(opened)
    return div(
        Pages(consent.id, PAGES, draw, opened, turn),
        Button(t("Go on"), lambda: go_on(following), kind="quiet", icon="more") if following else None,
        cls="rp-consent-pages",
    )


@reacton.component
def Why(consent: Consent, path: FieldPath) -> Any:
    """What for and until when; what a no would mean is said where care may go on with it (2.31(a)(10))."""
    asks_more = consent.kind in {ConsentKind.TPO, ConsentKind.SPECIFIC}
    return div(
        Fields(WHY_ALL_CARE if consent.is_for_all_care else WHY, consent, path),
        LastDay(consent, path),
        Fields(NOT_SIGNED, consent, path) if asks_more else None,
        cls="rp-fields",
    )


@reacton.component
def LastDay(consent: Consent, path: FieldPath) -> Any:
    """Ask about a last day that is over, or far off; offer the same day of the year, the next time it comes."""
    context = use_session()
    t, editor, today = context.t, context.editor, context.day_now
    asked = (*before_signing(consent, today), *doubts(consent, today))
    finding = next((one for one in asked if one.code in {"consent.over", "consent.far"}), None)
    if finding is None:
        return div(cls="rp-none")
    last = consent.ends_on.reading
    coming = next_of_that_day(last, today) if last and is_over(consent, today) else None
    way = (
        Button(
            t.day(coming),
            lambda: editor.put((*path, "ends_on"), DayWords(words=t.day(coming), reading=coming)),
            kind="chip",
        )
        if coming
        else None
    )
    return Note(finding, *filter(None, (way,)))


@reacton.component
def Names(consent: Consent, path: FieldPath) -> Any:
    """Whose consent it is, who may share, and where to write to take it back: the agency's address, if known."""
    context = use_session()
    t, editor = context.t, context.editor
    address = letters_to(context.agency)
    asked = (*before_signing(consent, context.day_now), *doubts(consent, context.day_now))
    finding = next((one for one in asked if one.where.field == "revoke_how"), None)
    way = (
        Button(t("Use {address}", address=address), lambda: editor.put((*path, "revoke_how"), address), kind="chip")
        if address
        else None
    )
    return div(
        Fields(NAMES, consent, path),
        Note(finding, *filter(None, (way,))) if finding else div(cls="rp-none"),
        cls="rp-fields",
    )


def letters_to(agency: Agency) -> str:
    """Return where a letter reaches the agency; nothing while it has no address."""
    address = agency.address.strip()
    return ", ".join(filter(None, (agency.name.strip(), address))) if address else ""


@reacton.component
def Recipients(consent: Consent, path: FieldPath, providers: tuple[Provider, ...]) -> Any:
    """Who may get it: providers of the plan to choose from, and others by name."""
    context = use_session()
    t, editor = context.t, context.editor
    chosen = {recipient.provider_id for recipient in consent.recipients}
    place = (*path, "recipients")

    def toggled(provider: Provider) -> tuple[Recipient, ...]:
        if provider.id in chosen:
            return tuple(one for one in consent.recipients if one.provider_id != provider.id)
        return (*consent.recipients, as_recipient(provider))

    chips = (
        Chip(one.name.strip(), one.id in chosen, lambda one=one: editor.put(place, toggled(one)), key=one.id)
        for one in providers
        if one.name.strip()
    )
    asks = t("Which of your providers?")
    return div(
        para(t("It goes to: {whom}", whom=ALL_CARE_RECIPIENTS), cls="rp-soft") if consent.is_for_all_care else None,
        div(para(asks, cls="rp-label"), div(*chips, cls="rp-chips", role="group", aria_label=asks)),
        Cards(
            tuple(one for one in consent.recipients if one.provider_id is None),
            place,
            RECIPIENT,
            title=lambda one: one.name,
            new=lambda new_id: Recipient(id=new_id),
            add=say("Add somebody else"),
            body=lambda one, here: Fields(MEMBERS, one, here) if one.passes_on else div(cls="rp-none"),
        ),
        cls="rp-fields",
    )


@reacton.component
def ReadAndSign(consent: Consent, path: FieldPath, turn: Callable[[str], None], look_again: Callable[[], None]) -> Any:
    """The words that are signed, each beside its plain words; then, once all is there, the place to sign."""
    today = use_session().day_now
    open_ones = before_signing(consent, today)
    if open_ones:
        return div(Words(consent), StillOpen(open_ones[0], turn), cls="rp-fields")
    return div(
        Words(consent),
        *(StillOpen(doubt, turn) for doubt in doubts(consent, today)[:1]),
        SignHere(consent, path, look_again),
        ConsentCopy(consent, say("Print it to sign on paper (PDF)")),
        cls="rp-fields",
    )


@reacton.component
def ConsentCopy(consent: Consent | SignedConsent, label: Message) -> Any:
    """The way to a copy for the person: with the signature, or with room for one."""
    return Copy(label, "consent-copy", lambda edition: of_consent(consent, edition))


@reacton.component
def Words(consent: Consent, signed_in: Language | None = None) -> Any:
    """The clauses: on one side the sentence that counts, on the other what it means.

    `signed_in` is the language in which it was signed; before that they are read in the language of the screen.
    """
    t = use_session().t
    spoken = signed_in or t
    head = div(para(t("The words that count")), para(t("In plain words")), cls="rp-clause rp-clause-head rp-soft")
    title = t("What was signed") if signed_in else t("Read it together")
    return tag(
        "section",
        heading(3, title, cls="rp-part-title"),
        head,
        *(_clause(clause, spoken) for clause in clauses(consent)),
        cls="rp-consent-words",
        aria_label=title,
        lang=spoken.code,
    )


def _clause(clause: Clause, t: Language) -> Any:
    items = [item if isinstance(item, str) else t(item) for item in clause.items]
    return div(
        div(
            para(t(clause.legal)),
            tag("ul", *(tag("li", one) for one in items), cls="rp-lines") if any(items) else None,
            cls="rp-clause-legal",
        ),
        para(t(clause.plain), cls="rp-clause-plain"),
        cls="rp-clause",
    )


@reacton.component
def StillOpen(finding: Finding, turn: Callable[[str], None]) -> Any:
    """What is open before it can be signed, with the way to its page."""
    t = use_session().t
    page = PAGE_OF.get(finding.where.field, "names")
    return Note(finding, Button(t("Go there"), lambda: turn(page), kind="chip"))
