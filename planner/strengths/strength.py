"""What the person brings, and what carries them inside.

Successes, responsibilities, values held, coping skills and traits; and three internal resources with their ratings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.model.choice import Choice
from planner.model.entry import Item, has_text, labelled, words
from planner.model.finding import Finding, Place
from planner.model.message import say
from planner.model.rating import Ruler
from planner.words.wording import wording_findings

if TYPE_CHECKING:
    from collections.abc import Iterator


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

    kind: StrengthKind = labelled("What kind", StrengthKind.SUCCESS)
    own_words: str = words("In my own words", limit=200)
    """Tell it the way it was."""

    when_it_helped: str = words("When it helped", limit=200)
    """Think of one time. Even once counts."""

    how_much: Ruler | None = labelled("How much it helped")
    """From 0 to 10."""

    heard_by: HeardBy = labelled("Who said it first", HeardBy.PERSON)
    fits: bool | None = labelled("Does it fit?")
    """Your counselor heard this in your story. You say whether it is you."""

    @property
    def is_mine(self) -> bool:
        """Whether the person stands by it: they said it, or have not turned it down."""
        return self.fits is not False


def strength_findings(strength: Strength) -> Iterator[Finding]:
    """Yield what would make a strength easier to lean on."""
    if not has_text(strength.own_words):
        return
    if strength.heard_by is HeardBy.COUNSELOR:
        yield from wording_findings(strength.own_words, Place("strengths", strength.id, "own_words"))
    if strength.heard_by is HeardBy.COUNSELOR and strength.fits is None:
        yield Finding(
            "strength.fits",
            Place("strengths", strength.id, "fits"),
            say("Your counselor heard this in your story. Does it fit you?"),
            say("You have the last word on who you are."),
        )
    if strength.kind is StrengthKind.COPING and strength.is_mine and not has_text(strength.when_it_helped):
        yield Finding(
            "strength.when",
            Place("strengths", strength.id, "when_it_helped"),
            say("When did this help you?"),
            say("Think of one time. Even once counts."),
        )
