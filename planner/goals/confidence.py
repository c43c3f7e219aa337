"""The confidence gate: below 7 the plan is changed, never the person, and before and after are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.goals.goal import CONFIDENT_FROM, ConfidenceChange

if TYPE_CHECKING:
    from datetime import date

    from planner.goals.goal import Goal, Way


def is_unsure(goal: Goal) -> bool:
    """Whether the person is less sure than 7 of 10 (Gutnick 2014, Brief Action Planning)."""
    return goal.confidence is not None and goal.confidence < CONFIDENT_FROM


def open_change(goal: Goal) -> ConfidenceChange | None:
    """Return the change under way: a way on was chosen, and the person has not said how sure they are now."""
    last = goal.confidence_changes[-1] if goal.confidence_changes else None
    return last if last and last.after is None else None


def eased(goal: Goal, way: Way, on: date, change_id: str) -> Goal:
    """Return the goal with a way on chosen, keeping how sure the person was before."""
    if goal.confidence is None:
        return goal.amended(way_on=way)
    under_way = open_change(goal)
    change = (
        under_way.amended(way=way)
        if under_way
        else ConfidenceChange(id=change_id, on=on, before=goal.confidence, way=way)
    )
    earlier = goal.confidence_changes[:-1] if under_way else goal.confidence_changes
    return goal.amended(way_on=way, confidence_changes=(*earlier, change))


def sure_now(goal: Goal, confidence: int | None) -> Goal:
    """Return the goal with how sure the person is now, after the plan was changed."""
    under_way = open_change(goal)
    if under_way is None or confidence is None:
        return goal.amended(confidence=confidence)
    changes = (*goal.confidence_changes[:-1], under_way.amended(after=confidence))
    return goal.amended(confidence=confidence, confidence_changes=changes)
