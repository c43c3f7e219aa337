"""Today and tonight, the day of leaving, and when the two meet next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.blocks import Fact, Facts, Line, Words
from exports.said import joined, said_day, said_time
from planner.arrival import Leaving, Sure, Tonight
from planner.closing import Answer
from planner.entry import label
from planner.plan import Path

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from exports.blocks import Block
    from planner.language import Language
    from planner.plan import Plan

_TONIGHT = (
    ("bed", "bed_words"),
    ("food", "food_words"),
    ("medicines", "medicines_words"),
    ("overdose_help", "overdose_words"),
)


def tonight(plan: Plan, _today: date, t: Language) -> tuple[Block, ...]:
    """What has to be there before night. Only the first path is about tonight."""
    if plan.path is not Path.FIRST:
        return ()
    return _facts(
        (t(label(Tonight, field)), _answer(getattr(plan.tonight, field), getattr(plan.tonight, words), t))
        for field, words in _TONIGHT
    )


def _answer(sure: Sure | None, words: str, t: Language) -> str:
    """Write the words for a yes, and for any other answer the answer too."""
    return joined(t.show(sure) if sure is not Sure.YES or not words.strip() else "", words)


def leaving(plan: Plan, today: date, t: Language) -> tuple[Block, ...]:
    """The bridge to the first days outside."""
    day = plan.leaving
    if not day.is_leaving:
        return ()
    when = joined(said_day(day.on, today, t), day.from_where)
    facts = _facts(
        (
            (t(label(Leaving, "medicine_days")), day.medicine_days.words),
            (t(label(Leaving, "first_appointment")), day.first_appointment),
            (t(label(Leaving, "who_calls")), joined(day.who_calls, said_day(day.contact_on, today, t))),
        )
    )
    return (*((Line(when),) if when else ()), *facts)


def _facts(pairs: Iterable[tuple[str, str]]) -> tuple[Block, ...]:
    facts = tuple(Fact(name, words) for name, words in pairs if words.strip())
    return (Facts(facts),) if facts else ()


def different(plan: Plan, _today: date, _t: Language) -> tuple[Block, ...]:
    """What the person would rather have otherwise: their answer to the plan stands on their own page."""
    said = plan.closing.answer_words
    return (Words(said),) if plan.closing.answer not in {None, Answer.AGREE} and said.strip() else ()


def next_meeting(plan: Plan, today: date, t: Language) -> tuple[Block, ...]:
    """When, how and where the two meet again."""
    closing = plan.closing
    when = ", ".join(filter(None, (said_day(closing.next_on, today, t), said_time(closing.next_at, t))))
    said = joined(when, t.show(closing.next_how), closing.next_place)
    return (Line(said),) if said else ()
