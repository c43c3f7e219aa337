"""Questions the plan leads to: whom they are for, and the visit they go into."""

from __future__ import annotations

from datetime import timedelta
from itertools import count
from typing import TYPE_CHECKING

from planner.care_team.visit_questions import (
    asked_at_next_visit,
    leading_to_questions,
    may_be_asked,
    suggested_questions,
)
from planner.health.advice import DifferentAdvice
from planner.health.medication import Medication
from planner.health.provider import Provider
from planner.health.visit import Visit
from tests.invented import TODAY, an_id
from tests.planner.making import a_day, a_plan

if TYPE_CHECKING:
    from planner.plan.plan import Plan

SHAH = Provider(id=an_id(1), name="Dr. Shah", knows_others=True)
ORTIZ = Provider(id=an_id(2), name="Dr. Ortiz", knows_others=True)
TOLD = DifferentAdvice(id=an_id(3), one_id=SHAH.id, one_says="Wait", other_id=ORTIZ.id, other_says="Start")
SERTRALINE = Medication(id=an_id(4), name="Sertraline 50 mg", prescriber_id=SHAH.id)
AGAIN = Medication(id=an_id(5), name="sertraline 100 mg", prescriber_id=ORTIZ.id)


def _asked(plan: Plan, provider_id: str | None) -> Plan:
    numbers = count(100)
    return asked_at_next_visit(plan, provider_id, "Why?", new_id=lambda: an_id(next(numbers)), today=TODAY)


def test_a_question_goes_into_the_visit_that_comes_first() -> None:
    later = Visit(id=an_id(11), provider_id=SHAH.id, on=a_day((TODAY + timedelta(days=30)).isoformat()))
    sooner = Visit(id=an_id(12), provider_id=SHAH.id, on=a_day((TODAY + timedelta(days=3)).isoformat()))
    gone = Visit(id=an_id(13), provider_id=SHAH.id, on=a_day((TODAY - timedelta(days=3)).isoformat()))
    plan = _asked(a_plan(providers=(SHAH,), visits=(later, sooner, gone)), SHAH.id)
    assert [len(visit.questions) for visit in plan.visits] == [0, 1, 0]


def test_without_a_visit_ahead_one_is_begun() -> None:
    (visit,) = _asked(a_plan(providers=(SHAH,)), SHAH.id).visits
    assert (visit.provider_id, [one.ask for one in visit.questions]) == (SHAH.id, ["Why?"])


def test_both_who_said_different_things_can_be_asked() -> None:
    plan = a_plan(providers=(SHAH, ORTIZ), advice=(TOLD,))
    (finding,) = leading_to_questions(plan, TODAY)
    assert may_be_asked(plan, finding) == (SHAH, ORTIZ)


def test_both_who_prescribe_the_same_name_can_be_asked() -> None:
    plan = a_plan(providers=(SHAH, ORTIZ), medications=(SERTRALINE, AGAIN))
    (finding,) = (one for one in leading_to_questions(plan, TODAY) if one.code == "alignment.same")
    assert may_be_asked(plan, finding) == (SHAH, ORTIZ)


def test_a_visit_is_offered_only_what_concerns_its_provider() -> None:
    other = Provider(id=an_id(6), name="Dentist", knows_others=True)
    plan = a_plan(providers=(SHAH, ORTIZ, other), advice=(TOLD,))
    assert len(suggested_questions(plan, SHAH.id, TODAY)) == 1
    assert suggested_questions(plan, other.id, TODAY) == ()
    assert suggested_questions(plan, None, TODAY) == ()
