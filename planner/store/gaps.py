"""Which lines of the record may be missing: those that a chained "forgotten" event says are gone, and no others.

A position in the table `forgotten` lets a row go past the guard, but nothing vouches for that table. The event does: it
stands in the chain, and names each line that went with it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sqlalchemy import select

from planner.store.tables import EVENT

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from sqlalchemy import Connection

_TOLD = re.compile(r"; gone: ((?:[0-9]+(?:-[0-9]+)?(?:, )?)+)\Z")


def told(positions: Iterable[int]) -> str:
    """Return how an event names the lines that went with it: "; gone: 3-5, 9"."""
    runs: list[list[int]] = []
    for position in sorted(positions):
        if runs and runs[-1][1] == position - 1:
            runs[-1][1] = position
        else:
            runs.append([position, position])
    names = (str(first) if first == last else f"{first}-{last}" for first, last in runs)
    return f"; gone: {', '.join(names)}" if runs else "; gone: 0"


def explained(connection: Connection) -> Collection[int]:
    """Return the positions that forgetting explains.

    An event of 0.1 names none; whatever stood before it may have gone with it.
    """
    forgotten = select(EVENT.c.position, EVENT.c.detail).where(EVENT.c.kind == "forgotten")
    return frozenset(gone for at, detail in connection.execute(forgotten).all() for gone in _gone(at, detail))


def _gone(at: int, detail: object) -> Iterator[int]:
    found = _TOLD.search(detail) if isinstance(detail, str) else None
    if found is None:
        yield from range(1, at)
        return
    for run in found[1].split(", "):
        first, _, last = run.partition("-")
        yield from range(int(first), min(int(last or first), at) + 1)
