"""How long a medicine lasts: read from its last pick-up, nothing else.

What was left over from an earlier pick-up is not counted, so the day named here is never too late.
Every sentence of this module is on the list for a clinician's review (`planner.review.CLINICAL`).
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from planner.finding import Finding, Place, Weight
from planner.medication import MedicationStatus
from planner.message import Message, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.medication import Medication

_LOOK_AHEAD = timedelta(days=7)
_MOST_DAYS = 400
"""No pick-up lasts longer; a larger number was meant for something else."""


def runs_out(medication: Medication, today: date) -> date | None:
    """Return the first day without this medicine, as far as its last pick-up was read.

    None for a medicine that is taken only when needed. A pick-up still ahead does not count.
    """
    if medication.as_needed or medication.status is not MedicationStatus.TAKING:
        return None
    known = [(pick_up.on.reading, pick_up.days.reading) for pick_up in medication.pick_ups]
    read = [(on, int(days)) for on, days in known if on and on <= today and days and 0 < days <= _MOST_DAYS]
    if not read:
        return None
    on, days = max(read)
    return on + timedelta(days=days) if on <= date.max - timedelta(days=days) else None


def supply_findings(medication: Medication, today: date, next_visit: date | None) -> Iterator[Finding]:
    """Yield a supply that is over, ends within a week, or ends before the next visit with the prescriber.

    For a medicine for opioid use disorder a gap can cost a life: tolerance falls within days.
    """
    end = runs_out(medication, today)
    if not end or not medication.is_in_use:
        return
    if end <= today:
        yield _gap(medication, "out") if medication.for_opioid_use else _over(medication)
    elif end - today <= _LOOK_AHEAD:
        says = say("{medicine} lasts until {day}. Who refills it?", medicine=medication.name, day=end)
        yield _ending(medication, "soon", says, say("Call the pharmacy a few days before."))
    elif next_visit and today <= end < next_visit:
        says = say("{medicine} ends on {day}, before the next visit.", medicine=medication.name, day=end)
        yield _ending(medication, "before_visit", says, say("Ask for a refill, or for an earlier visit."))


def _over(medication: Medication) -> Finding:
    says = say("By the last pick-up, {medicine} has run out. Do you still have some?", medicine=medication.name)
    return _finding(medication, "out", says, say("Note the new pick-up, or call the pharmacy."), Weight.SOON)


def _ending(medication: Medication, kind: str, says: Message, try_this: Message) -> Finding:
    if medication.for_opioid_use:
        return _gap(medication, kind)
    return _finding(medication, kind, says, try_this, Weight.SOON)


def _gap(medication: Medication, kind: str) -> Finding:
    if kind == "out":
        says = say("By the last pick-up, {medicine} has run out. Have you missed days?", medicine=medication.name)
        try_this = say("After a break, call the prescriber before you start again. Keep naloxone near.")
        return _finding(medication, kind, says, try_this, Weight.SAFETY + 1)
    says = say("{medicine} ends soon. Who can help so that no day is missed?", medicine=medication.name)
    try_this = say("Call the prescriber or the pharmacy today. Keep naloxone near.")
    return _finding(medication, kind, says, try_this, Weight.SAFETY)


def _finding(medication: Medication, kind: str, says: Message, try_this: Message, weight: int) -> Finding:
    where = Place("medications", medication.id, "pick_ups")
    return Finding(f"supply.{kind}", where, says, try_this, weight=weight)
