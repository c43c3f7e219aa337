"""The bridge from the day somebody leaves treatment to the first appointment: does each medicine reach that far?

The day of leaving is the first day of what is taken along, and the day of the appointment counts as covered. Where the
dose of that day was given there, the days begin one later. What was not read is asked for, and never counts as enough.
Every sentence of this module is on the list for a clinician's review (`planner.review.review.CLINICAL`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from planner.health.coverage import gaps, joined, taken_up
from planner.health.medication import HowGot
from planner.health.supply import MOST_DAYS, fills, is_used_up, newest_is_open
from planner.model.day_range import Stretch
from planner.model.entry import has_text
from planner.model.finding import Finding, Place, Weight
from planner.model.message import Message, say, say_count
from planner.model.unit import Unit
from planner.plan.leaving import dose_of_that_day, said_about_leaving
from planner.words.reading import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.health.coverage import Fill
    from planner.health.medication import Medication, PickUp
    from planner.plan.plan import Plan
    from planner.sessions.first_path import Leaving

_FIRST_DAYS = 14
"""As long after leaving, a first appointment without a day is asked for here; then a check-in does."""

_MEDICINE = say("medicine")


@dataclass(frozen=True, slots=True)
class Bridge:
    """How far one medicine reaches, from the day of leaving on. All medicine together has no id and no name."""

    medication_id: str
    name: str
    how: HowGot
    is_known: bool
    """Whether it was said, and read, for how many days it lasts."""

    covered: Stretch | None
    """The days in a row from the day of leaving on."""

    gap: Stretch | None
    """Days before the appointment, from today on, on which it is not there."""

    appointment: date | None
    dose_was_given: bool = False
    """Whether the dose of the day of leaving was given there."""

    for_opioid_use: bool = False
    due: date | None = None
    """The day the next injection is due, as the card says."""

    @property
    def called(self) -> Message | str:
        """What to call it in a sentence."""
        return self.name or _MEDICINE

    @property
    def counts(self) -> bool:
        """Whether it is counted in days, as doses at a clinic and injections are not."""
        return self.how not in {HowGot.CLINIC, HowGot.INJECTION}

    @property
    def next_one(self) -> date | None:
        """The day of the next injection, or the first day after those that are covered: the next dose."""
        return self.due or (_later(self.covered.last, 1) if self.covered else None)


def bridges(plan: Plan, today: date) -> tuple[Bridge, ...]:
    """Return the bridge of each medicine; none where nobody leaves, or where the day of leaving was not read."""
    told = said_about_leaving(plan)
    out, seen = told.on.reading, told.first_appointment_on.reading
    if not told.is_leaving or not out or (seen and seen < today):
        return ()
    named = [medication for medication in plan.medications if medication.is_in_use and not medication.as_needed]
    if named:
        lent = told if len(named) == 1 else None
        return tuple(_of_medicine(one, lent, out, seen, today) for one in named)
    needs_some = plan.tonight.medicines is not None or has_text(told.medicine_days.words)
    return (_of_all(told, out, seen, today),) if needs_some else ()


def _of_medicine(one: Medication, lent: Leaving | None, out: date, seen: date | None, today: date) -> Bridge:
    """Return the bridge of a named medicine; days said for all of it count where it is the only one."""
    until = max(out, today)
    got = [fill for fill in fills(one) if fill.on <= until]
    bridge = Bridge(one.id, one.name.strip(), _how(one, until), False, None, None, seen)  # noqa: FBT003 (not known yet)
    bridge = replace(bridge, for_opioid_use=one.is_for_opioid_use)
    if _is_known(got, bridge.how, newest_is_open(one, until), out):
        covered, gap = _reach(joined(taken_up(got)), out, seen, today)
        due = max(_later(fill.on, fill.days) for fill in got) if bridge.how is HowGot.INJECTION else None
        given = dose_of_that_day(one) is not None
        return replace(bridge, is_known=True, covered=covered, gap=gap, dose_was_given=given, due=due)
    if lent is None or not has_text(lent.medicine_days.words):
        return bridge
    of_all = _of_all(lent, out, seen, today)
    return replace(of_all, medication_id=one.id, name=bridge.name, for_opioid_use=bridge.for_opioid_use)


def _is_known(got: list[Fill], how: HowGot, newest: PickUp | None, out: date) -> bool:
    """Whether what was noted until the day of leaving says how far a medicine reaches: the newest of it decides."""
    if newest is not None:
        return is_used_up(newest) and newest.on.reading is not None and newest.on.reading >= out
    return any(_later(fill.on, fill.days) > out or how is HowGot.INJECTION for fill in got)


def _how(medicine: Medication, until: date) -> HowGot:
    known = [
        (one.on.reading, one.how is not HowGot.CLINIC, one.how)
        for one in medicine.pick_ups
        if one.on.reading and one.on.reading <= until
    ]
    return max(known, key=lambda one: one[:2])[2] if known else HowGot.PICKED_UP


def _of_all(told: Leaving, out: date, seen: date | None, today: date) -> Bridge:
    there = days_along(told)
    covered, gap = _reach((there,) if there else (), out, seen, today)
    is_known = _whole_days(told) is not None
    return Bridge("", "", HowGot.ON_HAND, is_known, covered, gap, seen, told.dose_was_given)


def days_along(told: Leaving) -> Stretch | None:
    """Return the days that medicine taken along, not named one by one, lasts; nothing where they were not read."""
    out, days = told.on.reading, _whole_days(told)
    n = (days or 0) + told.dose_was_given
    return Stretch(out, _later(out, n - 1)) if out and days is not None and n else None


def _whole_days(told: Leaving) -> int | None:
    days = counted(told.medicine_days, Unit.DAYS)
    return int(days) if days is not None and 0 <= days <= MOST_DAYS and days == int(days) else None


def _reach(
    there: tuple[Stretch, ...], out: date, seen: date | None, today: date
) -> tuple[Stretch | None, Stretch | None]:
    """Return the days covered in a row from the day of leaving on, and the first ones missing before a visit."""
    run = next((one for one in there if one.first <= out <= one.last), None)
    covered = Stretch(out, run.last) if run else None
    if seen is None:
        return covered, None
    until = _later(seen, -1)
    missing = (gap.within(max(out, today), until) for gap in gaps(there, out, until))
    return covered, next((one for one in missing if one), None)


def _later(day: date, days: int) -> date:
    """Return a day some days later or earlier, at most to either end of the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def shown_back(bridge: Bridge) -> Message | None:
    """Return the days as they were understood: "Nov 28–30, gap Dec 1–2"."""
    if not bridge.is_known or not bridge.counts:
        return None
    if bridge.gap:
        gap = say("gap {gap}", gap=bridge.gap)
        return say("{days}, {gap}", days=bridge.covered, gap=gap) if bridge.covered else gap
    if bridge.covered and bridge.appointment and bridge.appointment > bridge.covered.first:
        seen = Stretch(bridge.appointment, bridge.appointment)
        return say("{days}, no gap before {day}", days=bridge.covered, day=seen)
    return say("{days}", days=bridge.covered) if bridge.covered else None


