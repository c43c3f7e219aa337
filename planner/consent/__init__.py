"""Consent by the elements of 42 CFR 2.31 as amended in 2024 (89 FR 12472), and the only place where a plan is shared.

`consent` is what the two agree on, kept with the plan while it is prepared. `signed` is that consent with a signature:
it is kept in the store, for good, and nothing else permits a disclosure. `sharing` makes a `SharedPlan` from it.
"""

from planner.consent.consent import Consent, ConsentKind, Recipient
from planner.consent.part import Part
from planner.consent.signed import Ended, EndReason, Signature, SignedConsent, SignedHow, Signer, Standing

__all__ = [
    "Consent",
    "ConsentKind",
    "EndReason",
    "Ended",
    "Part",
    "Recipient",
    "Signature",
    "SignedConsent",
    "SignedHow",
    "Signer",
    "Standing",
]
