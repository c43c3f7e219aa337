"""The desk keeps every change, tells the truth about it, and loses nothing when the store cannot write."""

from __future__ import annotations

import zlib
from datetime import UTC, date, datetime
from itertools import count
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.goal import Goal, Step
from planner.person import Person
from planner.plan import NotNow, Path
from planner.session import Session, SessionKind
from planner.store import Store, StoreFullError
from tests.planner.store.keeping import Clock
from widgets.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def _ids() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"00000000-0000-4000-8000-{next(numbers):012d}"


def _full(*_: object, **__: object) -> None:
    raise StoreFullError


@pytest.fixture
def store() -> Iterator[Store]:
    opened = Store.in_memory(now=lambda: NOON)
    yield opened
    opened.close()


@pytest.fixture
def desk(store: Store) -> Desk:
    return _desk(store, SessionKind.SESSION)


def _desk(store: Store, kind: SessionKind) -> Desk:
    new_id = _ids()
    person = Person(id=new_id(), called="Dana", added_on=date(2026, 11, 1))
    store.add_person(person)
    session = store.begin(Session(id=new_id(), person_id=person.id, kind=kind, started=NOON))
    return Desk(store, person, session, now=lambda: NOON, new_id=new_id)


def _goal(desk: Desk, words: str = "") -> Goal:
    goal = Goal(id=desk.new_id(), own_words=words)
    desk.add(("goals",), goal)
    return goal


def test_a_change_is_in_the_store_when_put_returns(desk: Desk, store: Store) -> None:
    goal = _goal(desk)

    desk.put(("goals", goal.id, "own_words"), "walk by the river")

    kept = store.draft(desk.person.id)
    assert kept is not None
    assert kept.plan.goals[0].own_words == "walk by the river"


def test_two_changes_made_from_the_same_drawing_are_both_kept(desk: Desk) -> None:
    goal = _goal(desk)
    words, action = ("goals", goal.id, "own_words"), ("goals", goal.id, "action")

    desk.put(words, "walk")
    desk.put(action, "walk around the block")

    assert (desk.plan.goals[0].own_words, desk.plan.goals[0].action) == ("walk", "walk around the block")


def test_undo_goes_by_field_visit_and_redo_brings_it_back(desk: Desk) -> None:
    goal = _goal(desk)
    for typed in ("w", "wa", "walk"):
        desk.put(("goals", goal.id, "own_words"), typed)

    desk.undo()
    undone = desk.plan.goals[0].own_words
    desk.redo()

    assert undone == ""
    assert desk.plan.goals[0].own_words == "walk"


def test_undo_survives_a_new_page(desk: Desk, store: Store) -> None:
    goal = _goal(desk, "walk")
    desk.remove(("goals",), goal.id)

    reopened = Desk(store, desk.person, desk.session, now=lambda: NOON, new_id=desk.new_id)
    before = reopened.plan.goals
    reopened.undo()

    assert before == ()
    assert reopened.plan.goals == (goal,)


def test_a_step_of_a_goal_can_be_added_changed_and_taken_out(desk: Desk) -> None:
    goal = _goal(desk)
    steps = ("goals", goal.id, "steps")
    step = Step(id=desk.new_id())

    desk.add(steps, step)
    desk.put((*steps, step.id, "own_words"), "ask Luis")
    asked = desk.plan.goals[0].steps
    desk.remove(steps, step.id)

    assert [one.own_words for one in asked] == ["ask Luis"]
    assert desk.plan.goals[0].steps == ()


def test_a_change_to_something_taken_out_meanwhile_changes_nothing(desk: Desk) -> None:
    goal = _goal(desk, "walk")
    desk.remove(("goals",), goal.id)
    plan = desk.plan

    desk.put(("goals", goal.id, "own_words"), "walk far")

    assert desk.plan == plan


def test_the_step_is_where_a_new_page_opens(desk: Desk, store: Store) -> None:
    desk.go("safety")

    reopened = Desk(store, desk.person, desk.session, now=lambda: NOON, new_id=desk.new_id)

    assert reopened.step == "safety"


def test_walking_between_steps_is_nothing_to_undo(desk: Desk) -> None:
    goal = _goal(desk, "walk")
    desk.go("safety")

    desk.undo()

    assert goal not in desk.plan.goals


def test_the_first_path_begins_on_its_own_step(store: Store) -> None:
    desk = _desk(store, SessionKind.FIRST_PATH)

    assert (desk.step, desk.plan.path) == ("first", Path.FIRST)