def bridge_findings(plan: Plan, today: date) -> Iterator[Finding]:
    """Yield what is not sure between the day of leaving and the first appointment."""
    told = said_about_leaving(plan)
    out, seen = told.on.reading, told.first_appointment_on.reading
    if told.is_leaving and out is None:
        yield _finding("day", "leaving.on", say("Which day do you leave?"), say("A day such as Friday, or December 1."))
    if told.is_leaving and out and seen and seen < out <= _later(today, _FIRST_DAYS) and seen >= today:
        says = say("The first appointment is before the day you leave. Which day is right?")
        yield _finding("order", "leaving.first_appointment_on", says, say("Look at the letter, or call together."))
    for bridge in bridges(plan, today):
        yield from _open_in(bridge, today)
    if told.is_leaving and out and not seen and today <= _later(out, _FIRST_DAYS):
        yield _no_appointment(plan, today)


def _open_in(bridge: Bridge, today: date) -> Iterator[Finding]:
    if not bridge.is_known:
        yield _unknown(bridge)
    elif bridge.how is HowGot.CLINIC:
        yield from _next_dose(bridge)
    elif bridge.how is HowGot.INJECTION:
        yield from _next_shot(bridge, today)
    elif bridge.gap:
        yield _gap(bridge, bridge.gap, today)


