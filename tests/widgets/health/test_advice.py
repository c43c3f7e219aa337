"""Two words of advice stand side by side, and what the plan leads to becomes a question for a visit."""

from __future__ import annotations

from typing import Any

import pytest

from planner.care_team.visit_questions import leading_to_questions
from planner.health.advice import DifferentAdvice
from planner.health.medication import Medication
from planner.health.provider import Provider, provider_findings
from planner.health.visit import Visit
from tests.invented import TODAY, an_id
from tests.widgets.seat import Seat, sit_down
from widgets.health import medications

SHAH = Provider(id=an_id(61), name="Dr. Shah")
ORTIZ = Provider(id=an_id(62), name="Dr. Ortiz")
TOLD = DifferentAdvice(
    id=an_id(63),
    about="Something to help me sleep",
    one_id=SHAH.id,
    one_says="Wait four weeks",
    other_id=ORTIZ.id,
    other_says="Start tonight",
)
ASK = "I was told two different things. Can you help me to sort it out?"


def _two(**parts: Any) -> Seat:
    seat = sit_down(providers=(SHAH, ORTIZ), **parts)
    seat.findings = tuple(leading_to_questions(seat.plan, TODAY))
    seat.draw(medications.TOPIC_CARDS, "medications.providers")
    return seat


def test_both_say_it_in_their_own_words_side_by_side() -> None:
    seat = _two(advice=(TOLD,))
    sides = [" ".join(str(part.children[0]) for part in one.children) for one in seat.elements("blockquote")]
    assert sides == ["Dr. Shah Wait four weeks", "Dr. Ortiz Start tonight"]


def test_either_of_them_can_be_asked_at_the_next_visit() -> None:
    visit = Visit(id=an_id(64), provider_id=ORTIZ.id, what_for="Check-up")
    seat = _two(advice=(TOLD,), visits=(visit,))
    seat.press("Ask Dr. Ortiz")
    assert [one.ask for one in seat.plan.visits[0].questions] == [ASK]
    assert "You bring this to Dr. Ortiz." in seat.text()
    assert "Ask Dr. Shah" in seat.buttons()


def test_a_question_without_a_visit_makes_one_that_still_needs_its_day() -> None:
    seat = _two(advice=(TOLD,))
    seat.press("Ask Dr. Shah")
    (visit,) = seat.plan.visits
    assert (visit.provider_id, visit.on.words) == (SHAH.id, "")


def test_one_name_from_two_prescribers_can_be_asked_of_both() -> None:
    sertraline = Medication(id=an_id(65), name="Sertraline 50 mg", prescriber_id=SHAH.id)
    again = sertraline.amended(id=an_id(66), name="sertraline 100 mg", prescriber_id=ORTIZ.id)
    seat = _two(medications=(sertraline, again))
    assert {"Ask Dr. Shah", "Ask Dr. Ortiz"} <= set(seat.buttons())


def test_what_the_plan_leads_to_is_offered_where_the_visit_is_prepared() -> None:
    visit = Visit(id=an_id(64), provider_id=ORTIZ.id, what_for="Check-up")
    seat = sit_down(providers=(SHAH, ORTIZ), advice=(TOLD,), visits=(visit,))
    seat.draw(medications.TOPIC_CARDS, "medications.visits")
    seat.press("Change: Dr. Ortiz · Check-up")
    seat.press("Questions to bring")
    seat.press(ASK)
    assert [one.ask for one in seat.plan.visits[0].questions] == [ASK]


def test_how_it_was_settled_stands_below_both() -> None:
    seat = _two(advice=(TOLD.amended(settled="They talked. We wait"),))
    assert "How it was settled: They talked. We wait" in seat.text()


def _notes(seat: Seat) -> list[str]:
    return [one.attributes["data-code"] for one in seat.elements("div") if "data-code" in (one.attributes or {})]


@pytest.mark.parametrize("staff", [False, True], ids=["together", "staff"])
def test_in_the_together_view_one_suggestion_stands_on_the_page_at_a_time(staff: bool) -> None:  # noqa: FBT001 (a case)
    unaware = SHAH.amended(knows_others=False)
    seat = sit_down(providers=(unaware, ORTIZ), advice=(TOLD,), staff=staff)
    seat.findings = (*leading_to_questions(seat.plan, TODAY), *provider_findings(unaware))
    seat.draw(medications.TOPIC_CARDS, "medications.providers")
    seat.press("Change: Dr. Shah")
    assert _notes(seat) == (["provider.knows", "advice.different"] if staff else ["advice.different"])
    seat.press("Ask Dr. Ortiz")
    seat.press("Ask Dr. Shah")
    assert _notes(seat) == (["provider.knows", "advice.different"] if staff else ["provider.knows"])