def test_not_today_is_kept_and_can_be_taken_back(desk: Desk) -> None:
    desk.leave_open("goals.values", NotNow.TODAY, NOON.date())
    left = desk.plan.left_open
    desk.take_up("goals.values")

    assert [(one.topic, one.answer) for one in left] == [("goals.values", NotNow.TODAY)]
    assert desk.plan.left_open == ()


def test_words_stay_on_the_desk_when_the_store_is_full_and_are_written_when_it_is_not(
    desk: Desk, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    goal = _goal(desk)

    with monkeypatch.context() as disk:
        disk.setattr(store, "keep", _full)
        desk.put(("goals", goal.id, "own_words"), "walk")
        while_full = desk.state
    desk.rest()

    assert not while_full.is_saved
    assert desk.state.is_saved
    kept = store.draft(desk.person.id)
    assert kept is not None
    assert kept.plan.goals[0].own_words == "walk"


def _other(store: Store, desk: Desk) -> Desk:
    return Desk(store, desk.person, desk.session, now=lambda: NOON, new_id=desk.new_id)


def test_what_two_pages_wrote_in_different_places_is_all_in_the_plan(desk: Desk, store: Store) -> None:
    goal = _goal(desk)
    other = _other(store, desk)
    other.put(("goals", goal.id, "own_words"), "from the other page")

    desk.put(("goals", goal.id, "action"), "from this page")

    assert (desk.plan.goals[0].own_words, desk.plan.goals[0].action) == ("from the other page", "from this page")
    assert desk.state.is_saved
    assert desk.choices() == ()
    assert store.kept_beside(desk.person.id) == ()
    kept = store.draft(desk.person.id)
    assert kept is not None
    assert kept.plan == desk.plan


def test_what_two_pages_wrote_in_one_place_stands_side_by_side_until_somebody_chooses(desk: Desk, store: Store) -> None:
    goal = _goal(desk)
    other = _other(store, desk)
    other.put(("goals", goal.id, "own_words"), "from the other page")

    desk.put(("goals", goal.id, "own_words"), "from this page")

    assert desk.plan.goals[0].own_words == "from the other page"
    assert [beside.plan.goals[0].own_words for beside in store.kept_beside(desk.person.id)] == ["from this page"]
    reopened = _other(store, desk)
    (choice,) = reopened.choices()
    assert (choice.conflict.mine, choice.conflict.theirs) == ("from this page", "from the other page")
    reopened.choose(choice, ours=True)
    assert reopened.plan.goals[0].own_words == "from this page"
    assert reopened.choices() == ()


def test_leaving_the_words_that_stand_there_is_a_choice_too(desk: Desk, store: Store) -> None:
    goal = _goal(desk)
    _other(store, desk).put(("goals", goal.id, "own_words"), "from the other page")
    desk.put(("goals", goal.id, "own_words"), "from this page")
    (choice,) = desk.choices()

    desk.choose(choice, ours=False)

    assert desk.plan.goals[0].own_words == "from the other page"
    assert desk.choices() == ()
    assert store.kept_beside(desk.person.id) == ()


def test_what_was_written_after_the_other_page_finished_is_in_the_next_session(desk: Desk, store: Store) -> None:
    goal = _goal(desk)
    other = _other(store, desk)
    assert other.finish()

    desk.put(("goals", goal.id, "action"), "just too late")
    session = store.begin(Session(id=desk.new_id(), person_id=desk.person.id, started=NOON))
    next_time = Desk(store, desk.person, session, now=lambda: NOON, new_id=desk.new_id)

    assert not desk.state.is_saved
    assert next_time.plan.goals[0].action == "just too late"


def test_a_plan_that_is_open_elsewhere_is_known_to_be_on_both_pages_while_both_give_signs_of_life() -> None:
    clock = Clock()
    with Store.in_memory(now=clock) as store:
        desk = _desk(store, SessionKind.SESSION)
        other = _other(store, desk)
        for page in (desk, other, desk, other):
            page.rest()
        seen = (desk.elsewhere, other.elsewhere)
        desk.get_up()
        other.rest()

        assert None not in seen
        assert other.elsewhere is None


def test_a_page_that_was_just_reloaded_is_not_open_elsewhere() -> None:
    """The kernel before is dead; its last sign of life is some seconds old."""
    clock = Clock()
    with Store.in_memory(now=clock) as store:
        before = _desk(store, SessionKind.SESSION)
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
    with Store.in_memory(now=lambda: NOON) as store:
        first = _desk(store, SessionKind.SESSION)
        goals = [_goal(first).id for _ in range(3)]
        desks = [first, _other(store, first), _other(store, first)]
        written = {_move(desks[page], move, goals[which], f"word-{n}.") for n, (page, move, which) in enumerate(moves)}
        taken_out = {goals[which] for _, move, which in moves if move == "remove"}

        kept = store.draft(first.person.id)
        assert kept is not None
        assert all(words in _everything(store) for words in written)
        assert {goal.id for goal in kept.plan.goals} >= set(goals) - taken_out
        assert {goal.own_words for goal in kept.plan.goals} >= {
            f"word-{n}." for n, (_, move, _which) in enumerate(moves) if move == "add"
        }


def _move(desk: Desk, move: str, goal_id: str, words: str) -> str:
    """Do one thing on a page, and return the words that were written."""
    if move == "write" and any(goal.id == goal_id for goal in desk.plan.goals):
        desk.put(("goals", goal_id, "own_words"), words, visit=words)
        return words
    if move == "add":
        desk.add(("goals",), Goal(id=desk.new_id(), own_words=words))
        return words
    if move == "remove":
        desk.remove(("goals",), goal_id)
    if move == "walk":
        desk.go("safety")
    return ""


def _everything(store: Store) -> str:
    plans = store._raw.execute("SELECT plan FROM draft UNION ALL SELECT plan FROM draft_kept_beside").fetchall()
    steps = store._raw.execute("SELECT plan FROM draft_step").fetchall()
    return "".join([*(text for (text,) in plans), *(zlib.decompress(step).decode() for (step,) in steps)])


def test_finishing_writes_a_revision_that_the_next_session_begins_from(desk: Desk, store: Store) -> None:
    _goal(desk, "walk")

    revision = desk.finish()

    assert revision is not None
    assert store.revision(desk.person.id, revision.number) == desk.plan
    session = store.begin(Session(id=desk.new_id(), person_id=desk.person.id, started=NOON))
    again = Desk(store, desk.person, session, now=lambda: NOON, new_id=desk.new_id)
    assert [goal.own_words for goal in again.plan.goals] == ["walk"]


def test_the_screen_hears_of_every_change_until_it_stops_listening(desk: Desk) -> None:
    heard: list[str] = []
    stop = desk.subscribe(lambda: heard.append(desk.plan.tonight.how_today))

    desk.put(("tonight", "how_today"), "tired")
    stop()
    desk.put(("tonight", "how_today"), "tired, but here")

    assert heard == ["tired"]


def test_while_somebody_types_the_patient_hear_of_it_when_the_hand_rests(desk: Desk) -> None:
    at_once: list[str] = []
    at_rest: list[str] = []
    desk.subscribe(lambda: at_once.append(desk.plan.tonight.how_today))
    desk.subscribe(lambda: at_rest.append(desk.plan.tonight.how_today), patient=True)
    place = ("tonight", "how_today")

    desk.put(place, "nobody has told of a rest yet", typing=True)
    desk.rest()
    for words in ("t", "ti", "tired"):
        desk.put(place, words, typing=True)
    desk.rest()
    desk.rest()
    desk.put(place, "pressed")

    assert at_once == ["nobody has told of a rest yet", "t", "ti", "tired", "pressed"]
    assert at_rest == ["nobody has told of a rest yet", "tired", "pressed"]


def test_words_are_kept_also_when_the_sheet_beside_could_not_be_drawn(desk: Desk, store: Store) -> None:
    def stuck() -> None:
        raise RuntimeError

    desk.subscribe(stuck)

    with pytest.raises(RuntimeError):
        desk.put(("tonight", "how_today"), "tired", typing=True)

    kept = store.draft(desk.person.id)
    assert kept is not None
    assert kept.plan.tonight.how_today == "tired"


def test_what_could_not_be_written_is_told_to_all_at_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.rest()
    heard: list[bool] = []
    desk.subscribe(lambda: heard.append(desk.state.is_saved), patient=True)
    monkeypatch.setattr(desk.store, "keep", _full)

    desk.put(("tonight", "how_today"), "tired", typing=True)

    assert heard == [False]


def test_a_change_from_what_stands_there_builds_on_the_one_before(desk: Desk) -> None:
    goal = _goal(desk, "walk")

    for letter in "ing":
        desk.change(("goals", goal.id), lambda now, more=letter: now.amended(own_words=now.own_words + more))
    desk.change(("goals", desk.new_id()), lambda now: now.amended(own_words="nobody's"))

    assert [one.own_words for one in desk.plan.goals] == ["walking"]
