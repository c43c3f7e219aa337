"""A suggestion: what the domain noticed in a plan, where, and what would help."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.message import Message


class Audience(StrEnum):
    """Who may see a finding. The together view shows only what is meant for both."""

    BOTH = "both"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the plan: the step, and the item and field when there is one."""

    step: str
    item: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One suggestion. It never blocks, and never speaks about the person's worth.

    `code` is stable ("goal.measure"), for tests and for the log; `says` and `try_this` are shown.
    `weight` orders them: the together view shows the heaviest one only.
    """

    code: str
    where: Place
    says: Message
    try_this: Message | None = None
    audience: Audience = Audience.BOTH
    weight: int = 1
