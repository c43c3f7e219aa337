"""Days in a row, both ends included."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days in a row, both ends included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it holds."""
        return (self.last - self.first).days + 1

    def within(self, first: date, last: date) -> Stretch | None:
        """Return the part of it that lies between two days."""
        begins, ends = max(self.first, first), min(self.last, last)
        return Stretch(begins, ends) if begins <= ends else None
