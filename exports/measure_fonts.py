"""Make the table of code points that the bundled fonts print: `python -m exports.measure_fonts`.

Run it when a font in `exports/fonts` changes. It needs fontTools; reading the table needs nothing.
"""

from __future__ import annotations

import json
from itertools import groupby
from pathlib import Path

FONTS = Path(__file__).with_name("fonts")
TABLE = FONTS / "coverage.json"


def families() -> dict[str, frozenset[int]]:
    """Return, for each family, the code points that every one of its styles prints."""
    from fontTools.ttLib import TTFont  # pyright: ignore[reportMissingTypeStubs]

    found: dict[str, frozenset[int]] = {}
    for path in sorted(FONTS.glob("*.ttf")):
        family = path.stem.partition("_")[0]
        with TTFont(path) as font:
            points = frozenset(font.getBestCmap() or ())
        found[family] = found.get(family, points) & points
    return found


def table() -> dict[str, object]:
    """Return the coverage as ranges `[first, last, which]`, one bit of `which` for each family."""
    by_family = families()
    which = {point: 0 for points in by_family.values() for point in points}
    for bit, points in enumerate(by_family.values()):
        for point in points:
            which[point] |= 1 << bit
    runs = groupby(enumerate(sorted(which)), key=lambda pair: (pair[1] - pair[0], which[pair[1]]))
    ranges = [[points[0], points[-1], which[points[0]]] for points in ([point for _, point in run] for _, run in runs)]
    return {"families": list(by_family), "ranges": ranges}


if __name__ == "__main__":
    TABLE.write_text(json.dumps(table(), separators=(",", ":")) + "\n", encoding="utf-8")
