"""Signed consents in the store: kept as they were signed, ended from any page, asked once more at the last moment."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from planner.caseload.agency import Agency
from planner.consent import Ended, EndReason, Standing
from planner.consent.signed import standing
from planner.health.medication import Medication
from planner.plan.plan import Plan
from planner.sharing.checking import NotAgreedError
from planner.store import AlreadyInStoreError, NotInStoreError, Store, open_store
from planner.words.reading import DayWords
from tests.invented import TODAY, new_id
from tests.planner.consent.agreeing import CONSENT, asked, signed
from tests.planner.store.keeping import NOON, raw_of, somebody

if TYPE_CHECKING:
    from pathlib import Path

    from planner.caseload.person import Person
    from planner.consent.signed import SignedConsent
    from planner.store import Key
    from tests.planner.store.keeping import Clock

REVOKED = Ended(reason=EndReason.REVOKED, at=NOON, own_words="I changed my mind", by="Jo")


@pytest.fixture
def consent(store: Store, dana: Person) -> SignedConsent:
    kept = signed(person_id=dana.id)
    store.agreements.sign(kept)
    return kept


@pytest.fixture
def plan(dana: Person) -> Plan:
    return Plan(id=new_id(), person_id=dana.id, medications=(Medication(id=new_id(), name="Buprenorphine"),))


def test_a_signed_consent_comes_back_as_it_was_signed(store: Store, dana: Person, consent: SignedConsent) -> None:
    assert store.agreements.consents(dana.id) == (consent,)
    assert store.agreements.consents(new_id()) == ()
    assert store.verify() == ()


def test_it_is_signed_once(store: Store, dana: Person, consent: SignedConsent) -> None:
    with pytest.raises(AlreadyInStoreError):
        store.agreements.sign(signed(person_id=dana.id, purpose="Something else"))
    assert store.agreements.consents(dana.id) == (consent,)


def test_nobody_unknown_signs_and_nothing_unknown_ends(store: Store) -> None:
    with pytest.raises(NotInStoreError):
        store.agreements.sign(signed(person_id=new_id()))
    with pytest.raises(NotInStoreError):
        store.agreements.end_consent(new_id(), REVOKED)


def test_taken_back_in_another_window_nothing_is_shared_and_nothing_is_lost(
    store: Store, path: Path, key: Key, clock: Clock, plan: Plan, consent: SignedConsent
) -> None:
    sharing = store.agreements.share(plan, consent.id, asked(), disclosure_id=new_id())
    with open_store(path, key, now=clock) as other:
        other.agreements.end_consent(consent.id, REVOKED)

    with pytest.raises(NotAgreedError, match="was taken back"):
        store.agreements.hand_over(sharing)
    with pytest.raises(NotAgreedError, match="was taken back"):
        store.agreements.share(plan, consent.id, asked(), disclosure_id=new_id())
    assert store.agreements.disclosures(plan.person_id) == ()
    (kept,) = store.agreements.consents(plan.person_id)
    assert kept == consent.amended(ended=REVOKED)
    assert store.verify() == ()


def test_it_ends_once_and_the_first_reason_stays(store: Store, consent: SignedConsent) -> None:
    store.agreements.end_consent(consent.id, REVOKED)
    assert store.agreements.end_consent(consent.id, REVOKED.amended(reason=EndReason.EVENT)).ended == REVOKED
    assert standing(store.agreements.consents(consent.person_id)[0], TODAY) is Standing.REVOKED


def test_a_consent_that_ends_while_the_page_is_open_shares_nothing(
    store: Store, dana: Person, plan: Plan, clock: Clock
) -> None:
    last_day = CONSENT.amended(ends_on=DayWords(words="today", reading=TODAY))
    kept = signed(person_id=dana.id, ends_on=last_day.ends_on)
    store.agreements.sign(kept)
    sharing = store.agreements.share(plan, kept.id, asked(), disclosure_id=new_id())
    clock.at += timedelta(days=1)

    with pytest.raises(NotAgreedError, match="has ended"):
        store.agreements.hand_over(sharing)
    assert store.agreements.disclosures(dana.id) == ()


def test_what_is_handed_over_is_a_line_in_the_accounting(store: Store, plan: Plan, consent: SignedConsent) -> None:
    sharing = store.agreements.share(plan, consent.id, asked(), disclosure_id=new_id())
    assert store.agreements.disclosures(plan.person_id) == ()
    store.agreements.hand_over(sharing)

    (line,) = store.agreements.disclosures(plan.person_id)
    assert line == sharing.disclosure.amended(at=line.at)
    assert line.at > sharing.disclosure.at
    assert store.verify() == ()


def test_a_consent_never_signed_here_shares_nothing(store: Store, plan: Plan) -> None:
    with pytest.raises(NotInStoreError):
        store.agreements.share(plan, new_id(), asked(), disclosure_id=new_id())


def test_a_consent_of_somebody_else_shares_nothing(store: Store, plan: Plan) -> None:
    sam = somebody("Sam")
    store.add_person(sam)
    theirs = signed(person_id=sam.id)
    store.agreements.sign(theirs)
    with pytest.raises(NotAgreedError, match="somebody else"):
        store.agreements.share(plan, theirs.id, asked(), disclosure_id=new_id())


def test_the_agency_says_whether_the_rule_applies(store: Store, plan: Plan, consent: SignedConsent) -> None:
    with_rule = store.agreements.share(plan, consent.id, asked(), disclosure_id=new_id()).shared
    store.keep_agency(Agency(part2_applies=False))
    without = store.agreements.share(plan, consent.id, asked(), disclosure_id=new_id()).shared
    assert "42 CFR part 2" in str(with_rule.notice[0])
    assert "42 CFR part 2" not in str(without.notice[0])


def test_a_changed_consent_is_found(store: Store, consent: SignedConsent) -> None:
    raw_of(store).execute("DROP TRIGGER consent_stays_as_it_is")
    raw_of(store).execute("UPDATE consent SET value = replace(value, 'Tidewater', 'Somewhere')")
    assert [problem.room for problem in store.verify()] == ["guards", "consent"]
    assert "Tidewater" in consent.consent.discloser
