"""The end of a session: what the person does first, whether they agree, and when the two meet next."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pydantic import Field

from planner.model.choice import Choice
from planner.model.entry import Entry, Item, has_text, labelled, words
from planner.model.finding import Finding, Place, Weight
from planner.model.message import say
from planner.model.side import Side
from planner.words.legible import time_beside_findings
from planner.words.reading import DayWords, TimeWords, time_beside

if TYPE_CHECKING:
    from collections.abc import Iterator


class Answer(Choice):
    """What the person says to the plan as it stands. All three are kept."""

    AGREE = "agree", say("I agree")
    CHANGE = "change", say("Change this")
    DISAGREE = "disagree", say("I disagree")


class HowMet(Choice):
    """How the two meet."""

    IN_PERSON = "in person", say("In person")
    PHONE = "phone", say("By phone")
    VIDEO = "video", say("By video")


class HandedOver(Choice):
    """How the plan reached the person."""

    PAPER = "paper", say("On paper, in hand")
    MAIL = "mail", say("By mail")
    MESSAGE = "message", say("As a message")
    SHOWN = "shown", say("Shown on the screen")
    NOT_YET = "not yet", say("Not yet")


class GivenAnswer(Item):
    """One answer on one day, kept for good."""

    on: date
    answer: Answer = Field(title="What I said")
    own_words: str = words("In my own words", limit=300)


class Closing(Entry):
    """How a session ends."""

    first_thing: str = words("What will you do first?", limit=200)
    """In your own words. Something you could do today or tomorrow."""

    answer: Answer | None = labelled("Is this your plan?")
    """Say what is true for you. All three answers are kept."""

    answer_words: str = words("What should be different?", limit=300)
    """It is your plan. What would make it fit?"""

    next_on: DayWords = labelled("We meet next on", DayWords(), side=Side.EITHER)  # one gone by is asked about below
    next_at: TimeWords = labelled("At", TimeWords())
    next_how: HowMet | None = labelled("How")
    next_place: str = words("Where", limit=120)
    handed_over: HandedOver | None = labelled("How the plan was handed over")
    counselor: str = words("My counselor", limit=60)

    @property
    def next_starts(self) -> TimeWords:
        """The time they meet next, also where it was said with the day."""
        return time_beside(self.next_at, self.next_on)


def closing_findings(closing: Closing, today: date) -> Iterator[Finding]:
    """Yield a next day that is over, a time that is open, and what to change where the person does not agree."""
    if closing.next_on.reading and closing.next_on.reading < today:
        yield Finding(
            "closing.next_past",
            Place("review", field="closing.next_on"),
            say("That day has gone by. When do you meet next?"),
            say("A day within two weeks keeps things moving."),
            weight=Weight.MISFIT,
        )
    yield from time_beside_findings(closing.next_at, closing.next_on, Place("review", field="closing.next_at"))
    if closing.answer in {Answer.CHANGE, Answer.DISAGREE} and not has_text(closing.answer_words):
        yield Finding(
            "closing.change",
            Place("review", field="closing.answer_words"),
            say("Your answer is kept. What should be different?"),
            say("It is your plan. We can change it now."),
            weight=Weight.MISFIT,
        )
