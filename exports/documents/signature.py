"""A signature drawn on the screen, as a picture that stays within its own lines."""

from __future__ import annotations

import re

from exports.figures.shapes import INK
from exports.page.document.prose import Picture

_WIDE, _HIGH = 360, 120
_PEN, _EDGE = 2.4, 8
_STEP = re.compile(r"([MLml])|(-?\d{1,6}(?:\.\d{1,4})?)")


def drawn_signature(strokes: str, told: str) -> Picture | None:
    """Return the path of a signature, moved and scaled into its frame; none where nothing was drawn.

    Whatever is no step of a pen is passed over: the path is written anew from its numbers.
    """
    lines = _lines(strokes)
    points = [point for line in lines for point in line]
    if not points:
        return None
    left, top = min(x for x, _ in points), min(y for _, y in points)
    wide, high = max(x for x, _ in points) - left, max(y for _, y in points) - top
    scale = min(1.0, (_WIDE - 2 * _EDGE) / max(wide, 1), (_HIGH - 2 * _EDGE) / max(high, 1))
    path = " ".join(_written(line, left, top, scale) for line in lines)
    size = f'width="{round(wide * scale) + 2 * _EDGE}" height="{round(high * scale) + 2 * _EDGE}"'
    look = f'fill="none" stroke="{INK}" stroke-width="{_PEN}" stroke-linecap="round" stroke-linejoin="round"'
    return Picture(f'<svg xmlns="http://www.w3.org/2000/svg" {size}><path d="{path}" {look}/></svg>', told)


def _lines(strokes: str) -> list[list[tuple[float, float]]]:
    """Return each line of the pen as its points; small letters go on from the point before."""
    lines: list[list[tuple[float, float]]] = []
    at, letter, numbers = (0.0, 0.0), "M", list[float]()
    for step, number in _STEP.findall(strokes):
        letter = step or letter
        numbers = [] if step else [*numbers, float(number)]
        if len(numbers) == len(at):
            at = (at[0] + numbers[0], at[1] + numbers[1]) if letter.islower() else (numbers[0], numbers[1])
            if letter in "Mm" or not lines:
                lines.append([])
            lines[-1].append(at)
            letter, numbers = letter.replace("M", "L").replace("m", "l"), []
    return lines


def _written(line: list[tuple[float, float]], left: float, top: float, scale: float) -> str:
    places = [f"{(x - left) * scale + _EDGE:.1f} {(y - top) * scale + _EDGE:.1f}" for x, y in line]
    return "M" + " L".join(places if len(places) > 1 else places * 2)
