"""Consents: the ones in preparation, step by step, and the ones that were signed and where they stand today."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.care_team.alignment import consent_missing
from planner.consent import Consent, ConsentKind, Ended, EndReason
from planner.consent.consent import renewed
from planner.consent.part import TITLES
from planner.consent.signed import Standing, ending_findings, prepared_standing, standing, words_of
from planner.consent.text import ends
from planner.model.message import say
from planner.words.language import LANGUAGES, Language
from widgets.draft.context import use_session
from widgets.elements.attempt import WhyNot, use_attempt
from widgets.elements.markup import Button, div, heading, para, tag
from widgets.elements.note import Notes
from widgets.forms import form
from widgets.forms.cards import Cards
from widgets.forms.sheet import Sheet
from widgets.sharing.consent_pages import ConsentCopy, ConsentPages, Words, letters_to
from widgets.sharing.signing import SignatureMark

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.consent import SignedConsent
    from planner.model.finding import Finding
    from planner.model.message import Message
    from planner.plan.plan import Plan
    from widgets.draft.context import SessionContext

KIND = form(Consent, "kind")
OWN_WORDS = form(Ended, "own_words")


def use_signed() -> tuple[tuple[SignedConsent, ...], Callable[[], None]]:
    """Return the consents this person signed, as the store has them, and a function that looks again."""
    editor = use_session().editor
    looked, look = reacton.use_state(0)
    signed = reacton.use_memo(lambda: editor.record.agreements.consents(editor.person.id), [looked, editor.person.id])
    return signed, lambda: look(lambda n: n + 1)


@reacton.component
def Consents(plan: Plan, findings: tuple[Finding, ...]) -> Any:
    """What is prepared and what is signed."""
    context = use_session()
    t = context.t
    signed, look_again = use_signed()
    kept = {one.id for one in signed}
    mine = [finding for finding in findings if finding.where.item in {consent.id for consent in plan.consents}]
    today = context.day_now
    across = (*ending_findings(signed, today), *consent_missing(plan, signed, today))
    return div(
        *(SignedCard(one, look_again).key(one.id) for one in signed),
        Cards(
            tuple(one for one in plan.consents if one.id not in kept),
            ("consents",),
            KIND,
            title=lambda one: title_of(one, t),
            new=lambda new_id: begun(new_id, context),
            add=say("Make a consent"),
            body=lambda one, path: ConsentPages(one, path, plan.providers, look_again),
            below=lambda one: para(t(prepared_standing(one).label), cls="rp-soft rp-below"),
            findings=findings,
        ).key("prepared"),
        Notes(across if context.staff or not mine else ()).key("across"),
        cls="rp-cards rp-consents",
    )


def begun(new_id: str, context: SessionContext) -> Consent:
    """Return a consent with the names that are known already."""
    person, agency = context.editor.person, context.agency
    name = person.full_name.strip() or person.called.strip()
    return Consent(id=new_id, person_name=name, discloser=agency.name.strip(), revoke_how=letters_to(agency))


def title_of(consent: Consent, t: Language) -> str:
    """Return who may get it, or what kind of consent it is."""
    names = [recipient.name.strip() for recipient in consent.recipients if recipient.name.strip()]
    return t.list(names) if names and not consent.is_for_all_care else t(consent.kind.label)


@reacton.component
def SignedCard(signed: SignedConsent, look_again: Callable[[], None]) -> Any:
    """One signed consent: where it stands, what it covers, and the ways to read it and to take it back."""
    context = use_session()
    t, editor = context.t, context.editor
    shows, show = reacton.use_state("")
    name = title_of(signed.consent, t)
    now = standing(signed, context.day_now)

    def again() -> None:
        editor.add(("consents",), renewed(signed.consent, editor.new_id))

    ways = (
        (say("Read it"), lambda: show("" if shows == "words" else "words"), True),
        (say("Take it back"), lambda: show("" if shows == "end" else "end"), signed.ended is None),
        (say("Make a new one like it"), again, True),
    )
    return tag(
        "section",
        para(name, cls="rp-own"),
        tag("span", t(now.label), cls="rp-mark" if now is Standing.IN_FORCE else "rp-mark rp-mark-off"),
        para(scope_of(signed, t), cls="rp-soft rp-consent-scope"),
        div(*(_way(t(label), press, name) for label, press, fits in ways if fits), cls="rp-folded-ways"),
        _shown(shows, signed, lambda: show(""), look_again),
        ConsentCopy(signed, say("Print a copy (PDF)")),
        cls="rp-card rp-signed",
        aria_label=name,
        data_standing=now.value,
        data_focus=f"signed/{signed.id}",
    )


def _way(label: str, press: Callable[[], None], name: str) -> Any:
    return Button(label, press, kind="text", attributes={"aria-label": f"{label}: {name}"}).key(label)


def _shown(shows: str, signed: SignedConsent, close: Callable[[], None], look_again: Callable[[], None]) -> Any:
    if shows == "words":
        return div(SignedWords(signed), SignatureMark(signed.signature), cls="rp-fields rp-signed-words")
    return TakeBack(signed, close, look_again) if shows == "end" else div(cls="rp-none")


@reacton.component
def SignedWords(signed: SignedConsent) -> Any:
    """The words that were signed, in the language they were signed in.

    They stand beside their plain words as they did then; line by line where this program says them otherwise by now.
    """
    lines = signed.signature.signed_words
    language = next((one for one in map(Language, LANGUAGES) if words_of(signed.consent, one) == lines), None)
    if language is None:
        return div(*(para(line) for line in lines), cls="rp-signed-lines")
    return Words(signed.consent, language)


def scope_of(signed: SignedConsent, t: Language) -> str:
    """Return when it was signed, what it covers, and when it ends."""
    parts = (
        t("Signed on {day}", day=signed.signature.on),
        *(t(TITLES[part]) for part in signed.consent.parts),
        t(signed.consent.kind.label) if signed.consent.kind is not ConsentKind.SPECIFIC else "",
        t("Ends: {when}", when=ends(signed.consent)),
    )
    return " · ".join(part for part in parts if part)


@reacton.component
def TakeBack(signed: SignedConsent, close: Callable[[], None], look_again: Callable[[], None]) -> Any:
    """What taking it back means, words for it if the person wants some, and the reasons to choose from."""
    context = use_session()
    t, editor = context.t, context.editor
    end, keep = reacton.use_state(Ended(reason=EndReason.REVOKED, at=editor.now, by=editor.session.author))
    why_not, attempt = use_attempt()

    def press(reason: EndReason) -> None:
        over = end.amended(reason=reason, at=editor.now)
        if attempt(lambda: editor.record.agreements.end_consent(signed.id, over)):
            close()
        look_again()

    ways = (
        Button(t(reason.label), lambda reason=reason: press(reason), kind="quiet").key(reason.value)
        for reason in EndReason
    )
    return div(
        heading(3, t("Take it back"), cls="rp-part-title"),
        para(t("From then on nothing more is shared. What was sent before can not be called back."), cls="rp-soft"),
        Sheet(OWN_WORDS, end, keep, f"end-{signed.id}"),
        div(*ways, cls="rp-row-foot", role="group", aria_label=t("Why it ends")),
        WhyNot(why_not),
        cls="rp-fields rp-take-back",
        data_focus=f"end-{signed.id}",
    )


def line_of(plan: Plan) -> str | Message:
    """Return what the folded topic says about what is prepared."""
    n = len(plan.consents)
    return say("Consents made here: {n}", n=n) if n else ""
