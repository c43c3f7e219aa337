"""What was open the first night and still is: a check-in opens with it, until somebody has seen to it.

A bed, food, medicines and naloxone that were not sure; the first appointment and the first contact after leaving a
place; and the medicine taken along, once its days are over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.check_in.agenda import AgendaItem, Due
from planner.first_path.bridge import days_along
from planner.first_path.still_open import TONIGHT, follow_up
from planner.model.entry import has_text, label
from planner.model.finding import Place
from planner.model.message import Message, say
from planner.plan.leaving import said_about_leaving
from planner.plan.plan import NotNow, is_left_open
from planner.sessions.first_path import Leaving, Sure, Tonight

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from planner.plan.plan import Plan
    from planner.words.reading import DayWords

_NOT_SURE = {Sure.NO, Sure.UNSURE}


def open_before(plan: Plan, today: date) -> Iterator[AgendaItem]:
    """Yield what is open from before, in the order of that night."""
    yield from _tonight(plan)
    told = said_about_leaving(plan)
    if told.is_leaving and not is_left_open(plan, "first.leaving"):
        yield from _medicine(plan, told, today)
        yield from _appointment(told, today)
        yield from _contact(told, today)


def _tonight(plan: Plan) -> Iterator[AgendaItem]:
    for name, topic in TONIGHT.items():
        answer = getattr(plan.tonight, name)
        is_let_go = any(one.topic == topic and one.answer is NotNow.FOR_ME for one in plan.left_open)
        if answer in _NOT_SURE and not is_let_go:
            does = follow_up(plan, f"tonight.{name}")
            because = say("Last time: {answer}", answer=answer.label)
            yield _item(f"tonight.{name}", Message(label(Tonight, name)), because, does.who if does else "")


def _medicine(plan: Plan, told: Leaving, today: date) -> Iterator[AgendaItem]:
    """Yield medicine that was not named one by one; what is named has a line of its own among the medicines."""
    is_named = any(medication.is_in_use for medication in plan.medications)
    is_asked_above = plan.tonight.medicines in _NOT_SURE
    if told.medicine_goes_on or is_named or is_asked_above or not has_text(told.medicine_days.words):
        return
    days = days_along(told)
    if days is None or days.last < today:
        because = say("It lasted until {day}.", day=days.last) if days else say("You took some along when you left.")
        yield _item("leaving.medicine_goes_on", say("The medicine you took along"), because)


def _appointment(told: Leaving, today: date) -> Iterator[AgendaItem]:
    if not told.appointment_kept:
        title = Message(label(Leaving, "first_appointment"))
        yield _on_a_day("leaving.appointment_kept", title, told.first_appointment, told.first_appointment_on, today)


def _contact(told: Leaving, today: date) -> Iterator[AgendaItem]:
    if not told.contact_made and has_text(told.who_calls, told.contact_on.words):
        title = Message(label(Leaving, "who_calls"))
        yield _on_a_day("leaving.contact_made", title, told.who_calls, told.contact_on, today)


def _on_a_day(field: str, says: Message, about: str, on: DayWords, today: date) -> AgendaItem:
    """Return what was to be on a day; while that day is ahead there is nothing to say about it yet."""
    if on.reading is None:
        because = say("On {words}", words=on.words.strip()) if has_text(on.words) else say("No day is set yet.")
        return _item(field, says, because, about)
    if on.reading > today:
        return _item(field, says, say("It is on {day}.", day=on.reading), about, is_done=True)
    return _item(field, says, say("It was on {day}.", day=on.reading), about)


def _item(field: str, says: Message, because: Message, about: str = "", *, is_done: bool = False) -> AgendaItem:
    return AgendaItem(Due.STILL_OPEN, Place("first", field=field), says, because, about.strip(), is_done=is_done)
