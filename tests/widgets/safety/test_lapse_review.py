"""Looking back on a hard day: what helped stands first, no paper and no change without a yes."""

from __future__ import annotations

from typing import Any

from planner.health.medication import Medication
from planner.model.missed_dose import WhyMissed
from planner.safety.lapse_review import Happened, LapseReview, Paper
from planner.strengths.strength import Strength, StrengthKind
from tests.invented import an_id
from tests.widgets.seat import Seat, sit_down
from widgets.safety import safety
from widgets.safety.lapse_review import LapseReviews, LookBack

BUPE = Medication(id=an_id(62), name="Buprenorphine")
CALL = Strength(id=an_id(63), kind=StrengthKind.COPING, own_words="I call when it gets hard")


def _looking_back(**parts: Any) -> Seat:
    seat = sit_down(**parts)
    seat.lay(LookBack)
    seat.press("Look back on a hard day")
    return seat


def test_what_helped_is_asked_before_what_happened() -> None:
    text = _looking_back().text()
    order = ("What stopped it, or brought me back", "Who may know", "What happened", "Were doses missed?")
    assert sorted(order, key=text.index) == list(order)


def test_the_page_says_who_can_read_it_and_that_it_is_on_no_paper() -> None:
    seat = _looking_back()
    assert "Staff of this agency can read it here." in seat.text()
    assert "It is printed nowhere right now." in seat.text()

    seat.press("The chart of the agency")
    assert seat.plan.lapse_reviews[0].print_in == (Paper.CHART,)
    assert "It is printed in: The chart of the agency." in seat.text()


def test_more_is_asked_only_after_a_yes() -> None:
    seat = _looking_back(medications=(BUPE,))
    assert "What got in the way" not in seat.text()
    seat.press("Yes")
    seat.press("It slipped my mind")
    (review,) = seat.plan.lapse_reviews
    assert (review.missed_doses, review.why_missed) == (Happened.YES, WhyMissed.FORGOT)
    assert "What fell away" not in seat.text()


def test_what_stopped_it_becomes_a_skill_only_after_a_yes() -> None:
    seat = _looking_back()
    seat.write("What stopped it, or brought me back", "I called Luis")
    assert seat.plan.skills == ()

    seat.press("Yes: Keep it as a skill that worked")
    assert [skill.name for skill in seat.plan.skills] == ["I called Luis"]
    assert "Yes: Keep it as a skill that worked" not in seat.buttons()
    assert "In the plan from this page: 1" in seat.text()


def test_a_no_leaves_the_plan_as_it_is_and_is_kept() -> None:
    seat = _looking_back()
    seat.write("What stopped it, or brought me back", "I called Luis")
    seat.press("No: Put it on your lapse page, for the first hour")
    assert seat.plan.lapse_page.first_hour == ""
    assert [answer.accepted for answer in seat.plan.lapse_reviews[0].answers] == [False]


def test_a_change_can_be_taken_back() -> None:
    seat = _looking_back()
    seat.write("What stopped it, or brought me back", "I called Luis")
    seat.press("Yes: Keep it as a skill that worked")
    seat.editor.undo()
    assert seat.plan.skills == ()
    assert seat.plan.lapse_reviews[0].what_stopped == "I called Luis"


def test_a_strength_that_helped_can_be_named() -> None:
    seat = _looking_back(strengths=(CALL,))
    seat.press("I call when it gets hard")
    seat.press("Yes: Put your strength under what helps")
    assert [one.strength_id for one in seat.plan.helps] == [CALL.id]


def test_a_line_of_the_list_keeps_what_happened_inside() -> None:
    review = LapseReview(id=an_id(64), what_stopped="I called Luis", what_happened="Payday")
    seat = sit_down(lapse_reviews=(review,))
    seat.lay(LapseReviews)
    assert "I called Luis" in seat.text()
    assert "Payday" not in seat.text()


def test_a_review_is_opened_from_the_safety_step_and_closed_again() -> None:
    seat = sit_down()
    seat.draw(safety.TOPIC_CARDS, "safety.lapse")
    seat.press("Look back on a hard day")
    assert "Looking back together" in seat.text()
    seat.press("Back to the plan")
    assert "Looking back together" not in seat.text()


def test_whoever_opens_it_learns_which_review_was_begun() -> None:
    begun: list[str] = []
    seat = sit_down()
    seat.lay(lambda plan: LookBack(plan, begun[0] if begun else None, begun.append))
    seat.press("Look back on a hard day")
    assert begun == [seat.plan.lapse_reviews[0].id]
