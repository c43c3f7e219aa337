"""What a look at the record finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.model.message import Message


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the record is not as it was written; `room` and `position` say where."""

    room: str
    position: int
    says: Message
