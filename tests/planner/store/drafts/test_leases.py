"""Who has a plan open: known while they give signs of life, forgotten thirty seconds after the last one."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tests.planner.store.keeping import somebody

if TYPE_CHECKING:
    from planner.caseload.person import Person
    from planner.store import Store
    from tests.planner.store.keeping import Clock


def test_two_pages_know_of_each_other(store: Store, dana: Person) -> None:
    assert store.renew_lease(dana.id, "one", "Jo") is None
    first = store.renew_lease(dana.id, "two", "Kim")
    second = store.renew_lease(dana.id, "one", "Jo")

    assert first is not None
    assert second is not None
    assert (first.holder, first.author) == ("one", "Jo")
    assert (second.holder, second.author) == ("two", "Kim")


def test_whoever_was_not_heard_of_for_thirty_seconds_has_left(store: Store, dana: Person, clock: Clock) -> None:
    store.renew_lease(dana.id, "one")
    clock.at += timedelta(seconds=20)
    still_there = store.renew_lease(dana.id, "two")
    clock.at += timedelta(seconds=20)

    assert still_there
    assert store.renew_lease(dana.id, "two") is None


def test_whoever_gets_up_has_left_at_once(store: Store, dana: Person) -> None:
    store.renew_lease(dana.id, "one")
    store.release_lease(dana.id, "one")

    assert store.renew_lease(dana.id, "two") is None


def test_two_people_open_at_once_are_nobodys_concern(store: Store, dana: Person) -> None:
    sol = somebody("Sol")
    store.add_person(sol)
    store.renew_lease(dana.id, "one")

    assert store.renew_lease(sol.id, "two") is None


def test_how_long_somebody_sits_is_counted_from_when_they_sat_down(store: Store, dana: Person) -> None:
    store.renew_lease(dana.id, "one")
    first = store.renew_lease(dana.id, "two")
    store.renew_lease(dana.id, "one")
    again = store.renew_lease(dana.id, "two")

    assert first
    assert again
    assert first.since == again.since
    assert first.seen < again.seen
