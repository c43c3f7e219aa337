"""Skills on the screen: five areas, the month's money, the bills and the week."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

from planner.health.medication import DoseTime, Medication
from planner.health.provider import Provider
from planner.health.visit import Visit
from planner.model.skill_area import SkillArea
from planner.review.review import findings_for
from planner.skills.bill import Bill
from planner.skills.budget import BudgetLine, Flow
from planner.skills.routine import Routine, RoutineKind, Weekday
from planner.skills.skill import Mastery, Skill
from planner.words.reading import AmountWords, CountWords, DayWords, TimeWords
from tests.invented import TODAY, an_id
from tests.widgets.seat import sit_down
from widgets.skills import skills

RENT = BudgetLine(id=an_id(71), own_words="Rent", amount=AmountWords(words="$600", reading=Decimal(600)))
PAY = RENT.amended(id=an_id(72), flow=Flow.IN, own_words="Pay", amount=AmountWords(words="500", reading=Decimal(500)))
GROUP = Routine(
    id=an_id(73),
    own_words="Meeting with Luis",
    kind=RoutineKind.MEETING,
    days=(Weekday.MON,),
    starts=TimeWords(words="6 pm", reading=time(18)),
)


def test_an_idea_brings_its_first_try_along() -> None:
    seat = sit_down()
    seat.draw(skills.TOPIC_CARDS, "skills.skills")
    seat.press("Talking with people")
    seat.press("Pause before I answer")
    seat.press("Practicing it")
    (skill,) = seat.plan.skills
    assert (skill.area, skill.mastery) == (SkillArea.COMMUNICATION, Mastery.PRACTISING)
    assert skill.next_try == "Take one slow breath before I answer a text."
    assert "Pause before I answer" not in seat.buttons()


def test_each_area_shows_only_its_own_skills() -> None:
    seat = sit_down(
        skills=(
            Skill(id=an_id(74), area=SkillArea.LIVING, name="Cook on Sundays"),
            Skill(id=an_id(75), name="Something of my own"),
        )
    )
    seat.draw(skills.TOPIC_CARDS, "skills.skills")
    assert "Cook on Sundays" in seat.text()
    assert "Something of my own" not in seat.text()
    seat.press("Without an area")
    assert "Something of my own" in seat.text()


def test_a_try_is_noted_under_its_skill() -> None:
    seat = sit_down(skills=(Skill(id=an_id(74), area=SkillArea.LIVING, name="Cook on Sundays"),))
    seat.draw(skills.TOPIC_CARDS, "skills.skills")
    seat.press("Change: Cook on Sundays")
    seat.press("Add a time")
    seat.write("How it went", "Rice and beans, two days")
    assert seat.plan.skills[0].practices[0].own_words == "Rice and beans, two days"


def test_money_is_written_on_its_side_of_the_month() -> None:
    seat = sit_down()
    seat.draw(skills.TOPIC_CARDS, "skills.budget")
    seat.press("Pay")
    seat.write("How much", "$500")
    seat.press("Close")
    seat.press("Rent")
    seat.write("How much", "600")
    seat.press("Daily life needs it")
    pay, rent = seat.plan.budget
    assert (pay.flow, pay.amount.reading) == (Flow.IN, Decimal(500))
    assert (rent.flow, rent.amount.reading, rent.essential) == (Flow.OUT, Decimal(600), True)
    assert "Daily life needs $600.00" in seat.text()


def test_a_short_month_says_how_much_is_still_to_find() -> None:
    seat = sit_down(budget=(PAY, RENT))
    seat.draw(skills.TOPIC_CARDS, "skills.budget")
    assert "Comes in $500.00 Goes out $600.00" in seat.text()
    assert "Still to find $100.00" in seat.text()


def test_an_amount_in_words_is_kept_and_named() -> None:
    seat = sit_down(budget=(RENT.amended(amount=AmountWords(words="two or three hundred")),))
    seat.draw(skills.TOPIC_CARDS, "skills.budget")
    assert "two or three hundred" in seat.text()
    assert "1 amount is not counted yet." in seat.text()


def test_words_that_say_how_often_are_read_back_and_not_asked_again() -> None:
    seat = sit_down()
    seat.draw(skills.TOPIC_CARDS, "skills.budget")
    seat.press("Pay")
    seat.write("How much", "60 a week")
    assert "$60.00 every week" in seat.text()
    assert "How often" not in seat.text()
    assert "Comes in $260.00" in seat.text()
    seat.write("How much", "800 biweekly")
    assert "$800.00" not in seat.text()
    assert "1 amount is not counted yet." in seat.text()
    seat.press("twice a month")
    assert "Comes in $1,600.00" in seat.text()


def test_bills_stand_in_the_months_money_and_are_not_offered_again() -> None:
    fine = Bill(id=an_id(80), name="Court fine", amount=AmountWords(words="50", reading=Decimal(50)))
    seat = sit_down(budget=(PAY,), bills=(fine, fine.amended(id=an_id(81), name="Rent")))
    seat.draw(skills.TOPIC_CARDS, "skills.budget")
    assert "From your bills Court fine · $50.00 Rent · $50.00" in seat.text()
    assert "Goes out $100.00" in seat.text()
    assert "Rent" not in seat.buttons()


def test_the_day_of_a_bill_is_read_back() -> None:
    seat = sit_down()
    seat.draw(skills.TOPIC_CARDS, "skills.bills")
    seat.press("Add a bill")
    seat.write("Day of the month", "the 5th")
    assert "day 5 of the month" in seat.text()
    seat.write("Day of the month", "5 days after payday")
    assert "day 5 of the month" not in seat.text()


def test_a_bill_takes_its_amount_from_the_budget() -> None:
    seat = sit_down(budget=(RENT, RENT.amended(id=an_id(76))))
    seat.draw(skills.TOPIC_CARDS, "skills.bills")
    seat.press("Rent")
    seat.write("Day of the month", "1")
    (bill,) = seat.plan.bills
    assert (bill.name, bill.amount.reading, bill.day_of_month) == ("Rent", Decimal(600), 1)


def test_bills_stand_in_the_order_of_the_month() -> None:
    bills = tuple(
        Bill(id=an_id(80 + at), name=name, due=CountWords(words=due, reading=Decimal(due) if due else None))
        for at, (name, due) in enumerate((("Phone", "20"), ("Fine", ""), ("Rent", "1")))
    )
    seat = sit_down(bills=bills)
    seat.draw(skills.TOPIC_CARDS, "skills.bills")
    text = seat.text()
    assert "Day 1 Rent Day 20 Phone Day still open Fine" in text


def test_a_routine_takes_several_days_at_once() -> None:
    seat = sit_down()
    seat.draw(skills.TOPIC_CARDS, "skills.week")
    seat.press("Sleep")
    seat.press("Every day")
    seat.press("Sunday")
    (routine,) = seat.plan.routines
    assert (routine.kind, routine.days) == (RoutineKind.SLEEP, tuple(Weekday)[:6])


def test_the_week_holds_routines_visits_and_doses() -> None:
    shah = Provider(id=an_id(91), name="Dr. Shah")
    visit = Visit(
        id=an_id(92),
        provider_id=shah.id,
        on=DayWords(words="Nov 24", reading=date(2026, 11, 24)),
        at=TimeWords(words="10 am", reading=time(10)),
    )
    dose = DoseTime(id=an_id(93), at=TimeWords(words="8 am", reading=time(8)))
    medicine = Medication(id=an_id(94), name="Buprenorphine", doses=(dose,))
    untimed = Routine(id=an_id(95), own_words="Laundry", days=(Weekday.SAT,))
    seat = sit_down(providers=(shah,), visits=(visit,), medications=(medicine,), routines=(GROUP, untimed))
    seat.draw(skills.TOPIC_CARDS, "skills.week")
    seat.press("The week after")
    week = seat.text()[seat.text().index("Try something out") :]
    assert "Monday Nov 23 8:00 AM Buprenorphine 6:00 PM Meeting with Luis" in week
    assert "Tuesday Nov 24 8:00 AM Buprenorphine 10:00 AM Dr. Shah" in week
    assert "Saturday Nov 28 8:00 AM Buprenorphine Laundry" in week


def test_a_night_stands_on_the_evening_it_begins() -> None:
    night = GROUP.amended(
        own_words="Lights out",
        kind=RoutineKind.SLEEP,
        starts=TimeWords(words="11 pm", reading=time(23)),
        ends=TimeWords(words="7 am", reading=time(7)),
    )
    seat = sit_down(routines=(night,))
    seat.draw(skills.TOPIC_CARDS, "skills.week")
    week = seat.text()[seat.text().index("Try something out") :]
    assert "Monday Nov 16 11:00 PM Lights out Tuesday" in week
    assert week.count("Lights out") == 1


def test_two_things_at_one_hour_are_pointed_out_under_the_week() -> None:
    work = GROUP.amended(id=an_id(96), own_words="Late shift", kind=RoutineKind.WORK)
    seat = sit_down(routines=(GROUP, work))
    seat.findings = findings_for(seat.plan, TODAY, "skills")
    seat.draw(skills.TOPIC_CARDS, "skills.week")
    assert "are at the same time on Monday" in seat.text()
