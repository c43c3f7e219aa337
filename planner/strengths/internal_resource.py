"""Three internal resources: believing I can change, steadying my feelings, thinking problems through."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from planner.model.entry import Item, labelled, words
from planner.model.finding import Finding, Place, Weight
from planner.model.message import say
from planner.model.rating import Ruler

if TYPE_CHECKING:
    from collections.abc import Iterator


_LOW = 3
"""At or below this on 0 to 10, what helped before is the next question."""


class InternalResources(Item):
    """How the three inner resources stand on one day, each from 0 to 10."""

    on: date
    belief: Ruler | None = labelled("I believe I can change")
    """How much do you trust that you can change things?"""

    steadiness: Ruler | None = labelled("I can steady my feelings")
    """When feelings run high, how well can you come back down?"""

    problem_solving: Ruler | None = labelled("I can think problems through")
    """When something goes wrong, how well can you work out what to do?"""

    own_words: str = words("What I notice", limit=200)
    """What makes it that number today?"""

    @property
    def ratings(self) -> tuple[int | None, int | None, int | None]:
        """The three ratings, in the order of the page."""
        return self.belief, self.steadiness, self.problem_solving


def inside_findings(latest: InternalResources) -> Iterator[Finding]:
    """Yield a question about the internal resource that is lowest today, where one is low."""
    names = ("belief", "steadiness", "problem_solving")
    rated = [(rating, name) for name, rating in zip(names, latest.ratings, strict=True) if rating is not None]
    lowest = min(rated, default=(_LOW + 1, ""), key=lambda one: one[0])
    if lowest[0] <= _LOW:
        yield Finding(
            "inside.low",
            Place("strengths", latest.id, lowest[1]),
            say("What has helped you with this before, even a little?"),
            say("Whatever helped can go into the plan."),
            weight=Weight.EASIER,
        )
