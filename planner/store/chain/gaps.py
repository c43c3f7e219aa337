"""Which lines of the record may be missing: those that a chained "forgotten" event names as gone, and no others.

A position in the table `forgotten` lets a row go past the guard, but nothing vouches for that table. The event does: it
stands in the chain, and names each line that went with it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TOLD = re.compile(r"; gone: ((?:[0-9]{1,15}(?:-[0-9]{1,15})?(?:, )?)+)\Z")


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


def named(at: int, detail: str) -> Iterator[range]:
    """Yield the runs of lines before its own that an event at this line names as gone."""
    found = _TOLD.search(detail)
    for run in found[1].removesuffix(", ").split(", ") if found else ():
        first, _, last = run.partition("-")
        yield range(int(first), min(int(last or first), at - 1) + 1)


class Gaps:
    """All the lines that forgettings explain."""

    def __init__(self, runs: Iterable[range]) -> None:
        """Put the runs in order; two of them never share a line, since a line goes once."""
        self._runs = sorted((run for run in runs if run), key=lambda run: run.start)
        self._starts = [run.start for run in self._runs]

    def __contains__(self, position: int) -> bool:
        """Tell whether a line is explained."""
        before = bisect_right(self._starts, position)
        return before > 0 and position in self._runs[before - 1]
