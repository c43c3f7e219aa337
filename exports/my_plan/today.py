"""Today and tonight, the day of leaving, and when the two meet next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.blocks import Line, Words
from exports.reader import joined, set_apart
from exports.section import filled_facts
from planner.arrival import Leaving, Sure, Tonight
from planner.closing import Answer
from planner.entry import label
from planner.plan import Path

if TYPE_CHECKING:
    from exports.blocks import Block
    from exports.reader import Reader

_TONIGHT = (
    ("bed", "bed_words"),
    ("food", "food_words"),
    ("medicines", "medicines_words"),
    ("overdose_help", "overdose_words"),
)


def tonight(reader: Reader) -> tuple[Block, ...]:
    """What has to be there before night. Only the first path is about tonight."""
    plan, t = reader.plan, reader.t
    if plan.path is not Path.FIRST:
        return ()
    return filled_facts(
        (t(label(Tonight, answer)), _answer(getattr(plan.tonight, answer), getattr(plan.tonight, words), reader))
        for answer, words in _TONIGHT
    )


def _answer(sure: Sure | None, words: str, reader: Reader) -> str:
    """Write the words for a yes, and for any other answer the answer too."""
    return joined(reader.t.show(sure) if sure is not Sure.YES or not words.strip() else "", words)


def leaving(reader: Reader) -> tuple[Block, ...]:
    """The bridge to the first days outside."""
    day, t = reader.plan.leaving, reader.t
    if not day.is_leaving:
        return ()
    when = joined(reader.day(day.on), day.from_where)
    facts = filled_facts(
        (
            (t(label(Leaving, "medicine_days")), day.medicine_days.words),
            (
                t(label(Leaving, "first_appointment")),
                joined(day.first_appointment, reader.day(day.first_appointment_on)),
            ),
            (t(label(Leaving, "who_calls")), joined(day.who_calls, reader.day(day.contact_on))),
        )
    )
    return (*((Line(when),) if when else ()), *facts)


def different(reader: Reader) -> tuple[Block, ...]:
    """What the person would rather have otherwise: their answer to the plan stands on their own page."""
    closing = reader.plan.closing
    said = closing.answer_words
    return (Words(said),) if closing.answer not in {None, Answer.AGREE} and said.strip() else ()


def _next_time(reader: Reader) -> str:
    """Say when, how and where; a day that has been is no promise any more, and asks for another one."""
    closing, t = reader.plan.closing, reader.t
    if closing.next_on.reading and not reader.is_ahead(closing.next_on.reading):
        who = reader.counselor or reader.agency.name.strip()
        return t("Call {who} to choose a day.", who=set_apart(who)) if who else t("We choose a day.")
    when = ", ".join(filter(None, (reader.day(closing.next_on), reader.time(closing.next_at))))
    return joined(when, t.show(closing.next_how), closing.next_place)


def next_meeting(reader: Reader) -> tuple[Block, ...]:
    """When, how and where the two meet again, and how to reach the counselor until then."""
    agency = reader.agency
    said = _next_time(reader)
    reached = joined(reader.counselor, agency.name, agency.phone) if agency.phone.strip() else ""
    return tuple(Line(words, quiet=quiet) for words, quiet in ((said, False), (reached, True)) if words)
