"""What can be read in a goal: words of the sentence, where they stand, and what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Part:
    """Words of the sentence: `sentence[start:end]`."""

    words: str
    start: int
    end: int

    def overlaps(self, start: int, end: int) -> bool:
        """Whether the part shares a letter with that stretch of the sentence."""
        return self.start < end and start < self.end


@dataclass(frozen=True, slots=True)
class Quantity(Part):
    """How much or how many; `low` and `high` differ for "2–3"."""

    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Rhythm(Part):
    """How often: `every` such unit ("every other day" is 2), or on weekdays, Monday as 0."""

    unit: str
    """The unit in English ("day", "week", "month" …), whatever the sentence's language; empty for "twice"."""

    every: int = 1
    weekdays: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Length(Part):
    """How long: of one time ("20 minutes") or of the goal as a whole ("for 3 weeks")."""

    amount: Decimal
    unit: str
    """In English: "second", "minute", "hour", "day", "week", "month", "year"."""

    @property
    def is_of_one_time(self) -> bool:
        """Whether it says how long one time lasts, and not how long the goal runs."""
        return self.unit in {"second", "minute", "hour"}


@dataclass(frozen=True, slots=True)
class Limit(Part):
    """A first or last day; without a `day` where the words could mean two ("next Friday" said on a Wednesday)."""

    day: date | None
