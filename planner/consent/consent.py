"""A consent while it is prepared: who may tell what to whom, what for, and until when. It permits nothing yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.consent.part import Part
from planner.model.choice import Choice
from planner.model.entry import Item, ItemId, has_text, labelled, words
from planner.model.finding import Finding, Place, Weight
from planner.model.message import Message, say
from planner.model.side import Side
from planner.words.reading import DayWords

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class ConsentKind(Choice):
    """The four kinds. The last two stand alone and can not be part of another consent (42 CFR 2.31(b) and (d))."""

    SPECIFIC = "specific", say("For certain people")
    TPO = "treatment, payment, operations", say("One consent for all my care")
    COUNSELING_NOTES = "counseling notes", say("For counseling notes alone")
    PROCEEDINGS = "proceedings", say("For a court or other legal case alone")


class Recipient(Item):
    """A person, place or group that may receive it."""

    name: str = words("Who may get it", limit=120)
    """A name, or a group such as the staff of a clinic."""

    address: str = words("Their address", limit=200)
    provider_id: ItemId | None = labelled("From my providers")
    passes_on: bool = labelled("They pass it on to others, such as a health network", default=False)
    """The rule calls it an intermediary."""

    members: str = words("To whom they may pass it on", limit=300)
    """Names, or those members who treat you."""


class Consent(Item):
    """What the person agrees to, element by element."""

    kind: ConsentKind = labelled("What kind", ConsentKind.SPECIFIC)
    person_name: str = words("My name", limit=120)
    discloser: str = words("Who may share", limit=200)
    """The agency, or a person or group in it."""

    parts: tuple[Part, ...] = labelled("What may be shared", ())
    described: str = words("Said more exactly", limit=300)
    """Which notes, which dates: what should be clear to both."""

    recipients: tuple[Recipient, ...] = labelled("Who may get it", ())
    purpose: str = words("What for", limit=200)
    """How will it help you?"""

    at_my_request: bool = labelled("I asked for it myself", default=False)
    """Then no other reason is needed."""

    revoke_how: str = words("How to take it back", limit=200)
    """Where to write or send a message. You can do it on any day."""

    ends_on: DayWords = labelled("Last day", DayWords(), side=Side.EITHER)  # one that is over has its own question
    ends_when: str = words("Or it ends when this happens", limit=160)
    """The end of the program, or a visit."""

    no_end: bool = labelled("It has no last day", default=False)
    """Only where it is for all your care."""

    if_not_signed: str = words("What happens if I do not sign", limit=300)
    """Does anything in your care depend on it?"""

    read_aloud_on: DayWords = labelled("Read aloud on", DayWords(), side=Side.BACK)
    """By phone or video. Until it is signed, nothing is shared."""

    read_aloud_by: str = words("Read aloud by", limit=80)

    @property
    def is_for_all_care(self) -> bool:
        """Whether it is the single consent for treatment, payment and health care operations."""
        return self.kind is ConsentKind.TPO


def renewed(consent: Consent, new_id: Callable[[], str]) -> Consent:
    """Return a new consent with the same words and without its last day, to be looked at together and signed anew."""
    recipients = tuple(recipient.amended(id=new_id()) for recipient in consent.recipients)
    fresh = {"ends_on": DayWords(), "read_aloud_on": DayWords(), "read_aloud_by": ""}
    return consent.amended(id=new_id(), recipients=recipients, **fresh)


def prepared_findings(consent: Consent) -> Iterator[Finding]:
    """Yield what is open in a consent while it is prepared, and that one read aloud still waits for its signature."""
    yield from consent_findings(consent)
    if has_text(consent.read_aloud_on.words):
        yield Finding(
            "consent.aloud",
            Place("medications", consent.id, "read_aloud_on"),
            say("It was read aloud. When can it be signed?"),
            say("Until then nothing is shared. On paper or on a screen is fine."),
            weight=Weight.SOON,
        )


def consent_findings(consent: Consent) -> Iterator[Finding]:
    """Yield each element of a valid consent that is still open (42 CFR 2.31(a)); signature and date come later."""
    for code, field, is_there, says in _elements(consent):
        if not is_there:
            where = Place("medications", consent.id, field)
            yield Finding(f"consent.{code}", where, says, _TRY.get(code), weight=Weight.OPEN)


def _elements(consent: Consent) -> Iterator[tuple[str, str, bool, Message]]:
    is_notes = consent.kind is ConsentKind.COUNSELING_NOTES
    what = has_text(consent.described) if is_notes else bool(consent.parts)
    why = consent.is_for_all_care or consent.at_my_request or has_text(consent.purpose)
    if consent.kind is ConsentKind.PROCEEDINGS:
        why = has_text(consent.purpose)
    yield "name", "person_name", has_text(consent.person_name), say("Whose consent is this? Write the full name.")
    yield (
        "discloser",
        "discloser",
        has_text(consent.discloser),
        say("Who may share it? The name of the agency is enough."),
    )
    yield "what", "described" if is_notes else "parts", what, say("What may be shared?")
    yield "recipient", "recipients", _has_recipients(consent), say("Who may get it?")
    yield "members", "recipients", all(_names_members(recipient) for recipient in consent.recipients), _MEMBERS
    yield "purpose", "purpose", why, say("What is it for?")
    yield "end", "ends_on", _has_an_end(consent), say("When does it end?")


_MEMBERS = say("To whom may they pass it on?")
_TRY = {
    "what": say("Choose only what you want them to know."),
    "members": say("Name them, or say: those who treat me."),
    "end": say("A day such as December 1, or something that will happen."),
}


def _has_recipients(consent: Consent) -> bool:
    named = [has_text(recipient.name) for recipient in consent.recipients]
    return all(named) and (bool(named) or consent.is_for_all_care)


def _names_members(recipient: Recipient) -> bool:
    return not recipient.passes_on or has_text(recipient.members)


def _has_an_end(consent: Consent) -> bool:
    """Whether it ends on a day that was read or with an event. No end is enough for all care only (2.31(a)(7))."""
    if consent.ends_on.is_unread:
        return False
    if consent.ends_on.reading or has_text(consent.ends_when):
        return True
    return consent.no_end and consent.is_for_all_care
