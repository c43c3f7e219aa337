"""A health condition in the person's words, beside the provider's."""

from __future__ import annotations

from planner.model.entry import Item, ItemId, labelled, words
from planner.model.side import Side
from planner.words.reading import DayWords


class HowItWas(Item):
    """How a condition was around one day."""

    on: DayWords = labelled("When", DayWords(), side=Side.BACK, about=True)
    own_words: str = words("How it was", limit=200)


class Condition(Item):
    """Something about the person's health that the plan should know."""

    own_words: str = words("What I call it", limit=120)
    """The way you would say it."""

    provider_words: str = words("What the provider calls it", limit=120)
    provider_id: ItemId | None = labelled("Who looks after it")
    since: DayWords = labelled("Since", DayWords(), side=Side.BACK, about=True)
    how_it_is: str = words("How it is these days", limit=200)
    watch_for: str = words("What to watch for", limit=200)
    """What tells you that it is getting worse?"""

    lasting: bool = labelled("It stays with me for a long time", default=False)
    course: tuple[HowItWas, ...] = labelled("How it has been", ())
    """A line now and then shows how it goes over time."""
