"""A path names one place in a plan; changing it leaves every neighbour as it was."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from planner.goals.goal import Goal, Step
from planner.model.path import NoSuchPlaceError, put, value_at
from planner.plan.plan import Plan

ONE, TWO, THREE = (f"00000000-0000-4000-8000-{n:012d}" for n in (1, 2, 3))
PLAN = Plan(id=ONE, person_id=ONE, goals=(Goal(id=TWO, steps=(Step(id=THREE, own_words="ask Luis"),)), Goal(id=ONE)))


def test_a_place_deep_in_the_plan_can_be_read_and_changed() -> None:
    place = ("goals", TWO, "steps", THREE, "own_words")

    changed = put(PLAN, place, "ask Luis on Tuesday")

    assert value_at(PLAN, place) == "ask Luis"
    assert value_at(changed, place) == "ask Luis on Tuesday"
    assert changed.goals[1] is PLAN.goals[1]


def test_a_single_value_of_the_plan_is_reached_by_its_names() -> None:
    assert put(PLAN, ("closing", "first_thing"), "call Luis").closing.first_thing == "call Luis"


@pytest.mark.parametrize("gone", [("goals", THREE), ("goalz",), ("goals", TWO, "words"), ("goals", "own_words")])
def test_a_place_that_is_not_there_is_named_without_ids(gone: tuple[str, ...]) -> None:
    with pytest.raises(NoSuchPlaceError, match="There is no goal") as refused:
        put(PLAN, gone, "x")

    assert "0000" not in str(refused.value)


def test_a_value_of_the_wrong_kind_is_refused_without_its_words() -> None:
    with pytest.raises(ValidationError) as refused:
        put(PLAN, ("goals", TWO, "confidence"), "very sure indeed")

    assert "very sure" not in str(refused.value)
