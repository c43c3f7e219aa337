"""The three internal resources over time, one under the other, each from 0 to 10 as the person rated it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.figures.days import Days
from exports.figures.figure import Figure
from exports.figures.shapes import SMALL, Mark, Sheet, wrapped
from planner.entry import label
from planner.message import Message, say
from planner.strength import InternalResources

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from planner.language import Language

_WIDTH, _LABELS, _ROW, _GAP, _TOP, _FOOT = 640, 190, 84, 38, 24, 34
_MOST = 10
_NAMES = ("belief", "steadiness", "problem_solving")
_TITLE = say("What carries me inside, over time")
_Points = list[tuple["date", int]]


def inside_figure(known: Sequence[InternalResources], t: Language) -> Figure | None:
    """Draw the ratings; none while there are none."""
    rated = {name: _points(known, name) for name in _NAMES}
    shown = {name: points for name, points in rated.items() if points}
    if not shown:
        return None
    says = tuple(_said(name, points) for name, points in shown.items())
    height = _TOP + len(shown) * (_ROW + _GAP) + _FOOT - _GAP
    sheet = Sheet(_WIDTH, height, t(_TITLE), " ".join(t(line) for line in says))
    days = Days.between((day for points in shown.values() for day, _ in points), _LABELS + 60, _WIDTH - 40)
    for row, (name, points) in enumerate(shown.items()):
        _draw(sheet, _TOP + row * (_ROW + _GAP), t(label(InternalResources, name)), points, days)
    days.name(sheet, height - 8, t)
    return Figure(_TITLE, sheet.svg(), says, len(days.days))


def _points(known: Sequence[InternalResources], name: str) -> _Points:
    found: dict[date, int] = {}
    for entry in known:
        rating: int | None = getattr(entry, name)
        if rating is not None:
            found[entry.on] = rating
    return sorted(found.items())


def _said(name: str, points: _Points) -> Message:
    """Tell one resource: the first, the latest, and every day between."""
    told = say("{day}: {n}", day=points[0][0], n=points[0][1])
    for day, rating in points[1:]:
        told = say("{before}; {day}: {n}", before=told, day=day, n=rating)
    return say("{what}, from 0 to 10. {told}.", what=Message(label(InternalResources, name)), told=told)


def _draw(sheet: Sheet, top: float, name: str, points: _Points, days: Days) -> None:
    """Draw one resource with its own small scale."""

    def y(rating: float) -> float:
        return top + _ROW * (1 - rating / _MOST)

    lines = wrapped(name, _LABELS - 10)
    sheet.words((0, top + _ROW / 2 + 5 - 10 * (len(lines) - 1)), lines)
    for tick in (0, 5, 10):
        sheet.line((_LABELS + 30, y(tick)), (sheet.width - 8, y(tick)))
        sheet.words((_LABELS + 22, y(tick) + 5), [str(tick)], size=SMALL, anchor="end", quiet=True)
    placed = [(days.x(day), y(rating)) for day, rating in points]
    sheet.path(placed, Mark.CIRCLE)
    for (x, at), (_, rating) in zip(placed, points, strict=True):
        sheet.mark((x, at), Mark.CIRCLE)
        sheet.words((x, at - 10), [str(rating)], size=SMALL, anchor="middle", strong=True)
