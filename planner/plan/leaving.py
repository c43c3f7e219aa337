"""What leaving a place brings into the plan: its appointment is a visit, its contact one of the person's people.

    plan = with_leaving(plan, said_about_leaving(plan).amended(first_appointment="Dr. Okafor"), new_id)

Each is typed once. It stands in the list it belongs to, and the questions about leaving read it from there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.health.medication import HowGot, PickUp
from planner.health.visit import Visit
from planner.model.entry import has_text
from planner.model.items import with_item, without_item
from planner.plan.plan import find
from planner.resources.support import Support
from planner.words.reading import DayWords

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.health.medication import Medication
    from planner.plan.plan import Plan
    from planner.sessions.first_path import Leaving


def said_about_leaving(plan: Plan) -> Leaving:
    """Return what was said about leaving, with the words of its visit and of its contact as they stand now."""
    visit, contact = find(plan, plan.leaving.visit_id), find(plan, plan.leaving.support_id)
    changes: dict[str, object] = {}
    if isinstance(visit, Visit):
        changes |= {"first_appointment": visit.what_for, "first_appointment_on": visit.on}
    if isinstance(contact, Support):
        changes |= {"who_calls": contact.name}
    return plan.leaving.amended(**changes) if changes else plan.leaving


def with_leaving(plan: Plan, told: Leaving, new_id: Callable[[], str]) -> Plan:
    """Return the plan after something about leaving was said, each part of it where it belongs."""
    dated = _with_day(plan.amended(leaving=told), plan.leaving.on)
    return _with_contact(_with_appointment(dated, new_id), new_id)


def _with_appointment(plan: Plan, new_id: Callable[[], str]) -> Plan:
    told, known = plan.leaving, find(plan, plan.leaving.visit_id)
    if not (known or has_text(told.first_appointment, told.first_appointment_on.words)):
        return plan
    visit = known if isinstance(known, Visit) else Visit(id=new_id())
    visit = visit.amended(what_for=told.first_appointment, on=told.first_appointment_on)
    leaving = told.amended(first_appointment="", first_appointment_on=DayWords(), visit_id=visit.id)
    return plan.amended(visits=with_item(plan.visits, visit), leaving=leaving)


def _with_contact(plan: Plan, new_id: Callable[[], str]) -> Plan:
    told, known = plan.leaving, find(plan, plan.leaving.support_id)
    if not (known or has_text(told.who_calls)):
        return plan
    contact = known if isinstance(known, Support) else Support(id=new_id())
    contact = contact.amended(name=told.who_calls)
    leaving = told.amended(who_calls="", support_id=contact.id)
    return plan.amended(supports=with_item(plan.supports, contact), leaving=leaving)


def _with_day(plan: Plan, before: DayWords) -> Plan:
    """Return the plan with what is taken along counted from the day of leaving on, when that day has changed."""
    on = plan.leaving.on
    if not plan.leaving.is_leaving or on.reading is None or on == before:
        return plan
    return plan.amended(medications=tuple(_counted_on(medicine, on, before) for medicine in plan.medications))


def _counted_on(medicine: Medication, on: DayWords, before: DayWords) -> Medication:
    latest = taken_along(medicine)
    if latest is None or (before.reading and latest.on.reading != before.reading):
        return medicine
    moved = [latest.amended(on=on) if one.id == latest.id else one for one in medicine.pick_ups]
    doses = [one.amended(on=on) if one.how is HowGot.CLINIC and one.on == latest.on else one for one in moved]
    return medicine.amended(pick_ups=tuple(doses))


def taken_along(medicine: Medication) -> PickUp | None:
    """Return the last time it was counted what the person has with them."""
    return next((one for one in reversed(medicine.pick_ups) if one.how is HowGot.ON_HAND), None)


def dose_of_that_day(medicine: Medication) -> PickUp | None:
    """Return the dose given on the day of the count, before the person left."""
    counted = taken_along(medicine)
    doses = [one for one in medicine.pick_ups if one.how is HowGot.CLINIC]
    return next((dose for dose in doses if counted and dose.on.reading == counted.on.reading), None)


def with_dose_of_that_day(plan: Plan, medication_id: str, new_id: Callable[[], str]) -> Plan:
    """Return the plan with the dose of the day of leaving as given there, or again as not given.

    For medicine that is not named one by one, `medication_id` is empty.
    """
    medicine = next((medication for medication in plan.medications if medication.id == medication_id), None)
    counted = taken_along(medicine) if medicine else None
    if medicine is None or counted is None:
        return plan.amended(leaving=plan.leaving.amended(dose_was_given=not plan.leaving.dose_was_given))
    given = dose_of_that_day(medicine)
    pick_ups = (
        without_item(medicine.pick_ups, given.id)
        if given
        else (PickUp(id=new_id(), how=HowGot.CLINIC, on=counted.on), *medicine.pick_ups)
    )
    return plan.amended(medications=with_item(plan.medications, medicine.amended(pick_ups=pick_ups)))
