"""How long the staff view takes to look at a plan of 50 goals: its points, its ladders, its text beside a caseload."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from benchmarks.invented import invented_id, plan_with_goals
from benchmarks.measuring import Amount, Measured, in_turns, seconds
from exports.figures import attainment_figure
from planner.check_in.check_in import agenda
from planner.goals.attainment import Rater, attainment_over_time, ladder_findings
from planner.goals.goal import Goal, GoalRating, Ladder
from planner.review.quality import quality
from planner.review.repetition import Index, repetition_findings
from planner.words.language import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.plan.plan import Plan

_TODAY = date(2026, 11, 22)
_GOALS, _CASELOAD, _ROUNDS = 50, 1_000, 20
_WITHIN = 20.0
"""Milliseconds."""

_PLACES = ("the church hall", "the library", "the river path", "my sister's kitchen", "the clinic", "the gym")
_TIMES = ("after breakfast", "before work", "on Sundays", "when it rains", "with the bus at six", "at noon")


def measure() -> list[Measured]:
    """Return one row a question; the index is made once, away from the keys."""
    plan = _rated(plan_with_goals(_GOALS, person_id=invented_id("judged")))
    taken = seconds(lambda: Index.of(_caseload()))
    index = Index.of(_caseload())
    language = Language("en")
    points, beside, ladders, due, t_score, figure = in_turns(
        _ROUNDS,
        lambda: quality(plan),
        lambda: list(repetition_findings(plan, index)),
        lambda: [list(ladder_findings(goal)) for goal in plan.goals],
        lambda: agenda(plan, _TODAY),
        lambda: attainment_over_time(plan.goals, Rater.PERSON),
        lambda: attainment_figure(plan.goals[0], language),
    )
    return [
        Measured(f"quality of a plan, {_GOALS} goals", points, within=_WITHIN),
        Measured(f"its text beside {_CASELOAD:,} plans", beside, within=_WITHIN),
        Measured(f"ten rules on {_GOALS} ladders", ladders, within=_WITHIN),
        Measured("the agenda of a check-in", due, within=_WITHIN),
        Measured("T over time, six check-ins", t_score, within=_WITHIN),
        Measured("one figure drawn", figure, within=_WITHIN),
        Measured(f"index of {_CASELOAD:,} plans, once", Amount(taken, "s")),
    ]


def _rated(plan: Plan) -> Plan:
    return plan.amended(goals=tuple(_with_ratings(goal) for goal in plan.goals))


def _with_ratings(goal: Goal) -> Goal:
    ratings = tuple(
        GoalRating(
            id=invented_id(goal.id, number),
            on=_TODAY - timedelta(days=42 * number),
            by_person=number % 5 - 2,
            by_counselor=0,
        )
        for number in range(6)
    )
    return goal.amended(ratings=ratings, ladder=_ladder(int(goal.own_words.rpartition(" ")[2])))


def _ladder(n: int) -> Ladder:
    levels = {"less": f"1 to {n} miles", "expected": f"{n + 1} miles", "more": f"{n + 2} miles"}
    return Ladder(**levels, much_more=f"{n + 3} or more miles", source=f"list {n}")


def _caseload() -> Iterator[Plan]:
    """Yield plans whose goals are of the same kind, and each somebody's own."""
    for number in range(_CASELOAD):
        place, time = _PLACES[number % len(_PLACES)], _TIMES[number // len(_PLACES) % len(_TIMES)]
        words = f"Walk from {place} with friend {number} for half an hour {time}"
        yield plan_with_goals(5, person_id=invented_id("caseload", number), words=words)
