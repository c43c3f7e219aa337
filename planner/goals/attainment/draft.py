"""A ladder drafted from the goal's own parts: the expected level is the goal, the others change one part of it.

Bovend'Eerdt, Botell and Wade (2009): target activity, support, quantity, time; the other levels change one of them.
The level below the expected one begins where things are now, as in the HL7 and NCQA use of the scale.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from planner.goals.attainment.direction import is_left_out
from planner.goals.attainment.quantity import by_quantity, is_money
from planner.goals.attainment.score import LEVELS
from planner.goals.attainment.task import act_done_once, is_task, lasts_until, names
from planner.goals.goal import Ladder, Per, finishes
from planner.model.choice import Choice
from planner.model.entry import has_text
from planner.model.message import Message, say

if TYPE_CHECKING:
    from datetime import date

    from planner.goals.goal import Goal
    from planner.words.language import Language

_ROOM = timedelta(days=4)
"""A day that is nearer leaves no room for an earlier one."""


class Part(Choice):
    """Which part of the goal the levels change."""

    QUANTITY = "quantity", say("How much")
    SUPPORT = "support", say("With how much help")
    TIME = "time", say("By when")


@dataclass(frozen=True, slots=True)
class Draft:
    """Five levels in words; none where the goal leaves no room for one."""

    part: Part
    much_less: Message | None
    less: Message | None
    expected: Message | None
    more: Message | None
    much_more: Message | None


def draft_of(goal: Goal, today: date, language: str = "en") -> Draft | None:
    """Return a ladder drafted from the goal's parts, in the person's language; none where they do not say enough.

    A level that makes no sense is worse than no draft: what is not plain is left to the two.
    """
    if finishes(goal) and (sooner := _by_time(goal, today)):
        return sooner
    if (levels := by_quantity(goal, language)) is not None:
        return Draft(Part.QUANTITY, *levels)
    return _by_support(goal) or _by_time(goal, today)


def written(draft: Draft, language: Language) -> Ladder:
    """Return a draft as a ladder in one language, for the two to change."""
    names = tuple(LEVELS.values())
    levels = (getattr(draft, name) for name in names)
    return Ladder(**{name: language(level).strip() if level else "" for name, level in zip(names, levels, strict=True)})


def _by_support(goal: Goal) -> Draft | None:
    """Return a ladder of less and less help, for a task somebody helps with: company is no help to outgrow."""
    action, who = goal.action.strip(), goal.with_whom.strip()
    if not (action and who) or not is_task(action) or names(action, who) or is_left_out(goal):
        return None
    return Draft(
        Part.SUPPORT,
        None,
        say("Not yet, as it is now"),
        say("{action}, with {who}", action=action, who=who),
        say("{action}, after a reminder from {who}", action=action, who=who),
        say("{action}, on my own", action=action),
    )


def _by_time(goal: Goal, today: date) -> Draft | None:
    day, begins = goal.by_when.reading, max(today, goal.start.reading or today)
    if not day or day - begins < _ROOM or lasts_until(goal.by_when.words):
        return None
    action = _whole(goal) or _done_once(goal, today)
    if not action:
        return None
    ahead = (day - begins).days
    sooner, soonest = day - timedelta(days=ahead // 4), day - timedelta(days=ahead // 2)
    return Draft(
        Part.TIME,
        None,
        say("Not by {day}", day=day),
        say("{action}, by {day}", action=action, day=day),
        say("{action}, by {day}", action=action, day=sooner),
        say("{action}, by {day}", action=action, day=soonest),
    )


def _whole(goal: Goal) -> Message | None:
    """Return all of what is to be finished, in its own count: "6 classes"; none where it is not counted.

    A sum of money alone does not say what is done with it: "$900" of a fine that is paid off.
    """
    if not (finishes(goal) and goal.target.reading and has_text(goal.measure)) or is_money(goal.measure):
        return None
    return say("{n} {what}", n=float(goal.target.reading), what=goal.measure.strip())


def _done_once(goal: Goal, today: date) -> str:
    """Return what is done once and then done, without its day; empty for what goes on, or has an amount of its own."""
    if is_left_out(goal) or goal.per not in {None, Per.IN_ALL} or has_text(goal.target.words):
        return ""
    acts = [act_done_once(words, today) for words in (goal.action, goal.own_words) if has_text(words)]
    return acts[0] if acts and all(acts) else ""
