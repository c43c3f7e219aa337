"""Below 7 the plan is changed, never the person; before and after are kept."""

from __future__ import annotations

import pytest

from planner.goals.confidence import eased, is_unsure, open_change, sure_now
from planner.goals.goal import Goal, Way
from tests.invented import TODAY

GOAL, CHANGE, OTHER = (f"00000000-0000-4000-8000-{n:012d}" for n in (1, 2, 3))


@pytest.mark.parametrize(("confidence", "unsure"), [(None, False), (0, True), (6, True), (7, False), (10, False)])
def test_the_gate_opens_below_seven(confidence: int | None, *, unsure: bool) -> None:
    assert is_unsure(Goal(id=GOAL, confidence=confidence)) is unsure


def test_before_and_after_are_kept_when_the_plan_was_changed() -> None:
    goal = eased(Goal(id=GOAL, confidence=5), Way.SMALLER_STEP, TODAY, CHANGE)

    after = sure_now(goal, 8)

    (change,) = after.confidence_changes
    assert (change.before, change.after, change.way) == (5, 8, Way.SMALLER_STEP)
    assert (after.confidence, open_change(after)) == (8, None)


def test_another_way_before_the_person_answers_is_the_same_change() -> None:
    goal = eased(Goal(id=GOAL, confidence=5), Way.SMALLER_STEP, TODAY, CHANGE)

    goal = eased(goal, Way.MORE_HELP, TODAY, OTHER)

    assert [(change.before, change.way) for change in goal.confidence_changes] == [(5, Way.MORE_HELP)]


def test_a_first_answer_is_no_change() -> None:
    assert sure_now(Goal(id=GOAL), 6).confidence_changes == ()
