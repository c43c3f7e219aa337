"""One plan on two pages: both go on, and no item and no word of either is lost."""

from __future__ import annotations

import zlib
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.goals.goal import Goal
from planner.sessions.session import Session, SessionKind
from planner.store import Store, open_in_memory
from tests.planner.store.keeping import Clock, raw_of
from tests.widgets.draft.test_draft_editor import NOON, editor, new_desk, new_goal, store
from widgets.draft.concurrent import ON_THEIR_WAY
from widgets.draft.draft_editor import AT_REST, DraftEditor

if TYPE_CHECKING:
    from datetime import datetime

__all__ = ["editor", "store"]

PLACE = ("tonight", "how_today")


def _other(store: Store, editor: DraftEditor) -> DraftEditor:
    return DraftEditor(store, editor.person, editor.session, now=lambda: NOON, new_id=editor.new_id)


def test_what_two_pages_wrote_in_different_places_is_all_in_the_plan(editor: DraftEditor, store: Store) -> None:
    goal = new_goal(editor)
    other = _other(store, editor)
    other.put(("goals", goal.id, "own_words"), "from the other page")

    editor.put(("goals", goal.id, "action"), "from this page")

    assert (editor.plan.goals[0].own_words, editor.plan.goals[0].action) == ("from the other page", "from this page")
    assert editor.state.is_saved
    assert editor.choices() == ()
    assert store.drafts.beside(editor.person.id) == ()
    kept = store.drafts.current(editor.person.id)
    assert kept is not None
    assert kept.plan == editor.plan


def test_what_two_pages_wrote_in_one_place_stands_side_by_side_until_somebody_chooses(
    editor: DraftEditor, store: Store
) -> None:
    goal = new_goal(editor)
    other = _other(store, editor)
    other.put(("goals", goal.id, "own_words"), "from the other page")

    editor.put(("goals", goal.id, "own_words"), "from this page")

    assert editor.plan.goals[0].own_words == "from this page"
    assert [beside.plan.goals[0].own_words for beside in store.drafts.beside(editor.person.id)] == [
        "from the other page"
    ]
    reopened = _other(store, editor)
    (choice,) = reopened.choices()
    assert (choice.conflict.mine, choice.conflict.theirs) == ("from the other page", "from this page")
    reopened.choose(choice, ours=True)
    assert reopened.plan.goals[0].own_words == "from the other page"
    assert reopened.choices() == ()


def test_leaving_the_words_that_stand_there_is_a_choice_too(editor: DraftEditor, store: Store) -> None:
    goal = new_goal(editor)
    _other(store, editor).put(("goals", goal.id, "own_words"), "from the other page")
    editor.put(("goals", goal.id, "own_words"), "from this page")
    (choice,) = editor.choices()

    editor.choose(choice, ours=False)

    assert editor.plan.goals[0].own_words == "from this page"
    assert editor.choices() == ()
    assert store.drafts.beside(editor.person.id) == ()


def test_two_hands_that_go_on_in_one_place_leave_the_last_words_of_each(editor: DraftEditor, store: Store) -> None:
    """Letter by letter on both pages: each hand goes on where it was, and no half-written word is left to choose."""
    goal = new_goal(editor)
    place = ("goals", goal.id, "own_words")
    other = _other(store, editor)
    for end in range(1, 10):
        other.put(place, "Saturdays"[:end], visit="there")
        editor.put(place, "each week"[:end], visit="here")
        assert editor.plan.goals[0].own_words == "each week"[:end]

    (choice,) = editor.choices()

    assert (choice.conflict.mine, choice.conflict.theirs) == ("Saturdays", "each week")


def test_what_was_written_after_the_other_page_finished_is_in_the_next_session(
    editor: DraftEditor, store: Store
) -> None:
    goal = new_goal(editor)
    other = _other(store, editor)
    assert other.finish()

    editor.put(("goals", goal.id, "action"), "just too late")
    session = store.begin(Session(id=editor.new_id(), person_id=editor.person.id, started=NOON))
    next_time = DraftEditor(store, editor.person, session, now=lambda: NOON, new_id=editor.new_id)

    assert not editor.state.is_saved
    assert next_time.plan.goals[0].action == "just too late"


def test_a_plan_that_is_open_elsewhere_is_known_to_be_on_both_pages_while_both_give_signs_of_life() -> None:
    clock = Clock()
    with open_in_memory(now=clock) as store:
        editor = new_desk(store, SessionKind.SESSION)
        other = _other(store, editor)
        for page in (editor, other, editor, other):
            page.rest()
        seen = (editor.elsewhere, other.elsewhere)
        editor.release_lease()
        other.rest()

        assert None not in seen
        assert other.elsewhere is None


def test_a_page_at_rest_takes_in_what_the_other_writes() -> None:
    moment = [NOON]
    with open_in_memory(now=Clock()) as store:
        editor, other = _both(store, moment)
        editor.put(PLACE, "before")
        other.put(PLACE, "from the other page")

        editor.rest()
        while_writing = editor.plan.tonight.how_today
        moment[0] += AT_REST + timedelta(seconds=1)
        editor.rest()

        assert while_writing == "before"
        assert editor.plan.tonight.how_today == "from the other page"


