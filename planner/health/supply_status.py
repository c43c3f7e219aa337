"""Where a medicine stands today in one line, as its kind is spoken of: days, a dose at the clinic, an injection.

Doses at a clinic and injections are never said to be missing from a day on: the day of the next one is what counts.
Every line of this module is on the list for a clinician's review.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.health.medication import HowGot, MedicationStatus
from planner.health.supply import fill_of, is_used_up, newest_is_open, supply
from planner.model.day_range import Stretch
from planner.model.message import Message, say, say_count

if TYPE_CHECKING:
    from datetime import date

    from planner.health.medication import Medication
    from planner.health.supply import Supply

AT_THE_CLINIC = frozenset({HowGot.CLINIC, HowGot.TAKE_HOME})
"""What is handed out at a clinic: the next dose is there, and no pharmacy has it."""

COUNTED = frozenset({HowGot.ON_HAND, HowGot.PICKED_UP, HowGot.TAKE_HOME})
"""What is counted in days; of a dose at the clinic and an injection only the next one is spoken of."""


def supply_status(medication: Medication, today: date) -> Message | None:
    """Return where a medicine stands today; nothing where no pick-up, or not the latest one, was read."""
    if (day := _none_left_on(medication, today)) is not None:
        return say("none left, counted {day}", day=_near(day))
    found = supply(medication, today)
    if found is None or _has_a_newer_one(medication, found):
        return None
    if found.latest.how is HowGot.INJECTION:
        return _injection(found)
    if found.latest.how is HowGot.CLINIC:
        return _clinic_dose(found)
    return _ended(found) if found.is_out else _lasts(found)


def _has_a_newer_one(medication: Medication, found: Supply) -> bool:
    """Whether one that was got later says nothing that can be counted, as a shot whose next day is not known."""
    latest = found.latest.on.reading
    unread = (one.on.reading for one in medication.pick_ups if fill_of(one, medication) is None)
    return any(day for day in unread if day and latest and latest < day <= found.today)


def _none_left_on(medication: Medication, today: date) -> date | None:
    """Return the day of the latest count, where it found nothing."""
    newest = newest_is_open(medication, today)
    is_taken = medication.status is MedicationStatus.TAKING and not medication.as_needed
    return newest.on.reading if is_taken and newest and is_used_up(newest) else None


def _near(day: date) -> Stretch:
    return Stretch(day, day)


def _injection(found: Supply) -> Message:
    due = _near(found.runs_out)
    if found.runs_out == found.today:
        return say("next shot due today")
    return say("shot was due {day}", day=due) if found.is_out else say("next shot due {day}", day=due)


def _clinic_dose(found: Supply) -> Message:
    if not found.is_out:
        return say("next dose at the clinic {day}", day=_near(found.runs_out))
    if found.runs_out == found.today:
        return say("next dose at the clinic today")
    return say("next dose at the clinic; the last one noted is of {day}", day=_near(found.last_day))


def _lasts(found: Supply) -> Message:
    last = _near(found.last_day)
    if found.latest.how is HowGot.TAKE_HOME:
        return say("until {day}, next dose at the clinic {then}", day=last, then=_near(found.runs_out))
    return say("lasts until {day}", day=last)


def _ended(found: Supply) -> Message:
    last = _near(found.last_day)
    if found.latest.how is HowGot.TAKE_HOME:
        return say("next dose at the clinic; the last take-home dose was for {day}", day=last)
    n = (found.today - found.last_day).days
    return say_count("ended yesterday, {day}", "ended {n} days ago, {day}", n, day=last)
