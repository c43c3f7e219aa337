"""What to ask when a medicine runs out, ran out, or ends while its pharmacy is closed.

For a medicine for opioid use disorder any day without it is the strongest finding there is: tolerance falls fast.
Every sentence of this module is on the list for a clinician's review (`planner.review.review.CLINICAL`).
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from planner.health.medication import HowGot, MedicationStatus
from planner.health.pick_ups import pick_up_finding, unclear_pick_ups
from planner.health.supply import Supply, is_used_up, newest_is_open, supply_before
from planner.model.entry import has_text
from planner.model.finding import Finding, Place, Weight
from planner.model.message import Message, say, say_count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.health.medication import Medication, PickUp
    from planner.health.provider import Provider

_LOOK_AHEAD = timedelta(days=7)
_FOR_A_PRESCRIPTION = timedelta(days=21)
"""As long as it may take to get a new prescription."""

_WEEK = 7
_CALL_ABOUT_THE_SHOT = say("Call the place that gives it today. Keep naloxone near.")
_BEFORE_STARTING_AGAIN = say("After a break, call the prescriber before you start again. Keep naloxone near.")


def supply_findings(
    medication: Medication, today: date, next_visit: date | None, pharmacy: Provider | None = None
) -> Iterator[Finding]:
    """Yield a supply that is over, ends within a week, or ends before the next visit with the prescriber."""
    if medication.is_for_opioid_use and has_text(medication.name) and medication.status is MedicationStatus.PAUSED:
        yield _paused(medication)
    if not medication.is_in_use:
        return
    yield from unclear_pick_ups(medication, today)
    newest, found = newest_is_open(medication, today), supply_before(medication, today)
    if newest and is_used_up(newest):
        yield _out(medication, newest, today, today)
        return
    if found is None or newest:
        yield from _unknown(medication)
        yield from _gap_before(medication, newest, found)
        return
    yield from _ends(medication, found, next_visit)
    yield from _recent_gap(medication, found)
    yield from _closed(medication, found, pharmacy)
    yield from _no_refill(medication, found)


def missed_day(medication: Medication, observation_id: str) -> Finding:
    """Return what a dose noted as missed asks for, where the medicine is one for opioid use disorder."""
    return Finding(
        "supply.missed",
        Place("medications", observation_id, "what"),
        say("You noted a missed dose of {name}. Does the prescriber know?", name=medication.name),
        say("Call the prescriber before you start again. Keep naloxone near."),
        weight=Weight.LIFE,
    )


def _paused(medication: Medication) -> Finding:
    says = say("You paused {name}. Does the prescriber know?", name=medication.name)
    where = Place("medications", medication.id, "status")
    return Finding("supply.paused", where, says, _BEFORE_STARTING_AGAIN, weight=Weight.LIFE)


def _unknown(medication: Medication) -> Iterator[Finding]:
    """Yield that nobody knows how long a medicine for opioid use disorder lasts."""
    if medication.is_for_opioid_use and medication.status is MedicationStatus.TAKING and not medication.as_needed:
        says = say("For how many days do you still have {name}?", name=medication.name)
        yield pick_up_finding(medication, "unknown", says, say("Note the last pick-up and its days."), Weight.SOON)


def _ends(medication: Medication, found: Supply, next_visit: date | None) -> Iterator[Finding]:
    end = found.runs_out
    is_clinic_dose = found.latest.how is HowGot.CLINIC
    if found.is_out:
        yield _out(medication, found.latest, found.runs_out, found.today)
    elif found.latest.how is HowGot.INJECTION:
        yield from _due(medication, found)
    elif is_clinic_dose:
        return  # the next dose waits at the clinic; only its closed days matter
    elif found.latest.how is HowGot.TAKE_HOME:
        yield from _take_home_ends(medication, found)
    elif end - found.today <= _LOOK_AHEAD:
        says = say("{medicine} lasts until {day}. Who refills it?", medicine=medication.name, day=found.last_day)
        yield _ending(medication, "soon", says, say("Call the pharmacy a few days before."))
    elif next_visit and found.days_without_before(next_visit):
        says = say(
            "{medicine} lasts until {day}, not until the next visit.", medicine=medication.name, day=found.last_day
        )
        yield _ending(medication, "before_visit", says, say("Ask for a refill, or for an earlier visit."))


def _take_home_ends(medication: Medication, found: Supply) -> Iterator[Finding]:
    if found.runs_out - found.today <= _LOOK_AHEAD:
        says = say(
            "The take-home doses of {name} last until {day}. The next dose is at the clinic. Is the way there set?",
            name=medication.name,
            day=found.last_day,
        )
        weight = Weight.SAFETY if medication.is_for_opioid_use else Weight.SOON
        yield pick_up_finding(medication, "soon", says, say("Call the clinic if the day is not sure."), weight)


def _out(medication: Medication, latest: PickUp, runs_out: date, today: date) -> Finding:
    how, opioid = latest.how, medication.is_for_opioid_use
    if how is HowGot.INJECTION:
        says = say("The shot of {name} was due on {day}. Is it set?", name=medication.name, day=runs_out)
        if runs_out == today:
            says = say("The next shot of {name} is due today. Is it set?", name=medication.name)
        return pick_up_finding(medication, "out", says, _CALL_ABOUT_THE_SHOT, Weight.LIFE if opioid else Weight.SOON)
    if how in {HowGot.CLINIC, HowGot.TAKE_HOME}:
        says = say("The last dose of {name} noted here is not from today. Have you missed days?", name=medication.name)
        return pick_up_finding(medication, "out", says, _BEFORE_STARTING_AGAIN, Weight.LIFE if opioid else Weight.SOON)
    if opioid:
        says = say("By the last pick-up, {medicine} has run out. Have you missed days?", medicine=medication.name)
        return pick_up_finding(medication, "out", says, _BEFORE_STARTING_AGAIN, Weight.LIFE)
    says = say("By the last pick-up, {medicine} has run out. Do you still have some?", medicine=medication.name)
    return pick_up_finding(medication, "out", says, say("Note the new pick-up, or call the pharmacy."), Weight.SOON)


def _ending(medication: Medication, kind: str, says: Message, try_this: Message) -> Finding:
    if not medication.is_for_opioid_use:
        return pick_up_finding(medication, kind, says, try_this, Weight.SOON)
    says = say("{medicine} ends soon. Who can help so that no day is missed?", medicine=medication.name)
    try_this = say("Call the prescriber or the pharmacy today. Keep naloxone near.")
    return pick_up_finding(medication, kind, says, try_this, Weight.SAFETY)


def _due(medication: Medication, found: Supply) -> Iterator[Finding]:
    if found.runs_out - found.today <= 2 * _LOOK_AHEAD:
        yield pick_up_finding(
            medication,
            "due",
            say(
                "The next shot of {name} is due on {day}. Is it set?",
                name=medication.name,
                day=found.runs_out,
            ),
            say("Call and set the day. Plan the way there too."),
            Weight.SAFETY if medication.is_for_opioid_use else Weight.SOON,
        )


def _recent_gap(medication: Medication, found: Supply) -> Iterator[Finding]:
    """Yield days without a medicine for opioid use disorder in the past week, once it is there again."""
    if not medication.is_for_opioid_use or found.is_out:
        return
    begin = date.fromordinal(max(found.today.toordinal() - _WEEK, found.stretches[0].first.toordinal()))
    n = found.days_without(begin, found.today)
    if n:
        yield _gap(medication, n)


def _gap_before(medication: Medication, newest: PickUp | None, found: Supply | None) -> Iterator[Finding]:
    """Yield days without a medicine for opioid use disorder before a pick-up whose own days are still open."""
    got = newest.on.reading if newest else None
    if not medication.is_for_opioid_use or not got or not found or (found.today - got).days >= _WEEK:
        return
    begin = date.fromordinal(max(found.today.toordinal() - _WEEK, found.stretches[0].first.toordinal()))
    n = found.days_without(begin, got - timedelta(days=1))
    if n:
        yield _gap(medication, n)


def _gap(medication: Medication, n: int) -> Finding:
    says = say_count(
        "By the pick-ups, {name} was not there for one day this week. Was it missed?",
        "By the pick-ups, {name} was not there for {n} days this week. Were they missed?",
        n,
        name=medication.name,
    )
    return pick_up_finding(medication, "gap", says, _BEFORE_STARTING_AGAIN, Weight.LIFE)


def _closed(medication: Medication, found: Supply, pharmacy: Provider | None) -> Iterator[Finding]:
    """Yield an earlier day to go, or a dose to ask for, where the place is closed when the supply ends."""
    if not pharmacy or found.is_out:
        return
    weight = Weight.SAFETY + 1 if medication.is_for_opioid_use else Weight.SOON + 1
    if day := _may_be_closed_when(found, pharmacy):
        says = say("We can not tell from here. Is {place} open on {day}?", place=pharmacy.name, day=day)
        try_this = say("Call and ask before {name} ends.", name=medication.name)
        yield pick_up_finding(medication, "closed_unread", says, try_this, weight)
        return
    if found.latest.how in {HowGot.CLINIC, HowGot.TAKE_HOME}:
        if day := _closed_without_a_dose(found, pharmacy):
            says = say("{place} is closed on {day}. Who has your dose for then?", place=pharmacy.name, day=day)
            yield pick_up_finding(medication, "closed", says, say("Ask for a take-home dose before."), weight)
    elif found.runs_out - found.today <= _LOOK_AHEAD and (says := _closed_when(medication, found, pharmacy)):
        day = last_open_day(pharmacy, found.today, found.runs_out)
        is_shot = found.latest.how is HowGot.INJECTION
        try_this = say("Go by {day}.", day=day) if day and not is_shot else say("Call today and ask what they can do.")
        yield pick_up_finding(medication, "closed", says, try_this, weight)


def _may_be_closed_when(found: Supply, place: Provider) -> date | None:
    """Return the day near the end of a supply of which nobody can tell here whether the place is open."""
    if found.runs_out - found.today > _LOOK_AHEAD:
        return None
    is_clinic = found.latest.how in {HowGot.CLINIC, HowGot.TAKE_HOME}
    days = (found.runs_out,) if is_clinic else (found.last_day, found.runs_out)
    return next((day for day in days if place.may_be_closed(day)), None)


def _closed_without_a_dose(found: Supply, clinic: Provider) -> date | None:
    """Return the first day not covered on which a clinic is closed: the next one, or a day named for this week."""
    if found.runs_out - found.today > _LOOK_AHEAD:
        return None
    if clinic.is_closed(found.runs_out):
        return found.runs_out
    return next((day for day in _days(found.runs_out, found.today + _LOOK_AHEAD) if clinic.is_away(day)), None)


def _closed_when(medication: Medication, found: Supply, pharmacy: Provider) -> Message | None:
    """Say that a place is closed on the last day that is covered, or on the first that is not."""
    place, end = pharmacy.name, found.runs_out
    if found.latest.how is HowGot.INJECTION:
        is_closed = pharmacy.is_closed(end)
        says = say("{place} is closed on {day}, when {name} is due.", place=place, day=end, name=medication.name)
        return says if is_closed else None
    if pharmacy.is_closed(end - timedelta(days=1)):
        return say("{place} is closed just before {name} ends.", place=place, name=medication.name)
    if pharmacy.is_closed(end):
        return say(
            "{place} is closed on {day}, the first day without {name}.", place=place, day=end, name=medication.name
        )
    return None


def last_open_day(place: Provider, today: date, end: date) -> date | None:
    """Return the last day from today on, before a supply ends, on which a place is open."""
    days = reversed(_days(today, end - timedelta(days=1)))
    return next((day for day in days if not place.is_closed(day) and not place.may_be_closed(day)), None)


def _days(first: date, last: date) -> list[date]:
    return [date.fromordinal(number) for number in range(first.toordinal(), last.toordinal() + 1)]


def _no_refill(medication: Medication, found: Supply) -> Iterator[Finding]:
    if found.refills_left == 0 and found.runs_out - found.today <= _FOR_A_PRESCRIPTION:
        yield pick_up_finding(
            medication,
            "no_refill",
            say("No refill of {name} is left. Who writes the next one?", name=medication.name),
            say("Ask at the next visit, or call the prescriber."),
            Weight.SOON,
        )