@pytest.mark.parametrize(("pause", "asks"), [(ON_THEIR_WAY / 2, True), (ON_THEIR_WAY * 2, False)])
def test_words_on_their_way_while_another_pages_came_are_not_written_over_those(
    pause: timedelta, *, asks: bool
) -> None:
    moment = [NOON]
    with open_in_memory(now=Clock()) as store:
        editor, other = _both(store, moment)
        other.put(PLACE, "from the other page")
        moment[0] += AT_REST + timedelta(seconds=1)
        editor.rest()
        moment[0] += pause

        editor.put(PLACE, "from this page")

        assert editor.plan.tonight.how_today == "from this page"
        assert [one.conflict.mine for one in editor.choices()] == (["from the other page"] if asks else [])


@pytest.mark.parametrize(
    ("typed", "asks"),
    [("Walk w", True), ("Wal", True), ("Work", True), ("", False), ("Rest a", False), ("Res", False), ("Best", False)],
)
def test_letters_of_a_slow_page_are_known_by_the_words_they_go_on_from(typed: str, *, asks: bool) -> None:
    moment = [NOON]
    with open_in_memory(now=Clock()) as store:
        editor, _ = _both(store, moment)
        editor.put(PLACE, "Walk", typing=True)
        other = _other(store, editor)
        for page in (other, editor, other, editor):
            page.rest()
        other.put(PLACE, "Rest", typing=True)
        moment[0] += AT_REST + timedelta(seconds=1)
        editor.rest()
        assert editor.plan.tonight.how_today == "Rest"
        moment[0] += timedelta(minutes=1)

        editor.put(PLACE, typed, typing=True)

        assert editor.plan.tonight.how_today == typed
        assert [one.conflict.mine for one in editor.choices()] == (["Rest"] if asks else [])


def _both(store: Store, moment: list[datetime]) -> tuple[DraftEditor, DraftEditor]:
    """Return two desks with one plan that know of each other."""
    editor = new_desk(store, SessionKind.SESSION, now=lambda: moment[0])
    other = _other(store, editor)
    for page in (editor, other, editor, other, editor):
        page.rest()
    return editor, other


def test_a_page_that_was_just_reloaded_is_not_open_elsewhere() -> None:
    """The kernel before is dead; its last sign of life is some seconds old."""
    clock = Clock()
    with open_in_memory(now=clock) as store:
        before = new_desk(store, SessionKind.SESSION)
        before.rest()
        reloaded = _other(store, before)

        for _ in range(5):
            reloaded.rest()
            assert reloaded.elsewhere is None


MOVES = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from(["write", "add", "remove", "walk"]), st.integers(0, 2)), max_size=25
)


@settings(max_examples=40)
@given(MOVES)
def test_no_order_of_edits_on_three_pages_loses_an_item_or_a_word(moves: list[tuple[int, str, int]]) -> None:
    """Every word is in the plan, beside it, or an undo away; no item is gone that nobody took out."""
    with open_in_memory(now=lambda: NOON) as store:
        first = new_desk(store, SessionKind.SESSION)
        goals = [new_goal(first).id for _ in range(3)]
        desks = [first, _other(store, first), _other(store, first)]
        written = {_move(desks[page], move, goals[which], f"word-{n}.") for n, (page, move, which) in enumerate(moves)}
        taken_out = {goals[which] for _, move, which in moves if move == "remove"}

        kept = store.drafts.current(first.person.id)
        assert kept is not None
        assert all(words in _everything(store) for words in written)
        assert {goal.id for goal in kept.plan.goals} >= set(goals) - taken_out
        assert {goal.own_words for goal in kept.plan.goals} >= {
            f"word-{n}." for n, (_, move, _which) in enumerate(moves) if move == "add"
        }


def _move(editor: DraftEditor, move: str, goal_id: str, words: str) -> str:
    """Do one thing on a page, and return the words that were written."""
    if move == "write" and any(goal.id == goal_id for goal in editor.plan.goals):
        editor.put(("goals", goal_id, "own_words"), words, visit=words)
        return words
    if move == "add":
        editor.add(("goals",), Goal(id=editor.new_id(), own_words=words))
        return words
    if move == "remove":
        editor.remove(("goals",), goal_id)
    if move == "walk":
        editor.go("safety")
    return ""


def _everything(store: Store) -> str:
    plans = raw_of(store).execute("SELECT plan FROM draft UNION ALL SELECT plan FROM draft_kept_beside").fetchall()
    steps = raw_of(store).execute("SELECT plan FROM draft_step").fetchall()
    return "".join([*(text for (text,) in plans), *(zlib.decompress(step).decode() for (step,) in steps)])


def test_what_another_page_wrote_after_its_first_session_was_discarded_is_in_the_next_one(
    editor: DraftEditor, store: Store
) -> None:
    other = _other(store, editor)
    store.discard(editor.session.id)

    other.put(PLACE, "from the other page")
    assert not other.state.is_saved

    session = store.begin(Session(id=editor.new_id(), person_id=editor.person.id, started=NOON))
    again = DraftEditor(store, editor.person, session, now=lambda: NOON, new_id=editor.new_id)
    assert again.plan.tonight.how_today == "from the other page"
