"""What becomes of a goal is kept with how it stood before; nobody is blamed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from planner.goals.attainment import Rater, rated_name
from planner.goals.confidence import eased, open_change
from planner.goals.goal import Goal, GoalStatus, Ladder, Way
from planner.goals.outcome import became, rated, says
from planner.words.reading import read_count
from tests.invented import TODAY, an_id
from tests.planner.making import a_day

MEETINGS = Goal(
    id=an_id(1),
    own_words="Three meetings a week",
    target=read_count("3"),
    by_when=a_day("2026-12-31"),
    confidence=4,
)


def test_a_second_word_on_the_same_day_goes_to_the_same_rating() -> None:
    goal = rated(MEETINGS, TODAY, an_id(2), by_person=-1)
    goal = rated(goal, TODAY, an_id(3), by_counselor=0, own_words="Two this week")
    (rating,) = goal.ratings
    assert (rating.id, rating.by_person, rating.by_counselor, rating.own_words) == (an_id(2), -1, 0, "Two this week")


def test_an_earlier_day_keeps_its_rating() -> None:
    goal = rated(rated(MEETINGS, TODAY - timedelta(days=42), an_id(2), by_person=-1), TODAY, an_id(3), by_person=1)
    assert [(rating.on, rating.by_person) for rating in goal.ratings] == [
        (TODAY - timedelta(days=42), -1),
        (TODAY, 1),
    ]


def test_how_sure_the_person_is_now_is_the_goals_too_and_closes_a_change_under_way() -> None:
    goal = rated(eased(MEETINGS, Way.MORE_HELP, TODAY, an_id(4)), TODAY, an_id(2), confidence=8)
    assert (goal.confidence, goal.ratings[0].confidence, open_change(goal)) == (8, 8, None)
    assert (goal.confidence_changes[0].before, goal.confidence_changes[0].after) == (4, 8)
    assert rated(MEETINGS, TODAY, an_id(2), by_person=0).confidence == 4


def test_a_smaller_goal_keeps_the_words_the_amount_and_the_day_it_had() -> None:
    smaller = became(MEETINGS, GoalStatus.SMALLER, TODAY, an_id(5)).amended(
        own_words="One meeting", target=read_count("1")
    )
    (change,) = smaller.changes
    assert (change.words_before, change.target_before, change.by_when_before) == (
        "Three meetings a week",
        MEETINGS.target,
        MEETINGS.by_when,
    )
    assert smaller.is_open


def test_a_rating_keeps_the_words_its_level_had_that_day() -> None:
    ladder = Ladder(less="One meeting a week", expected="Three meetings a week")
    goal = rated(MEETINGS.amended(ladder=ladder), TODAY, an_id(2), by_person=-1, by_counselor=0)
    anew = goal.amended(ladder=Ladder(less="No meeting", expected="One meeting a week"))
    (rating,) = anew.ratings
    assert [str(rated_name(anew, rating, rater)) for rater in Rater] == ["One meeting a week", "Three meetings a week"]
    (taken_back,) = rated(anew, TODAY, an_id(2), by_person=None).ratings
    assert (taken_back.person_level, rated_name(anew, taken_back, Rater.PERSON)) == ("", None)


def test_everything_that_became_of_a_goal_is_kept() -> None:
    goal = became(MEETINGS, GoalStatus.ASIDE, TODAY, an_id(5), "Not with the night shift")
    goal = became(goal, GoalStatus.ACTIVE, TODAY, an_id(6))
    goal = became(goal, GoalStatus.REACHED, TODAY, an_id(7), "I go every week")
    assert [(change.status, change.own_words) for change in goal.changes] == [
        (GoalStatus.ASIDE, "Not with the night shift"),
        (GoalStatus.ACTIVE, ""),
        (GoalStatus.REACHED, "I go every week"),
    ]
    assert not goal.is_open


@pytest.mark.parametrize("status", GoalStatus)
def test_whatever_becomes_of_it_there_is_a_kind_word(status: GoalStatus) -> None:
    assert str(says(status))


def test_a_number_that_is_taken_back_leaves_the_goal_as_sure_as_it_stands() -> None:
    goal = rated(rated(MEETINGS, TODAY, an_id(2), confidence=8), TODAY, an_id(3), confidence=None)
    assert goal.ratings[0].confidence is None
    assert goal.confidence == 8
