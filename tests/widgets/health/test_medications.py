"""Medications and health on the screen, in the person's words and without blame."""

from __future__ import annotations

from datetime import date

import pytest

from planner.health.condition import Condition
from planner.health.medication import Medication, PickUp, Reaction
from planner.health.observation import Noticed, Observation
from planner.health.provider import Provider
from planner.health.visit import Visit, VisitQuestion
from planner.model.missed_dose import WhyMissed
from planner.review.review import findings_for
from planner.words.reading import DayWords, read_count
from tests.invented import TODAY, an_id
from tests.widgets.seat import sit_down
from widgets.health import medications

SHAH = Provider(id=an_id(61), name="Dr. Shah")
BUPE = Medication(id=an_id(62), name="Buprenorphine", worries="Will I need it for life?")


def test_a_medicine_is_described_page_by_page() -> None:
    seat = sit_down(providers=(SHAH,))
    seat.draw(medications.TOPIC_CARDS, "medications.medicines")
    seat.press("Add a medicine")
    seat.write("Name", "Buprenorphine")
    seat.write("What it does for me", "Keeps the cravings quiet")
    seat.press("Add a time")
    seat.write("When", "8 am")
    seat.write("How much", "one film")
    seat.press("How it is for me")
    seat.write("What worries me about it", "Will I need it for life?")
    seat.press("Who and where")
    seat.press("Dr. Shah")
    (medicine,) = seat.plan.medications
    assert (medicine.name, medicine.for_what) == ("Buprenorphine", "Keeps the cravings quiet")
    assert (medicine.doses[0].at.words, medicine.doses[0].how_much) == ("8 am", "one film")
    assert (medicine.worries, medicine.prescriber_id) == ("Will I need it for life?", SHAH.id)


def test_who_prescribes_is_asked_once_there_is_somebody_to_name() -> None:
    seat = sit_down(medications=(BUPE,))
    seat.draw(medications.TOPIC_CARDS, "medications.medicines")
    seat.press("Change: Buprenorphine")
    seat.press("Who and where")
    assert "Name who looks after you first." in seat.text()
    assert "Who prescribes it" not in seat.text()


def test_a_pick_up_says_until_when_it_lasts() -> None:
    seat = sit_down(medications=(BUPE,))
    seat.draw(medications.TOPIC_CARDS, "medications.medicines")
    seat.press("Change: Buprenorphine")
    seat.press("Pick-ups")
    seat.press("Picked up or delivered")
    seat.write("When", "November 20")
    seat.write("Lasts how many days", "14")
    assert seat.plan.medications[0].pick_ups[0].on.reading == date(2026, 11, 20)
    assert "12 days" in seat.text()
    assert "First day without it Friday, December 4" in seat.text()


def test_how_long_a_pick_up_lasts_is_read_back_beside_its_field() -> None:
    seat = sit_down(medications=(BUPE.amended(how_taken="two a day"),))
    seat.draw(medications.TOPIC_CARDS, "medications.medicines")
    seat.press("Change: Buprenorphine")
    seat.press("Pick-ups")
    seat.press("Picked up or delivered")
    seat.write("When", "November 20")
    seat.write("Lasts how many days", "2 weeks")
    assert "14 days, until December 3" in seat.text()
    seat.write("Lasts how many days", "60 tablets")
    assert "30 days, until December 19" in seat.text()
    seat.write("Lasts how many days", "1 month")
    assert "until December" not in seat.text()


def test_the_closed_days_of_a_place_are_read_back() -> None:
    seat = sit_down(providers=(SHAH,))
    seat.draw(medications.TOPIC_CARDS, "medications.providers")
    seat.press("Change: Dr. Shah")
    seat.write("Closed on which days", "fines de semana")
    assert "Saturday and Sunday" in seat.text()


