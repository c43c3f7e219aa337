"""Which letters of SMART the wording leaves open. It says something about the sentence, never about the person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.goals.coach import Letter
from planner.model.message import Message, say

if TYPE_CHECKING:
    from planner.goals.smart.reading import GoalReading


@dataclass(frozen=True, slots=True)
class OpenLetter:
    """A letter the wording leaves open, with the one question that helps."""

    letter: Letter
    question: Message


_QUESTIONS = {
    Letter.SPECIFIC: say("What would somebody see you do?"),
    Letter.MEASURABLE: say("How will you know that it works?"),
    Letter.ACHIEVABLE: say("How sure are you that you can do this?"),
    Letter.RELEVANT: say("Why does this matter to you?"),
    Letter.TIMED: say("By when do you look at whether it worked?"),
}
"""The coach's own questions."""


def open_letters(reading: GoalReading) -> tuple[OpenLetter, ...]:
    """Return what is open. A comes from confidence and support, R from the value: no wording can close them."""
    has = {
        Letter.SPECIFIC: reading.is_specific,
        Letter.MEASURABLE: reading.is_measurable,
        Letter.TIMED: reading.is_timed,
    }
    return tuple(OpenLetter(letter, _question(letter, reading)) for letter in Letter if not has.get(letter))


def _question(letter: Letter, reading: GoalReading) -> Message:
    unclear = reading.event or reading.ends
    if letter is Letter.TIMED and unclear:
        return say("“{words}”: which day is that?", words=unclear.words)
    return _QUESTIONS[letter]
