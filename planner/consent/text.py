"""The words of a consent: for each element of 42 CFR 2.31(a) the sentence that counts, and beside it plain words.

Somebody with legal responsibility in the agency reads them before they are used (docs/clinical-texts.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.consent.consent import ConsentKind
from planner.model.entry import has_text
from planner.model.message import Message, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.consent.consent import Consent, Recipient
    from planner.words.language import Language

ALL_CARE_RECIPIENTS = say(
    "My treating providers, health plans, third-party payers, and people helping to operate this program"
)
ALL_CARE_PURPOSE = say("For treatment, payment, and health care operations")
AT_MY_REQUEST = say("At my own request")


@dataclass(frozen=True, slots=True)
class Clause:
    """One element: its number in 2.31(a), the sentence that counts, its items, and what it means."""

    element: int
    legal: Message
    plain: Message
    items: tuple[Message | str, ...] = ()

    def lines(self, language: Language) -> tuple[str, ...]:
        """Return it as it is read: the sentence, its items, and the plain words."""
        return (language(self.legal), *(_shown(item, language) for item in self.items), language(self.plain))


def _shown(item: Message | str, language: Language) -> str:
    return item if isinstance(item, str) else language(item)


def clauses(consent: Consent) -> tuple[Clause, ...]:
    """Return a consent in words, element by element. Signature (8) and date (9) stand below it."""
    return tuple(_clauses(consent))


def _clauses(consent: Consent) -> Iterator[Clause]:
    yield Clause(
        1, say("I, {name}, give this consent.", name=consent.person_name), say("This is your yes. It is up to you.")
    )
    yield Clause(
        2,
        say("I authorize {discloser} to disclose the information named below.", discloser=consent.discloser),
        say("They may tell others. Nobody else may do it for them."),
    )
    yield _what(consent)
    yield _to_whom(consent)
    yield Clause(
        5,
        say("The purpose of this disclosure is:"),
        say("This is what it is for. They share it for nothing else."),
        (purpose_of(consent),),
    )
    yield _revoking(consent)
    yield _ending(consent)
    yield from _kinds_own(consent)


def _what(consent: Consent) -> Clause:
    if consent.kind is ConsentKind.COUNSELING_NOTES:
        return Clause(
            3,
            say("The information to be disclosed is my substance use disorder counseling notes, as described here:"),
            say("Only these notes, and no other part of your plan."),
            (consent.described,),
        )
    described = (consent.described,) if has_text(consent.described) else ()
    return Clause(
        3,
        say("The information to be disclosed is only the following, from my recovery plan:"),
        say("What is not in this list stays here."),
        (*(part.label for part in consent.parts), *described),
    )


def _to_whom(consent: Consent) -> Clause:
    general = (ALL_CARE_RECIPIENTS,) if consent.is_for_all_care else ()
    return Clause(
        4,
        say("The information may be disclosed to:"),
        say("From here it goes to nobody else."),
        (*general, *(recipient_line(recipient) for recipient in consent.recipients)),
    )


def recipient_line(recipient: Recipient) -> Message | str:
    """Return a recipient as a consent names them, with the members an intermediary may pass it on to."""
    name = ", ".join(part.strip() for part in (recipient.name, recipient.address) if has_text(part))
    if not recipient.passes_on:
        return name
    return say("{name}, and through them: {members}", name=name, members=recipient.members)


def purpose_of(consent: Consent) -> Message | str:
    """Return what a consent is for; "at my own request" is enough where the person asked (2.31(a)(5))."""
    if consent.is_for_all_care:
        return ALL_CARE_PURPOSE
    return consent.purpose if has_text(consent.purpose) else AT_MY_REQUEST


def _revoking(consent: Consent) -> Clause:
    how = consent.revoke_how if has_text(consent.revoke_how) else consent.discloser
    return Clause(
        6,
        say(
            "I may revoke this consent in writing at any time, except to the extent that it has already been relied "
            "on. To revoke it, I write to: {how}",
            how=how,
        ),
        say("You can take it back on any day. What was sent before can not be called back."),
    )


def _ending(consent: Consent) -> Clause:
    return Clause(7, say("This consent expires:"), say("After that, nothing more is shared."), (ends(consent),))


def ends(consent: Consent) -> Message | str:
    """Return when a consent ends: after a day, with an event, whichever comes first, or never."""
    day, event = consent.ends_on.reading, consent.ends_when
    if day and has_text(event):
        return say("After {day}, or when this happens: {event}", day=day, event=event)
    if day:
        return say("After {day}", day=day)
    return say("When this happens: {event}", event=event) if has_text(event) else say("None, unless I take it back")


def _kinds_own(consent: Consent) -> Iterator[Clause]:
    if consent.kind is ConsentKind.TPO:
        yield _passed_on_in_all_care()
        yield _if_not_signed(consent)
    if consent.kind is ConsentKind.SPECIFIC:
        yield _passed_on_by_covered_entities()
        yield _if_not_signed(consent)
    if consent.kind is ConsentKind.COUNSELING_NOTES:
        yield Clause(
            3,
            say("My treatment, payment, enrollment, and eligibility for benefits do not depend on this consent."),
            say("You can say no to this. Your care goes on."),
        )
    if consent.kind is ConsentKind.PROCEEDINGS:
        yield Clause(
            5,
            say(
                "This consent is for use and disclosure in the civil, criminal, administrative, or legislative "
                "proceeding named above, and is not combined with consent for any other purpose."
            ),
            say("A court or agency may see it. Ask a lawyer first if you are not sure."),
        )


def _passed_on_in_all_care() -> Clause:
    return Clause(
        10,
        say(
            "My record, or information contained in it, may be redisclosed by those who receive it in accordance "
            "with the permissions contained in the HIPAA regulations, and then no longer be protected by "
            "42 CFR part 2, except for uses and disclosures for civil, criminal, administrative, and legislative "
            "proceedings against me."
        ),
        say(
            "They may pass it on as health rules allow. It is not used against you in court unless you or a "
            "judge say so."
        ),
    )


def _passed_on_by_covered_entities() -> Clause:
    """Return what 2.31(a)(4)(iii) and (a)(10) ask for where somebody named gets it to treat, to pay or to operate.

    Whether one of them does, nobody here can know from a name; so it is said of those who do.
    """
    return Clause(
        10,
        say(
            "Where one of them is a covered entity or business associate under HIPAA, and receives it for treatment, "
            "payment, or health care operations, my record, or information contained in it, may be redisclosed in "
            "accordance with the permissions contained in the HIPAA regulations, and then no longer be protected by "
            "42 CFR part 2, except for uses and disclosures for civil, criminal, administrative, and legislative "
            "proceedings against me."
        ),
        say(
            "A clinic or a health plan may pass it on as health rules allow. It is not used against you in court "
            "unless you or a judge say so."
        ),
    )


def _if_not_signed(consent: Consent) -> Clause:
    plain = say("You can say no.")
    if has_text(consent.if_not_signed):
        return Clause(10, say("If I do not sign: {what}", what=consent.if_not_signed), plain)
    return Clause(10, say("If I do not sign, this information is not shared, and my services here go on."), plain)
