"""Medicines in the week: doses as the table for the wall has them, shots due, and the last day something is there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from planner.health.medication import HowGot, MedicationStatus
from planner.health.supply import supply
from planner.model.entry import has_text
from planner.week.event import Event, EventKind
from planner.week.pill_schedule import pill_schedule
from planner.words.part_of_day import part_at, part_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.health.medication import Medication
    from planner.plan.plan import Plan
    from planner.words.part_of_day import PartOfDay
    from planner.words.reading import TimeWords


def doses_in(plan: Plan, first: date, last: date) -> Iterator[Event]:
    """Yield each dose that has its days and its time. One of every other day stands nowhere rather than wrongly."""
    rows = pill_schedule(plan).rows
    for number in range(first.toordinal(), last.toordinal() + 1):
        day = date.fromordinal(number)
        for row in rows:
            for dose in row.days[day.weekday()]:
                yield Event(
                    day,
                    dose.name,
                    EventKind.DOSE,
                    "medications",
                    dose.medication_id,
                    row.at.reading,
                    part_named=_part(row.at),
                    when=row.at.words.strip(),
                )


def _part(at: TimeWords) -> PartOfDay | None:
    return part_at(at.reading) if at.reading else part_in(at.words)


def supply_days(plan: Plan, first: date, last: date, today: date) -> Iterator[Event]:
    """Yield the day a shot is due, and the last day of what was picked up, as far as the pick-ups until today say."""
    for medicine in plan.medications:
        found = supply(medicine, today)
        if found is None or not has_text(medicine.name) or found.latest.how is HowGot.CLINIC:
            continue
        if found.latest.how is HowGot.INJECTION:
            day, kind = found.runs_out, EventKind.SHOT
        elif found.is_out:
            continue
        else:
            day, kind = found.last_day, EventKind.LAST_PILLS
        if first <= day <= last:
            yield _all_day(medicine, kind, day)


def _all_day(medicine: Medication, kind: EventKind, day: date) -> Event:
    return Event(day, medicine.name, kind, "medications", medicine.id)


def medicines_in_words(plan: Plan) -> Iterator[Event]:
    """Yield the medicines taken on days that no table can hold. One for when it is needed belongs to no day."""
    unclear = {one.medication_id for one in pill_schedule(plan).in_words if not one.as_needed}
    in_table = {dose.medication_id for row in pill_schedule(plan).rows for day in row.days for dose in day}
    for medicine in plan.medications:
        if medicine.id in unclear - in_table and medicine.status is MedicationStatus.TAKING:
            yield Event(
                date.min, medicine.name, EventKind.DOSE, "medications", medicine.id, when=_days_in_words(medicine)
            )


def _days_in_words(medicine: Medication) -> str:
    return next((words.strip() for words in (medicine.days, medicine.how_taken) if has_text(words)), "")
