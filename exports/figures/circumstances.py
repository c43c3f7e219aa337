"""How life stands, check-in by check-in: each answer in words, with four small boxes that fill as it steadies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.figures.days import short_day
from exports.figures.figure import Figure
from exports.figures.shapes import SMALL, TEXT, Sheet, wrapped
from planner.model.entry import label
from planner.model.message import Message, say
from planner.sessions.circumstances import ASPECTS, Circumstances, height, in_order, standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planner.words.language import Language

_WIDTH, _LABELS, _TOP, _ROW = 640, 156, 36, 80
_AT_ONCE = 4
"""More days side by side could not be read from a metre away; the latest are shown, the words tell all."""

_BOXES = 4
_TITLE = say("How life stands, over time")


def circumstances_figure(known: Sequence[Circumstances], t: Language) -> Figure | None:
    """Return what was said about each part of life; none while nothing was."""
    days = [one for one in in_order(tuple(known)) if any(standing(one, aspect) for aspect in ASPECTS)]
    shown = [aspect for aspect in ASPECTS if any(standing(one, aspect) for one in days)]
    if not shown:
        return None
    says = tuple(_said(aspect, days) for aspect in shown)
    latest = [day for day in days if any(standing(day, aspect) for aspect in shown)][-_AT_ONCE:]
    sheet = Sheet(_WIDTH, _TOP + _ROW * len(shown), t(_TITLE), " ".join(t(line) for line in says))
    column = (_WIDTH - _LABELS) / len(latest)
    for place, one in enumerate(latest):
        name = short_day(one.on, (other.on for other in latest), t)
        sheet.words((_LABELS + place * column, 18), [name], size=SMALL, quiet=True)
    for row, aspect in enumerate(shown):
        top = _TOP + row * _ROW
        sheet.line((0, top), (_WIDTH, top))
        sheet.words((0, top + 26), wrapped(t(label(Circumstances, aspect)), _LABELS - 14, most=3))
        for place, one in enumerate(latest):
            _cell(sheet, (_LABELS + place * column, top), column - 8, one, aspect, t)
    return Figure(_TITLE, sheet.svg(), says, len(days))


def _cell(sheet: Sheet, at: tuple[float, float], width: float, one: Circumstances, aspect: str, t: Language) -> None:
    answer, steady = standing(one, aspect), height(one, aspect)
    if answer is None or steady is None:
        sheet.words((at[0], at[1] + 26), ["–"], quiet=True)
        return
    for box in range(_BOXES):
        sheet.box((at[0] + box * 17, at[1] + 10), (13, 10), full=box <= steady)
    sheet.words((at[0], at[1] + 30 + TEXT / 2), wrapped(t(answer.label), width, size=SMALL), size=SMALL)


def _said(aspect: str, days: list[Circumstances]) -> Message:
    """Tell one part of life, day by day."""
    told: Message | None = None
    for one in days:
        if answer := standing(one, aspect):
            now = say("{day}: {answer}", day=one.on, answer=answer.label)
            told = say("{before}; {now}", before=told, now=now) if told else now
    return say("{what}. {told}.", what=Message(label(Circumstances, aspect)), told=told or "")