def _unknown(bridge: Bridge) -> Finding:
    if bridge.how is HowGot.INJECTION:
        says = say("On which day is the next shot of {name} due?", name=bridge.called)
        return _finding("medicine_days", "leaving.medicine_days", says, say("It is on the card."), bridge)
    if bridge.how is HowGot.CLINIC:
        says = say("Which clinic gives the next dose of {name}, and on which day?", name=bridge.called)
        return _finding("next_dose", "leaving.medicine_days", says, say("Call the clinic together now."), bridge)
    says = say("For how many days do you have {name} with you?", name=bridge.called)
    try_this = say("Count together, or ask the place you leave. Whole days are enough.")
    return _finding("medicine_days", "leaving.medicine_days", says, try_this, bridge)


def _gap(bridge: Bridge, gap: Stretch, today: date) -> Finding:
    says = say_count(
        "One day without {name}, {gap}: who bridges it, who calls now?",
        "{n} days without {name}, {gap}: who bridges them, who calls now?",
        gap.days,
        name=bridge.called,
        gap=gap,
    )
    try_this = say("Ask for more days before you leave, or for an earlier appointment.")
    if gap.first <= today:
        try_this = say("Call the prescriber or the place you left today, before the next dose. Keep naloxone near.")
    is_now = gap.first <= today and (bridge.for_opioid_use or not bridge.name)
    weight = Weight.LIFE if is_now else Weight.SAFETY + 5
    return _finding("medicine_gap", "leaving.medicine_days", says, try_this, bridge, weight)


def _next_dose(bridge: Bridge) -> Iterator[Finding]:
    """Yield the next dose at a clinic, unless it is the first appointment itself."""
    day = bridge.next_one
    if day and (bridge.appointment is None or day < bridge.appointment):
        says = say("The next dose of {name} is due on {day}. Which clinic gives it?", name=bridge.called, day=day)
        yield _finding("next_dose", "leaving.medicine_days", says, say("Call the clinic together now."), bridge)


def _next_shot(bridge: Bridge, today: date) -> Iterator[Finding]:
    """Yield a shot that is due before the first appointment, or was due already."""
    day = bridge.next_one
    if day and day < today:
        says = say("The shot of {name} was due on {day}. Is it set?", name=bridge.called, day=day)
        yield _finding("next_shot", "leaving.medicine_days", says, say("Call and set the day."), bridge)
    elif day and bridge.appointment and day < bridge.appointment:
        says = say(
            "The next shot of {name} is due on {day}, before the first appointment. Who gives it?",
            name=bridge.called,
            day=day,
        )
        yield _finding("next_shot", "leaving.medicine_days", says, say("Call and set the day."), bridge)


def _no_appointment(plan: Plan, today: date) -> Finding:
    """Ask for the day of the first appointment, and say until when the medicine reaches."""
    counted = [bridge for bridge in bridges(plan, today) if bridge.is_known and bridge.counts and bridge.covered]
    ends = {one.covered.last: one for one in counted if one.covered}
    where, try_this = "leaving.first_appointment_on", say("Call together now, and ask for the first free day.")
    if not ends:
        return _finding("no_appointment", where, say("On which day is the first visit?"), try_this)
    day = min(ends)
    says = say("The medicine lasts until {day}. Who writes the next one, and on which day do you see them?", day=day)
    if name := ends[day].name:
        says = say(
            "{name} lasts until {day}. Who writes the next one, and on which day do you see them?", name=name, day=day
        )
    return _finding("no_appointment", where, says, try_this)


def _finding(
    kind: str, field: str, says: Message, try_this: Message, bridge: Bridge | None = None, weight: int = Weight.SAFETY
) -> Finding:
    where = Place("first", bridge.medication_id if bridge else "", field)
    return Finding(f"leaving.{kind}", where, says, try_this, weight=weight)
