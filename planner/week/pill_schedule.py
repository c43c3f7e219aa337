"""Which medicine at which time on which day: the table for the kitchen door, as it was said and nothing more."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING

from planner.health.days_taken import moments_in, says_days
from planner.health.medication import MedicationStatus
from planner.model.entry import has_text
from planner.words.days.weekdays import weekdays_in
from planner.words.fold import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.health.medication import DoseTime, Medication
    from planner.plan.plan import Plan
    from planner.words.reading import TimeWords

_WEEK = range(7)
_Moment = tuple[bool, time, str]
"""Whether it comes last, as words do that name no moment of the day; where it stands in the day; and its words."""


@dataclass(frozen=True, slots=True)
class Dose:
    """One medicine at one time."""

    medication_id: str
    name: str
    how_much: str
    for_what: str = ""
    how_taken: str = ""

    @property
    def title(self) -> tuple[str, ...]:
        """The name, and what it is for beside it."""
        return tuple(part.strip() for part in (self.name, self.for_what) if has_text(part))

    @property
    def notes(self) -> tuple[str, ...]:
        """How much, and how it is taken: all that stands with it."""
        return tuple(part.strip() for part in (self.how_much, self.how_taken) if has_text(part))


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
    """A medicine of which something fits no table: as needed, every other day, changing, a dose without a time."""

    medication_id: str
    name: str
    says: tuple[str, ...]
    as_needed: bool
    for_what: str = ""
    untimed: tuple[str, ...] = ()
    """Doses without a time, of a medicine whose other doses stand in the table."""

    watch_for: str = ""


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
    """Return the table of what the person takes now. A meal stands where it comes in the day, other words last."""
    taken = [one for one in plan.medications if one.status is MedicationStatus.TAKING and has_text(one.name)]
    in_table = [one for one in taken if _fits(one)]
    times: dict[_Moment, list[tuple[Medication, DoseTime]]] = defaultdict(list)
    for medication in in_table:
        for dose in _timed(medication):
            for moment in _moments(dose.at):
                times[moment].append((medication, dose))
    rows = tuple(_row(doses) for _, doses in sorted(times.items(), key=lambda pair: pair[0]))
    return PillSchedule(rows, tuple(_in_words(one) for one in taken if not _fits(one) or _has_more(one)))


def _fits(medication: Medication) -> bool:
    """Whether its days and times can stand in a table, by everything that was said about them."""
    doses = (words for dose in medication.doses for words in (dose.at.words, dose.how_much))
    return (
        not medication.as_needed
        and bool(_timed(medication))
        and weekdays_in(medication.days) is not None
        and not any(says_days(words) for words in (medication.how_taken, *doses))
    )


def _has_more(medication: Medication) -> bool:
    """Whether something of a medicine in the table stands below it all the same."""
    return has_text(medication.taper, medication.watch_for) or bool(_untimed(medication))


def _timed(medication: Medication) -> list[DoseTime]:
    return [dose for dose in medication.doses if has_text(dose.at.words) or dose.at.reading]


def _untimed(medication: Medication) -> tuple[str, ...]:
    alone = (dose.how_much.strip() for dose in medication.doses if not (has_text(dose.at.words) or dose.at.reading))
    return tuple(words for words in alone if words)


def _moments(at: TimeWords) -> tuple[_Moment, ...]:
    """Return what tells times from each other, and orders them; words that name two meals stand at both."""
    if at.reading:
        return ((False, at.reading, ""),)
    words = plain(at.words)
    return tuple((False, meal, words) for meal in moments_in(at.words)) or ((True, time(), words),)


def _row(doses: list[tuple[Medication, DoseTime]]) -> Row:
    def on(weekday: int) -> Iterator[Dose]:
        for medication, dose in doses:
            if weekday in (weekdays_in(medication.days) or ()):
                yield Dose(medication.id, medication.name, dose.how_much, medication.for_what, medication.how_taken)

    return Row(doses[0][1].at, tuple(tuple(on(weekday)) for weekday in _WEEK))


def _in_words(medication: Medication) -> InWords:
    times = (" ".join(part.strip() for part in (dose.at.words, dose.how_much)) for dose in medication.doses)
    alone = (medication.how_taken, *times, medication.days) if not _fits(medication) else ()
    says = tuple(part.strip() for part in (*alone, medication.taper) if has_text(part))
    untimed = _untimed(medication) if _fits(medication) else ()
    name, watch_for = medication.name, medication.watch_for.strip()
    return InWords(medication.id, name, says, medication.as_needed, medication.for_what, untimed, watch_for)
