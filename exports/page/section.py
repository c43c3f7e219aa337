"""One part of a page: a title of ours and the blocks that stand under it. Screen, notebook and paper share it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from exports.page.blocks import Fact, Facts, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from exports.page.blocks import Block
    from exports.page.document.prose import Picture


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture under a title of its own; its description tells all of it."""

    title: str
    picture: Picture


@dataclass(frozen=True, slots=True)
class Section:
    """A part that has something in it."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    drawings: tuple[Drawing, ...] = ()
    """What stands drawn under the words."""

    @property
    def lines(self) -> tuple[str, ...]:
        """Everything in it as plain lines."""
        return tuple(line for block in self.blocks for line in block.lines)


def filled_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[Table, ...]:
    """Return a table without the columns that nobody filled in; none when nothing is left."""
    kept = [i for i in range(len(columns)) if any(row[i].strip() for row in rows)]
    if not kept:
        return ()
    return (Table(tuple(columns[i] for i in kept), tuple(tuple(row[i] for i in kept) for row in rows)),)


def filled_facts(pairs: Iterable[tuple[str, str]]) -> tuple[Facts, ...]:
    """Return labels with what stands beside them, without those beside which nothing stands."""
    facts = tuple(Fact(label, words) for label, words in pairs if words.strip())
    return (Facts(facts),) if facts else ()
