"""What an act is to a ladder: a task somebody can help with, something done once, or something that goes on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planner.goals.attainment.telling import begins
from planner.goals.smart import read_goal
from planner.words.fold import plain

if TYPE_CHECKING:
    from datetime import date

    from planner.goals.smart import GoalReading

_TOGETHER = re.compile(r"\b(?:with|together|con|juntos|juntas)\b|\bw/")
_LASTS = re.compile(r"^\W*(?:until|till?|til|through|thru|for|during|over|hasta|por|durante)\b")
_SMALL = frozenset(
    ("my", "mi", "mis", "the", "el", "la", "los", "las", "of", "de", "del", "and", "y", "e", "or", "o", "a")
)
_GOES_ON = re.compile(
    r"\b(?:no|not|never|don'?t|without|less|more|fewer|keep|maintain|continue|stay|be|all|every|each"
    r"|nunca|sin|menos|mas|conservar|mantener|seguir|continuar|ser|estar|tod[oa]s?|cada)\b"
)


def is_task(action: str) -> bool:
    """Whether one can be helped with it, and then do it alone."""
    return begins("task", action) and not _TOGETHER.search(plain(action))


def names(action: str, who: str) -> bool:
    """Whether the act names somebody of those words already: "call my sister"."""
    told = re.findall(r"\w+", plain(who))
    return not set(told).difference(_SMALL).isdisjoint(re.findall(r"\w+", plain(action)))


def lasts_until(words: str) -> bool:
    """Whether a last day is said of what goes on up to it, which is no day to be done by: "until June"."""
    return _LASTS.match(plain(words)) is not None


def act_done_once(words: str, today: date) -> str:
    """Return the act without its day where it is done once and then done; empty where it goes on or is counted."""
    for language in ("en", "es"):
        reading = read_goal(words, today, language)
        if reading.action and _is_once(reading, read_goal(reading.action.words, today, language)):
            return reading.action.words
    return ""


def _is_once(whole: GoalReading, act: GoalReading) -> bool:
    is_measured_otherwise = whole.quantity or whole.frequency or act.duration or act.ends or act.starts or act.when
    if is_measured_otherwise or _GOES_ON.search(plain(act.sentence)):
        return False
    return act.is_specific and act.is_measurable
