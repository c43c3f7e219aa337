"""What a goal could lean on comes from what was said already, and says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings

from planner.goals.goal import LEANS_ON, Goal, Step
from planner.resources.resource import Resource
from planner.resources.support import Support
from planner.review.suggested_links import could_lean_on
from planner.skills.skill import Mastery, Skill
from planner.strengths.strength import HeardBy, Strength
from planner.teaching.people import practice_person
from tests.invented import TODAY, an_id
from tests.planner.making import a_plan, plans

if TYPE_CHECKING:
    from planner.plan.plan import Plan

LUIS = Support(id=an_id(1), name="Luis")
MEETING = Resource(id=an_id(2), name="Monday meeting at St. Paul's")
CALLS = Strength(id=an_id(3), own_words="I call when it gets hard", how_much=9)
QUIET = Strength(id=an_id(4), own_words="Rain on the roof", how_much=3)
NOT_ME = Strength(id=an_id(5), own_words="Loud parties", how_much=9, heard_by=HeardBy.COUNSELOR, fits=False)
BUDGET = Skill(id=an_id(6), name="Pay the rent first", mastery=Mastery.STRONG)
PLAN = a_plan(supports=(LUIS,), resources=(MEETING,), strengths=(QUIET, CALLS, NOT_ME), skills=(BUDGET,))


def _goal(words: str, **parts: object) -> Goal:
    return Goal.model_validate({"id": an_id(10), "own_words": words, **parts})


def _words(plan: Plan, goal: Goal, at_most: int = 3) -> list[str]:
    return [lean.words for lean in could_lean_on(plan, goal, at_most)]


def test_who_is_named_comes_first_then_the_same_thing_then_what_is_strong() -> None:
    goal = _goal("Three meetings a week", steps=(Step(id=an_id(11), own_words="Ask Luis for a ride"),))
    assert _words(PLAN, goal, 9) == ["Luis", MEETING.name, CALLS.own_words, BUDGET.name]
    assert [str(lean.because) for lean in could_lean_on(PLAN, goal)] == [
        "You named them.",
        "It speaks of the same thing.",
        "It helped you a lot before.",
    ]


def test_what_is_linked_is_not_offered_again() -> None:
    goal = _goal("Three meetings a week with Luis", support_ids=(LUIS.id,), resource_ids=(MEETING.id,))
    assert _words(PLAN, goal) == [CALLS.own_words, BUDGET.name]


def test_somebody_is_named_in_whatever_spelling() -> None:
    plan = a_plan(supports=(Support(id=an_id(1), name="Siobhán O’Brien-Núñez"),))
    assert _words(plan, _goal("Walk with siobhan o'brien nunez")) == ["Siobhán O’Brien-Núñez"]
    assert "Luis" in _words(PLAN, _goal("Ride in Luis's car"))


def test_a_name_within_another_word_is_not_somebody() -> None:
    assert "Luis" not in _words(PLAN, _goal("Read about Luisiana"), 9)


def test_common_long_words_bring_nothing_together() -> None:
    plan = a_plan(strengths=(Strength(id=an_id(3), own_words="I sleep every night until seven"),))
    assert _words(plan, _goal("Walk every day until March")) == []


def test_the_invented_person_is_offered_her_own_things() -> None:
    plan = practice_person("dana", TODAY).plan
    for goal in plan.goals:
        for lean in could_lean_on(plan, goal):
            assert lean.field in LEANS_ON
            assert lean.item not in getattr(goal, lean.field)


@settings(max_examples=40, deadline=None)
@given(plans())
def test_any_goal_can_take_what_is_offered(plan: Plan) -> None:
    for goal in plan.goals:
        for lean in could_lean_on(plan, goal):
            assert lean.item in getattr(goal.amended(**{lean.field: (lean.item,)}), lean.field)
