"""What matters most to the person."""

from __future__ import annotations

from planner.model.entry import Item, labelled, words


class Value(Item):
    """Something that matters, chosen from plain words or named in the person's own."""

    name: str = words("What matters to me", limit=60)
    """A word or two is enough: family, health, peace of mind."""

    meaning: str = words("What this means to me", limit=200)
    """What does it look like in your life when it is there?"""

    key: str = labelled("From the list", "")
    """The key of the list it was chosen from; empty when it is in own words."""
