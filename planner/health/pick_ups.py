"""What to ask about pick-ups as they were noted: days that are open or make no sense, and the same one twice.

Every sentence of this module is on the list for a clinician's review (`planner.review.review.CLINICAL`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planner.health.dose_count import pieces_in
from planner.health.medication import HowGot
from planner.health.supply import days_of, is_used_up, newest_is_open, says_two_days
from planner.model.entry import has_text
from planner.model.finding import Finding, Place, Weight
from planner.model.message import Message, say
from planner.words.fold import plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from planner.health.medication import Medication, PickUp

_MONTHS = re.compile(r"\b(?:months?|mes(?:es)?)\b")


def unclear_pick_ups(medication: Medication, today: date) -> Iterator[Finding]:
    """Yield pick-ups whose days make no sense or are still to come, and one noted twice."""
    if asked := next(filter(None, (_days_open(medication, pick_up, today) for pick_up in medication.pick_ups)), None):
        yield asked
    if any(pick_up.on.reading and pick_up.on.reading > today for pick_up in medication.pick_ups):
        says = say("A pick-up of {name} is on a day still to come. Is the day right?", name=medication.name)
        yield pick_up_finding(medication, "ahead", says, say("Until that day it does not count."), Weight.OPEN)
    if any(_is_due_before_it_was_given(pick_up) for pick_up in medication.pick_ups):
        says = say("The next shot of {name} is due before the last one. Which day is right?", name=medication.name)
        yield pick_up_finding(
            medication, "due_order", says, say("It is on the card, or the clinic knows."), Weight.OPEN
        )
    known = [(pick_up.on.reading, pick_up.how) for pick_up in medication.pick_ups if pick_up.on.reading]
    if len(known) > len(set(known)) and has_text(medication.name):
        yield pick_up_finding(
            medication,
            "twice",
            say("Two pick-ups of {name} have the same day. Are both right?", name=medication.name),
            say("Until you know, only the longer one counts."),
            Weight.OPEN,
        )


def _days_open(medication: Medication, pick_up: PickUp, today: date) -> Finding | None:
    """Return the question how long a pick-up lasts, where it says something else, or is the newest and says nothing."""
    if (
        days_of(pick_up, medication) is not None
        or is_used_up(pick_up)
        or not _is_asked_for_days(medication, pick_up, today)
    ):
        return None
    words = pick_up.days.words.strip()
    says = say("How many days does this pick-up of {name} last?", name=medication.name)
    try_this = say("It is often on the label. Count only whole days.")
    if says_two_days(pick_up):
        says = say("Its days and “Next one due” say two days for {name}. Which one is right?", name=medication.name)
        try_this = say("It is on the card, or the clinic knows.")
    elif pieces_in(words):
        says = say("For how many days are “{words}” of {name}?", words=words, name=medication.name)
        try_this = say("Write the days, or note under “Times of day” how many you take each time.")
    elif _MONTHS.search(plain(words)):
        says = say("How many days is “{words}” of {name}: 28, 30 or 31?", words=words, name=medication.name)
    return pick_up_finding(medication, "days", says, try_this, Weight.OPEN)


def _is_asked_for_days(medication: Medication, pick_up: PickUp, today: date) -> bool:
    if has_text(pick_up.days.words) or pick_up.days.reading is not None:
        return True
    return pick_up.how is not HowGot.INJECTION and pick_up == newest_is_open(medication, today)


def _is_due_before_it_was_given(pick_up: PickUp) -> bool:
    on, due = pick_up.on.reading, pick_up.next_due.reading
    return pick_up.how is HowGot.INJECTION and on is not None and due is not None and due <= on


def pick_up_finding(medication: Medication, kind: str, says: Message, try_this: Message, weight: int) -> Finding:
    """Return a finding about a medicine's supply, which leads to its pick-ups."""
    where = Place("medications", medication.id, "pick_ups")
    return Finding(f"supply.{kind}", where, says, try_this, weight=weight)
