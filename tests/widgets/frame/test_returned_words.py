"""Words that waited on the page go back into their place, beside what stands there now, or into sight."""

from __future__ import annotations

import json
from typing import Any

import ipyvuetify
import pytest

from planner.goals.goal import Goal
from planner.words.reading import DayWords
from tests.invented import TODAY, an_id
from tests.widgets.seat import Seat, _walk, sit_down
from widgets.frame.other_page import OtherPage
from widgets.frame.returned_words import Returned

GOAL = Goal(id=an_id(50), own_words="walk")
WORDS = f"goals/{GOAL.id}/own_words"
BY_WHEN = f"goals/{GOAL.id}/by_when"


def _seat() -> Seat:
    seat = sit_down(goals=(GOAL,))
    seat.lay(lambda _plan: Returned(seat.context.t, seat.editor, TODAY))
    return seat


def _give(seat: Seat, *words: dict[str, Any], person: str = "") -> None:
    told = json.dumps({"person": person or seat.editor.person.id, "words": words})
    field = next(one for one in _walk(seat.rc.container) if isinstance(one, ipyvuetify.TextField))
    field.v_model = told


def test_words_go_back_into_the_field_they_were_written_in() -> None:
    seat = _seat()

    _give(seat, {"path": WORDS, "seen": ["walk"], "text": "walk by the river"})

    assert seat.plan.goals[0].own_words == "walk by the river"
    kept = seat.store.drafts.current(seat.editor.person.id)
    assert kept is not None
    assert kept.plan == seat.plan
    assert "in its place again" in seat.text()
    assert "walk by the river" not in seat.text()


def test_letters_that_had_arrived_before_the_break_are_no_other_version() -> None:
    seat = _seat()
    seat.editor.put(("goals", GOAL.id, "own_words"), "walk by")

    _give(seat, {"path": WORDS, "seen": ["walk", "walk b", "walk by", "walk by t"], "text": "walk by the sea"})

    assert seat.plan.goals[0].own_words == "walk by the sea"
    assert seat.editor.choices() == ()


def test_a_field_that_is_understood_is_read_again() -> None:
    seat = _seat()

    _give(seat, {"path": BY_WHEN, "seen": [""], "text": "December 24"})

    by_when = seat.plan.goals[0].by_when
    assert isinstance(by_when, DayWords)
    assert (by_when.words, by_when.reading is not None) == ("December 24", True)


def test_what_was_written_there_meanwhile_is_never_overwritten_and_both_are_asked_about() -> None:
    seat = _seat()
    seat.editor.put(("goals", GOAL.id, "own_words"), "swim")

    _give(seat, {"path": WORDS, "seen": ["walk"], "text": "walk by the river"})

    assert seat.plan.goals[0].own_words == "swim"
    (choice,) = seat.editor.choices()
    assert (choice.conflict.theirs, choice.conflict.mine) == ("swim", "walk by the river")
    seat.show(OtherPage(seat.context.t, seat.editor))
    assert "walk by the river" in seat.text()
    seat.press("Use this one")
    assert seat.plan.goals[0].own_words == "walk by the river"


@pytest.mark.parametrize("path", ["goals/gone/own_words", "goals", "", "nowhere/at/all", f"goals/{GOAL.id}/importance"])
def test_words_without_a_place_are_shown_to_be_copied_and_change_nothing(path: str) -> None:
    seat = _seat()
    before = seat.plan

    _give(seat, {"path": path, "seen": [""], "text": "left without a place"})

    assert seat.plan == before
    assert "left without a place" in seat.text()
    seat.press("Close")
    assert "left without a place" not in seat.text()


def test_words_of_somebody_else_are_neither_filled_in_nor_shown() -> None:
    seat = _seat()
    before = seat.plan

    _give(seat, {"path": WORDS, "seen": ["walk"], "text": "not hers"}, person=an_id(77))

    assert seat.plan == before
    assert "not hers" not in seat.text()


@pytest.mark.parametrize("told", ["", "{", "[]", '{"person": 1}', '{"person": "x", "words": [{"path": 1}]}', "\ud800"])
def test_what_is_no_such_message_changes_nothing(told: str) -> None:
    seat = _seat()
    before = seat.plan

    next(one for one in _walk(seat.rc.container) if isinstance(one, ipyvuetify.TextField)).v_model = told

    assert seat.plan == before
    assert seat.text().strip() == ""
