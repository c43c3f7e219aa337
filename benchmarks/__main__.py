"""`python -m benchmarks [NAME …]`: measure, and print one table.

Each number stands beside another from the same run, on the same machine, taken in turns: a ratio means the same on any
machine, and a slow minute slows both. Nothing here is a test.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

if TYPE_CHECKING:
    from benchmarks.measuring import Measured

BENCHMARKS = ("reading", "judging", "supply", "store", "places", "paper", "memory", "page", "keys")
"""From the quick to the slow; each is a module with a `measure()`."""


def main(names: list[str]) -> int:
    """Run the benchmarks that are named, or all of them."""
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        Console(stderr=True).print(f"There is no benchmark {', '.join(unknown)}: choose from {', '.join(BENCHMARKS)}.")
        return 2
    rows = []
    for name in names or BENCHMARKS:
        with Console(stderr=True).status(f"Measuring: {name} …"):
            rows += import_module(f"benchmarks.{name}").measure()
    Console(width=None if sys.stdout.isatty() else 150).print(table(rows))
    return 0


def table(rows: list[Measured]) -> Table:
    """Return the rows as they are printed."""
    shown = Table(
        "what", "ours", "against", "theirs", "ratio", "reach", "", title="How fast it is", title_justify="left"
    )
    for row in rows:
        shown.add_row(row.what, row.ours.shown, row.against, row.theirs.shown if row.theirs else "", *row.verdict)
    return shown


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
