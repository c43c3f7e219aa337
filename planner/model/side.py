"""On which side of today the day of a field lies."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class Side(StrEnum):
    """Where a day is looked for first, and where one is never taken without asking."""

    AHEAD = "ahead"
    BACK = "back"
    EITHER = "either"
    """Looked for ahead, and taken where it is: a goal can have begun."""

    def holds(self, day: date, today: date) -> bool:
        """Whether a day lies on this side; today lies on both."""
        return self is Side.EITHER or day == today or (day < today) is (self is Side.BACK)
