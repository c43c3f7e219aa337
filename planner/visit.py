"""An appointment with a provider: the way there, the questions to bring, the answers to take home."""

from __future__ import annotations

from planner.entry import Item, ItemId, choice, words
from planner.reading import DayWords, TimeWords
from planner.resource import Transport


class VisitQuestion(Item):
    """One question for a visit, and the answer written down afterwards."""

    ask: str = words("I want to ask", limit=160)
    """What would you like to know when you walk out?"""

    answer: str = words("What they said", limit=300)


class Visit(Item):
    """One appointment."""

    provider_id: ItemId | None = choice("With")
    what_for: str = words("What it is for", limit=120)
    on: DayWords = choice("Day", DayWords())
    at: TimeWords = choice("Time", TimeWords())
    place: str = words("Where", limit=120)
    transport: Transport | None = choice("How I get there")
    transport_words: str = words("The way there", limit=160)
    reminder: str = words("What reminds me", limit=100)
    """A call, an alarm, a note on the door."""

    questions: tuple[VisitQuestion, ...] = choice("Questions I bring", ())
    what_changed: str = words("What changed afterwards", limit=300)
