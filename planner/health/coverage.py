"""Which days a supply covers, by the rules of the proportion of days covered (PDC) of the Pharmacy Quality Alliance.

Each day counts once. An early refill of the same medicine begins when the earlier one ends; a different medicine of the
same class does not wait. Nothing here knows what a medicine is: a fill is a day and a number of days.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from planner.model.day_range import Stretch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ADHERENT = 0.8
"""From this share of days on, quality measures call a medicine taken as planned (PQA)."""

REPORTING_GAP = 7
"""A longer gap ends a stretch of treatment in the measure of continuity for opioid use disorder (NQF 3175).

It is a mark for reports only. For the person, a single day counts.
"""

CONTINUOUS_DAYS = 180
"""Treatment for opioid use disorder of at least this many days counts as continuous (NQF 3175)."""

_LAST = date.max.toordinal() - 1
"""No stretch goes further, so that the day after it is still a day."""


@dataclass(frozen=True, slots=True)
class Fill:
    """One time a medicine was handed out, given or injected, and for how many days."""

    on: date
    days: int
    keeps: bool = True
    """Whether what is left over stays for later: true of tablets, not of an injection given early."""

    counted: bool = False
    """Whether everything at hand was counted that day: what is left of earlier fills is within it, and may be none."""


@dataclass(frozen=True, slots=True)
class Covered:
    """How many days of a period were covered."""

    days: int
    of: int

    @property
    def share(self) -> float:
        """From 0 to 1; 0 for a period without days."""
        return self.days / self.of if self.of else 0.0


def taken_up(fills: Iterable[Fill]) -> tuple[Stretch, ...]:
    """Return the days each fill of one medicine stands for, an early refill moved to where the earlier one ends."""
    found: list[Stretch] = []
    free = 0
    for fill in sorted(fills, key=lambda one: (one.on, not one.keeps, one.days)):
        if fill.counted:
            found, free = _until(found, fill.on)
        first = max(fill.on.toordinal(), free) if fill.keeps else fill.on.toordinal()
        last = min(first + fill.days - 1, _LAST)
        if first <= last:
            found.append(Stretch(date.fromordinal(first), date.fromordinal(last)))
            free = last + 1 if fill.keeps else free
    return tuple(found)


def _until(stretches: list[Stretch], day: date) -> tuple[list[Stretch], int]:
    """Return the stretches as they end where everything was counted anew, and the first day that is free then.

    A dose taken on the day of the count is not among what was counted.
    """
    dose = [stretch for stretch in stretches if stretch.first == stretch.last == day]
    before = [
        Stretch(one.first, min(one.last, date.fromordinal(day.toordinal() - 1))) for one in stretches if one.first < day
    ]
    return [*before, *dose], day.toordinal() + len(dose[:1])


def joined(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Return the same days without overlaps, the earliest stretch first."""
    found: list[Stretch] = []
    for one in sorted(stretches, key=lambda stretch: stretch.first):
        if found and one.first.toordinal() <= found[-1].last.toordinal() + 1:
            found[-1] = Stretch(found[-1].first, max(found[-1].last, one.last))
        else:
            found.append(one)
    return tuple(found)


def gaps(stretches: Iterable[Stretch], first: date, last: date) -> Iterator[Stretch]:
    """Yield the stretches between two days that nothing covers."""
    free = first.toordinal()
    for one in joined(stretches):
        begins, ends = one.first.toordinal(), one.last.toordinal()
        if begins > last.toordinal():
            break
        if begins > free:
            yield Stretch(date.fromordinal(free), date.fromordinal(begins - 1))
        free = max(free, ends + 1)
    if free <= last.toordinal():
        yield Stretch(date.fromordinal(free), last)


def proportion_of_days_covered(medicines: Iterable[Iterable[Fill]], first: date, last: date) -> Covered:
    """Return the days covered by any medicine of a class, from the first fill in a period to the end of the period.

    Source: PQA, measure specifications and test vectors of 2018. Only fills within the period count.
    """
    known = [[fill for fill in fills if first <= fill.on <= last] for fills in medicines]
    days = [fill.on for fills in known for fill in fills if fill.days]
    if not days:
        return Covered(0, 0)
    begins = min(days)
    stretches = joined(stretch for fills in known for stretch in taken_up(fills))
    inside = (part for one in stretches if (part := one.within(begins, last)))
    return Covered(sum(part.days for part in inside), Stretch(begins, last).days)


def is_continuous(fills: Iterable[Fill], first: date, last: date) -> bool:
    """Whether treatment went on for 180 days or more without a gap that breaks it in the reports (NQF 3175)."""
    if Stretch(first, last).days < CONTINUOUS_DAYS:
        return False
    return all(gap.days <= REPORTING_GAP for gap in gaps(taken_up(fills), first, last))
