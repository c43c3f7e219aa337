"""A consent on paper: the words that count beside plain words, and the signature or the place for one.

It is the person's own copy, so it needs no consent itself. A consent that nobody signed prints with room to sign.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.documents.signature import drawn_signature
from exports.page.blocks import Callout, Fact, Facts, Lead, Line, Room, Table
from exports.page.line import joined
from exports.page.notebook import PageContent, about_page
from exports.page.section import Drawing, Section
from planner.consent import SignedConsent, SignedHow, Signer, Standing
from planner.consent.consent import ConsentKind
from planner.consent.signed import prepared_standing, standing, words_of
from planner.consent.text import clauses
from planner.model.entry import has_text, label
from planner.model.message import Message, say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from exports.page.blocks import Block
    from exports.page.edition import Edition
    from planner.consent import Consent, Signature
    from planner.consent.text import Clause
    from planner.words.language import Language

TITLE = say("My consent")


def consent_copy(copied: Consent | SignedConsent, edition: Edition) -> PageContent:
    """Return the copy, in one language; where it was signed in another, those words stand there too."""
    t, agency = edition.language, edition.agency
    title = t(TITLE)
    about = about_page("consent-copy", title, edition, fit="whole-pages")
    lead = Lead(joined(t.day(edition.today, "full"), agency.name, agency.phone))
    return PageContent(title, (lead, _standing(copied, edition.today, t)), consent_sections(copied, t), about)


def consent_sections(copied: Consent | SignedConsent, t: Language) -> tuple[Section, ...]:
    """Return the words with plain words beside them, the signature, and what was signed in other words."""
    consent = copied.consent if isinstance(copied, SignedConsent) else copied
    words = Section("words", t("What I agree to"), (_words(consent, t),))
    if not isinstance(copied, SignedConsent):
        return (words, Section("sign", t("Signature"), tuple(_room_to_sign(t))))
    mark = drawn_signature(copied.signature.drawn, t("Drawn by {name}", name=copied.signature.name))
    drawn = (Drawing(t("Drawn on the screen"), mark),) if mark else ()
    signed = Section("signed", t("Signature"), tuple(_signed(copied, t)), drawn)
    return (words, signed, *_as_it_was_signed(copied, t))


def _standing(copied: Consent | SignedConsent, today: date, t: Language) -> Callout:
    """Say where it stands, and in the same breath that it can be taken back."""
    if not isinstance(copied, SignedConsent):
        note = t("Nothing is shared before it is signed. You can say no.")
        return Callout(t(copied.kind.label), t(prepared_standing(copied).label), note)
    now = standing(copied, today)
    note = t("You can take it back on any day, in writing.") if now is Standing.IN_FORCE else ""
    return Callout(t(copied.consent.kind.label), t(now.label), note)


def _words(consent: Consent, t: Language) -> Table:
    rows = tuple((_legal(clause, t), t(clause.plain)) for clause in clauses(consent))
    return Table((t("The words that count"), t("In plain words")), rows)


def _legal(clause: Clause, t: Language) -> str:
    items = (t(item) if isinstance(item, Message) else item for item in clause.items)
    return "\n".join((t(clause.legal), *(f"•\u00a0{item.strip()}" for item in items if item.strip())))


def _room_to_sign(t: Language) -> Iterator[Block]:
    yield Room(t("My signature"))
    yield Room(t("Name, written clearly"))
    yield Room(t("Day of the signature"))
    yield Room(t("If somebody signs for me: who, and why they may"))


def _signed(copied: SignedConsent, t: Language) -> Iterator[Block]:
    signature, pairs = copied.signature, [*_facts(copied.signature, t)]
    if copied.ended:
        ended = joined(t.show(copied.ended.reason), t.show(copied.ended.at), copied.ended.own_words)
        pairs.append((t("How it ended"), ended))
    yield Facts(tuple(Fact(name, words) for name, words in pairs if words.strip()))
    if signature.how is SignedHow.PAPER:
        yield Line(t("The paper that was signed is kept here."), quiet=True)
    if copied.consent.kind is ConsentKind.TPO:
        yield Line(t("You may keep this copy. Ask any time who was given what."), quiet=True)


def _facts(signature: Signature, t: Language) -> Iterator[tuple[str, str]]:
    kind = type(signature)
    yield t(label(kind, "name")), signature.name
    yield t("Day of the signature"), t.day(signature.on)
    yield t("How it was signed"), t.show(signature.how)
    if signature.signer is Signer.REPRESENTATIVE:
        yield t(label(kind, "signer")), t.show(signature.signer)
        yield t(label(kind, "authority")), signature.authority
    yield t(label(kind, "taken_by")), signature.taken_by


def _as_it_was_signed(copied: SignedConsent, t: Language) -> Iterator[Section]:
    """Yield the words under which the signature stands, where they read otherwise today or in this language."""
    signed = copied.signature.signed_words
    if signed and signed != words_of(copied.consent, t):
        note = Line(t("These are the words that were read and signed."), quiet=True)
        lines = tuple(Line(line) for line in signed if has_text(line))
        yield Section("as-signed", t("As it was signed"), (note, *lines))
