"""Coaching one goal: which of its parts is open, what does not go together, and one helpful question at a time."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from planner.goals.confidence import is_unsure, open_change
from planner.goals.goal import Goal, Step, Way, Whose, most_possible
from planner.model.choice import Choice
from planner.model.entry import has_text
from planner.model.finding import Finding, Place, Weight
from planner.model.message import Message, say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

_MATTERS_FROM = 5
"""A goal of one's own that matters less than this may not be the one to start with."""


class Letter(Choice):
    """The five qualities of a goal that holds in daily life."""

    SPECIFIC = "S", say("Specific: it says what you do")
    MEASURABLE = "M", say("Measurable: you can tell that it works")
    ACHIEVABLE = "A", say("Achievable: you can do it, with the help you have")
    RELEVANT = "R", say("Relevant: it serves what matters to you")
    TIMED = "T", say("Timed: it has a day")


def smart(goal: Goal) -> dict[Letter, bool]:
    """Return for each letter whether the goal has it. It says something about the plan, never about the person."""
    has_help = goal.way_on is not None or has_text(goal.with_whom) or bool(goal.support_ids)
    return {
        Letter.SPECIFIC: has_text(goal.action),
        Letter.MEASURABLE: has_text(goal.measure) and has_text(goal.target.words),
        Letter.ACHIEVABLE: goal.confidence is not None and (has_help or not is_unsure(goal)),
        Letter.RELEVANT: goal.value_id is not None or has_text(goal.wanted_from_it),
        Letter.TIMED: has_text(goal.by_when.words),
    }


