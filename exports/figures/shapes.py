"""The few shapes a figure is made of. They carry classes for the screen and plain attributes for paper."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum
from math import ceil
from xml.etree import ElementTree as ET

INK, SECOND, HAIRLINE, ACCENT, PAPER = "#22302d", "#55625e", "#cfc8b8", "#1d5f58", "#ffffff"
TEXT, SMALL = 18, 16
"""Sizes of type; a figure 640 wide prints them at about 13.5 and 12 points."""

_FONT = "Atkinson Hyperlegible, sans-serif"
_LETTER = 0.52
"""The width of a letter against the size of its type, on the safe side: no font is measured here."""

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Mark(Enum):
    """Shapes and lines that stay apart without color."""

    CIRCLE = ""
    SQUARE = "7 5"

    @property
    def dashes(self) -> str:
        """How its line is broken; empty for a whole one."""
        return self.value


@dataclass
class Sheet:
    """An SVG being drawn, from its own top left corner."""

    width: int
    height: int
    title: str
    description: str = ""
    _root: ET.Element = field(init=False)

    def __post_init__(self) -> None:
        """Begin with what it is called."""
        size = {"width": str(self.width), "height": str(self.height), "viewBox": f"0 0 {self.width} {self.height}"}
        self._root = ET.Element(
            "svg", {"xmlns": "http://www.w3.org/2000/svg", "class": "rp-fig", "role": "img", **size}
        )
        for tag, words in (("title", self.title), ("desc", self.description)):
            if words:
                ET.SubElement(self._root, tag).text = drawable(words)

    def svg(self) -> str:
        """Return the drawing as text."""
        return ET.tostring(self._root, encoding="unicode")

    def line(self, start: tuple[float, float], end: tuple[float, float], *, quiet: bool = True) -> None:
        """Return a straight line."""
        (x1, y1), (x2, y2) = start, end
        places = {"x1": _n(x1), "y1": _n(y1), "x2": _n(x2), "y2": _n(y2)}
        look = {"class": "rp-fig-rule", "stroke": HAIRLINE if quiet else SECOND, "stroke-width": "1"}
        ET.SubElement(self._root, "line", {**places, **look})

    def path(self, points: list[tuple[float, float]], mark: Mark) -> None:
        """Join points, with the line of their mark."""
        if len(points) > 1:
            shown = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
            look = {"class": "rp-fig-line", "fill": "none", "stroke": ACCENT, "stroke-width": "2.5"}
            dashes = {"stroke-dasharray": mark.dashes} if mark.dashes else {}
            ET.SubElement(self._root, "polyline", {"points": shown, **look, **dashes})

    def mark(self, at: tuple[float, float], mark: Mark) -> None:
        """Return a mark: a full circle, or an open square that leaves the circle inside it to be seen."""
        x, y = at
        is_full = mark is Mark.CIRCLE
        look = {
            "class": "rp-fig-full" if is_full else "rp-fig-open",
            "fill": ACCENT if is_full else "none",
            "stroke": ACCENT,
            "stroke-width": "2",
        }
        if is_full:
            ET.SubElement(self._root, "circle", {"cx": _n(x), "cy": _n(y), "r": "5", **look})
        else:
            box = {"x": _n(x - 9), "y": _n(y - 9), "width": "18", "height": "18"}
            ET.SubElement(self._root, "rect", {**box, **look})

    def box(self, at: tuple[float, float], size: tuple[float, float], *, full: bool) -> None:
        """Return a small box, full or open."""
        places = {"x": _n(at[0]), "y": _n(at[1]), "width": _n(size[0]), "height": _n(size[1]), "rx": "2"}
        look = {
            "class": "rp-fig-full" if full else "rp-fig-open",
            "fill": ACCENT if full else "none",
            "stroke": ACCENT if full else SECOND,
            "stroke-width": "1",
        }
        ET.SubElement(self._root, "rect", {**places, **look})

    def words(
        self,
        at: tuple[float, float],
        lines: list[str],
        *,
        size: int = TEXT,
        anchor: str = "start",
        quiet: bool = False,
        strong: bool = False,
    ) -> None:
        """Write lines one under the other; `at` is where the first one stands."""
        look = {
            "class": "rp-fig-quiet" if quiet else "rp-fig-words",
            "font-family": _FONT,
            "font-size": str(size),
            "font-weight": "700" if strong else "400",
            "fill": SECOND if quiet else INK,
            "text-anchor": anchor,
        }
        for number, line in enumerate(lines):
            place = {"x": _n(at[0]), "y": _n(at[1] + number * size * 1.25)}
            ET.SubElement(self._root, "text", {**place, **look}).text = drawable(line)


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def drawable(words: str) -> str:
    """Return words with every sign that no XML can hold shown as one that could not be read."""
    return _NOT_XML.sub("\ufffd", words)


def wide(words: str, size: int = TEXT) -> float:
    """Return about how wide words are."""
    return len(words) * size * _LETTER


def wrapped(words: str, width: float, *, most: int = 2, size: int = TEXT) -> list[str]:
    """Return words in lines of at most this width; what does not fit ends in dots and is told in the text beside."""
    room = max(1, int(width / (size * _LETTER)))
    lines = [""]
    for word in (piece for long in words.split() for piece in _pieces(long, room)):
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= room:
            lines[-1] = longer
        elif len(lines) == most:
            return [*lines[:-1], f"{lines[-1][: room - 1].rstrip()}…"]
        else:
            lines.append(word)
    return lines


def _pieces(word: str, room: int) -> list[str]:
    return [word[start * room : (start + 1) * room] for start in range(ceil(len(word) / room))]
