"""What came of asking, kept with each change of a plan, read as counts, and gone with the person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.plan.plan import Plan
from planner.resources.referral import Reason, Referral, ReferralStatus
from planner.resources.resource import Resource
from tests.invented import an_id, new_id
from tests.planner.store.keeping import NOON, session_with, somebody

if TYPE_CHECKING:
    from planner.directory.outcomes import Outcomes
    from planner.store import Store

LISTED = an_id(77)


def a_plan(person_id: str, status: ReferralStatus, reason: Reason | None = None) -> Plan:
    place = Resource(id=an_id(1), name="Night Shelter", listing_id=LISTED)
    asked = Referral(id=an_id(2), resource_id=place.id, status=status, reason=reason)
    return Plan(id=new_id(), person_id=person_id, resources=(place,), referrals=(asked,))


def added(store: Store) -> str:
    person = somebody()
    store.add_person(person)
    return person.id


def kept(store: Store, person_id: str, plan: Plan, sequence: int = 0) -> None:
    store.drafts.keep(person_id, plan, sequence=sequence, base_revision=0, place="resources", visit=str(sequence))


def counts(store: Store) -> Outcomes | None:
    return store.directory.outcomes([LISTED]).get(LISTED)


def test_each_person_counts_once_with_what_their_plan_says_now(store: Store) -> None:
    for status in (ReferralStatus.WENT, ReferralStatus.WENT, ReferralStatus.NO):
        person_id = added(store)
        kept(store, person_id, a_plan(person_id, ReferralStatus.ASKED))
        kept(store, person_id, a_plan(person_id, status, Reason.NO_FUNDS), sequence=1)

    found = counts(store)
    assert found
    assert (found.helped, found.not_helped, dict(found.reasons)) == (2, 1, {"no funds": 1})


def test_what_is_undone_or_discarded_counts_no_longer(store: Store) -> None:
    person_id = added(store)
    kept(store, person_id, a_plan(person_id, ReferralStatus.ASKED))
    kept(store, person_id, a_plan(person_id, ReferralStatus.WENT), sequence=1)
    assert counts(store)

    store.drafts.undo(person_id, sequence=2)
    assert counts(store) is None


def test_a_finished_session_counts_and_a_forgotten_person_does_not(store: Store) -> None:
    person = somebody()
    store.add_person(person)
    session = session_with(person)
    store.begin(session)
    store.finish(session.id, a_plan(person.id, ReferralStatus.ENDED), at=NOON)
    assert counts(store)

    store.forget(person.id)
    assert counts(store) is None
