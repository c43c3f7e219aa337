"""A week as a block of a page: days across, parts of the day down."""

from __future__ import annotations

from dataclasses import dataclass, field

from exports.page.line import labelled, noted


@dataclass(frozen=True, slots=True)
class Slot:
    """One thing in a cell of a week: its time, what it is, and the way there; a strong one is a visit."""

    text: str
    time: str = ""
    note: str = ""
    strong: bool = False

    @property
    def line(self) -> str:
        """The same in plain text."""
        return noted(" ".join(filter(None, ("☐", self.time, self.text))), self.note)


@dataclass(frozen=True, slots=True)
class WeekRow:
    """One part of the day over all days; every row has as many cells as there are days."""

    head: str
    cells: tuple[tuple[Slot, ...], ...]
    rules: int = 0
    """Empty lines to write on, in each cell."""


@dataclass(frozen=True, slots=True)
class WeekTable:
    """A week: days across, parts of the day down, every cell a few things to tick off."""

    kind: str = field(default="week", init=False)
    days: tuple[str, ...]
    rows: tuple[WeekRow, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """The same in plain text, day by day."""
        filled = [row for row in self.rows if any(row.cells)]
        return tuple(
            labelled(" ".join(f"{day}, {row.head}".split()), "; ".join(slot.line for slot in row.cells[number]))
            for number, day in enumerate(self.days)
            for row in filled
            if number < len(row.cells) and row.cells[number]
        )
