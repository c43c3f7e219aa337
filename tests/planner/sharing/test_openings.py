"""Whom a consent opens the plan to, and whom nothing does."""

from __future__ import annotations

from datetime import timedelta

import pytest

from planner.consent import ConsentKind, Ended, EndReason, Part, SignedConsent
from planner.consent.signed import ended
from planner.sharing.openings import not_open, openings
from tests.invented import TODAY, an_id
from tests.planner.consent.agreeing import NOON, OFFICER, PLAN, SHAH, TREATING, TYPED, for_all_care, signed


def _names(*consents: SignedConsent) -> list[str]:
    return [one.recipient.name for one in openings(PLAN, consents, TODAY, NOON)]


def test_a_consent_opens_the_plan_to_those_it_names() -> None:
    assert _names(signed()) == [SHAH.name, OFFICER.name]


def test_what_is_open_is_what_the_consent_covers() -> None:
    (first, _) = openings(PLAN, [signed()], TODAY, NOON)
    assert first.parts == (Part.MEDICATIONS, Part.VISITS)


def test_one_for_all_care_opens_it_to_every_provider_of_the_plan() -> None:
    assert _names(for_all_care()) == [TREATING.name]


@pytest.mark.parametrize(
    "consent",
    [
        signed(TYPED.amended(name="")),
        signed(TYPED.amended(on=TODAY + timedelta(days=1))),
        signed(kind=ConsentKind.COUNSELING_NOTES, described="The notes of May"),
        signed(parts=()),
        signed(person_id=an_id(77)),
        ended(signed(), Ended(reason=EndReason.REVOKED, at=NOON)),
    ],
    ids=["not signed", "signed later", "notes alone", "covers nothing", "somebody else's", "taken back"],
)
def test_one_that_permits_nothing_opens_it_to_nobody(consent: SignedConsent) -> None:
    assert _names(signed()) != []
    assert _names(consent) == []


def test_providers_nobody_named_are_not_open() -> None:
    assert not_open(PLAN, openings(PLAN, [signed()], TODAY, NOON)) == (TREATING,)
    assert not_open(PLAN, openings(PLAN, [for_all_care()], TODAY, NOON)) == ()
