"""A provider, and a consent that names them, for seats at which something may be shared."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from planner.consent import Consent, Ended, EndReason, Part, Signature, SignedConsent, SignedHow
from planner.consent.signed import sign
from planner.health.provider import Provider
from planner.sharing.recipient import as_recipient
from planner.words.language import Language
from planner.words.reading import DayWords
from tests.invented import NOW, TODAY, an_id

if TYPE_CHECKING:
    from tests.widgets.seat import Seat

SHAH = Provider(id=an_id(61), name="Dr. Shah", place="5 Water Street")
WHOLE = Consent(
    id=an_id(70),
    person_name="Dana Reyes",
    discloser="Tidewater",
    parts=(Part.MEDICATIONS, Part.OBSERVATIONS),
    recipients=(as_recipient(SHAH),),
    purpose="So that we know the same things",
    revoke_how="Tidewater, 8 Harbor Road",
    ends_on=DayWords(words="May 1, 2027", reading=date(2027, 5, 1)),
)
"""Every element is there; a signature makes it count."""


def agree(seat: Seat, **changes: Any) -> SignedConsent:
    """Sign this consent in the seat's store, as another window might."""
    mark = Signature(how=SignedHow.TYPED, name="Dana Reyes", on=TODAY, at=NOW)
    signed = sign(WHOLE.amended(**changes), seat.editor.person.id, mark, Language("en"))
    seat.store.agreements.sign(signed)
    return signed


def take_back(seat: Seat, signed: SignedConsent) -> None:
    """End it, as another window might."""
    seat.store.agreements.end_consent(signed.id, Ended(reason=EndReason.REVOKED, at=NOW))
