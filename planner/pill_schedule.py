"""Which medicine at which time on which day: the table for the kitchen door, as it was said and nothing more."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING

from planner.day import plain, weekdays_in
from planner.entry import said
from planner.medication import MedicationStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.medication import DoseTime, Medication
    from planner.plan import Plan
    from planner.reading import TimeWords

_WEEK = range(7)


@dataclass(frozen=True, slots=True)
class Dose:
    """One medicine at one time."""

    medication_id: str
    name: str
    how_much: str


@dataclass(frozen=True, slots=True)
class Row:
    """One time of day and what is taken then on each weekday, Monday first."""

    at: TimeWords
    days: tuple[tuple[Dose, ...], ...]

    @property
    def is_every_day(self) -> bool:
        """Whether all seven days are alike, so that one cell says it."""
        return len(set(self.days)) == 1


@dataclass(frozen=True, slots=True)
class InWords:
    """A medicine whose days or times do not fit a table: as needed, every other day, changing."""

    medication_id: str
    name: str
    says: tuple[str, ...]
    as_needed: bool


@dataclass(frozen=True, slots=True)
class PillSchedule:
    """The rows in the order of the day, and below them what stands in words."""

    rows: tuple[Row, ...]
    in_words: tuple[InWords, ...]

    @property
    def is_every_day(self) -> bool:
        """Whether the week is the same on all seven days: one column is enough."""
        return all(row.is_every_day for row in self.rows)


def pill_schedule(plan: Plan) -> PillSchedule:
    """Return the table of what the person takes now. Times that were not read keep their words and come last."""
    taken = [one for one in plan.medications if one.status is MedicationStatus.TAKING and said(one.name)]
    in_table = [one for one in taken if _fits(one)]
    times: dict[tuple[bool, time, str], list[tuple[Medication, DoseTime]]] = defaultdict(list)
    for medication in in_table:
        for dose in _doses(medication):
            times[_moment(dose.at)].append((medication, dose))
    rows = tuple(_row(doses) for _, doses in sorted(times.items(), key=lambda pair: pair[0]))
    return PillSchedule(rows, tuple(_in_words(one) for one in taken if not _fits(one) or said(one.taper)))


def _fits(medication: Medication) -> bool:
    return not medication.as_needed and bool(_doses(medication)) and weekdays_in(medication.days) is not None


def _doses(medication: Medication) -> list[DoseTime]:
    return [dose for dose in medication.doses if said(dose.at.words) or dose.at.reading]


def _moment(at: TimeWords) -> tuple[bool, time, str]:
    """Return what tells one time from another, and orders them: times first, then words."""
    return (at.reading is None, at.reading or time(), "" if at.reading else plain(at.words))


def _row(doses: list[tuple[Medication, DoseTime]]) -> Row:
    def on(weekday: int) -> Iterator[Dose]:
        for medication, dose in doses:
            if weekday in (weekdays_in(medication.days) or ()):
                yield Dose(medication.id, medication.name, dose.how_much)

    return Row(doses[0][1].at, tuple(tuple(on(weekday)) for weekday in _WEEK))


def _in_words(medication: Medication) -> InWords:
    times = (" ".join(part.strip() for part in (dose.at.words, dose.how_much)) for dose in medication.doses)
    parts = (medication.how_taken, *(() if _fits(medication) else times), medication.days, medication.taper)
    says = tuple(part.strip() for part in parts if said(part))
    return InWords(medication.id, medication.name, says, medication.as_needed)
