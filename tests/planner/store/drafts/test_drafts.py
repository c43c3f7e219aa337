"""The draft keeps every change, takes steps back by field, and lets no change overwrite another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from planner.plan.plan import write_plan
from planner.store import DraftMovedOnError, KeptDraft, NotInStoreError, Store, open_in_memory, open_store
from planner.store.drafts.drafts import STEPS_KEPT
from tests.invented import new_id
from tests.planner.store.keeping import Clock, plan_of, session_with, somebody

if TYPE_CHECKING:
    from pathlib import Path

    from planner.caseload.person import Person
    from planner.plan.plan import Plan
    from planner.store import Key


class Page:
    """One page of the app: it knows the draft it has seen, and writes on that."""

    def __init__(self, store: Store, person: Person, *, base: int = 0) -> None:
        self.store = store
        self.person = person
        self.base = base
        self.sequence = 0
        self.plan = plan_of(person)

    def types(self, words: str, visit: str = "goals", place: str = "goals") -> KeptDraft:
        plan = self.plan.amended(left_off_paper=(words,))
        return self.keeps(plan, visit, place)

    def keeps(self, plan: Plan, visit: str, place: str = "goals") -> KeptDraft:
        return self.sees(
            self.store.drafts.keep(
                self.person.id, plan, sequence=self.sequence, base_revision=self.base, place=place, visit=visit
            )
        )

    def undoes(self) -> KeptDraft | None:
        found = self.store.drafts.undo(self.person.id, self.sequence)
        return self.sees(found) if found else None

    def redoes(self) -> KeptDraft | None:
        found = self.store.drafts.redo(self.person.id, self.sequence)
        return self.sees(found) if found else None

    def sees(self, kept: KeptDraft) -> KeptDraft:
        self.sequence, self.plan = kept.sequence, kept.plan
        return kept


def _words(kept: KeptDraft | None) -> str | None:
    return kept.plan.left_off_paper[0] if kept and kept.plan.left_off_paper else None


@pytest.fixture
def page(store: Store, dana: Person) -> Page:
    return Page(store, dana)


def test_a_draft_comes_back_with_its_place_after_the_store_was_closed(
    page: Page, path: Path, key: Key, clock: Clock
) -> None:
    assert page.store.drafts.current(page.person.id) is None

    kept = page.types("half a sent", visit="goals/1/action", place="goals")
    page.store.close()

    with open_store(path, key, now=clock) as store:
        assert store.drafts.current(page.person.id) == kept
    assert (kept.sequence, kept.base_revision, kept.place, kept.visit) == (1, 0, "goals", "goals/1/action")


def test_typing_in_one_field_is_one_step_back(page: Page) -> None:
    page.types("", visit="")
    for words in ("I", "I w", "I walk"):
        page.types(words, visit="goals/1/own_words")
    page.types("two", visit="goals/1/action")

    assert _words(page.undoes()) == "I walk"
    assert _words(page.undoes()) == ""
    assert page.undoes() is None
    assert _words(page.redoes()) == "I walk"
    assert _words(page.redoes()) == "two"
    assert page.redoes() is None


def test_undo_shows_the_place_where_something_changes(page: Page) -> None:
    page.types("", visit="")
    page.types("one", visit="goals/1/action", place="goals")
    page.types("two", visit="strengths/1", place="strengths")
    page.types("two", visit="review", place="review")

    undone = page.undoes()
    assert undone
    assert (undone.place, undone.visit, undone.can_undo, undone.can_redo) == ("strengths", "strengths/1", True, True)
    redone = page.redoes()
    assert redone
    assert (redone.place, redone.visit, redone.can_undo, redone.can_redo) == ("strengths", "strengths/1", True, False)


def test_undo_survives_a_reload(page: Page, path: Path, key: Key, clock: Clock) -> None:
    page.types("one", visit="a")
    page.types("two", visit="b")
    page.undoes()
    page.store.close()

    with open_store(path, key, now=clock) as store:
        reloaded = Page(store, page.person)
        found = store.drafts.current(page.person.id)
        assert found
        reloaded.sees(found)
        assert _words(found) == "one"
        assert _words(reloaded.redoes()) == "two"


def test_a_change_after_undo_begins_a_new_step_and_drops_what_was_undone(page: Page) -> None:
    page.types("one", visit="a")
    page.types("two", visit="b")
    page.undoes()
    page.types("other", visit="b")

    assert page.redoes() is None
    assert _words(page.undoes()) == "one"


def test_walking_through_fields_makes_no_step_and_keeps_redo(page: Page) -> None:
    page.types("one", visit="a")
    page.types("two", visit="b")
    page.undoes()
    walked = page.types("one", visit="c", place="safety")

    assert walked.place == "safety"
    assert walked.can_redo
    assert _words(page.redoes()) == "two"


def test_a_field_visited_twice_is_two_steps(page: Page) -> None:
    page.types("", visit="")
    page.types("one", visit="a")
    page.types("one", visit="b")
    page.types("two", visit="a")

    assert _words(page.undoes()) == "one"
    assert _words(page.undoes()) == ""


def test_the_first_change_after_a_session_can_be_undone_back_to_its_revision(
    page: Page, store: Store, clock: Clock
) -> None:
    begun = store.begin(session_with(page.person))
    finished = page.types("as it was")
    store.finish(begun.id, finished.plan, at=clock(), sequence=finished.sequence)
    later = Page(store, page.person, base=1)

    later.types("changed")

    assert _words(later.undoes()) == "as it was"


def test_a_draft_remembers_only_so_many_steps(page: Page) -> None:
    for number in range(STEPS_KEPT + 10):
        page.types(str(number), visit=str(number))

    back = 0
    while page.undoes():
        back += 1
    assert back == STEPS_KEPT
    assert page.plan.left_off_paper == ("9",)


def test_a_change_that_comes_too_late_is_kept_beside(page: Page, store: Store, dana: Person) -> None:
    page.types("start")
    slow = Page(store, dana)
    found = store.drafts.current(dana.id)
    assert found
    slow.sees(found)
    newer = page.types("from the new page")

    with pytest.raises(DraftMovedOnError, match="Both are kept") as lost:
        slow.types("from the old page", visit="goals/1", place="goals")

    assert lost.value.current == newer
    assert store.drafts.current(dana.id) == newer
    (beside,) = store.drafts.beside(dana.id)
    assert beside.plan.left_off_paper == ("from the old page",)
    assert (beside.sequence, beside.place, beside.visit) == (1, "goals", "goals/1")


def test_the_same_late_words_are_kept_beside_once_and_can_be_settled(page: Page, store: Store, dana: Person) -> None:
    page.types("one")
    stale = Page(store, dana)
    for words in ("late", "late", "later"):
        with pytest.raises(DraftMovedOnError):
            stale.keeps(page.plan.amended(left_off_paper=(words,)), "x")
    with pytest.raises(DraftMovedOnError):
        stale.keeps(page.plan, "x")  # the very words the draft has already

    late, later = store.drafts.beside(dana.id)
    store.drafts.settle_beside(late.id)

    assert store.drafts.beside(dana.id) == (later,)


def test_a_page_that_missed_the_finish_does_not_write_over_it(
    page: Page, store: Store, dana: Person, clock: Clock
) -> None:
    begun = store.begin(session_with(dana))
    early = Page(store, dana)
    done = page.types("finished")
    store.finish(begun.id, done.plan, at=clock(), sequence=done.sequence)

    with pytest.raises(DraftMovedOnError) as lost:
        page.types("one more word")
    assert lost.value.current is None
    with pytest.raises(DraftMovedOnError):
        early.types("from before")

    assert [beside.plan.left_off_paper for beside in store.drafts.beside(dana.id)] == [
        ("one more word",),
        ("from before",),
    ]
    assert store.drafts.current(dana.id) is None


def test_finishing_over_an_unseen_draft_is_refused_or_keeps_it_beside(
    page: Page, store: Store, dana: Person, clock: Clock
) -> None:
    begun = store.begin(session_with(dana))
    seen = page.types("seen")
    page.types("unseen", visit="b")

    with pytest.raises(DraftMovedOnError):
        store.finish(begun.id, seen.plan, at=clock(), sequence=seen.sequence)
    assert store.open_session(dana.id)
    store.finish(begun.id, seen.plan, at=clock())

    assert [beside.plan.left_off_paper for beside in store.drafts.beside(dana.id)] == [("unseen",)]


def test_undo_on_an_old_draft_shows_the_newer_one(page: Page, store: Store, dana: Person) -> None:
    assert store.drafts.undo(dana.id, 0) is None
    page.types("one", visit="a")
    newest = page.types("two", visit="b")

    with pytest.raises(DraftMovedOnError) as moved:
        store.drafts.undo(dana.id, 1)
    assert moved.value.current == newest


def test_nobody_has_a_draft_who_is_not_there(store: Store) -> None:
    with pytest.raises(NotInStoreError):
        Page(store, somebody()).types("words")


def test_two_open_stores_take_turns(path: Path, key: Key, store: Store, dana: Person, clock: Clock) -> None:
    with open_store(path, key, now=clock) as other:
        here, there = Page(store, dana), Page(other, dana)
        here.types("here")
        with pytest.raises(DraftMovedOnError) as moved:
            there.types("there")
        assert moved.value.current
        there.sees(moved.value.current)
        there.types("there, after all")

        assert _words(store.drafts.current(dana.id)) == "there, after all"


class Drafting(RuleBasedStateMachine):
    """Any order of typing, walking, undo, redo, late pages and reloads, against a plain list of states."""

    def __init__(self) -> None:
        super().__init__()
        self.store = open_in_memory(now=Clock())
        person = somebody()
        self.store.add_person(person)
        self.page = Page(self.store, person)
        self.page.plan = plan_of(person).amended(id=new_id())
        self.page.types("begin", visit="")
        self.past: list[str] = []
        self.future: list[str] = []
        self.now = "begin"
        self.visit: str | None = ""
        self.late: set[str] = set()

    @rule(words=st.text(max_size=3), visit=st.sampled_from("abc"))
    def type(self, words: str, visit: str) -> None:
        kept = self.page.types(words, visit=visit)
        assert _words(kept) == words
        if words == self.now:
            self.visit = self.visit if visit == self.visit else None
            return
        if visit != self.visit:
            self.past.append(self.now)
        self.future.clear()
        self.now, self.visit = words, visit

    @rule()
    def undo(self) -> None:
        kept = self.page.undoes()
        assert (kept is None) == (not self.past)
        if kept:
            self.future.append(self.now)
            self.now, self.visit = self.past.pop(), None

    @rule()
    def redo(self) -> None:
        kept = self.page.redoes()
        assert (kept is None) == (not self.future)
        if kept:
            self.past.append(self.now)
            self.now, self.visit = self.future.pop(), None

    @rule(words=st.text(min_size=1, max_size=3))
    @precondition(lambda self: self.page.sequence > 1)
    def write_too_late(self, words: str) -> None:
        late = Page(self.store, self.page.person)
        late.plan, late.sequence = self.page.plan, self.page.sequence - 1
        with pytest.raises(DraftMovedOnError):
            late.types(words)
        if words != self.now:
            self.late.add(words)

    @invariant()
    def the_latest_words_are_kept_and_nothing_late_is_lost(self) -> None:
        kept = self.store.drafts.current(self.page.person.id)
        assert kept
        assert _words(kept) == self.now
        assert write_plan(kept.plan) == write_plan(self.page.plan)
        assert (kept.can_undo, kept.can_redo) == (bool(self.past), bool(self.future))
        assert {beside.plan.left_off_paper[0] for beside in self.store.drafts.beside(self.page.person.id)} == self.late

    def teardown(self) -> None:
        self.store.close()


Drafting.TestCase.settings = hypothesis_settings(max_examples=40, stateful_step_count=30, deadline=None)
TestDrafting = Drafting.TestCase
