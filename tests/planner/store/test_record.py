"""Who did what: a session from the first moment to the last, read back from the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planner.store import NotInStoreError
from planner.store.giving import Leaving
from tests.planner.store.keeping import plan_of, session_with, somebody

if TYPE_CHECKING:
    from planner.caseload.person import Person
    from planner.plan.plan import Plan
    from planner.store import Store


def _keep(store: Store, dana: Person, plan: Plan) -> None:
    kept = store.drafts.current(dana.id)
    revisions = store.revisions(dana.id)
    store.drafts.keep(
        dana.id,
        plan,
        sequence=kept.sequence if kept else 0,
        base_revision=revisions[-1].number if revisions else 0,
        place="goals",
        visit="goals",
    )


def _record(store: Store) -> list[tuple[str, str, str]]:
    return [(event.kind, event.detail, event.by) for event in reversed(store.events())]


def test_a_session_can_be_read_back_line_by_line(store: Store) -> None:
    dana = somebody("Dana")
    store.note_event("unlocked")
    store.keep_agency(store.agency())
    store.add_person(dana)
    session = store.begin(session_with(dana))
    store.note_opened(dana.id, "session", by=session.author)
    for words in ("walk", "walk by the river", "walk by the river daily"):
        _keep(store, dana, plan_of(dana, words))
    store.giving.release(Leaving("printed", dana.id, "my-plan", "pdf", "Jo"), lambda: b"the page")
    store.finish(session.id, plan_of(dana, "walk"), at=session.started)
    store.take_back_finish(session.id, by="Jo")
    store.note_event("locked")

    assert _record(store) == [
        ("unlocked", "", ""),
        ("set up", "agency", ""),
        ("added", "", ""),
        ("opened", "session", "Jo"),
        ("changed", "", "Jo"),
        ("printed", "my-plan pdf", "Jo"),
        ("finished", "revision 1", "Jo"),
        ("finish taken back", "revision 1", "Jo"),
        ("locked", "", ""),
    ]
    assert store.verify() == ()


def test_changes_are_noted_once_until_something_else_happens(store: Store, dana: Person) -> None:
    session = store.begin(session_with(dana))
    _keep(store, dana, plan_of(dana, "walk"))
    _keep(store, dana, plan_of(dana, "sleep"))
    store.note_opened(dana.id, "session", by=session.author)
    draft = store.drafts.current(dana.id)
    assert draft
    store.drafts.undo(dana.id, draft.sequence)
    _keep(store, dana, plan_of(dana, "eat"))

    assert [kind for kind, _, _ in _record(store)] == ["added", "changed", "opened", "changed"]


def test_a_plan_of_nobody_is_not_opened(store: Store) -> None:
    with pytest.raises(NotInStoreError):
        store.note_opened(somebody("Nobody").id, "session", by="Jo")
    assert _record(store) == []