def goal_findings(goal: Goal, today: date, left: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """Yield what does not go together in an open goal, and the one question that helps most right now.

    `left` holds the codes of questions the person chose to leave.
    """
    if goal.is_open:
        yield from misfits(goal, today)
        yield from islice((question for question in open_questions(goal) if question.code not in left), 1)


def open_questions(goal: Goal) -> Iterator[Finding]:
    """Yield what is still open in a goal, the most useful question first."""
    if not has_text(goal.own_words, goal.action):
        yield _ask(goal, "words", say("What do you want to do?"), say("Say it the way you would tell a friend."))
        return
    yield from _whose(goal)
    yield from _way_on(goal)
    yield from _parts(goal)
    yield from _rulers(goal)
    yield from _steps(goal)
    if not goal.leans:
        yield _ask(
            goal,
            "leans",
            say("What or who helps you with this?"),
            say("A strength, a person, a place: one is enough."),
            field="strength_ids",
        )


def _ask(
    goal: Goal,
    kind: str,
    says: Message,
    try_this: Message,
    *,
    field: str = "",
    weight: int = Weight.NEXT,
    ways: tuple[Message, ...] = (),
) -> Finding:
    where = Place("goals", goal.id, field or ("own_words" if kind == "words" else kind))
    return Finding(f"goal.{kind}", where, says, try_this, weight=weight, ways=ways)


def _whose(goal: Goal) -> Iterator[Finding]:
    if goal.whose is Whose.REQUIRED and not has_text(goal.wanted_from_it):
        yield _ask(
            goal,
            "wanted",
            say("Somebody requires this. What would make it worth something to you?"),
            say("A job, a ride, peace at home: whatever you would gain counts."),
            field="wanted_from_it",
        )


def _way_on(goal: Goal) -> Iterator[Finding]:
    if not is_unsure(goal):
        return
    if goal.way_on is None:
        yield _ask(
            goal,
            "confidence",
            say("What would make this easier?"),
            say("Change the plan, not yourself. Which of these would help?"),
            field="way_on",
            weight=Weight.EASIER,
            ways=tuple(way.label for way in Way),
        )
    elif way := _way_to_go(goal):
        says, try_this, field = way
        yield _ask(goal, "way_on", says, try_this, field=field, weight=Weight.EASIER)
    elif open_change(goal):
        says = say("How sure are you now?")
        try_this = say("The plan has changed. A new number is welcome.")
        yield _ask(goal, "sure_again", says, try_this, field="confidence", weight=Weight.EASIER)


def _way_to_go(goal: Goal) -> tuple[Message, Message, str] | None:
    """Return the question of the way that was chosen, as long as the plan does not show it yet."""
    match goal.way_on:
        case Way.SMALLER_STEP if not _worded_steps(goal):
            return say("What is the smallest step that still counts?"), say("Something for this week."), "steps"
        case Way.MORE_HELP if not (has_text(goal.with_whom) or goal.support_ids):
            return say("Who could stand beside you here?"), say("One name is enough to start."), "support_ids"
        case Way.OBSTACLE_PLAN if not any(has_text(obstacle.plan) for obstacle in goal.obstacles):
            asks = say("What could get in the way, and what would you do then?")
            return asks, say("One “if” and one “then” are enough."), "obstacles"
        case Way.ANOTHER_GOAL:
            return say("What would you rather do?"), say("This goal can rest. Nothing is lost."), "status"
        case _:
            return None


def _parts(goal: Goal) -> Iterator[Finding]:
    if not has_text(goal.action):
        yield _ask(goal, "action", say("What would somebody see you do?"), say("Walk, call, go, write: one thing."))
    if not has_text(goal.measure):
        yield _ask(
            goal,
            "measure",
            say("How will you know that it works?"),
            say("Meetings, walks, nights of sleep: something you can count or tick."),
        )
    elif not has_text(goal.target.words):
        yield _ask(goal, "target", say("How much would feel right?"), say("One number will do. It can change later."))
    elif goal.per is None:
        yield _ask(goal, "per", say("How often is that?"), say("A day, a week, a month, or in all."))
    if goal.value_id is None and not has_text(goal.wanted_from_it):
        yield _ask(
            goal,
            "value",
            say("Why does this matter to you?"),
            say("Pick the thing in your life that it serves."),
            field="value_id",
        )
    if not has_text(goal.by_when.words):
        yield _ask(
            goal,
            "by_when",
            say("By when do you look at whether it worked?"),
            say("A day you can name keeps it close."),
        )


def _rulers(goal: Goal) -> Iterator[Finding]:
    if goal.confidence is None:
        yield _ask(
            goal,
            "how_sure",
            say("How sure are you that you can do this?"),
            say("From 0 to 10. A low number helps us to change the plan."),
            field="confidence",
        )
    if goal.importance is not None and goal.importance < _MATTERS_FROM and goal.whose is not Whose.REQUIRED:
        yield _ask(
            goal,
            "importance",
            say("What would make this matter more to you?"),
            say("It can also wait. Is there something that matters more right now?"),
        )


def _worded_steps(goal: Goal) -> list[Step]:
    return [step for step in goal.steps if has_text(step.own_words)]


def _steps(goal: Goal) -> Iterator[Finding]:
    steps = _worded_steps(goal)
    if not steps:
        yield _ask(goal, "steps", say("What is one small thing to start with?"), say("Small enough to tick off."))
    undated = next((step for step in steps if not step.done and not has_text(step.by.words)), None)
    if undated:
        where = Place("goals", undated.id, "by")
        yield Finding("step.day", where, say("By which day?"), say("Pick a day you can see from here."))
    unplanned = next(
        (obstacle for obstacle in goal.obstacles if has_text(obstacle.own_words) and not has_text(obstacle.plan)), None
    )
    if unplanned:
        where = Place("goals", unplanned.id, "plan")
        yield Finding("obstacle.plan", where, say("If that happens, what will you do?"), say("One line is enough."))


def misfits(goal: Goal, today: date) -> Iterator[Finding]:
    """Yield parts of a goal that do not go together, or days that have gone by."""
    yield from _misfit_days(goal, today)
    if goal.target.reading is not None and goal.target.reading == goal.baseline.reading:
        yield _misfit(
            Place("goals", goal.id, "target"),
            "goal.same",
            say("Now and hoped for are the same number. Do you want to keep it up, or change it?"),
            say("Keeping something up is a goal too."),
        )
    most = most_possible(goal)
    if most and goal.target.reading is not None and goal.target.reading > most:
        yield _misfit(
            Place("goals", goal.id, "target"),
            "goal.too_many",
            say("That is more days than there are. How many would fit?"),
            say("One or two to start with are fine."),
        )
    for step in _worded_steps(goal):
        yield from _misfit_step(goal, step, today)


def _misfit(where: Place, code: str, says: Message, try_this: Message) -> Finding:
    return Finding(code, where, says, try_this, weight=Weight.MISFIT)


def _misfit_days(goal: Goal, today: date) -> Iterator[Finding]:
    end, start, review = goal.by_when.reading, goal.start.reading, goal.review_on.reading
    if not end:
        return
    if start and start > end:
        yield _misfit(
            Place("goals", goal.id, "by_when"),
            "goal.order",
            say("The end is before the start. Which of the two days fits?"),
            say("Change either one."),
        )
    elif end < today:
        yield _misfit(
            Place("goals", goal.id, "by_when"),
            "goal.past",
            say("That day has come. How far did you get?"),
            say("Call it reached, make it smaller, or pick a new day."),
        )
    if review and review > end:
        yield _misfit(
            Place("goals", goal.id, "review_on"),
            "goal.review_late",
            say("You look at it again after it ends. Would a look before that help?"),
            say("About half-way is a good time."),
        )


def _misfit_step(goal: Goal, step: Step, today: date) -> Iterator[Finding]:
    day, end = step.by.reading, goal.by_when.reading
    if step.done or not day:
        return
    where = Place("goals", step.id, "by")
    if day < today:
        yield _misfit(where, "step.past", say("That day has gone by. Is it done?"), say("Tick it, or pick a new day."))
    elif end and day > end:
        yield _misfit(
            where,
            "step.late",
            say("This step comes after the goal ends. Which day fits?"),
            say("Change either one."),
        )
