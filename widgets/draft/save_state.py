"""What is true about saving."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from planner.model.message import Message


@dataclass(frozen=True)
class SaveState:
    """What is true about saving right now: when the words were last kept, and why not if they are not."""

    at: datetime
    why_not: Message | None = None

    @property
    def is_saved(self) -> bool:
        """Whether everything typed is in the store."""
        return self.why_not is None
