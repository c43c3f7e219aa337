"""A consent with its signature, as the store keeps it for good; and where it stands on a day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated

from pydantic import StringConstraints

from planner.consent.consent import Consent, consent_findings
from planner.consent.text import clauses
from planner.model.choice import Choice
from planner.model.entry import Entry, Item, ItemId, has_text, labelled, words
from planner.model.finding import Finding, Place, Weight
from planner.model.instant import Instant
from planner.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planner.words.language import Language

Strokes = Annotated[str, StringConstraints(pattern=r"^[MLml0-9 .,\-]*$", max_length=100_000)]
"""A drawing as the path data of lines, and nothing else."""


_RENEW_IN_TIME = timedelta(days=30)


class SignedHow(Choice):
    """How it was signed. Agreeing aloud is none of these."""

    TYPED = "typed", say("Typed name")
    DRAWN = "drawn", say("Drawn on the screen")
    PAPER = "paper", say("On paper, kept here")


class Signer(Choice):
    """Who signed (42 CFR 2.14 and 2.15 say when somebody else may)."""

    SELF = "self", say("I, for myself")
    REPRESENTATIVE = "representative", say("Somebody who may sign for me")


class Signature(Entry):
    """A signature, its day, and the words that were signed."""

    how: SignedHow
    name: str = words("Name of the one who signs", limit=120)
    drawn: Strokes = labelled("Signature", "")
    signer: Signer = labelled("Who signs", Signer.SELF)
    authority: str = words("Why they may sign", limit=160)
    """A parent, a guardian, a power of attorney."""

    on: date
    at: Instant  # when it was noted here; `on` is the day that stands beside the signature
    taken_by: str = words("Taken by", limit=80)
    signed_words: tuple[str, ...] = labelled("What was signed", ())

    @property
    def is_there(self) -> bool:
        """Whether somebody signed, and where it was not the person, whether it says why they may."""
        mark = self.drawn if self.how is SignedHow.DRAWN else self.name
        return has_text(mark) and (self.signer is Signer.SELF or has_text(self.authority))


class EndReason(Choice):
    """Why a consent is over before its last day."""

    REVOKED = "revoked", say("I took it back")
    EVENT = "event", say("What it waited for has happened")
    FALSE = "false", say("Something in it is not true")


class Ended(Entry):
    """The end of a consent. It counts from the moment it is noted."""

    reason: EndReason
    at: Instant
    own_words: str = words("In my own words", limit=200)
    by: str = words("Noted by", limit=80)


class SignedConsent(Item):
    """A consent that was signed; its id is the id of the consent."""

    person_id: ItemId
    consent: Consent
    signature: Signature
    ended: Ended | None = None


class Standing(Choice):
    """Where a consent stands. Only the first permits anything."""

    IN_FORCE = "in force", say("Valid today")
    NOT_SIGNED = "not signed", say("Not signed yet")
    READ_ALOUD = "read aloud", say("Read aloud, not signed yet")
    OPEN = "open", say("Something is still open in it")
    LATER = "later", say("Signed with a later day")
    OVER = "over", say("Its last day has gone by")
    REVOKED = "revoked", say("Taken back")
    ENDED = "ended", say("Ended")


def sign(consent: Consent, person_id: str, signature: Signature, language: Language) -> SignedConsent:
    """Put a signature under a consent, with the words as they were read in that language."""
    signature = signature.amended(signed_words=words_of(consent, language))
    return SignedConsent(id=consent.id, person_id=person_id, consent=consent, signature=signature)


def words_of(consent: Consent, language: Language) -> tuple[str, ...]:
    """Return a consent line by line, as it is read in a language today."""
    return tuple(line for clause in clauses(consent) for line in clause.lines(language))


def ended(signed: SignedConsent, end: Ended) -> SignedConsent:
    """End a consent. One that has ended stays as it ended first."""
    return signed if signed.ended else signed.amended(ended=end)


def ending_findings(consents: Iterable[SignedConsent], today: date) -> Iterator[Finding]:
    """Yield each consent in force whose last day is near, so that it can be renewed in time."""
    for one in consents:
        last = one.consent.ends_on.reading
        if last and standing(one, today) is Standing.IN_FORCE and last - today <= _RENEW_IN_TIME:
            yield Finding(
                "consent.ends",
                Place("medications", field="consents"),
                say("A consent ends after {day}. Would you like a new one?", day=last),
                say("The words can stay as they are. Look at them once more."),
                weight=Weight.SOON,
            )


def prepared_standing(consent: Consent) -> Standing:
    """Return where a consent stands that nobody has signed."""
    return Standing.READ_ALOUD if has_text(consent.read_aloud_on.words) else Standing.NOT_SIGNED


def standing(signed: SignedConsent, today: date) -> Standing:
    """Return where a signed consent stands on a day. Its last day still counts."""
    consent, signature = signed.consent, signed.signature
    if signed.ended:
        return Standing.REVOKED if signed.ended.reason is EndReason.REVOKED else Standing.ENDED
    if not signature.is_there:
        return prepared_standing(consent)
    if any(True for _ in consent_findings(consent)):
        return Standing.OPEN
    if signature.on > today:
        return Standing.LATER
    return Standing.OVER if consent.ends_on.reading and consent.ends_on.reading < today else Standing.IN_FORCE
