"""How far each step is, and what is still open in it."""

from __future__ import annotations

import pytest
from hypothesis import given

from planner.goals.goal import Goal, Per, Step
from planner.goals.value import Value
from planner.model.daily_life import Transport
from planner.plan.amending import left_open
from planner.plan.plan import NotNow, Plan
from planner.plan.progress import STEPS, TITLES, Progress, chosen, progress, still_open
from planner.plan.topic import TOPICS
from planner.resources.resource import Resource, Timing
from planner.sessions.first_path import Leaving, Sure, Tonight
from planner.strengths.internal_resource import InternalResources
from planner.strengths.strength import Strength
from planner.words.reading import read_count
from tests.invented import TODAY, an_id
from tests.planner.making import a_day, a_plan, plans

PEACE = Value(id=an_id(1), name="Peace")


def _open(plan: Plan, step: str) -> list[str]:
    return [topic.id for topic in still_open(plan, step)]


def test_every_step_has_a_title_and_its_topics() -> None:
    assert set(TITLES) == set(TOPICS) == {*STEPS, "first"}
    ids = [topic.id for step in STEPS for topic in TOPICS[step]]
    assert len(set(ids)) == len(ids)
    assert all(topic.step == step for step in STEPS for topic in TOPICS[step])


def test_an_empty_plan_is_open_everywhere() -> None:
    for step in STEPS[1:]:
        assert progress(a_plan(), step).done == 0
        assert len(_open(a_plan(), step)) == progress(a_plan(), step).of > 0


def test_the_ring_and_the_open_topics_come_from_one_place() -> None:
    plan = a_plan(values=(PEACE,))
    assert progress(plan, "goals").done == 1
    assert "goals.values" not in _open(plan, "goals")


@pytest.mark.parametrize("answer", list(NotNow))
def test_not_today_and_not_for_me_leave_the_count(answer: NotNow) -> None:
    before = progress(a_plan(), "medications")
    plan = left_open(a_plan(), "medications.visits", answer, TODAY)
    assert progress(plan, "medications").of == before.of - 1
    assert progress(left_open(a_plan(), "medications", answer, TODAY), "medications") == Progress(0, 0)


def test_a_ring_is_complete_only_where_something_was_chosen() -> None:
    assert not Progress(0, 0).is_complete
    assert Progress(0, 0).share == 0
    assert Progress(2, 2).is_complete
    assert Progress(1, 2).share == 0.5


def test_a_goal_closes_its_topics_one_by_one() -> None:
    goal = Goal(id=an_id(2), own_words="Walk")
    assert _open(a_plan(values=(PEACE,), goals=(goal,)), "goals") == [
        "goals.parts",
        "goals.rulers",
        "goals.steps",
        "goals.leans",
    ]
    whole = goal.amended(
        action="Walk",
        measure="walks",
        target=read_count("3"),
        per=Per.WEEK,
        by_when=a_day("Friday"),
        importance=8,
        confidence=3,
        steps=(Step(id=an_id(3), own_words="Find my shoes"),),
        with_whom="Luis",
    )
    assert progress(a_plan(values=(PEACE,), goals=(whole,)), "goals").is_complete
    assert "goals.steps" in _open(a_plan(goals=(whole, goal.amended(id=an_id(4)))), "goals")


def test_blank_words_count_as_open() -> None:
    assert "goals.values" in _open(a_plan(values=(PEACE.amended(name="  "),)), "goals")


def test_a_strength_the_person_turned_down_does_not_count() -> None:
    humor = Strength(id=an_id(2), own_words="Humor")
    assert "strengths.success" not in _open(a_plan(strengths=(humor,)), "strengths")
    assert "strengths.success" in _open(a_plan(strengths=(humor.amended(fits=False),)), "strengths")


def test_the_inside_is_rated_when_all_three_are() -> None:
    two = InternalResources(id=an_id(2), on=TODAY, belief=5, steadiness=0)
    assert "strengths.inside" in _open(a_plan(internal_resources=(two,)), "strengths")
    assert "strengths.inside" not in _open(a_plan(internal_resources=(two.amended(problem_solving=7),)), "strengths")


def test_the_way_there_is_asked_only_where_there_is_a_place_for_now() -> None:
    gym = Resource(id=an_id(2), name="Gym", timing=Timing.LATER)
    assert "resources.ways" not in _open(a_plan(resources=(gym,)), "resources")
    now = gym.amended(timing=Timing.NOW)
    assert "resources.ways" in _open(a_plan(resources=(now,)), "resources")
    assert "resources.ways" not in _open(a_plan(resources=(now.amended(transport=Transport.WALK),)), "resources")


def test_overdose_help_is_a_topic_for_everybody() -> None:
    assert "safety.overdose" in _open(a_plan(), "safety")
    assert "safety.overdose" in _open(a_plan(tonight=Tonight(overdose_help=Sure.UNSURE)), "safety")
    assert "safety.overdose" not in _open(a_plan(tonight=Tonight(overdose_help=Sure.YES)), "safety")


def test_the_first_path_asks_about_leaving_only_where_somebody_leaves() -> None:
    ids = [topic.id for topic in chosen(a_plan(), "first")]
    assert ids == [
        "first.today",
        "first.bed",
        "first.food",
        "first.medicines",
        "first.overdose",
        "goals.values",
        "first.strength",
        "first.step",
        "safety.calls",
        "review.next",
    ]
    leaving = [topic.id for topic in chosen(a_plan(leaving=Leaving(is_leaving=True)), "first")]
    assert leaving == [*ids, "first.leaving", "first.contact"]


def test_no_is_an_answer_to_a_bed_tonight() -> None:
    plan = a_plan(tonight=Tonight(bed=Sure.NO))
    assert progress(plan, "first").done == 1


@given(plans())
def test_rings_can_be_drawn_for_any_plan(plan: Plan) -> None:
    for step in TOPICS:
        ring = progress(plan, step)
        assert 0 <= ring.done <= ring.of
        assert len(still_open(plan, step)) == ring.of - ring.done
