"""One way out: no bytes without a line, no line without bytes, and a look leaves nothing."""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest

from planner.caseload.person import Person
from planner.consent.signed import Ended, EndReason
from planner.sharing.checking import NotAgreedError
from planner.store import Store, StoreError, events, open_in_memory
from planner.store.giving import Leaving, Released, Wish
from tests.invented import TODAY, an_id
from tests.planner.consent.agreeing import NOON, PLAN, asked, signed
from tests.planner.store.keeping import raw_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.sharing.shared_plan import SharedPlan

CONSENT = signed()


@pytest.fixture
def store() -> Iterator[Store]:
    with open_in_memory(now=lambda: NOON) as kept:
        kept.add_person(Person(id=PLAN.person_id, added_on=TODAY))
        kept.agreements.sign(CONSENT)
        yield kept


def _noted(store: Store) -> list[tuple[str, str]]:
    """Return what was noted since the person was added, the earliest first."""
    return [(event.kind, event.detail) for event in reversed(store.events())][1:]


def _wish(number: int = 90) -> Wish:
    return Wish(PLAN, CONSENT.id, asked(document="care-team-sheet"), an_id(number))


def _told(shared: SharedPlan) -> str:
    return shared.person_name


def test_what_is_given_has_its_line(store: Store) -> None:
    given = store.giving.give(_wish(), _told)
    assert given.released.made == "Dana Reyes"
    assert store.agreements.disclosures(PLAN.person_id) == (given.line,)
    assert _noted(store) == [("handed over", "care-team-sheet")]


def test_a_look_leaves_nothing(store: Store) -> None:
    assert store.giving.look(_wish()).person_name == "Dana Reyes"
    assert (store.agreements.disclosures(PLAN.person_id), _noted(store)) == ((), [])


def test_a_further_copy_leaves_under_the_same_line(store: Store) -> None:
    first, second = store.giving.give(_wish(), _told), store.giving.give(_wish(91), _told)
    assert second.line == first.line
    assert [one.is_copy for one in store.agreements.disclosures(PLAN.person_id)] == [False, True]


def test_what_could_not_be_made_leaves_no_line(store: Store) -> None:
    def broken(_shared: SharedPlan) -> str:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.giving.give(_wish(), broken)
    assert (store.agreements.disclosures(PLAN.person_id), _noted(store)) == ((), [])


def test_what_can_not_be_noted_does_not_leave(store: Store) -> None:
    raw_of(store).execute("PRAGMA query_only = ON")
    with pytest.raises(StoreError):
        store.giving.give(_wish(), _told)
    assert store.agreements.disclosures(PLAN.person_id) == ()


def test_the_line_and_the_record_of_it_are_written_together_or_not_at_all(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def power_cut(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(events, "note", power_cut)
        with pytest.raises(KeyboardInterrupt):
            store.giving.give(_wish(), _told)
    assert store.agreements.disclosures(PLAN.person_id) == ()
    assert store.verify() == ()


def test_a_consent_that_ends_while_it_is_made_lets_nothing_out(store: Store) -> None:
    async def slowly(shared: SharedPlan) -> str:
        store.agreements.end_consent(CONSENT.id, Ended(reason=EndReason.REVOKED, at=NOON))
        return shared.person_name

    with pytest.raises(NotAgreedError):
        asyncio.run(store.giving.give_async(_wish(), slowly))
    assert store.agreements.disclosures(PLAN.person_id) == ()


LEAVING = Leaving("printed", PLAN.person_id, "my-plan", "pdf", "Rosa")


def test_what_is_released_has_its_event() -> None:
    with open_in_memory(now=lambda: NOON) as store:
        store.add_person(Person(id=PLAN.person_id, added_on=TODAY))

        assert store.giving.release(LEAVING, lambda: b"the page").made == b"the page"
        assert [(one.kind, one.detail, one.by) for one in store.events(limit=1)] == [("printed", "my-plan pdf", "Rosa")]


def test_what_did_not_come_out_or_could_not_be_noted_is_not_released(store: Store) -> None:
    def broken() -> bytes:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.giving.release(LEAVING, broken)
    assert _noted(store) == []
    raw_of(store).execute("PRAGMA query_only = ON")
    with pytest.raises(StoreError):
        store.giving.release(LEAVING, lambda: b"the page")


def test_nothing_is_released_but_through_this_door(store: Store) -> None:
    released = store.giving.release(LEAVING, lambda: b"the page")

    for another in (lambda: Released(b"mine", None), lambda: replace(cast("Any", released), made=b"mine")):
        with pytest.raises(TypeError):
            another()
    with pytest.raises(AttributeError):
        cast("Any", released).made = b"mine"


def _callers(pattern: str) -> set[str]:
    house = Path(__file__).parents[3]
    return {
        file.relative_to(house).as_posix()
        for room in ("planner", "exports", "widgets")
        for file in (house / room).rglob("*.py")
        if re.search(pattern, file.read_text("utf-8"))
    }


def test_nothing_else_in_the_house_hands_anything_over_or_writes_its_own_line() -> None:
    assert _callers(r"\.(hand_over|share)\(") == {"planner/store/giving.py", "planner/store/agreements.py"}
    assert _callers(r"\.note_event\(") == {
        "planner/store/giving.py",
        "planner/commands/keeping.py",
        "planner/store/file/backups/backups.py",
        "widgets/serving/record.py",
    }
