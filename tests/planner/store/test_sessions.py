"""Sessions are counted for each person, one at a time; contacts lie between them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from planner.sessions.session import Contact, ContactKind, Session
from planner.store import (
    AlreadyInStoreError,
    NotInStoreError,
    SessionAlreadyOpenError,
    SessionFinishedError,
)
from tests.invented import new_id
from tests.planner.store.keeping import NOON, Clock, contact_with, plan_of, session_with, somebody

if TYPE_CHECKING:
    from planner.caseload.person import Person
    from planner.store import Store


def test_sessions_are_counted_for_each_person(store: Store, dana: Person, clock: Clock) -> None:
    other = somebody("Luis")
    store.add_person(other)
    for person in (dana, dana, other):
        begun = store.begin(session_with(person))
        store.finish(begun.id, plan_of(person), at=clock())

    assert [session.number for session in store.sessions(dana.id)] == [1, 2]
    assert [session.number for session in store.sessions(other.id)] == [1]
    assert all(session.finished for session in store.sessions(dana.id))


def test_the_session_under_way_is_found_again(store: Store, dana: Person, clock: Clock) -> None:
    assert store.open_session(dana.id) is None

    begun = store.begin(session_with(dana))
    assert store.open_session(dana.id) == begun

    store.finish(begun.id, plan_of(dana), at=clock())
    assert store.open_session(dana.id) is None


def test_a_second_page_goes_on_with_the_session_under_way(store: Store, dana: Person) -> None:
    begun = store.begin(session_with(dana))

    with pytest.raises(SessionAlreadyOpenError, match="Go on with it") as found:
        store.begin(session_with(dana))

    assert found.value.session == begun


def test_a_session_is_finished_once(store: Store, dana: Person, clock: Clock) -> None:
    begun = store.begin(session_with(dana))
    store.finish(begun.id, plan_of(dana, "walk"), at=clock())

    with pytest.raises(SessionFinishedError):
        store.finish(begun.id, plan_of(dana, "run"), at=clock())

    assert [goal.own_words for goal in store.revision(dana.id, 1).goals] == ["walk"]
    assert len(store.revisions(dana.id)) == 1


def test_nothing_begins_for_somebody_who_is_not_there(store: Store) -> None:
    stranger = somebody()

    with pytest.raises(NotInStoreError):
        store.begin(session_with(stranger))
    with pytest.raises(NotInStoreError):
        store.note_contact(contact_with(stranger))
    with pytest.raises(NotInStoreError):
        store.finish(new_id(), plan_of(stranger), at=NOON)


def test_an_id_is_used_once(store: Store, dana: Person, clock: Clock) -> None:
    session, contact = session_with(dana), contact_with(dana)
    store.begin(session)
    store.finish(session.id, plan_of(dana), at=clock())
    store.note_contact(contact)

    with pytest.raises(AlreadyInStoreError):
        store.begin(session)
    with pytest.raises(AlreadyInStoreError):
        store.note_contact(contact)


def test_contacts_come_latest_first_and_since_a_moment(store: Store, dana: Person) -> None:
    days = [contact_with(dana, at=NOON - timedelta(days=ago)) for ago in (3, 1, 2)]
    for contact in days:
        store.note_contact(contact)
    store.note_contact(contact_with(dana, ContactKind.NO_ANSWER, at=NOON - timedelta(days=9)))

    assert store.contacts(dana.id, since=NOON - timedelta(days=2)) == (days[1], days[2])
    assert len(store.contacts(dana.id)) == 4


def test_a_moment_is_kept_in_utc_whatever_zone_it_comes_in() -> None:
    denver = timezone(timedelta(hours=-7))
    contact = Contact(id=new_id(), person_id=new_id(), at=datetime(2026, 11, 22, 20, 30, tzinfo=denver))

    assert contact.at == datetime(2026, 11, 23, 3, 30, tzinfo=UTC)
    assert contact.at.tzinfo is UTC


def test_a_moment_without_a_zone_is_none() -> None:
    with pytest.raises(ValidationError):
        Session(id=new_id(), person_id=new_id(), started=datetime(2026, 11, 22, 20, 30))  # noqa: DTZ001
