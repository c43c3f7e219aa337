"""What is said about leaving is typed once: it stands among the visits, the people and the medicines."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from planner.health.medication import HowGot, Medication, PickUp
from planner.plan.amending import removed
from planner.plan.leaving import said_about_leaving, taken_along, with_leaving
from planner.plan.next_contact import agreed_days
from planner.sessions.first_path import Leaving
from planner.words.reading import DayWords, read_count
from tests.invented import an_id
from tests.planner.making import a_day, a_plan

if TYPE_CHECKING:
    from planner.plan.plan import Plan

TOLD = Leaving(
    is_leaving=True,
    on=a_day("November 28"),
    first_appointment="Dr. Okafor, bus 12",
    first_appointment_on=a_day("December 3"),
    who_calls="Rosa",
    contact_on=a_day("November 29"),
)


def _told(plan: Plan, told: Leaving, first: int = 50) -> Plan:
    ids = iter(map(an_id, range(first, first + 9)))
    return with_leaving(plan, told, lambda: next(ids))


def test_the_appointment_is_a_visit_and_the_contact_one_of_the_people() -> None:
    plan = _told(a_plan(), TOLD)

    assert [(one.what_for, one.on.reading) for one in plan.visits] == [("Dr. Okafor, bus 12", date(2026, 12, 3))]
    assert [one.name for one in plan.supports] == ["Rosa"]
    assert agreed_days(plan) == (date(2026, 11, 29), date(2026, 12, 3))
    assert said_about_leaving(plan).amended(visit_id=None, support_id=None) == TOLD


def test_a_visit_changed_later_is_read_from_where_it_stands() -> None:
    plan = _told(a_plan(), TOLD)
    visit = plan.visits[0].amended(on=a_day("December 7"))

    assert said_about_leaving(plan.amended(visits=(visit,))).first_appointment_on.reading == date(2026, 12, 7)


def test_a_visit_taken_out_is_no_appointment_any_more() -> None:
    plan = _told(a_plan(), TOLD)

    assert said_about_leaving(removed(plan, "visits", plan.visits[0].id)).first_appointment_on == DayWords()


def test_letter_by_letter_it_stays_one_visit_and_one_person() -> None:
    plan = a_plan()
    for n in range(1, len("Dr. Okafor")):
        told = said_about_leaving(plan).amended(first_appointment="Dr. Okafor"[:n], who_calls="Rosa Lee"[:n])
        plan = _told(plan, told, first=50 + 10 * n)

    assert (len(plan.visits), len(plan.supports)) == (1, 1)


def test_what_an_earlier_version_kept_is_read_as_it_is() -> None:
    assert said_about_leaving(a_plan(leaving=TOLD)) == TOLD


def test_what_goes_along_is_counted_from_the_day_of_leaving_on() -> None:
    counted = PickUp(id=an_id(2), how=HowGot.ON_HAND, on=a_day("November 25"), days=read_count("3"))
    picked_up = PickUp(id=an_id(3), on=a_day("November 20"), days=read_count("5"))
    medicine = Medication(id=an_id(1), name="Buprenorphine", pick_ups=(picked_up, counted))
    before = Leaving(is_leaving=True, on=a_day("November 25"))

    moved = _told(a_plan(medications=(medicine,), leaving=before), before.amended(on=a_day("November 28")))

    along = taken_along(moved.medications[0])
    assert along is not None
    assert along.on.reading == date(2026, 11, 28)
    assert moved.medications[0].pick_ups[0] == picked_up


def test_a_count_of_another_day_stays_when_the_day_of_leaving_is_mended() -> None:
    counted = PickUp(id=an_id(2), how=HowGot.ON_HAND, on=a_day("December 12"), days=read_count("3"))
    plan = a_plan(
        medications=(Medication(id=an_id(1), name="Buprenorphine", pick_ups=(counted,)),),
        leaving=Leaving(is_leaving=True, on=a_day("November 28")),
    )

    assert _told(plan, plan.leaving.amended(on=a_day("November 27"))).medications == plan.medications
