"""Consents for the tests: one with every element, signed, and what is asked under it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from planner.consent import Consent, ConsentKind, Part, Recipient, Signature, SignedConsent, SignedHow
from planner.consent.signed import sign
from planner.health.medication import Medication
from planner.health.provider import Provider
from planner.safety.warning_sign import Trigger
from planner.sharing.checking import Asked
from planner.words.language import Language
from tests.invented import TODAY, an_id
from tests.planner.making import a_day, a_plan

NOON = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
ENGLISH = Language("en")

SHAH = Recipient(id=an_id(60), name="Dr. Shah", address="5 Water Street")
OFFICER = Recipient(id=an_id(61), name="Officer Lane", address="City Hall")

CONSENT = Consent(
    id=an_id(50),
    person_name="Dana Reyes",
    discloser="Tidewater Recovery Center",
    parts=(Part.MEDICATIONS, Part.VISITS),
    recipients=(SHAH, OFFICER),
    purpose="So that we all know the same things",
    revoke_how="Tidewater Recovery Center, 8 Harbor Road",
    ends_on=a_day("2027-05-01"),
)
TYPED = Signature(how=SignedHow.TYPED, name="Dana Reyes", on=TODAY, at=NOON, taken_by="Jo")
TREATING = Provider(id=an_id(62), name="Dr. Ortiz", place="1 Main Street")

PLAN = a_plan(
    medications=(Medication(id=an_id(1), name="Buprenorphine", prescriber_id=TREATING.id),),
    providers=(TREATING,),
    triggers=(Trigger(id=an_id(2), own_words="Payday"),),
)


def signed(signature: Signature = TYPED, person_id: str = PLAN.person_id, **changes: Any) -> SignedConsent:
    return sign(CONSENT.amended(**changes), person_id, signature, ENGLISH)


def for_all_care(**changes: Any) -> SignedConsent:
    kind = {"kind": ConsentKind.TPO, "recipients": (), "purpose": "", "ends_on": a_day(""), "no_end": True}
    return signed(**(kind | changes))


def asked(recipient: Recipient = SHAH, today: date = TODAY, **changes: Any) -> Asked:
    return Asked(recipient=recipient, today=today, at=NOON, what="Care-team sheet", by="Jo", **changes)
