"""How long a medicine lasts, read from its pick-ups, clinic doses, take-homes and injections; nothing else is known.

Each is counted in its own unit: days, weeks, or tablets by how many are taken a day. Where the days of the newest one
are not known, nobody knows how long it lasts, whatever came before.
Days are counted as `planner.health.coverage` does: an early refill begins when the one before it ends. Two entries of
one kind on one day count once, the longer one, so that a line noted twice never makes a supply look longer than it is.
What is taken only when needed has no such day.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from planner.health.coverage import (
    CONTINUOUS_DAYS,
    REPORTING_GAP,
    Covered,
    Fill,
    gaps,
    is_continuous,
    joined,
    proportion_of_days_covered,
    taken_up,
)
from planner.health.dose_count import days_of_pieces, pieces_in
from planner.health.medication import HowGot, MedicationStatus
from planner.model.entry import has_text
from planner.model.unit import Unit
from planner.words.counted_in import without_left
from planner.words.reading import counted

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from planner.health.medication import Medication, PickUp
    from planner.model.day_range import Stretch

MOST_DAYS = 400
"""No pick-up lasts longer; a larger number was meant for something else."""

_AT_HOME = {HowGot.PICKED_UP, HowGot.TAKE_HOME, HowGot.ON_HAND}


@dataclass(frozen=True, slots=True)
class Supply:
    """What the pick-ups of one medicine say on one day."""

    today: date
    stretches: tuple[Stretch, ...]
    """The days that are covered, without overlaps, the earliest first."""

    runs_out: date
    """The first day without it: today or later while some is there, else the day it ended."""

    latest: PickUp
    refills_left: int | None
    """As noted at the latest pick-up that says so."""

    @property
    def last_day(self) -> date:
        """The last day it is there, as one says "it lasts until"."""
        return self.runs_out - timedelta(days=1)

    @property
    def days_on_hand(self) -> int:
        """How many days are covered from today on, today included."""
        return max(0, (self.runs_out - self.today).days)

    @property
    def is_out(self) -> bool:
        """Whether today is not covered."""
        return self.days_on_hand == 0

    def days_without(self, first: date, last: date) -> int:
        """How many days between two days nothing covers, both ends included."""
        return sum(gap.days for gap in gaps(self.stretches, first, last))

    def days_without_before(self, visit: date) -> int:
        """How many days from today on are not covered before a visit, the day of the visit left out."""
        return self.days_without(self.today, visit - timedelta(days=1)) if visit > self.today else 0


def supply(medication: Medication, today: date) -> Supply | None:
    """Return what is known about a supply, or nothing where the newest pick-up until today could not be read."""
    return None if newest_is_open(medication, today) else supply_before(medication, today)


def newest_is_open(medication: Medication, today: date) -> PickUp | None:
    """Return the newest pick-up until today where it is not known how long it lasts."""
    until_today = [pick_up for pick_up in medication.pick_ups if pick_up.on.reading and pick_up.on.reading <= today]
    newest = max((pick_up.on.reading for pick_up in until_today if pick_up.on.reading), default=None)
    of_that_day = (pick_up for pick_up in until_today if pick_up.on.reading == newest)
    return next((pick_up for pick_up in of_that_day if days_of(pick_up, medication) is None), None)


def supply_before(medication: Medication, today: date) -> Supply | None:
    """Return what the pick-ups that were read say, even where a newer one was not."""
    if medication.as_needed or medication.status is not MedicationStatus.TAKING:
        return None
    known = [(pick_up, fill) for pick_up, fill in _known(medication) if fill.on <= today]
    stretches = joined(taken_up(_once_a_day(known)))
    if not stretches:
        return None
    with_days = [pair for pair in known if pair[1].days]
    latest = max(with_days, key=lambda pair: (pair[1].on, pair[0].how is not HowGot.CLINIC))[0]
    return Supply(today, stretches, _first_day_without(stretches, today), latest, refills_left(medication, today))


def runs_out(medication: Medication, today: date) -> date | None:
    """Return the first day without this medicine, as far as its pick-ups were read. One still ahead does not count."""
    found = supply(medication, today)
    return found.runs_out if found else None


def lasts_until(medication: Medication, today: date) -> date | None:
    """Return the last day this medicine is there; nothing where it has run out or nobody knows."""
    found = supply(medication, today)
    return found.last_day if found and not found.is_out else None


def refills_left(medication: Medication, today: date) -> int | None:
    """Return the refills left as noted at the latest pick-up that says so."""
    noted = [
        (pick_up.on.reading, int(left))
        for pick_up in medication.pick_ups
        if pick_up.on.reading
        and pick_up.on.reading <= today
        and (left := counted(pick_up.refills_left, Unit.REFILLS)) is not None
    ]
    return max(noted, key=lambda pair: pair[0])[1] if noted else None


def fills(medication: Medication) -> tuple[Fill, ...]:
    """Return what was picked up, given, injected or counted, as far as it was read."""
    return tuple(_once_a_day(_known(medication)))


def _known(medication: Medication) -> list[tuple[PickUp, Fill]]:
    return [(pick_up, fill) for pick_up in medication.pick_ups if (fill := fill_of(pick_up, medication))]


def days_covered(medication: Medication, first: date, last: date) -> Covered:
    """Return the days of a period on which this medicine was there (PDC), from its first pick-up in the period on."""
    return proportion_of_days_covered([fills(medication)], first, last)


@dataclass(frozen=True, slots=True)
class Reported:
    """What a report asks about one medicine: never shown to the person as a mark."""

    covered: Covered
    """Over the past half year, from its first pick-up in it on."""

    since: date
    has_long_gap: bool
    """Whether a gap in that time is long enough to end a stretch of treatment in the reports (NQF 3175)."""

    is_continuous: bool
    """Whether treatment has gone on for 180 days or more without such a gap."""


def reported(medication: Medication, today: date) -> Reported | None:
    """Return the figures of the reports; none where no pick-up of the past half year could be read."""
    known = [fill for fill in fills(medication) if fill.on <= today]
    first = date.fromordinal(max(1, today.toordinal() - CONTINUOUS_DAYS + 1))
    covered = days_covered(medication, first, today)
    if medication.as_needed or not covered.of:
        return None
    since = today - timedelta(days=covered.of - 1)
    has_long_gap = any(gap.days > REPORTING_GAP for gap in gaps(taken_up(known), since, today))
    return Reported(covered, since, has_long_gap, is_continuous(known, min(fill.on for fill in known), today))


def fill_of(pick_up: PickUp, medication: Medication | None = None) -> Fill | None:
    """Return the day and the days of one pick-up, or nothing where they were not read.

    A clinic dose lasts for its day when no number was given. An injection lasts until the next one is due. A count that
    found nothing is a fill of no days: it ends what was there before.
    """
    on, days = pick_up.on.reading, 0 if is_used_up(pick_up) else days_of(pick_up, medication)
    if on is None or days is None:
        return None
    return Fill(on, days, keeps=pick_up.how is not HowGot.INJECTION, counted=pick_up.how is HowGot.ON_HAND)


def days_of(pick_up: PickUp, medication: Medication | None = None) -> int | None:
    """Return how many days a pick-up lasts: nothing for none, for half a day and for more than a year.

    Tablets are counted by what the medicine says about its times; without it, or where that is open, they stay unread.
    So does an injection whose days and whose next day say two things.
    """
    days = _said_days(pick_up)
    if says_two_days(pick_up):
        return None
    if days is not None:
        return int(days) if days == int(days) and 1 <= days <= MOST_DAYS else None
    if has_text(pick_up.days.words):
        pieces = pieces_in(without_left(pick_up.days.words) if pick_up.how is HowGot.ON_HAND else pick_up.days.words)
        lasts = days_of_pieces(pieces, medication) if pieces else None
        return lasts if lasts and lasts <= MOST_DAYS else None
    if pick_up.how is HowGot.CLINIC:
        return 1
    return _days_until_due(pick_up) if pick_up.how is HowGot.INJECTION else None


def says_two_days(pick_up: PickUp) -> bool:
    """Whether the days of an injection end on another day than its next one is due."""
    days, due = _said_days(pick_up), _days_until_due(pick_up)
    return pick_up.how is HowGot.INJECTION and days is not None and due is not None and days != due


def _said_days(pick_up: PickUp) -> Decimal | None:
    """Return the days as they were said. "2 weeks left" is a number of days only where what is there was counted."""
    return counted(pick_up.days, Unit.DAYS if pick_up.how is HowGot.ON_HAND else Unit.SUPPLY)


def is_used_up(pick_up: PickUp) -> bool:
    """Whether somebody counted what is there, and there was nothing."""
    return pick_up.how is HowGot.ON_HAND and _said_days(pick_up) == 0


def stretch_of(pick_up: PickUp, medication: Medication) -> Stretch | None:
    """Return the days one pick-up stands for, after what was still there when it was got."""
    days, on = days_of(pick_up, medication), pick_up.on.reading
    until_then = [pair for pair in _known(medication) if on and pair[1].on <= on]
    taken = taken_up(_once_a_day(until_then))
    return taken[-1] if days and on and taken and taken[-1].days == days else None


def _days_until_due(pick_up: PickUp) -> int | None:
    on, due = pick_up.on.reading, pick_up.next_due.reading
    return (due - on).days if on and due and 0 < (due - on).days <= MOST_DAYS else None


def _once_a_day(known: Iterable[tuple[PickUp, Fill]]) -> list[Fill]:
    """Return one fill for each day and kind, the longest; what was counted holds what was got the same day."""
    known = list(known)
    counted = {fill.on for _, fill in known if fill.counted}

    def day_and_kind(pair: tuple[PickUp, Fill]) -> tuple[date, str]:
        pick_up, fill = pair
        is_within = fill.on in counted and pick_up.how in _AT_HOME
        return fill.on, HowGot.ON_HAND.value if is_within else pick_up.how.value

    ordered = sorted(known, key=day_and_kind)
    return [
        replace(max((fill for _, fill in same), key=lambda fill: fill.days), counted=how == HowGot.ON_HAND.value)
        for (_, how), same in groupby(ordered, day_and_kind)
    ]


def _first_day_without(stretches: tuple[Stretch, ...], today: date) -> date:
    """Return the day after the stretch that today lies in, or after the last one that has ended."""
    begun = [stretch for stretch in stretches if stretch.first <= today]
    return begun[-1].last + timedelta(days=1)
