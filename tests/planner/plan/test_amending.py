"""Changing a plan by section and id."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.goals.goal import Goal, Step
from planner.goals.value import Value
from planner.health.observation import Observation
from planner.health.provider import Provider
from planner.model.items import moved_item, with_item, without_item
from planner.plan.amending import IdTakenError, NoSuchItemError, added, left_open, moved, removed, replaced, taken_up
from planner.plan.plan import NotNow, is_left_open, items, write_plan
from planner.resources.resource import Need, Resource
from planner.resources.support import Support
from planner.safety.lapse import LapsePage
from planner.strengths.strength import Strength
from tests.invented import TODAY, an_id
from tests.planner.making import a_plan, plans

if TYPE_CHECKING:
    from planner.plan.plan import Plan

HUMOR = Strength(id=an_id(1), own_words="I can laugh about it")
WALKS = Goal(id=an_id(2), own_words="Walk by the water", strength_ids=(an_id(1),), value_id=an_id(9))
CALLS = Goal(id=an_id(3), own_words="Call my sister", steps=(Step(id=an_id(4), own_words="Find her number"),))


def test_an_added_item_stands_at_the_end_and_the_others_stay_the_same_objects() -> None:
    plan = added(a_plan(goals=(WALKS,), strengths=(HUMOR,)), "goals", CALLS)
    assert plan.goals == (WALKS, CALLS)
    assert plan.goals[0] is WALKS
    assert plan.strengths[0] is HUMOR


def test_an_id_stands_for_one_item_only() -> None:
    with pytest.raises(IdTakenError):
        added(a_plan(goals=(WALKS,)), "values", Value(id=WALKS.id, name="Peace"))


def test_a_replaced_item_keeps_its_place() -> None:
    changed = WALKS.amended(own_words="Walk every evening")
    assert replaced(a_plan(goals=(WALKS, CALLS)), "goals", changed).goals == (changed, CALLS)


def test_words_for_an_item_that_is_gone_are_not_dropped_in_silence() -> None:
    with pytest.raises(NoSuchItemError):
        replaced(a_plan(goals=(CALLS,)), "goals", WALKS)


def test_removing_an_item_clears_every_link_that_led_to_it() -> None:
    sister, clinic = Support(id=an_id(5), name="Ana"), Provider(id=an_id(6), name="The clinic")
    need = Need(id=an_id(7), own_words="A bed")
    plan = a_plan(
        supports=(sister,),
        providers=(clinic,),
        needs=(need,),
        resources=(Resource(id=an_id(8), need_ids=(need.id, an_id(30))),),
        observations=(Observation(id=an_id(10), relay_to=clinic.id),),
        lapse_page=LapsePage(call_first_id=sister.id),
    )
    without = removed(removed(removed(plan, "supports", sister.id), "providers", clinic.id), "needs", need.id)
    assert without.lapse_page.call_first_id is None
    assert without.observations[0].relay_to is None
    assert without.resources[0].need_ids == (an_id(30),)


def test_removing_an_item_leaves_entries_without_a_link_to_it_untouched() -> None:
    plan = removed(a_plan(goals=(WALKS, CALLS), strengths=(HUMOR,)), "strengths", HUMOR.id)
    assert plan.goals[0].strength_ids == ()
    assert plan.goals[1] is CALLS


def test_removing_an_item_clears_the_links_to_its_parts() -> None:
    leaning = WALKS.amended(aim_id=CALLS.steps[0].id)
    assert removed(a_plan(goals=(leaning, CALLS)), "goals", CALLS.id).goals[0].aim_id is None


def test_removing_what_is_not_there_changes_nothing() -> None:
    plan = a_plan(goals=(WALKS,))
    assert removed(plan, "goals", an_id(77)) is plan


@pytest.mark.parametrize(("by", "order"), [(1, "bac"), (-1, "abc"), (2, "bca"), (99, "bca"), (0, "abc")])
def test_an_item_moves_at_most_to_the_end_of_its_list(by: int, order: str) -> None:
    values = tuple(Value(id=an_id(number), name=name) for number, name in enumerate("abc", start=1))
    plan = moved(a_plan(values=values), "values", values[0].id, by)
    assert "".join(value.name for value in plan.values) == order


def test_parts_of_an_item_change_the_same_way() -> None:
    first, second = (Step(id=an_id(number), own_words=f"step {number}") for number in (1, 2))
    steps = with_item(with_item((), first), second)
    assert with_item(steps, first.amended(done=True)) == (first.amended(done=True), second)
    assert moved_item(steps, second.id, -1) == (second, first)
    assert without_item(steps, first.id) == (second,)
    assert moved_item(steps, an_id(50), 1) == steps


def test_a_topic_left_open_can_be_taken_up_again() -> None:
    plan = left_open(left_open(a_plan(), "goals.values", NotNow.TODAY, TODAY), "goals.values", NotNow.FOR_ME, TODAY)
    assert [left.answer for left in plan.left_open] == [NotNow.FOR_ME]
    assert is_left_open(plan, "goals.values")
    assert not is_left_open(taken_up(plan, "goals.values"), "goals.values")


def _ids(plan: Plan) -> list[str]:
    return [item.id for _, item in items(plan)]


@given(plans(), st.data())
def test_removing_one_item_loses_no_other_and_leaves_no_link_to_it(plan: Plan, data: st.DataObject) -> None:
    known = list(items(plan))
    if not known:
        return
    section, item = data.draw(st.sampled_from(known))
    without = removed(plan, section, item.id)
    assert _ids(without) == [one for one in _ids(plan) if one != item.id]
    assert item.id not in write_plan(without)


@given(plans(), st.data())
def test_changing_adding_and_moving_lose_no_item(plan: Plan, data: st.DataObject) -> None:
    goal = Goal(id=an_id(5_000), own_words="One more")
    changed = replaced(added(plan, "goals", goal), "goals", goal.amended(action="Walk"))
    changed = moved(changed, "goals", goal.id, data.draw(st.integers(-5, 5)))
    assert sorted(_ids(changed)) == sorted([*_ids(plan), goal.id])
    assert removed(changed, "goals", goal.id) == plan


@given(plans())
def test_every_id_of_a_plan_is_its_own(plan: Plan) -> None:
    assert len(set(_ids(plan))) == len(_ids(plan))
