"""How far one goal came over time, as the person sees it and as the counselor sees it. Levels in words, no numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.figures.days import Days
from exports.figures.figure import Figure
from exports.figures.shapes import SMALL, Mark, Sheet, wide, wrapped
from planner.goals.attainment import Rater, level_name, rated_name
from planner.model.message import Message, say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from planner.goals.goal import Goal, GoalRating
    from planner.words.language import Language

_WIDTH, _LABELS, _TOP, _ROW, _FOOT = 640, 236, 48, 50, 36
_APART = 48
"""From one name of the legend to the next, with the mark between."""

_LEVELS = (2, 1, 0, -1, -2)
_NAMES = {Rater.PERSON: say("As I see it"), Rater.COUNSELOR: say("As my counselor sees it")}
_MARKS = {Rater.PERSON: Mark.CIRCLE, Rater.COUNSELOR: Mark.SQUARE}
_TITLE = say("How far we came")


def attainment_figure(
    goal: Goal, t: Language, raters: Sequence[Rater] = (Rater.PERSON, Rater.COUNSELOR)
) -> Figure | None:
    """Return the ratings of a goal; none while there are none. `raters` names whose view is shown."""
    views = {rater: points for rater in raters if (points := _points(goal, rater))}
    if not views:
        return None
    title = attainment_title(goal)
    says = tuple(_said(goal, rater) for rater in views)
    sheet = Sheet(_WIDTH, _TOP + _ROW * len(_LEVELS) + _FOOT, t(title), " ".join(t(line) for line in says))
    days = Days.between((day for points in views.values() for day, _ in points), _LABELS + 40, _WIDTH - 40)
    _legend(sheet, list(views), t)
    _rungs(sheet, goal, t)
    for rater, points in views.items():
        placed = [(days.x(day), _y(level)) for day, level in points]
        sheet.path(placed, _MARKS[rater])
        for at in placed:
            sheet.mark(at, _MARKS[rater])
    days.name(sheet, sheet.height - 8, t)
    return Figure(title, sheet.svg(), says, len(days.days))


def days_rated(goal: Goal, raters: Sequence[Rater]) -> int:
    """Return on how many days one of them said how far it came; nothing is drawn for it."""
    return len({day for rater in raters for day in _rated(goal, rater)})


def _points(goal: Goal, rater: Rater) -> list[tuple[date, int]]:
    """Return the level of each day, the last word of a day counting."""
    return [(day, getattr(rating, rater.value)) for day, rating in sorted(_rated(goal, rater).items())]


def _rated(goal: Goal, rater: Rater) -> dict[date, GoalRating]:
    return {rating.on: rating for rating in goal.ratings if getattr(rating, rater.value) is not None}


def attainment_title(goal: Goal) -> Message:
    """Return what the figure of a goal is called."""
    words = goal.own_words.strip() or goal.action.strip()
    return say("How far we came: {goal}", goal=words) if words else _TITLE


def _said(goal: Goal, rater: Rater) -> Message:
    """Tell one view, day by day, in the words of that day."""
    told: Message | None = None
    for day, rating in sorted(_rated(goal, rater).items()):
        level = rated_name(goal, rating, rater) or ""
        now = say("{day}: {level}", day=day, level=level)
        told = say("{before}; {day}: {level}", before=told, day=day, level=level) if told else now
    return say("{who}. {told}.", who=_NAMES[rater], told=told or "")


def _y(level: int) -> float:
    return _TOP + _ROW * (_LEVELS.index(level) + 0.5)


def _rungs(sheet: Sheet, goal: Goal, t: Language) -> None:
    """Write each level beside its line; the one that was hoped for stands out."""
    for level in _LEVELS:
        y = _y(level)
        is_hoped = level == 0
        sheet.line((_LABELS + 16, y), (sheet.width - 8, y), quiet=not is_hoped)
        lines = wrapped(t(level_name(goal, level)), _LABELS, size=SMALL)
        sheet.words((0, y + 6 - 10 * (len(lines) - 1)), lines, size=SMALL, strong=is_hoped)


def _legend(sheet: Sheet, raters: list[Rater], t: Language) -> None:
    names = {rater: t(_NAMES[rater]) for rater in raters}
    whole = sum(wide(name, SMALL) + _APART for name in names.values())
    x = max(10.0, min(_LABELS + 26, sheet.width - whole + _APART / 2))
    for rater, name in names.items():
        sheet.mark((x, 18), _MARKS[rater])
        sheet.words((x + 16, 24), [name], size=SMALL)
        x += wide(name, SMALL) + _APART
