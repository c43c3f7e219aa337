"""An appointment with a provider: the way there, the questions to bring, the answers to take home."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from planner.model.daily_life import Transport
from planner.model.entry import Item, ItemId, has_text, labelled, words
from planner.model.finding import Finding, Place, Weight
from planner.model.message import say
from planner.words.legible import time_beside_findings
from planner.words.reading import DayWords, TimeWords, time_beside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

_GET_READY = timedelta(days=7)


class VisitQuestion(Item):
    """One question for a visit, and the answer written down afterwards."""

    ask: str = words("I want to ask", limit=160)
    """What would you like to know when you walk out?"""

    answer: str = words("What they said", limit=300)


class Visit(Item):
    """One appointment."""

    provider_id: ItemId | None = labelled("With")
    what_for: str = words("What it is for", limit=120)
    on: DayWords = labelled("Day", DayWords())
    at: TimeWords = labelled("Time", TimeWords())
    place: str = words("Where", limit=120)
    transport: Transport | None = labelled("How I get there")
    transport_words: str = words("The way there", limit=160)
    """Which bus, whose car, how long?"""

    reminder: str = words("What reminds me", limit=100)
    """A call, an alarm, a note on the door."""

    questions: tuple[VisitQuestion, ...] = labelled("Questions I bring", ())
    what_changed: str = words("What changed afterwards", limit=300)
    """A new medicine, a new dose, a new day, or nothing at all."""

    @property
    def starts(self) -> TimeWords:
        """The time, also where it was said with the day."""
        return time_beside(self.at, self.on)

    @property
    def has_a_way(self) -> bool:
        """Whether anything is known about getting there."""
        return self.transport is not None or has_text(self.transport_words)

    @property
    def has_questions(self) -> bool:
        """Whether the person brings a question."""
        return any(has_text(question.ask) for question in self.questions)

    def is_ahead(self, today: date) -> bool:
        """Whether it is still to come, as far as its day was read."""
        return self.on.reading is None or self.on.reading >= today


def visit_findings(visit: Visit, today: date) -> Iterator[Finding]:
    """Yield what is open before a visit, or after it."""
    if visit.provider_id is None and not has_text(visit.what_for, visit.on.words):
        return
    if visit.is_ahead(today):
        yield from time_beside_findings(visit.at, visit.on, Place("medications", visit.id, "at"))
        yield from _before(visit, today)
    elif not has_text(visit.what_changed):
        yield Finding(
            "visit.changed",
            Place("medications", visit.id, "what_changed"),
            say("What changed after this visit?"),
            say("A new medicine, a new day, nothing at all: one line is enough."),
        )


def _before(visit: Visit, today: date) -> Iterator[Finding]:
    if not has_text(visit.on.words):
        yield Finding(
            "visit.day",
            Place("medications", visit.id, "on"),
            say("Which day is the visit?"),
            say("Call together if it is not set yet."),
        )
    if not visit.has_a_way:
        yield Finding(
            "visit.way",
            Place("medications", visit.id, "transport"),
            say("How do you get to this visit?"),
            say("On foot, by bus, with a ride, or by phone."),
            weight=Weight.NEXT,
        )
    if visit.on.reading and visit.on.reading - today <= _GET_READY and not visit.has_questions:
        yield Finding(
            "visit.questions",
            Place("medications", visit.id, "questions"),
            say("What would you like to ask at this visit?"),
            say("One question on paper is easy to bring."),
        )
