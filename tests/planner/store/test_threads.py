"""A store in memory lets every thread in, one at a time; a file belongs to the thread that opened it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from planner.store import Store, StoreClosedError, open_in_memory
from planner.store.errors import OtherThreadError
from tests.invented import TODAY
from tests.planner.store.keeping import Clock, plan_of, session_with, somebody

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.caseload.person import Person


def elsewhere(work: Callable[[], object]) -> object:
    """Do something on another thread."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work).result()


def test_a_store_in_memory_keeps_a_whole_session_on_another_thread() -> None:
    with open_in_memory(now=Clock()) as practice:
        practice.add_person(dana := somebody("Dana"))

        def play() -> None:
            begun = practice.begin(session_with(dana))
            practice.drafts.keep(dana.id, plan_of(dana, "sleep"), sequence=0, base_revision=0, place="goals", visit="")
            practice.finish(begun.id, plan_of(dana, "sleep"), at=Clock()())

        elsewhere(play)

        assert len(practice.sessions(dana.id)) == 1
        assert practice.open_session(dana.id) is None


def test_threads_that_write_at_the_same_moment_wait_for_each_other() -> None:
    with open_in_memory(now=Clock()) as practice, ThreadPoolExecutor(8) as pool:
        people = [somebody(f"Person {number}") for number in range(200)]

        def add_and_look(person: Person) -> int:
            practice.add_person(person)
            return practice.caseload(person.called, today=TODAY).total

        assert min(pool.map(add_and_look, people)) >= 1
        assert practice.caseload(today=TODAY).total == len(people)
        assert practice.verify() == ()


@pytest.mark.usefixtures("path")
def test_a_file_says_that_another_thread_opened_it(store: Store) -> None:
    store.add_person(somebody())
    asks = (
        store.agency,
        lambda: store.add_person(somebody()),
        store.verify,
    )
    for ask in asks:
        with pytest.raises(OtherThreadError, match="open in another part"):
            elsewhere(ask)
    assert store.caseload(today=TODAY).total == 1


def test_a_closed_store_is_closed_for_every_thread() -> None:
    practice = open_in_memory(now=Clock())
    practice.close()

    with pytest.raises(StoreClosedError):
        elsewhere(practice.agency)
