"""What a goal's own sentence could fill in: only parts that are still empty, and only when the person says so.

parts = fillable(goal, read_goal(goal.own_words, today, "en"))
goal.amended(**parts)
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from planner.goals.goal import Per
from planner.model.entry import has_text
from planner.words.reading import CountWords, DayWords

if TYPE_CHECKING:
    from planner.goals.goal import Goal
    from planner.goals.smart.parts import Limit, Quantity, Rhythm
    from planner.goals.smart.reading import GoalReading

_PER = {"day": Per.DAY, "week": Per.WEEK, "month": Per.MONTH}

_TIMES = re.compile(r"\d|\b(?:once|twice|thrice|times?|days|nights|mornings|vez|veces|días|noches)\b", re.IGNORECASE)
"""A rhythm with a number of its own; "every two days" has one too, and is none of the four."""

_NAMES_A_THING = re.compile(
    r"(?:minute|hour|day|night|week|month|year)[- ]\w|(?:minuto|hora|día|noche|semana|mes|año)[- ]\w", re.IGNORECASE
)
"""A number that belongs to the name of a thing and counts nothing: the 12 of "the 12 week IOP thing"."""

ORDER = ("action", "target", "measure", "per", "with_whom", "start", "by_when")
"""The parts of a goal a sentence can hold, as one would say them."""


def fillable(goal: Goal, reading: GoalReading) -> dict[str, Any]:
    """Return the parts of the goal that are empty and that its sentence says, in the order one would say them.

    An amount goes with what it counts: where the goal has either already, the sentence offers neither.
    """
    found = _amount(reading) if not has_text(goal.target.words, goal.measure) else {}
    found["action"] = reading.action.words if reading.action else ""
    found["with_whom"] = reading.with_whom.words if reading.with_whom else ""
    found["start"], found["by_when"] = _day(reading.starts), _day(reading.ends)
    return {name: found[name] for name in ORDER if found.get(name) and _is_empty(getattr(goal, name))}


def _amount(reading: GoalReading) -> dict[str, Any]:
    many, counted = reading.quantity, reading.unit.words if reading.unit else ""
    if many is None or not has_text(counted) or _NAMES_A_THING.match(counted):
        return {}
    return {
        "target": CountWords(words=many.words, reading=many.low if many.low == many.high else None),
        "measure": counted,
        "per": None if _counts_times(reading.frequency, many) else _per(reading.frequency),
    }


def _counts_times(rhythm: Rhythm | None, many: Quantity) -> bool:
    """Whether the rhythm counts something else: the three of "2 miles 3 times a week" are no miles a week."""
    return rhythm is not None and not rhythm.overlaps(many.start, many.end) and _TIMES.search(rhythm.words) is not None


def _per(rhythm: Rhythm | None) -> Per | None:
    """Return how often it comes round; "every other day" and "on Sundays" have no place in the choice of four."""
    return _PER.get(rhythm.unit) if rhythm and rhythm.every == 1 and not rhythm.weekdays else None


def _day(limit: Limit | None) -> DayWords | None:
    return DayWords(words=limit.words, reading=limit.day) if limit and limit.day else None


def _is_empty(value: Any) -> bool:
    return not has_text(getattr(value, "words", value) or "")
