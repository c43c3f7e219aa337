"""Which way of what is counted is the better one: more of it, less of it, or neither.

A level above the expected one is something to hope for. Of medicine, food, weight and sleep there is a right amount and
no more of it to hope for, and an upper limit is no number to outdo. Where the words do not tell, there is no way.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from planner.goals.attainment.telling import tells
from planner.words.fold import plain

if TYPE_CHECKING:
    from planner.goals.goal import Goal

_TIMES = re.compile(r"(?:x|times?|vez|veces)")
_NO = re.compile(r"^\W*(?:i |we |yo )?(?:no|nada de|sin|nothing|none) (?!more than|mas de|later|despues)")


class Better(Enum):
    """What the levels above the expected one hold."""

    MORE = "more"
    LESS = "less"


def better(goal: Goal) -> Better | None:
    """Return which way the goal's number is better, or none where that is not plain."""
    told = (goal.own_words, goal.action)
    is_times = _TIMES.fullmatch(plain(goal.measure)) is not None
    if tells("to_leave", goal.measure, *(told if is_times else ())):
        return Better.LESS
    if tells("right_amount", goal.measure, *(told if is_times else ())) or tells("right_act", *told):
        return None
    is_doubtful = tells("doubtful", *told) or tells("to_leave", *told)
    return None if is_doubtful or is_left_out(goal) or _is_limit(goal) else Better.MORE


def is_left_out(goal: Goal) -> bool:
    """Whether the goal is to do without something: "no drinking for 30 days"."""
    told = (goal.own_words, goal.action)
    return tells("left_out", *told) or any(_NO.match(plain(words)) for words in told)


def _is_limit(goal: Goal) -> bool:
    told = (goal.own_words, goal.action, goal.target.words)
    return tells("limit", *told) or any(sign in words for sign in "≤<" for words in told)