def test_a_provider_shows_what_they_prescribe_and_look_after() -> None:
    seat = sit_down(
        providers=(SHAH,),
        medications=(BUPE.amended(prescriber_id=SHAH.id),),
        conditions=(Condition(id=an_id(63), own_words="My bad sleep", provider_id=SHAH.id),),
    )
    seat.draw(medications.TOPIC_CARDS, "medications.providers")
    assert "Prescribes: Buprenorphine" in seat.text()
    assert "Looks after: My bad sleep" in seat.text()


def test_a_worry_becomes_a_question_for_a_visit() -> None:
    visit = Visit(id=an_id(64), provider_id=SHAH.id)
    seat = sit_down(providers=(SHAH,), medications=(BUPE,), visits=(visit,))
    seat.draw(medications.TOPIC_CARDS, "medications.visits")
    seat.press("Change: Dr. Shah")
    seat.press("Questions to bring")
    seat.press("Will I need it for life?")
    assert [one.ask for one in seat.plan.visits[0].questions] == ["Will I need it for life?"]
    assert "Will I need it for life?" not in seat.buttons()


def test_answers_are_written_under_their_questions() -> None:
    visit = Visit(
        id=an_id(64), what_for="Check-up", questions=(VisitQuestion(id=an_id(65), ask="How long do I take it?"),)
    )
    seat = sit_down(visits=(visit,))
    seat.draw(medications.TOPIC_CARDS, "medications.visits")
    seat.press("Change: Check-up")
    seat.press("Afterwards")
    assert "How long do I take it?" in seat.text()
    seat.write("What they said", "A year, then we look again")
    seat.write("What changed afterwards", "Same dose")
    kept = seat.plan.visits[0]
    assert (kept.questions[0].answer, kept.what_changed) == ("A year, then we look again", "Same dose")


def test_what_got_in_the_way_is_asked_only_about_a_missed_dose() -> None:
    seat = sit_down()
    seat.draw(medications.TOPIC_CARDS, "medications.noticed")
    seat.press("Sleep")
    assert "What got in the way" not in seat.text()
    seat.press("A dose I missed")
    seat.press("No way to get there")
    (kept,) = seat.plan.observations
    assert (kept.what, kept.why_missed, kept.on.reading) == (Noticed.MISSED_DOSE, WhyMissed.NO_RIDE, TODAY)


def test_what_was_noticed_is_dated_today_and_can_be_told_another_day() -> None:
    kept = Observation(id=an_id(66), what=Noticed.SLEEP, on=DayWords(words="November 22, 2026", reading=TODAY))
    seat = sit_down(observations=(kept,))
    seat.draw(medications.TOPIC_CARDS, "medications.noticed")
    seat.press("Change: Sleep")
    seat.write("When", "Friday")
    assert seat.plan.observations[0].on == DayWords(words="Friday", reading=date(2026, 11, 20))


def test_a_reaction_is_one_line() -> None:
    seat = sit_down()
    seat.draw(medications.TOPIC_CARDS, "medications.reactions")
    seat.press("Add something you react badly to")
    seat.write("To what", "Naltrexone")
    seat.write("What happened", "A rash")
    seat.press("Close")
    assert "Naltrexone · A rash" in seat.text()


def test_a_condition_has_my_side_and_theirs() -> None:
    seat = sit_down(providers=(SHAH,))
    seat.draw(medications.TOPIC_CARDS, "medications.conditions")
    seat.press("Add something about your health")
    seat.write("What I call it", "My nerves")
    seat.write("How it is these days", "Calmer at night")
    seat.press("Who knows about it")
    seat.write("What the provider calls it", "Anxiety disorder")
    seat.press("Dr. Shah")
    (kept,) = seat.plan.conditions
    assert (kept.own_words, kept.how_it_is) == ("My nerves", "Calmer at night")
    assert (kept.provider_words, kept.provider_id) == ("Anxiety disorder", SHAH.id)


def _out_of(medicine: Medication, on: str, days: str) -> Medication:
    filled = PickUp(id=an_id(67), on=DayWords(words=on, reading=date.fromisoformat(on)), days=read_count(days))
    return medicine.amended(pick_ups=(filled,))


