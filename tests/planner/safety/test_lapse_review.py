"""Looking back on a hard day: what helped comes first, and every change is for the person to accept, or not."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from planner.check_in.after_lapse import Edge, Proposal, accepted, proposals, turned_down
from planner.health.condition import Condition
from planner.health.medication import Medication
from planner.health.visit import Visit
from planner.model.daily_life import Area
from planner.model.missed_dose import WhyMissed
from planner.plan.plan import read_plan, write_plan
from planner.resources.resource import Timing
from planner.safety.lapse import LapsePage
from planner.safety.lapse_review import (
    Happened,
    LapseReview,
    Paper,
    lapse_review_findings,
    may_be_printed,
    may_be_shared,
)
from planner.strengths.strength import Strength
from planner.words.language import Language
from tests.invented import TODAY, an_id
from tests.planner.making import a_day, a_plan, plans

if TYPE_CHECKING:
    from planner.plan.plan import Plan

REVIEW = LapseReview(id=an_id(1), what_stopped="I called Carla")
CARLA = Strength(id=an_id(2), own_words="I call before it is too late")
FILM = Medication(id=an_id(3), name="Buprenorphine", prescriber_id=an_id(4))
NEW = count(5_000)
FULL = REVIEW.amended(
    strength_ids=(CARLA.id,),
    missed_doses=Happened.YES,
    medication_ids=(FILM.id,),
    why_missed=WhyMissed.NO_RIDE,
    symptoms_shifted=Happened.YES,
    symptoms="Three bad nights",
    condition_ids=(an_id(6),),
    access_broke=Happened.YES,
    access="The bus line was cut",
    access_area=Area.TRANSPORT,
)


def _plan(review: LapseReview = FULL, **sections: Any) -> Plan:
    return a_plan(
        lapse_reviews=(review,),
        strengths=(CARLA,),
        medications=(FILM,),
        conditions=(Condition(id=an_id(6), own_words="My sleep", provider_id=an_id(7)),),
        **sections,
    )


def _edge(language: str = "en") -> Edge:
    return Edge(lambda: an_id(next(NEW)), TODAY, Language(language))


def _accept(plan: Plan, code: str, language: str = "en") -> Plan:
    return accepted(plan, plan.lapse_reviews[0], _proposal(plan, code), _edge(language))


def _proposal(plan: Plan, code: str) -> Proposal:
    return next(one for one in proposals(plan, plan.lapse_reviews[0]) if one.code == code)


def test_what_helped_is_asked_first_and_one_thing_at_a_time() -> None:
    asked = LapseReview(id=an_id(1))
    order = []
    for changes in (
        {"what_stopped": "My dog"},
        {"missed_doses": Happened.YES},
        {"why_missed": WhyMissed.OTHER},
        {"symptoms_shifted": Happened.NO},
        {"access_broke": Happened.UNSURE},
        {"strength_ids": (an_id(2),)},
    ):
        (finding,) = lapse_review_findings(asked)
        order.append(finding.code)
        asked = asked.amended(**changes)
    assert order == ["lapse.stopped", "lapse.doses", "lapse.why", "lapse.symptoms", "lapse.access", "lapse.strength"]
    assert not list(lapse_review_findings(asked))


def test_it_is_printed_nowhere_unless_ticked() -> None:
    assert not any(may_be_printed(REVIEW, paper) for paper in Paper)
    ticked = REVIEW.amended(print_in=(Paper.MY_PLAN,))
    assert may_be_printed(ticked, Paper.MY_PLAN)
    assert not may_be_shared(ticked)
    assert may_be_shared(REVIEW.amended(print_in=(Paper.CARE_TEAM,)))


def test_a_review_with_nothing_in_it_proposes_nothing() -> None:
    assert proposals(_plan(LapseReview(id=an_id(1))), LapseReview(id=an_id(1))) == ()


def test_everything_a_full_review_leads_to_and_what_worked_first() -> None:
    plan = _plan()
    codes = [one.code for one in proposals(plan, FULL)]
    assert codes[:3] == ["skill", "first_hour", "helps"]
    assert codes[3:] == ["ask_doses", "need_doses", "ask_symptoms", "sign", "access"]


def test_what_stopped_it_is_kept_as_a_skill_that_worked_word_by_word() -> None:
    review = REVIEW.amended(what_stopped="  CARLA!! {n} <b>")
    plan = _accept(_plan(review), "skill")
    assert plan.skills[0].name == "  CARLA!! {n} <b>"
    assert len(plan.skills[0].practices) == 1
    assert plan.lapse_reviews[0].answers[0].accepted


def test_a_strength_that_carried_the_person_stands_under_what_helps() -> None:
    plan = _accept(_plan(), "helps")
    assert [(one.own_words, one.strength_id) for one in plan.helps] == [(CARLA.own_words, CARLA.id)]
    assert "helps" not in [one.code for one in proposals(plan, plan.lapse_reviews[0].amended(answers=()))]


def test_the_empty_first_hour_takes_what_helped_and_a_written_one_stays() -> None:
    assert _accept(_plan(), "first_hour").lapse_page.first_hour == "I called Carla"
    written = _plan(lapse_page=LapsePage(first_hour="Go to the porch"))
    assert "first_hour" not in [one.code for one in proposals(written, FULL)]


@pytest.mark.parametrize("why", list(WhyMissed))
def test_missed_doses_lead_to_a_question_for_the_prescriber(why: WhyMissed) -> None:
    plan = _accept(_plan(FULL.amended(why_missed=why)), "ask_doses")
    (visit,) = plan.visits
    assert visit.provider_id == FILM.prescriber_id
    assert visit.questions[0].ask.endswith("?")
    needs = [one.code for one in proposals(plan, plan.lapse_reviews[0])]
    assert ("need_doses" in needs) is (why in {WhyMissed.NO_RIDE, WhyMissed.NO_MONEY})


def test_a_question_joins_the_next_visit_that_is_set() -> None:
    visits = tuple(
        Visit(id=an_id(number), provider_id=FILM.prescriber_id, on=a_day(day))
        for number, day in ((40, "2026-12-20"), (41, "2026-12-01"), (42, "2026-10-01"))
    )
    plan = _accept(_plan(visits=visits), "ask_doses")
    assert [len(visit.questions) for visit in plan.visits] == [0, 1, 0]


def test_what_fell_away_is_needed_now() -> None:
    plan = _accept(_accept(_plan(), "access"), "need_doses")
    assert [(need.area, need.timing) for need in plan.needs] == [(Area.TRANSPORT, Timing.NOW)] * 2
    assert plan.needs[0].own_words == "The bus line was cut"


def test_what_changed_becomes_an_early_sign_and_a_question_in_the_person_s_language() -> None:
    plan = _accept(_accept(_plan(), "sign"), "ask_symptoms", "es")
    assert plan.warning_signs[0].own_words == "Three bad nights"
    assert plan.visits[0].provider_id == an_id(7)
    assert "Three bad nights" in plan.visits[0].questions[0].ask


def test_a_no_is_kept_and_not_asked_again() -> None:
    plan = _plan()
    changed = turned_down(plan, FULL, _proposal(plan, "skill"))
    assert changed.skills == ()
    assert [(one.code, one.accepted) for one in changed.lapse_reviews[0].answers] == [("skill", False)]
    assert "skill" not in [one.code for one in proposals(changed, changed.lapse_reviews[0])]


@given(plans())
def test_every_proposal_can_be_accepted_in_any_plan(plan: Plan) -> None:
    edge = _edge()
    for review in plan.lapse_reviews:
        for proposal in proposals(plan, review):
            changed = accepted(plan, review, proposal, edge)
            assert changed != plan
            assert read_plan(write_plan(changed)) == changed
