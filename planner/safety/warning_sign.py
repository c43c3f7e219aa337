"""What can set things off, what shows early, and what helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.model.entry import Item, ItemId, has_text, labelled, words
from planner.model.finding import Finding, Place
from planner.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterator


class Trigger(Item):
    """A person, place, feeling or time that makes using more likely."""

    own_words: str = words("What can set it off", limit=160)
    """Places, people, feelings, times of day."""

    plan: str = words("What I will do then", limit=160)
    """How could you stay out of its way, or get through it?"""


class WarningSign(Item):
    """Something the person or others notice early."""

    own_words: str = words("I notice", limit=160)
    """What changes first when things get harder?"""

    who_notices: str = words("Who else would notice", limit=80)
    """Who sees it, sometimes before you do?"""


class Helps(Item):
    """Something that helps when it gets hard."""

    own_words: str = words("What helps", limit=160)
    """What has helped before, even once?"""

    strength_id: ItemId | None = labelled("It comes from this strength")
    first: bool = labelled("I try this first", default=False)


def trigger_findings(trigger: Trigger) -> Iterator[Finding]:
    """Yield the plan still open for a trigger."""
    if has_text(trigger.own_words) and not has_text(trigger.plan):
        yield Finding(
            "trigger.plan",
            Place("safety", trigger.id, "plan"),
            say("What will you do when that comes up?"),
            say("Stay away, leave early, call somebody: one way is enough."),
        )
