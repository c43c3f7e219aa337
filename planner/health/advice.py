"""Two providers who say different things: both in their own words, side by side, until somebody settles it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.model.entry import Item, ItemId, has_text, labelled, words
from planner.model.finding import Finding, Place, Weight
from planner.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterator


class DifferentAdvice(Item):
    """One thing that two providers see differently. This program does not say who is right."""

    about: str = words("What it is about", limit=120)
    """A medicine, a test, work, sleep."""

    medication_id: ItemId | None = labelled("About which medicine")
    one_id: ItemId | None = labelled("One of them")
    one_says: str = words("What the one says", limit=300)
    """In their words, as you remember them."""

    other_id: ItemId | None = labelled("The other")
    other_says: str = words("What the other says", limit=300)
    """In their words, as you remember them."""

    settled: str = words("How it was settled", limit=300)
    """What they said when you asked."""


def advice_findings(advice: DifferentAdvice) -> Iterator[Finding]:
    """Yield the question to bring, while two words of advice stand side by side."""
    if has_text(advice.one_says) and has_text(advice.other_says) and not has_text(advice.settled):
        yield Finding(
            "advice.different",
            Place("medications", advice.id, "settled"),
            say("You were told two things. Which of them could you ask about it?"),
            say("Bring both as a question to the next visit."),
            weight=Weight.MISFIT,
            ways=(say("I was told two different things. Can you help me to sort it out?"),),
        )
