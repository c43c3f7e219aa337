"""Only what is finished counts as having met; a finish can be taken back, and what was opened by mistake goes."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from planner.sessions.session import ContactKind
from planner.store import DraftMovedOnError, FinishStandsError, NotInStoreError, SessionFinishedError
from tests.invented import TODAY, new_id
from tests.planner.store.keeping import NOON, contact_with, plan_of, session_with

if TYPE_CHECKING:
    from planner.caseload.person import Person
    from planner.sessions.session import Session
    from planner.store import CaseloadRow, Store
    from tests.planner.store.keeping import Clock

LONG_AGO = NOON - timedelta(days=30)
AGREED = TODAY - timedelta(days=11)


def _row(store: Store) -> CaseloadRow:
    (row,) = store.caseload(today=TODAY).rows
    return row


def _finished(store: Store, person: Person, *words: str, next_on: date | None = None) -> Session:
    """Finish a session of a month ago."""
    begun = store.begin(session_with(person, at=LONG_AGO))
    store.finish(begun.id, plan_of(person, *words, next_on=next_on), at=LONG_AGO)
    return begun


def _opened(store: Store, person: Person) -> Session:
    """Open a session as the screen does, which asks anew when the two meet next."""
    begun = store.begin(session_with(person))
    base = len(store.revisions(person.id))
    store.drafts.keep(person.id, plan_of(person), sequence=0, base_revision=base, place="check-in", visit="begin")
    return begun


def test_opening_a_session_is_no_contact_and_lets_no_agreed_day_go(store: Store, dana: Person) -> None:
    _finished(store, dana, next_on=AGREED)
    before = _row(store)
    assert before.ready_to_look_again

    _opened(store, dana)

    after = _row(store)
    assert (after.last_seen, after.next_on, after.ready_to_look_again) == (LONG_AGO.date(), AGREED, True)
    assert (before.has_open_session, after.has_open_session) == (False, True)


def test_a_session_that_is_finished_is_a_contact_on_the_day_it_began(store: Store, dana: Person, clock: Clock) -> None:
    begun = _opened(store, dana)

    store.finish(begun.id, plan_of(dana), at=clock() + timedelta(days=9))

    assert _row(store).last_seen == TODAY
    assert store.sessions(dana.id)[0].met_on == TODAY


def test_where_the_two_met_again_in_a_session_left_open_that_day_counts(store: Store, dana: Person) -> None:
    begun = store.begin(session_with(dana, at=LONG_AGO))

    store.finish(begun.id, plan_of(dana), at=NOON, met_on=TODAY)

    assert _row(store).last_seen == TODAY


def test_a_day_agreed_in_a_session_nobody_finished_is_kept_beside_the_one_before(store: Store, dana: Person) -> None:
    _finished(store, dana, next_on=TODAY + timedelta(days=20))
    _opened(store, dana)

    soon = plan_of(dana, next_on=TODAY + timedelta(days=2))
    store.drafts.keep(dana.id, soon, sequence=1, base_revision=1, place="review", visit="closing")
    assert _row(store).next_on == TODAY + timedelta(days=2)

    later = plan_of(dana, next_on=TODAY + timedelta(days=40))
    store.drafts.keep(dana.id, later, sequence=2, base_revision=1, place="review", visit="closing")
    assert _row(store).next_on == TODAY + timedelta(days=20)


def test_a_session_opened_by_mistake_leaves_nothing_but_a_line_in_the_record(store: Store, dana: Person) -> None:
    _finished(store, dana, next_on=AGREED)
    before, draft = _row(store), store.drafts.current(dana.id)
    begun = _opened(store, dana)

    assert store.discard(begun.id, by="Jo") is False

    assert (_row(store), store.drafts.current(dana.id), store.open_session(dana.id)) == (before, draft, None)
    assert [one.number for one in store.sessions(dana.id)] == [1]
    event = store.events(dana.id)[0]
    assert (event.kind, event.detail, event.by) == ("discarded", "session 2", "Jo")
    assert store.verify() == ()
    assert store.begin(session_with(dana)).number == 2


def test_words_written_in_a_session_opened_by_mistake_stay_for_the_next_one(store: Store, dana: Person) -> None:
    begun = _opened(store, dana)
    written = plan_of(dana, "walk to the lake", next_on=TODAY + timedelta(days=2))
    store.drafts.keep(dana.id, written, sequence=1, base_revision=0, place="goals", visit="goals/0")

    assert store.discard(begun.id) is True

    kept = store.drafts.current(dana.id)
    assert kept is not None
    assert [goal.own_words for goal in kept.plan.goals] == ["walk to the lake"]
    row = _row(store)
    assert (row.has_open_session, row.last_seen, row.next_on) == (False, None, TODAY + timedelta(days=2))


def test_a_finished_session_is_not_discarded(store: Store, dana: Person) -> None:
    finished = _finished(store, dana)

    with pytest.raises(SessionFinishedError):
        store.discard(finished.id)
    with pytest.raises(NotInStoreError):
        store.discard(new_id())

    assert len(store.sessions(dana.id)) == 1


def test_a_page_that_still_shows_a_discarded_session_finishes_nothing(store: Store, dana: Person) -> None:
    begun = _opened(store, dana)
    store.discard(begun.id)

    with pytest.raises(NotInStoreError):
        store.finish(begun.id, plan_of(dana, "walk"), at=NOON)

    assert store.revisions(dana.id) == ()


def test_a_finish_taken_back_goes_on_where_it_was_and_its_revision_says_so(store: Store, dana: Person) -> None:
    begun = _opened(store, dana)
    finished = store.finish(begun.id, plan_of(dana, "walk", next_on=AGREED), at=NOON, sequence=1)

    again = store.take_back_finish(begun.id, by="Jo")

    assert (again.finished, store.open_session(dana.id)) == (None, again)
    kept = store.drafts.current(dana.id)
    assert kept is not None
    assert (kept.plan, kept.place, kept.base_revision) == (store.revision(dana.id, 1), "review", 1)
    (revision,) = store.revisions(dana.id)
    assert finished.taken_back is None
    assert revision.taken_back is not None
    event = store.events(dana.id)[0]
    assert (event.kind, event.detail, event.by) == ("finish taken back", "revision 1", "Jo")
    assert _row(store).last_seen is None
    assert store.verify() == ()


def test_what_is_finished_after_a_finish_was_taken_back_is_a_revision_of_its_own(store: Store, dana: Person) -> None:
    begun = _opened(store, dana)
    store.finish(begun.id, plan_of(dana, "walk"), at=NOON, sequence=1)
    store.take_back_finish(begun.id)
    store.drafts.keep(dana.id, plan_of(dana, "run"), sequence=1, base_revision=1, place="goals", visit="goals/0")
    undone = store.drafts.undo(dana.id, 2)
    assert undone is not None
    assert [goal.own_words for goal in undone.plan.goals] == ["walk"]
    store.drafts.redo(dana.id, 3)

    store.finish(begun.id, plan_of(dana, "run"), at=NOON, sequence=4)
    store.take_back_finish(begun.id)
    store.finish(begun.id, plan_of(dana, "swim"), at=NOON)

    assert [(one.number, one.taken_back is not None) for one in store.revisions(dana.id)] == [
        (1, True),
        (2, True),
        (3, False),
    ]
    assert [store.revision(dana.id, n).goals[0].own_words for n in (1, 2, 3)] == ["walk", "run", "swim"]
    assert [one.number for one in store.sessions(dana.id)] == [1]
    assert (_row(store).last_seen, store.verify()) == (TODAY, ())


def test_once_the_next_session_has_begun_a_finish_stands(store: Store, dana: Person) -> None:
    finished = _finished(store, dana)
    later = _opened(store, dana)

    with pytest.raises(FinishStandsError, match="stays finished"):
        store.take_back_finish(finished.id)
    with pytest.raises(FinishStandsError):
        store.take_back_finish(later.id)

    store.discard(later.id)
    assert store.take_back_finish(finished.id).number == 1


def test_words_of_a_discarded_session_stay_when_the_finish_before_is_taken_back(store: Store, dana: Person) -> None:
    finished = _finished(store, dana, "walk")
    later = _opened(store, dana)
    store.drafts.keep(
        dana.id, plan_of(dana, "walk", "run"), sequence=1, base_revision=1, place="goals", visit="goals/1"
    )
    store.discard(later.id)

    store.take_back_finish(finished.id)

    kept = store.drafts.current(dana.id)
    assert kept is not None
    assert [goal.own_words for goal in kept.plan.goals] == ["walk", "run"]


def test_a_page_that_shows_the_finish_taken_back_elsewhere_writes_over_nothing(store: Store, dana: Person) -> None:
    begun = _opened(store, dana)
    store.finish(begun.id, plan_of(dana, "walk"), at=NOON, sequence=1)
    store.take_back_finish(begun.id)

    with pytest.raises(DraftMovedOnError):
        store.drafts.keep(dana.id, plan_of(dana, "late"), sequence=7, base_revision=0, place="goals", visit="goals/0")

    assert len(store.drafts.beside(dana.id)) == 1


def test_taking_back_a_finish_leaves_a_later_contact_as_the_last_one(store: Store, dana: Person) -> None:
    finished = _finished(store, dana)
    store.note_contact(contact_with(dana, at=NOON - timedelta(days=3)))
    store.note_contact(contact_with(dana, ContactKind.NO_ANSWER))

    store.take_back_finish(finished.id)

    assert _row(store).last_seen == TODAY - timedelta(days=3)
