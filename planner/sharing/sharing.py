"""Sharing a plan: the one place where a `SharedPlan` is made, together with its line for the accounting."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from planner.consent.text import purpose_of
from planner.plan.plan import write_plan
from planner.sharing.disclosure import Disclosure
from planner.sharing.shared_plan import SharedPlan

if TYPE_CHECKING:
    from planner.consent.signed import SignedConsent
    from planner.plan.plan import Plan
    from planner.sharing.checking import Asked


@dataclass(frozen=True, slots=True)
class Sharing:
    """What may be shared, and the line that will stand in the accounting once it is handed over."""

    shared: SharedPlan
    disclosure: Disclosure
    document: str
    """What kind of document it becomes, for the record of events."""


def share(plan: Plan, signed: SignedConsent, asked: Asked, *, disclosure_id: str, part2_applies: bool) -> Sharing:
    """Return what a consent covers of a plan for one recipient, and the line for the accounting.

    Nothing has been handed over yet: the store looks at the consent once more when it is (`Store.hand_over`).

    Raises:
        NotAgreedError: the consent does not permit it.
    """
    shared = SharedPlan(plan, signed, asked, part2_applies)
    purpose = purpose_of(signed.consent)
    line = Disclosure(
        id=disclosure_id,
        person_id=signed.person_id,
        at=asked.at,
        to_whom=asked.recipient.name,
        address=asked.recipient.address,
        what=asked.what,
        parts=shared.parts,
        purpose=purpose if isinstance(purpose, str) else purpose.text,
        content=_content(shared, asked.document),
        consent_id=signed.id,
        kind=signed.consent.kind,
        by=asked.by,
    )
    return Sharing(shared, line, asked.document)


def _content(shared: SharedPlan, document: str) -> str:
    """Digest what a document tells, in whatever language and kind of file."""
    parts = ",".join(part.value for part in shared.parts)
    return sha256("\n".join((document, parts, shared.person_name, write_plan(shared.plan))).encode()).hexdigest()
