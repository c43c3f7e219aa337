"""Every figure of a plan that shows a way: how life stands, what carries inside, what was noticed, each goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.figures.attainment import attainment_figure, attainment_title, days_rated
from exports.figures.circumstances import circumstances_figure
from exports.figures.inside import INSIDE_TITLE, days_rated_inside, inside_figure
from exports.figures.noticed import noticed_figure
from planner.goals.attainment import Rater

if TYPE_CHECKING:
    from collections.abc import Iterable

    from exports.figures.figure import Figure
    from planner.goals.goal import Goal
    from planner.model.message import Message
    from planner.plan.plan import Plan
    from planner.words.language import Language

_A_WAY = 2
_MINE = (Rater.PERSON,)


def over_time(plan: Plan, t: Language) -> tuple[Figure, ...]:
    """Return the figures in the order of a check-in. A goal set aside keeps its figure: nothing is forgotten."""
    found = (
        circumstances_figure(plan.circumstances, t),
        inside_figure(plan.internal_resources, t),
        noticed_figure(plan.observations, t),
        *(attainment_figure(goal, t) for goal in _on_the_way(plan, tuple(Rater))),
    )
    return _ways(found)


def as_i_see_it(plan: Plan, t: Language) -> tuple[Figure, ...]:
    """Return the figures for the person's own page: what carries inside, and each goal as they rated it.

    How life stands is not among them: others may find the page.
    """
    goals = (attainment_figure(goal, t, _MINE) for goal in _on_the_way(plan, _MINE))
    return _ways((inside_figure(plan.internal_resources, t), *goals))


def as_i_see_it_by_name(plan: Plan) -> tuple[Message, ...]:
    """Return what those figures are called, without drawing them: the page beside the work changes with every key."""
    inside = (INSIDE_TITLE,) if days_rated_inside(plan.internal_resources) >= _A_WAY else ()
    return (*inside, *(attainment_title(goal) for goal in _on_the_way(plan, _MINE)))


def _on_the_way(plan: Plan, raters: tuple[Rater, ...]) -> tuple[Goal, ...]:
    return tuple(goal for goal in plan.goals if days_rated(goal, raters) >= _A_WAY)


def _ways(found: Iterable[Figure | None]) -> tuple[Figure, ...]:
    return tuple(figure for figure in found if figure and figure.days >= _A_WAY)
