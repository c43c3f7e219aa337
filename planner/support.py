"""A human being the person can turn to, and how near they are."""

from __future__ import annotations

from planner.choice import Choice
from planner.entry import Item, choice, words
from planner.message import say


class Nearness(Choice):
    """How near somebody stands in the support circle."""

    CLOSE = "close", say("Close to me")
    NEAR = "near", say("Near")
    FURTHER = "further", say("Further away")


class Bond(Choice):
    """What kind of support it is: people of one's own life carry longest."""

    FAMILY = "family", say("Family")
    FRIEND = "friend", say("Friend")
    PEER = "peer", say("Someone in recovery")
    WORK = "work", say("Work or school")
    NEIGHBOR = "neighbor", say("Neighbor or landlord")
    PAID = "paid", say("Paid to help")


class Support(Item):
    """One person in the circle."""

    name: str = words("Name", limit=60)
    """The name you call them."""

    bond: Bond | None = choice("Who they are to me")
    nearness: Nearness | None = choice("How near")
    phone: str = words("Phone", limit=30)
    """A number that works, as you would dial it."""

    helps_with: str = words("What they help with", limit=120)
    """A ride, a talk, a laugh, a place to be."""

    when_hard: bool = choice("I can call them when it is hard", default=False)
    """They know, and they said yes."""
