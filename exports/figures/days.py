"""Days along the width of a figure: their places, and as many of their names as there is room for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from exports.figures.shapes import SMALL, wide

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from exports.figures.shapes import Sheet
    from planner.words.language import Language


@dataclass(frozen=True)
class Days:
    """Where each day stands between two edges."""

    days: tuple[date, ...]
    left: float
    right: float

    @classmethod
    def between(cls, days: Iterable[date], left: float, right: float) -> Days:
        """Place days by the time between them."""
        return cls(tuple(sorted(set(days))), left, right)

    def x(self, day: date) -> float:
        """Return the place of a day; one day alone stands in the middle."""
        first, last = self.days[0], self.days[-1]
        if first == last:
            return (self.left + self.right) / 2
        return self.left + (self.right - self.left) * ((day - first).days / (last - first).days)

    def name(self, sheet: Sheet, y: float, t: Language) -> None:
        """Write the names of the days that fit: the last one always, then from the first on."""
        names = {day: short_day(day, self.days, t) for day in self.days}
        last = self.days[-1]
        shown, taken = [last], self.x(last) - wide(names[last], SMALL) / 2
        edge = float("-inf")
        for day in self.days[:-1]:
            half = wide(names[day], SMALL) / 2 + 4
            if self.x(day) - half > edge and self.x(day) + half < taken:
                shown.append(day)
                edge = self.x(day) + half
        for day in shown:
            sheet.words((self.x(day), y), [names[day]], size=SMALL, anchor="middle", quiet=True)


def short_day(day: date, among: Iterable[date], t: Language) -> str:
    """Write a day briefly, with its year where the days are of several years."""
    return t.day(day, "medium" if len({other.year for other in among}) > 1 else "near")
