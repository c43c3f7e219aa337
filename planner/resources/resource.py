"""What the community offers, what the person needs, and how they get there."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from planner.model.choice import Choice
from planner.model.daily_life import Area, Transport
from planner.model.entry import Item, ItemId, has_text, labelled, words
from planner.model.finding import Audience, Finding, Place, Weight
from planner.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterator

_FRESH = timedelta(days=180)
"""After half a year a listing is worth a call."""


class Timing(Choice):
    """Which needs and resources come first."""

    NOW = "now", say("Now")
    LATER = "later", say("Can wait")


class Need(Item):
    """Something that is missing or shaky, in one area of life."""

    area: Area | None = labelled("What it is for")
    own_words: str = words("What I need", limit=160)
    """What would make daily life steadier?"""

    timing: Timing | None = labelled("When")
    """Now, or can it wait?"""


class Resource(Item):
    """A service or group in the community."""

    name: str = words("Name", limit=100)
    """What is it called?"""

    area: Area | None = labelled("What it is for")
    need_ids: tuple[ItemId, ...] = labelled("What it helps with", ())
    """Which of the things you need does it help with?"""

    what: str = words("What I get there", limit=200)
    """What would it give you?"""

    phone: str = words("Phone", limit=30)
    """A number that works, as you would dial it."""

    address: str = words("Where", limit=160)
    hours: str = words("When they are open", limit=120)
    """As far as you know. Call first if you are not sure."""

    ask_for: str = words("Ask for", limit=80)
    """A name or a desk makes the first visit easier."""

    bring: str = words("What to bring", limit=160)
    """An ID, a letter, a card, your list of medicines."""

    timing: Timing | None = labelled("When")
    """A few at a time hold better than a long list."""

    transport: Transport | None = labelled("How I get there")
    transport_words: str = words("The way there", limit=160)
    """Which bus, whose car?"""

    way_takes: str = words("How long it takes", limit=60)
    """From your door to theirs."""

    way_costs: str = words("What the way costs", limit=60)
    second_way: str = words("If that falls through", limit=160)
    """Another bus, another ride, a call instead."""

    missed: str = words("What I last missed for want of a way", limit=160)
    no_way: bool = labelled("There is no way there yet", default=False)

    confirmed_on: date | None = labelled("We last checked this on")
    """Hours and rules change. A short call tells."""

    listing_id: str = ""  # the entry of the directory it was taken from; what the person says of it stays theirs

    @property
    def is_now(self) -> bool:
        """Whether it belongs to the small circle of today."""
        return self.timing is not Timing.LATER and bool(self.name.strip())

    @property
    def has_a_way(self) -> bool:
        """Whether anything is known about getting there."""
        return not self.no_way and (self.transport is not None or has_text(self.transport_words))


def way_in_words(resource: Resource) -> str:
    """Return the way there and how long it takes, in the words of both."""
    return ", ".join(filter(None, (resource.transport_words.strip(), resource.way_takes.strip())))


def resource_findings(resource: Resource, today: date) -> Iterator[Finding]:
    """Yield what stands between the person and a resource that is for now."""
    if not resource.is_now:
        return
    yield from _about_the_way(resource)
    if not has_text(resource.phone, resource.address):
        yield Finding(
            "resource.contact",
            Place("resources", resource.id, "phone"),
            say("How do you reach them?"),
            say("A phone number or a street is enough."),
        )
    if resource.confirmed_on and today - resource.confirmed_on > _FRESH:
        yield Finding(
            "resource.age",
            Place("resources", resource.id, "confirmed_on"),
            say("Last checked on {day}. Is it still so?", day=resource.confirmed_on),
            say("A short call tells. Then note the day."),
            audience=Audience.STAFF,
            weight=Weight.READING,
        )


def _about_the_way(resource: Resource) -> Iterator[Finding]:
    """Yield what is open about getting there: the way itself, or a second one where the first fell through."""
    if resource.no_way:
        yield Finding(
            "resource.no_way",
            Place("resources", resource.id, "second_way"),
            say("There is no way there yet. What would open one?"),
            say("A ride program, a bus pass, somebody who drives, or a call instead."),
            weight=Weight.SOON,
        )
    elif not resource.has_a_way:
        yield Finding(
            "resource.way",
            Place("resources", resource.id, "transport"),
            say("How would you get there?"),
            say("On foot, by bus, with a ride, or by phone."),
        )
    elif has_text(resource.missed) and not has_text(resource.second_way):
        yield Finding(
            "resource.second_way",
            Place("resources", resource.id, "second_way"),
            say("It fell through before. What is a second way?"),
            say("Another bus, another ride, or a call instead."),
            weight=Weight.EASIER,
        )
