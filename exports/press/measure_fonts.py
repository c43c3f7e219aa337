"""Make the table of code points that the bundled fonts print: `python -m exports.press.measure_fonts`.

Run it when a font in `exports/fonts` changes. It needs fontTools; reading the table needs nothing.
"""

from __future__ import annotations

import json
import unicodedata
from itertools import groupby
from pathlib import Path

FONTS = Path(__file__).parents[1] / "fonts"
TABLE = FONTS / "coverage.json"
WHOLE_LETTERS = Path(__file__).with_name("templates") / "typst" / "whole-letters.json"
FIRST = ("AtkinsonHyperlegible", "SourceSerif4")
"""The fonts that are tried first; a letter they have only in part belongs to the next one."""

_SPACE = 0x20


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


def whole_letters() -> dict[str, str]:
    """Return, for each of our first fonts, a pattern of the letters it has whole: marks that sit on others are none."""
    by_family = families()
    return {name: _pattern(by_family[name]) for name in FIRST}


def _pattern(points: frozenset[int]) -> str:
    letters = sorted(
        point for point in points if point >= _SPACE and not unicodedata.category(chr(point)).startswith("M")
    )
    runs = ([point for _, point in run] for _, run in groupby(enumerate(letters), key=lambda pair: pair[1] - pair[0]))
    return "[" + "".join(f"\\x{{{run[0]:X}}}-\\x{{{run[-1]:X}}}" for run in runs) + "]"


if __name__ == "__main__":
    WHOLE_LETTERS.write_text(json.dumps(whole_letters(), indent=1) + "\n", encoding="utf-8")
    TABLE.write_text(json.dumps(table(), separators=(",", ":")) + "\n", encoding="utf-8")
