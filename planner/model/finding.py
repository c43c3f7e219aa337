"""A suggestion: what the domain noticed in a plan, where, and what would help."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.model.message import Message


class Audience(StrEnum):
    """Who may see a finding. The together view shows only what is meant for both."""

    BOTH = "both"
    STAFF = "staff"


class Weight(IntEnum):
    """What comes first. It orders suggestions and is never shown."""

    READING = 10
    """It would read better, or could be placed in the week."""

    OPEN = 20
    """A question is still open."""

    NEXT = 30
    """The most useful question about a goal right now."""

    EASIER = 40
    """The person said that something is hard."""

    MISFIT = 50
    """Two parts do not go together, or a day has gone by."""

    SOON = 60
    """Something runs out, or waits for an answer."""

    SAFETY = 80
    """Health could suffer."""

    TONIGHT = 90
    """It is needed before night."""

    LIFE = 100
    """A life could be at risk."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the plan: the step, the nearest item, and the field.

    A field of a part without an id of its own is a path: "ladder.expected", "tonight.bed".
    """

    step: str
    item: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One suggestion. It never blocks, and never speaks about the person's worth.

    `code` is stable ("goal.measure"), for tests and for the log; `says` and `try_this` are shown.
    `weight` orders them: the together view shows the heaviest one only. `ways` are ways on to choose from, if any.
    """

    code: str
    where: Place
    says: Message
    try_this: Message | None = None
    audience: Audience = Audience.BOTH
    weight: int = Weight.OPEN
    ways: tuple[Message, ...] = ()
