"""Rating a goal again, and what becomes of it: reached, made smaller, set aside, taken up again.

    goal = rated(goal, today, rating_id, by_person=0, confidence=7)
    goal = became(goal, GoalStatus.REACHED, today, change_id, "I go every week now")
    says(goal.status)        what the two read then

How it stood before stays beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planner.goals.attainment import WORDS_THEN, level_words
from planner.goals.confidence import sure_now
from planner.goals.goal import GoalChange, GoalRating, GoalStatus
from planner.model.items import with_item
from planner.model.message import Message, say

if TYPE_CHECKING:
    from datetime import date

    from planner.goals.goal import Goal

_SAYS = {
    GoalStatus.ACTIVE: say("You are on it again."),
    GoalStatus.REACHED: say("You did what you set out to do. What helped you get there?"),
    GoalStatus.SMALLER: say("Smaller is a good size to start from. What makes this one fit?"),
    GoalStatus.ASIDE: say("It can rest. What do you want to keep from it?"),
}


def says(status: GoalStatus) -> Message:
    """Return what the two read when a goal comes to stand there: joy, or no blame."""
    return _SAYS[status]


def rated(goal: Goal, on: date, rating_id: str, **given: Any) -> Goal:
    """Return the goal with what is said about it on a day; a second word on the same day goes to the same rating.

    `given` names fields of `GoalRating`. How sure the person is now becomes the goal's own confidence too; a number
    that is taken back leaves it as it stands.
    """
    words = {
        kept: "" if given[level] is None else level_words(goal, given[level])
        for level, kept in WORDS_THEN.items()
        if level in given
    }
    known = next((rating for rating in reversed(goal.ratings) if rating.on == on), None)
    rating = (known or GoalRating(id=rating_id, on=on)).amended(**given, **words)
    goal = goal.amended(ratings=with_item(goal.ratings, rating))
    return goal if given.get("confidence") is None else sure_now(goal, given["confidence"])


def became(goal: Goal, status: GoalStatus, on: date, change_id: str, own_words: str = "") -> Goal:
    """Return the goal where it stands now, with how it stood before."""
    change = GoalChange(
        id=change_id,
        on=on,
        status=status,
        own_words=own_words,
        words_before=goal.own_words,
        target_before=goal.target,
        by_when_before=goal.by_when,
    )
    return goal.amended(status=status, changes=(*goal.changes, change))
