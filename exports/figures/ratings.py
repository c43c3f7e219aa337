"""Ratings from 0 to 10 over time: one row for each thing that is rated, one under the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.figures.days import Days
from exports.figures.figure import Figure
from exports.figures.shapes import SMALL, Mark, Sheet, wrapped
from planner.model.message import Message, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from planner.words.language import Language

    Points = Sequence[tuple[date, int]]

_WIDTH, _LABELS, _ROW, _GAP, _TOP, _FOOT = 640, 200, 84, 40, 26, 36
_MOST = 10


def ratings_figure(title: Message, rated: Iterable[tuple[Message, Points]], t: Language) -> Figure | None:
    """Return what was rated, each row with its days in order; none while nothing was."""
    shown = [(what, points) for what, points in rated if points]
    if not shown:
        return None
    says = tuple(_said(what, points) for what, points in shown)
    height = _TOP + len(shown) * (_ROW + _GAP) + _FOOT - _GAP
    sheet = Sheet(_WIDTH, height, t(title), " ".join(t(line) for line in says))
    days = Days.between((day for _, points in shown for day, _ in points), _LABELS + 60, _WIDTH - 40)
    for row, (what, points) in enumerate(shown):
        _draw(sheet, _TOP + row * (_ROW + _GAP), t(what), points, days)
    days.name(sheet, height - 8, t)
    return Figure(title, sheet.svg(), says, len(days.days))


def _said(what: Message, points: Points) -> Message:
    """Tell one row: the first, the latest, and every day between."""
    told = say("{day}: {n}", day=points[0][0], n=points[0][1])
    for day, rating in points[1:]:
        told = say("{before}; {day}: {n}", before=told, day=day, n=rating)
    return say("{what}, from 0 to 10. {told}.", what=what, told=told)


def _draw(sheet: Sheet, top: float, name: str, points: Points, days: Days) -> None:
    """Return one row with its own small scale."""

    def y(rating: float) -> float:
        return top + _ROW * (1 - rating / _MOST)

    lines = wrapped(name, _LABELS - 10)
    sheet.words((0, top + _ROW / 2 + 6 - 11 * (len(lines) - 1)), lines)
    for tick in (0, 5, 10):
        sheet.line((_LABELS + 30, y(tick)), (sheet.width - 8, y(tick)))
        sheet.words((_LABELS + 22, y(tick) + 5), [str(tick)], size=SMALL, anchor="end", quiet=True)
    placed = [(days.x(day), y(rating)) for day, rating in points]
    sheet.path(placed, Mark.CIRCLE)
    for (x, at), (_, rating) in zip(placed, points, strict=True):
        sheet.mark((x, at), Mark.CIRCLE)
        sheet.words((x, at - 10), [str(rating)], size=SMALL, anchor="middle", strong=True)
