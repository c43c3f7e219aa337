"""Coaching one goal: one helpful question at a time, and what does not go together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from planner.goals.coach import Letter, goal_findings, misfits, open_questions, smart
from planner.goals.confidence import eased, sure_now
from planner.goals.goal import Goal, GoalStatus, Obstacle, Per, Step, Way, Whose
from planner.words.reading import read_count
from tests.invented import TODAY, an_id
from tests.planner.making import a_day

WHOLE = Goal(
    id=an_id(1),
    own_words="Go to meetings again",
    value_id=an_id(2),
    whose=Whose.MINE,
    action="Go to the evening meeting",
    measure="meetings",
    baseline=read_count("1"),
    target=read_count("3"),
    per=Per.WEEK,
    by_when=a_day("January 31"),
    importance=8,
    confidence=8,
    steps=(Step(id=an_id(3), own_words="Ask Luis for a ride", by=a_day("Friday")),),
    strength_ids=(an_id(4),),
)


def _codes(goal: Goal) -> list[str]:
    return [finding.code for finding in goal_findings(goal, TODAY)]


def test_a_whole_goal_raises_nothing() -> None:
    assert _codes(WHOLE) == []
    assert all(smart(WHOLE).values())


@dataclass(frozen=True)
class Case:
    name: str
    code: str
    changes: dict[str, Any] = field(default_factory=dict[str, Any])


OPEN = [
    Case("no words at all", "goal.words", {"own_words": " ", "action": ""}),
    Case("required, and nothing wanted from it", "goal.wanted", {"whose": Whose.REQUIRED}),
    Case("no action", "goal.action", {"action": ""}),
    Case("nothing counted", "goal.measure", {"measure": ""}),
    Case("no amount", "goal.target", {"target": read_count("")}),
    Case("an amount, and no how often", "goal.per", {"per": None}),
    Case("no value", "goal.value", {"value_id": None}),
    Case("no day", "goal.by_when", {"by_when": a_day("")}),
    Case("not asked how sure", "goal.how_sure", {"confidence": None}),
    Case("matters little", "goal.importance", {"importance": 4}),
    Case("no step", "goal.steps", {"steps": ()}),
    Case("a step without a day", "step.day", {"steps": (Step(id=an_id(3), own_words="Call"),)}),
    Case("an obstacle without a plan", "obstacle.plan", {"obstacles": (Obstacle(id=an_id(5), own_words="Rain"),)}),
    Case("leans on nothing", "goal.leans", {"strength_ids": ()}),
    Case("not sure", "goal.confidence", {"confidence": 5}),
    Case("a smaller step, and no step", "goal.way_on", {"confidence": 5, "way_on": Way.SMALLER_STEP, "steps": ()}),
    Case("more help, and nobody named", "goal.way_on", {"confidence": 5, "way_on": Way.MORE_HELP}),
    Case("a plan for the obstacle, and none", "goal.way_on", {"confidence": 5, "way_on": Way.OBSTACLE_PLAN}),
    Case("another goal", "goal.way_on", {"confidence": 5, "way_on": Way.ANOTHER_GOAL}),
]


@pytest.mark.parametrize("case", OPEN, ids=lambda case: case.name)
def test_what_is_open_in_a_goal_is_asked(case: Case) -> None:
    (finding,) = goal_findings(WHOLE.amended(**case.changes), TODAY)
    assert finding.code == case.code
    assert finding.says
    assert finding.try_this


def test_an_empty_goal_raises_one_question() -> None:
    assert _codes(Goal(id=an_id(1))) == ["goal.words"]


def test_one_question_at_a_time_the_most_useful_first() -> None:
    goal = Goal(id=an_id(1), own_words="Feel better", confidence=4)
    asked = [finding.code for finding in open_questions(goal)]
    assert asked[0] == "goal.confidence"
    assert asked.index("goal.action") < asked.index("goal.steps") < asked.index("goal.leans")
    assert _codes(goal) == asked[:1]


def test_a_question_the_person_left_is_not_asked_and_the_next_one_comes() -> None:
    goal = WHOLE.amended(measure="", steps=())
    (finding,) = goal_findings(goal, TODAY, frozenset({"goal.measure"}))
    assert finding.code == "goal.steps"


def test_below_seven_the_four_ways_are_offered_and_no_number_is_said() -> None:
    (finding,) = goal_findings(WHOLE.amended(confidence=6), TODAY)
    assert str(finding.says) == "What would make this easier?"
    assert finding.ways == tuple(way.label for way in Way)
    assert not any(character.isdigit() for character in f"{finding.says}{finding.try_this}")


def test_after_the_plan_has_changed_the_person_is_asked_again_and_then_left_in_peace() -> None:
    changed = eased(WHOLE.amended(confidence=5), Way.SMALLER_STEP, TODAY, an_id(6))
    (finding,) = goal_findings(changed, TODAY)
    assert (finding.code, finding.where.field) == ("goal.sure_again", "confidence")
    assert _codes(sure_now(changed, 8)) == []
    assert _codes(sure_now(changed, 6)) == []


def test_a_goal_that_rests_or_is_reached_raises_nothing() -> None:
    for status in (GoalStatus.REACHED, GoalStatus.ASIDE):
        assert _codes(Goal(id=an_id(1), status=status)) == []


MISFITS = [
    Case("the end before the start", "goal.order", {"start": a_day("March 1")}),
    Case("a day gone by", "goal.past", {"by_when": a_day("2026-11-01"), "steps": ()}),
    Case("now and hoped for alike", "goal.same", {"baseline": read_count("3")}),
    Case("eight days a week", "goal.too_many", {"measure": "days without drinking", "target": read_count("8")}),
    Case("40 nights a month", "goal.too_many", {"measure": "noches", "target": read_count("40"), "per": Per.MONTH}),
    Case("a look after the end", "goal.review_late", {"review_on": a_day("February 20")}),
    Case("a step after the end", "step.late", {"steps": (Step(id=an_id(3), own_words="x", by=a_day("May 1")),)}),
    Case("a step gone by", "step.past", {"steps": (Step(id=an_id(3), own_words="x", by=a_day("2026-11-20")),)}),
]


@pytest.mark.parametrize("case", MISFITS, ids=lambda case: case.name)
def test_what_does_not_go_together_is_asked(case: Case) -> None:
    assert [finding.code for finding in misfits(WHOLE.amended(**case.changes), TODAY)] == [case.code]


@pytest.mark.parametrize(
    "changes",
    [
        {"measure": "meetings", "target": read_count("10")},
        {"measure": "days", "target": read_count("7")},
        {"measure": "days", "target": read_count("90"), "per": Per.IN_ALL},
        {"by_when": a_day("2026-11-22"), "steps": ()},
        {"steps": (Step(id=an_id(3), own_words="x", by=a_day("2026-11-20"), done=True),)},
        {"by_when": a_day("when I am ready")},
    ],
    ids=["ten meetings a week", "seven days a week", "90 days in all", "ends today", "done long ago", "an open day"],
)
def test_what_goes_together_is_left_alone(changes: dict[str, Any]) -> None:
    assert list(misfits(WHOLE.amended(**changes), TODAY)) == []


@pytest.mark.parametrize(
    ("changes", "letter"),
    [
        ({"action": ""}, Letter.SPECIFIC),
        ({"target": read_count("")}, Letter.MEASURABLE),
        ({"confidence": 4}, Letter.ACHIEVABLE),
        ({"value_id": None}, Letter.RELEVANT),
        ({"by_when": a_day("")}, Letter.TIMED),
    ],
)
def test_each_letter_comes_from_the_goals_own_parts(changes: dict[str, Any], letter: Letter) -> None:
    assert [name for name, has in smart(WHOLE.amended(**changes)).items() if not has] == [letter]


def test_an_unsure_goal_with_help_beside_it_counts_as_achievable() -> None:
    assert smart(WHOLE.amended(confidence=4, with_whom="Luis"))[Letter.ACHIEVABLE]