@pytest.mark.parametrize("staff", [False, True], ids=["together", "staff"])
def test_a_day_without_the_medicine_is_asked_about_without_opening_its_card_and_before_all_else(
    staff: bool,  # noqa: FBT001 (a case)
) -> None:
    bupe = _out_of(BUPE.amended(for_opioid_use=True), "2026-11-01", "14")
    other = _out_of(Medication(id=an_id(68), name="Sertraline"), "2026-11-01", "14")
    seat = sit_down(medications=(bupe, other), staff=staff)
    seat.findings = findings_for(seat.plan, TODAY, "medications")
    seat.draw(medications.TOPIC_CARDS, "medications.medicines")
    gravest = "By the last pick-up, Buprenorphine has run out."
    assert gravest in seat.text()
    seat.press("Change: Sertraline")
    assert gravest in seat.text()
    assert ("By the last pick-up, Sertraline has run out." in seat.text()) is staff


@pytest.mark.parametrize("staff", [False, True], ids=["together", "staff"])
def test_every_card_says_what_to_ask_today_in_both_views(staff: bool) -> None:  # noqa: FBT001 (a case)
    names = ("Methadone", "Vivitrol shot", "Amoxicillin", "Zorbaxil")
    seat = sit_down(
        medications=tuple(Medication(id=an_id(70 + place), name=name) for place, name in enumerate(names)),
        reactions=(Reaction(id=an_id(80), to_what="penicillin"), Reaction(id=an_id(81), to_what="peanuts")),
        staff=staff,
    )
    seat.findings = findings_for(seat.plan, TODAY, "medications")
    seat.draw(medications.TOPIC_CARDS, "medications.medicines")
    for said in (
        "Methadone and Vivitrol shot are both here. Do both prescribers know?",
        "Amoxicillin may be the same or like it. Does the prescriber know?",
        "Zorbaxil is on your list. We could not compare this one",
    ):
        assert said in seat.text()
    seat.draw(medications.TOPIC_CARDS, "medications.reactions")
    assert "You react badly to “peanuts”. We could not compare this one: ask the pharmacist." in seat.text()
    assert "no reaction" not in seat.text().lower()


@pytest.mark.parametrize(("answer", "kept"), [("Yes, it is", True), ("No, for something else", False)])
def test_whether_it_is_for_opioid_use_is_answered_on_the_folded_card(answer: str, kept: bool) -> None:  # noqa: FBT001
    seat = sit_down(medications=(Medication(id=an_id(70), name="methadone"),))
    seat.findings = findings_for(seat.plan, TODAY, "medications")
    seat.draw(medications.TOPIC_CARDS, "medications.medicines")
    assert "Is methadone for opioid use disorder?" in seat.text()
    seat.press(answer)
    assert seat.plan.medications[0].for_opioid_use is kept
    assert findings_for(seat.plan, TODAY, "medications") != seat.findings


def test_where_nothing_is_grave_a_folded_card_keeps_its_suggestion_to_itself() -> None:
    seat = sit_down(medications=(_out_of(BUPE.amended(for_opioid_use=False), "2026-11-01", "14"),))
    seat.findings = findings_for(seat.plan, TODAY, "medications")
    seat.draw(medications.TOPIC_CARDS, "medications.medicines")
    assert "has run out" not in seat.text()
    seat.press("Change: Buprenorphine")
    assert "has run out" in seat.text()


@pytest.mark.parametrize("staff", [False, True], ids=["together", "staff"])
def test_what_reports_ask_for_is_for_staff_alone(staff: bool) -> None:  # noqa: FBT001 (a case)
    seat = sit_down(medications=(_out_of(BUPE.amended(for_opioid_use=True), "2026-11-01", "14"),), staff=staff)
    seat.draw(medications.TOPIC_CARDS, "medications.medicines")
    seat.press("Change: Buprenorphine")
    seat.press("Pick-ups")
    said = "For reports: 14 of 22 days covered since November 1, 2026 (64 %). For reports: a gap of more than 7 days."
    assert (said in seat.text()) is staff
    assert ("reports" in seat.text()) is staff
