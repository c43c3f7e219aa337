"""Whether a consent permits a disclosure right now, and the one sentence that says why it does not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.consent.consent import ConsentKind
from planner.consent.signed import Standing, standing
from planner.model.message import Message, say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from planner.consent.consent import Recipient
    from planner.consent.part import Part
    from planner.consent.signed import SignedConsent
    from planner.plan.plan import Plan


class NotAgreedError(Exception):
    """No valid consent, no disclosure; `says` is the sentence for the screen, and `code` ("consent.over") the log's."""

    def __init__(self, why: str, says: Message) -> None:
        """Keep both. Neither holds a person's words."""
        code = f"consent.{why}"
        self.code = code
        self.says = says
        super().__init__(f"{code}: {says}")


@dataclass(frozen=True, slots=True)
class Asked:
    """One wish to share: what of a plan, with whom, when, and in which document.

    `parts` and `item_ids` narrow what the consent covers; nothing can widen it. `item_ids` keeps, in the lists of the
    plan, only the items named.
    """

    recipient: Recipient
    today: date
    at: datetime
    what: str
    """The name of the document, as it will stand in the accounting."""

    document: str = ""
    """What kind of document it is, whatever language its name is in."""

    by: str = ""
    parts: frozenset[Part] | None = None
    item_ids: frozenset[str] | None = None


_STANDINGS = {
    Standing.NOT_SIGNED: say("This consent is not signed yet. Once it is signed, you can share."),
    Standing.READ_ALOUD: say("This consent was read aloud and is not signed yet. Once it is signed, you can share."),
    Standing.OPEN: say("A line in this consent is still open. Make a new one together from its words."),
    Standing.LATER: say("This consent is signed with a later day. From that day on, you can share."),
    Standing.OVER: say("This consent has ended. Make a new one together to share."),
    Standing.REVOKED: say("This consent was taken back. Nothing more is shared under it."),
    Standing.ENDED: say("This consent has ended. Make a new one together to share."),
}
_ANOTHER_PERSON = say("This consent is from somebody else. Choose one from this plan.")
_NOT_NAMED = say("This consent does not name who gets it here. Choose one it names, or make a new one.")
_NOTES_ONLY = say("This consent is for counseling notes alone. For the plan you need another one.")
_NOTHING = say("This consent does not cover any of this. Choose what it covers, or make a new one.")


def check_in_force(signed: SignedConsent, today: date) -> None:
    """Do nothing while a consent is in force.

    Raises:
        NotAgreedError: it is not signed, not complete, over, or taken back.
    """
    now = standing(signed, today)
    if now is not Standing.IN_FORCE:
        raise NotAgreedError(now.value, _STANDINGS[now])


def check(plan: Plan, signed: SignedConsent, asked: Asked) -> None:
    """Do nothing where a consent permits what is asked.

    Raises:
        NotAgreedError: it does not.
    """
    check_in_force(signed, asked.today)
    for why, says in _obstacles(plan, signed, asked):
        raise NotAgreedError(why, says)


def _obstacles(plan: Plan, signed: SignedConsent, asked: Asked) -> Iterator[tuple[str, Message]]:
    if plan.person_id != signed.person_id:
        yield "person", _ANOTHER_PERSON
    if not _names(plan, signed, asked.recipient):
        yield "recipient", _NOT_NAMED
    if signed.consent.kind is ConsentKind.COUNSELING_NOTES:
        yield "notes", _NOTES_ONLY
    if not covered_parts(signed, asked):
        yield "nothing", _NOTHING


def _names(plan: Plan, signed: SignedConsent, recipient: Recipient) -> bool:
    """Whether a consent names a recipient as they are asked for; one for all care names every provider of the plan."""
    if not recipient.name.strip():
        return False
    if recipient in signed.consent.recipients:
        return True
    treats = any(
        provider.id == recipient.provider_id and provider.name == recipient.name for provider in plan.providers
    )
    return signed.consent.is_for_all_care and treats


def covered_parts(signed: SignedConsent, asked: Asked) -> tuple[Part, ...]:
    """Return the parts that are both covered and asked for, in the order of the consent."""
    parts = dict.fromkeys(signed.consent.parts)
    return tuple(part for part in parts if asked.parts is None or part in asked.parts)
