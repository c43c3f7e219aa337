"""T by its published formula, never for one goal alone, and levels in words."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.goals.attainment import (
    Rater,
    attainment,
    attainment_over_time,
    disagreement,
    latest_rating,
    level_name,
    t_score,
)
from planner.goals.goal import Goal, GoalRating, GoalStatus, Ladder
from planner.model.finding import Audience
from tests.invented import TODAY, an_id

BEFORE = TODAY - timedelta(days=42)
LADDER = Ladder(less="One meeting a week", expected="Three meetings a week")


def _goal(number: int, *ratings: GoalRating, **given: Any) -> Goal:
    return Goal(id=an_id(number), own_words="Go", ratings=ratings, **given)


def _rating(number: int, **given: Any) -> GoalRating:
    return GoalRating(id=an_id(100 + number), **{"on": TODAY, **given})


@pytest.mark.parametrize(
    ("levels", "t"),
    [
        ([0, 0, 0], 50.00),
        ([1, 0, 0], 54.56),
        ([-1, -1, -1], 36.31),
        ([2, 2, 2], 77.39),
        ([-2, -2, -2], 22.61),
        ([-1, -1], 37.60),
        ([-1, -1, -1, -1], 35.49),
    ],
)
def test_t_is_what_the_tables_say(levels: list[int], t: float) -> None:
    assert round(t_score([(level, 1) for level in levels]), 2) == t


def test_t_weighs_as_the_tables_say() -> None:
    assert round(t_score([(1, 3), (0, 1), (-1, 1)]), 2) == 55.13


def test_no_scale_has_no_t() -> None:
    with pytest.raises(ValueError, match="at least one scale"):
        t_score([])


@given(st.lists(st.tuples(st.integers(-2, 2), st.integers(1, 3)), min_size=1, max_size=8))
def test_t_lies_around_50_and_turns_with_the_levels(scores: list[tuple[int, int]]) -> None:
    turned = [(-level, weight) for level, weight in scores]
    assert t_score(scores) + t_score(turned) == pytest.approx(100)
    assert 10 <= t_score(scores) <= 90
    assert t_score(scores) == pytest.approx(t_score([(level, 2 * weight) for level, weight in scores]))


def test_one_goal_alone_makes_no_number() -> None:
    found = attainment([_goal(1, _rating(1, by_person=1))], Rater.PERSON)
    assert found
    assert (found.scales, found.t) == (1, None)
    assert "One goal alone makes no number" in str(found.caution)


def test_two_goals_make_a_number_with_a_caution_and_three_a_steadier_one() -> None:
    goals = [_goal(n, _rating(n, by_person=-1)) for n in (1, 2, 3)]
    two, three = (attainment(goals[:n], Rater.PERSON) for n in (2, 3))
    assert two
    assert three
    assert (round(two.t or 0, 2), round(three.t or 0, 2)) == (37.60, 36.31)
    assert "few" in str(two.caution)
    assert "not about the person" in str(three.caution)


def test_nothing_rated_is_nothing() -> None:
    assert attainment([_goal(1), _goal(2, _rating(2, own_words="Went twice"))], Rater.PERSON) is None
    assert attainment([], Rater.PERSON) is None


def test_each_of_the_two_has_their_own_view() -> None:
    goals = [_goal(n, _rating(n, by_person=1, by_counselor=0)) for n in (1, 2)]
    theirs, ours = (attainment(goals, rater) for rater in (Rater.PERSON, Rater.COUNSELOR))
    assert theirs
    assert ours
    assert (round(theirs.t or 0, 2), ours.t) == (62.40, 50.0)


def test_a_goal_that_rests_does_not_pull_the_number_down() -> None:
    goals = [_goal(1, _rating(1, by_person=0)), _goal(2, _rating(2, by_person=0)), _goal(3, _rating(3, by_person=-2))]
    counted, rested = (
        attainment([*goals[:2], goals[2].amended(status=status)], Rater.PERSON)
        for status in (GoalStatus.SMALLER, GoalStatus.ASIDE)
    )
    assert counted
    assert rested
    assert counted.t is not None
    assert counted.t < 50
    assert rested.t == 50


def test_a_weight_nobody_gave_counts_as_one() -> None:
    scored = attainment([_goal(1, _rating(1, by_person=1), weight=3), _goal(2, _rating(2, by_person=-1))], Rater.PERSON)
    assert scored
    assert scored.t == pytest.approx(t_score([(1, 3), (-1, 1)]))


def test_over_time_each_day_stands_with_what_was_known_by_then() -> None:
    goals = [
        _goal(1, _rating(1, on=BEFORE, by_person=-1), _rating(2, by_person=0)),
        _goal(2, _rating(3, on=BEFORE, by_person=-1)),
    ]
    found = attainment_over_time(goals, Rater.PERSON)
    assert [(one.on, round(one.t or 0, 2)) for one in found] == [(BEFORE, 37.60), (TODAY, 43.80)]
    assert attainment_over_time(goals, Rater.COUNSELOR) == ()


def test_the_latest_rating_is_by_its_day_not_its_place() -> None:
    late, early = _rating(1, by_person=2), _rating(2, on=BEFORE, by_person=-1)
    goal = _goal(1, late, early)
    assert latest_rating(goal, Rater.PERSON) == late
    assert latest_rating(goal, Rater.PERSON, BEFORE) == early
    assert latest_rating(goal, Rater.COUNSELOR) is None


def test_a_level_is_shown_in_the_words_of_its_ladder_and_never_as_a_number() -> None:
    goal = _goal(1, ladder=LADDER)
    assert [str(level_name(goal, level)) for level in (-2, -1, 0)] == [
        "Much less than hoped",
        "One meeting a week",
        "Three meetings a week",
    ]
    assert str(level_name(_goal(1), -1)) == "About as it was"
    assert not any(sign.isdigit() for level in range(-2, 3) for sign in str(level_name(_goal(1), level)))


def test_two_views_of_one_day_are_something_to_talk_about_among_staff() -> None:
    goal = _goal(1, _rating(1, by_person=0, by_counselor=-1), ladder=LADDER)
    (finding,) = disagreement(goal)
    assert "“Three meetings a week”" in str(finding.says)
    assert "“One meeting a week”" in str(finding.says)
    assert finding.audience is Audience.STAFF


@pytest.mark.parametrize(
    "ratings",
    [
        (),
        (_rating(1, by_person=0),),
        (_rating(1, by_person=0, by_counselor=0),),
        (_rating(1, on=BEFORE, by_person=0, by_counselor=2), _rating(2, by_person=1, by_counselor=1)),
    ],
    ids=["not rated", "one view", "the same", "the same by now"],
)
def test_the_same_view_or_one_view_says_nothing(ratings: tuple[GoalRating, ...]) -> None:
    assert list(disagreement(_goal(1, *ratings))) == []
