"""The editor keeps every change, tells the truth about it, and loses nothing when the store cannot write."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import count
from typing import TYPE_CHECKING

import pytest

from planner.caseload.person import Person
from planner.goals.goal import Goal, Step
from planner.plan.plan import NotNow, SessionPath
from planner.sessions.session import Session, SessionKind
from planner.store import Store, StoreFullError, open_in_memory
from widgets.draft.draft_editor import DraftEditor

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
    opened = open_in_memory(now=lambda: NOON)
    yield opened
    opened.close()


@pytest.fixture
def editor(store: Store) -> DraftEditor:
    return new_desk(store, SessionKind.SESSION)


def new_desk(store: Store, kind: SessionKind, now: Callable[[], datetime] = lambda: NOON) -> DraftEditor:
    new_id = _ids()
    person = Person(id=new_id(), called="Dana", added_on=date(2026, 11, 1))
    store.add_person(person)
    session = store.begin(Session(id=new_id(), person_id=person.id, kind=kind, started=NOON))
    return DraftEditor(store, person, session, now=now, new_id=new_id)


def new_goal(editor: DraftEditor, words: str = "") -> Goal:
    goal = Goal(id=editor.new_id(), own_words=words)
    editor.add(("goals",), goal)
    return goal


def test_a_change_is_in_the_store_when_put_returns(editor: DraftEditor, store: Store) -> None:
    goal = new_goal(editor)

    editor.put(("goals", goal.id, "own_words"), "walk by the river")

    kept = store.drafts.current(editor.person.id)
    assert kept is not None
    assert kept.plan.goals[0].own_words == "walk by the river"


def test_two_changes_made_from_the_same_drawing_are_both_kept(editor: DraftEditor) -> None:
    goal = new_goal(editor)
    words, action = ("goals", goal.id, "own_words"), ("goals", goal.id, "action")

    editor.put(words, "walk")
    editor.put(action, "walk around the block")

    assert (editor.plan.goals[0].own_words, editor.plan.goals[0].action) == ("walk", "walk around the block")


def test_undo_goes_by_field_visit_and_redo_brings_it_back(editor: DraftEditor) -> None:
    goal = new_goal(editor)
    for typed in ("w", "wa", "walk"):
        editor.put(("goals", goal.id, "own_words"), typed)

    editor.undo()
    undone = editor.plan.goals[0].own_words
    editor.redo()

    assert undone == ""
    assert editor.plan.goals[0].own_words == "walk"


def test_undo_survives_a_new_page(editor: DraftEditor, store: Store) -> None:
    goal = new_goal(editor, "walk")
    editor.remove(("goals",), goal.id)

    reopened = DraftEditor(store, editor.person, editor.session, now=lambda: NOON, new_id=editor.new_id)
    before = reopened.plan.goals
    reopened.undo()

    assert before == ()
    assert reopened.plan.goals == (goal,)


def test_a_step_of_a_goal_can_be_added_changed_and_taken_out(editor: DraftEditor) -> None:
    goal = new_goal(editor)
    steps = ("goals", goal.id, "steps")
    step = Step(id=editor.new_id())

    editor.add(steps, step)
    editor.put((*steps, step.id, "own_words"), "ask Luis")
    asked = editor.plan.goals[0].steps
    editor.remove(steps, step.id)

    assert [one.own_words for one in asked] == ["ask Luis"]
    assert editor.plan.goals[0].steps == ()


def test_a_change_to_something_taken_out_meanwhile_changes_nothing(editor: DraftEditor) -> None:
    goal = new_goal(editor, "walk")
    editor.remove(("goals",), goal.id)
    plan = editor.plan

    editor.put(("goals", goal.id, "own_words"), "walk far")

    assert editor.plan == plan


def test_the_step_is_where_a_new_page_opens(editor: DraftEditor, store: Store) -> None:
    editor.go("safety")

    reopened = DraftEditor(store, editor.person, editor.session, now=lambda: NOON, new_id=editor.new_id)

    assert reopened.step == "safety"


def test_walking_between_steps_is_nothing_to_undo(editor: DraftEditor) -> None:
    goal = new_goal(editor, "walk")
    editor.go("safety")

    editor.undo()

    assert goal not in editor.plan.goals


def test_the_first_path_begins_on_its_own_step(store: Store) -> None:
    editor = new_desk(store, SessionKind.FIRST_PATH)

    assert (editor.step, editor.plan.path) == ("first", SessionPath.FIRST)


def test_after_the_first_path_the_next_session_has_the_whole_plan(store: Store) -> None:
    first = new_desk(store, SessionKind.FIRST_PATH)
    first.finish()
    second = store.begin(Session(id=first.new_id(), person_id=first.person.id, started=NOON))

    editor = DraftEditor(store, first.person, second, now=lambda: NOON, new_id=first.new_id)

    assert (editor.step, editor.plan.path) == ("check-in", SessionPath.FULL)


def test_not_today_is_kept_and_can_be_taken_back(editor: DraftEditor) -> None:
    editor.leave_open("goals.values", NotNow.TODAY, NOON.date())
    left = editor.plan.left_open
    editor.take_up("goals.values")

    assert [(one.topic, one.answer) for one in left] == [("goals.values", NotNow.TODAY)]
    assert editor.plan.left_open == ()


def test_words_stay_on_the_desk_when_the_store_is_full_and_are_written_when_it_is_not(
    editor: DraftEditor, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    goal = new_goal(editor)

    with monkeypatch.context() as disk:
        disk.setattr(store.drafts, "keep", _full)
        editor.put(("goals", goal.id, "own_words"), "walk")
        while_full = editor.state
    editor.rest()

    assert not while_full.is_saved
    assert editor.state.is_saved
    kept = store.drafts.current(editor.person.id)
    assert kept is not None
    assert kept.plan.goals[0].own_words == "walk"


def test_finishing_writes_a_revision_that_the_next_session_begins_from(editor: DraftEditor, store: Store) -> None:
    new_goal(editor, "walk")

    revision = editor.finish()

    assert revision is not None
    assert store.revision(editor.person.id, revision.number) == editor.plan
    session = store.begin(Session(id=editor.new_id(), person_id=editor.person.id, started=NOON))
    again = DraftEditor(store, editor.person, session, now=lambda: NOON, new_id=editor.new_id)
    assert [goal.own_words for goal in again.plan.goals] == ["walk"]


def test_the_screen_hears_of_every_change_until_it_stops_listening(editor: DraftEditor) -> None:
    heard: list[str] = []
    stop = editor.subscribe(lambda: heard.append(editor.plan.tonight.how_today))

    editor.put(("tonight", "how_today"), "tired")
    stop()
    editor.put(("tonight", "how_today"), "tired, but here")

    assert heard == ["tired"]


def test_while_somebody_types_the_patient_hear_of_it_when_the_hand_rests(editor: DraftEditor) -> None:
    at_once: list[str] = []
    at_rest: list[str] = []
    editor.subscribe(lambda: at_once.append(editor.plan.tonight.how_today))
    editor.subscribe(lambda: at_rest.append(editor.plan.tonight.how_today), patient=True)
    place = ("tonight", "how_today")

    editor.put(place, "nobody has told of a rest yet", typing=True)
    editor.rest()
    for words in ("t", "ti", "tired"):
        editor.put(place, words, typing=True)
    editor.rest()
    editor.rest()
    editor.put(place, "pressed")

    assert at_once == ["nobody has told of a rest yet", "t", "ti", "tired", "pressed"]
    assert at_rest == ["nobody has told of a rest yet", "tired", "pressed"]


def test_words_are_kept_also_when_the_sheet_beside_could_not_be_drawn(editor: DraftEditor, store: Store) -> None:
    def stuck() -> None:
        raise RuntimeError

    editor.subscribe(stuck)

    with pytest.raises(RuntimeError):
        editor.put(("tonight", "how_today"), "tired", typing=True)

    kept = store.drafts.current(editor.person.id)
    assert kept is not None
    assert kept.plan.tonight.how_today == "tired"


def test_what_could_not_be_written_is_told_to_all_at_once(editor: DraftEditor, monkeypatch: pytest.MonkeyPatch) -> None:
    editor.rest()
    heard: list[bool] = []
    editor.subscribe(lambda: heard.append(editor.state.is_saved), patient=True)
    monkeypatch.setattr(editor._store.drafts, "keep", _full)

    editor.put(("tonight", "how_today"), "tired", typing=True)

    assert heard == [False]


def test_a_change_from_what_stands_there_builds_on_the_one_before(editor: DraftEditor) -> None:
    goal = new_goal(editor, "walk")

    for letter in "ing":
        editor.change(("goals", goal.id), lambda now, more=letter: now.amended(own_words=now.own_words + more))
    editor.change(("goals", editor.new_id()), lambda now: now.amended(own_words="nobody's"))

    assert [one.own_words for one in editor.plan.goals] == ["walking"]
