"""What the person brings, and what carries them inside.

Successes, responsibilities, values held, coping skills and traits; and three internal resources with their ratings.
"""

from __future__ import annotations

from datetime import date

from planner.choice import Choice
from planner.entry import Item, choice, words
from planner.goal import Ruler
from planner.message import say


class StrengthKind(Choice):
    """Where a strength shows."""

    SUCCESS = "past success", say("Something I got through")
    RESPONSIBILITY = "responsibility", say("Something I took care of")
    VALUE_HELD = "value held", say("Something I held on to")
    COPING = "coping skill", say("Something that helps me cope")
    TRAIT = "trait", say("How I am")


class HeardBy(Choice):
    """Who named a strength first."""

    PERSON = "person", say("I said it")
    COUNSELOR = "counselor", say("My counselor heard it")


class Strength(Item):
    """Something the person can lean on."""

    kind: StrengthKind = choice("What kind", StrengthKind.SUCCESS)
    own_words: str = words("In my own words", limit=200)
    """Tell it the way it was."""

    when_it_helped: str = words("When it helped", limit=200)
    """Think of one time. Even once counts."""

    how_much: Ruler | None = choice("How much it helped")
    """From 0 to 10."""

    heard_by: HeardBy = choice("Who said it first", HeardBy.PERSON)
    fits: bool | None = choice("Does it fit?")
    """Your counselor heard this in your story. You say whether it is you."""

    @property
    def is_mine(self) -> bool:
        """Whether the person stands by it: they said it, or have not turned it down."""
        return self.fits is not False


class InternalResources(Item):
    """How the three inner resources stand on one day, each from 0 to 10."""

    on: date
    belief: Ruler | None = choice("I believe I can change")
    """How much do you trust that you can change things?"""

    steadiness: Ruler | None = choice("I can steady my feelings")
    """When feelings run high, how well can you come back down?"""

    problem_solving: Ruler | None = choice("I can think problems through")
    """When something goes wrong, how well can you work out what to do?"""

    own_words: str = words("What I notice", limit=200)
    """What makes it that number today?"""

    @property
    def ratings(self) -> tuple[int | None, int | None, int | None]:
        """The three ratings, in the order of the page."""
        return self.belief, self.steadiness, self.problem_solving
