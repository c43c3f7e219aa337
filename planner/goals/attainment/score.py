"""What ratings say: the words of a level, where two people see it differently, and T over several goals."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from typing import TYPE_CHECKING

from planner.goals.goal import Goal, GoalStatus
from planner.model.entry import has_text
from planner.model.finding import Audience, Finding, Place, Weight
from planner.model.message import say, say_count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from planner.goals.goal import GoalRating
    from planner.model.message import Message

LEVELS = {-2: "much_less", -1: "less", 0: "expected", 1: "more", 2: "much_more"}
"""The field of a ladder that holds the words of each level."""

WORDS_THEN = {"by_person": "person_level", "by_counselor": "counselor_level"}
"""The field of a rating that keeps the words its level had that day."""

_CALLED = {
    -2: say("Much less than hoped"),
    -1: say("About as it was"),
    0: say("As hoped"),
    1: say("More than hoped"),
    2: say("Much more than hoped"),
}
"""What a level is called where no ladder says it; one below is where things were at the start (HL7, NCQA)."""

_RHO = 0.3
"""The assumed correlation between the scales of one person (Kiresuk and Sherman 1968)."""

_ENOUGH = 3
"""From three scales on the number steadies; two only in need."""

_FEWEST = 2


class Rater(StrEnum):
    """Who says how far it came."""

    PERSON = "by_person"
    COUNSELOR = "by_counselor"


@dataclass(frozen=True, slots=True)
class Attainment:
    """How far several goals came by a day, as one person sees it. For the staff view only.

    `t` is none where one goal alone would make it look precise. 50 means: on the whole as expected.
    """

    on: date
    rater: Rater
    scales: int
    t: float | None
    caution: Message


def t_score(scores: Sequence[tuple[int, int]]) -> float:
    """Return T for (level, weight) pairs: 50 + 10 Σwx / √((1−ρ)Σw² + ρ(Σw)²), with ρ = 0.3.

    Raises:
        ValueError: there is no scale to score.
    """
    if not scores:
        message = "T needs at least one scale"
        raise ValueError(message)
    weights = [weight for _, weight in scores]
    spread = (1 - _RHO) * sum(weight * weight for weight in weights) + _RHO * sum(weights) ** 2
    return 50 + 10 * sum(weight * level for level, weight in scores) / sqrt(spread)


def level_words(goal: Goal, level: int) -> str:
    """Return what the ladder says at a level, in the words written for this goal; empty where it says nothing."""
    return getattr(goal.ladder, LEVELS[level]).strip() if goal.ladder else ""


def level_name(goal: Goal, level: int) -> Message:
    """Return a level in words to show: those of the goal's own ladder, or else what such a level is called."""
    own = level_words(goal, level)
    return say("{words}", words=own) if own else _CALLED[level]


def rated_name(goal: Goal, rating: GoalRating, rater: Rater) -> Message | None:
    """Return the level a rating gave, in the words it had that day; none where it gave none."""
    level = _level(rating, rater)
    if level is None:
        return None
    then: str = getattr(rating, WORDS_THEN[rater.value]).strip()
    return say("{words}", words=then) if then else level_name(goal, level)


def latest_rating(goal: Goal, rater: Rater, by: date | None = None) -> GoalRating | None:
    """Return the last rating one of the two gave, up to a day."""
    given = (rating for rating in goal.ratings if _level(rating, rater) is not None and (by is None or rating.on <= by))
    return max(given, key=lambda one: one.on, default=None)


def _level(rating: GoalRating, rater: Rater) -> int | None:
    return getattr(rating, rater.value)


def attainment(goals: Iterable[Goal], rater: Rater, by: date | None = None) -> Attainment | None:
    """Return how far the goals came; none where nothing was rated. A goal set aside without blame does not count."""
    counted = [goal for goal in goals if goal.status is not GoalStatus.ASIDE]
    found = [(goal, rating) for goal in counted if (rating := latest_rating(goal, rater, by))]
    scores = [(level, goal.weight or 1) for goal, one in found if (level := _level(one, rater)) is not None]
    if not scores:
        return None
    n = len(scores)
    on = max(rating.on for _, rating in found)
    return Attainment(on, rater, n, t_score(scores) if n >= _FEWEST else None, _caution(n))


def _caution(n: int) -> Message:
    if n < _FEWEST:
        return say("One goal alone makes no number. Read the words of its ladder.")
    if n < _ENOUGH:
        return say("Two goals are few: a small change moves this number a lot.")
    return say_count(
        "From {n} goal. 50 means: as expected on the whole. It tells about the plan, not about the person.",
        "From {n} goals. 50 means: as expected on the whole. It tells about the plan, not about the person.",
        n,
    )


def attainment_over_time(goals: Sequence[Goal], rater: Rater) -> tuple[Attainment, ...]:
    """Return how far the goals had come on each day something was rated, the earliest first."""
    days = sorted({rating.on for goal in goals for rating in goal.ratings if _level(rating, rater) is not None})
    return tuple(found for day in days if (found := attainment(goals, rater, day)))


def disagreement(goal: Goal) -> Iterator[Finding]:
    """Yield where the two see a goal at different levels on the same day: something to talk about, not to settle."""
    both = (rating for rating in goal.ratings if rating.by_person is not None and rating.by_counselor is not None)
    last = max(both, key=lambda one: one.on, default=None)
    if last is None or last.by_person == last.by_counselor:
        return
    theirs, ours = (rated_name(goal, last, rater) for rater in Rater)
    if theirs and ours:
        yield Finding(
            "goal.seen_differently",
            Place("goals", goal.id, "ratings"),
            say(
                "You see this differently: “{theirs}” for the person, “{ours}” for you.",
                theirs=theirs,
                ours=ours,
            ),
            say("Ask what the person sees that you do not. Both views stay.")
            if not has_text(last.own_words)
            else say("The person's words on it are kept with the rating. Both views stay."),
            audience=Audience.STAFF,
            weight=Weight.NEXT,
        )
