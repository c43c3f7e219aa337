"""A human being the person can turn to, and how near they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.model.choice import Choice
from planner.model.entry import Item, has_text, labelled, words
from planner.model.finding import Finding, Place, Weight
from planner.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterator


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

    bond: Bond | None = labelled("Who they are to me")
    nearness: Nearness | None = labelled("How near")
    phone: str = words("Phone", limit=30)
    """A number that works, as you would dial it."""

    reach: str = words("How to reach them best", limit=80)
    """Text first, after work, knock on the door."""

    helps_with: str = words("What they help with", limit=120)
    """A ride, a talk, a laugh, a place to be."""

    when_hard: bool = labelled("I can call them when it is hard", default=False)
    """They know, and they said yes."""

    at_night: bool = labelled("At night too", default=False)


def support_findings(support: Support) -> Iterator[Finding]:
    """Yield a question where somebody can be called when it is hard, and there is no number."""
    if support.when_hard and not has_text(support.phone):
        yield Finding(
            "support.phone",
            Place("resources", support.id, "phone"),
            say("You can call them when it is hard. Which number reaches them?"),
            say("Look it up now, while it is calm."),
            weight=Weight.SOON,
        )
