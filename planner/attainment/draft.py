"""A ladder drafted from the goal's own parts: the expected level is the goal, the others change one part of it.

Bovend'Eerdt, Botell and Wade (2009): target activity, support, quantity, time; the other levels change one of them.
The level below the expected one begins where things are now, as in the HL7 and NCQA use of the scale.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from planner.attainment.score import LEVELS
from planner.choice import Choice
from planner.entry import said
from planner.goal import Ladder, finishes, last_there_is
from planner.message import Message, say

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from planner.goal import Goal
    from planner.language import Language

_ROOM = timedelta(days=4)
"""A day that is nearer leaves no room for an earlier one."""

_FINEST = -3
"""Amounts finer than a thousandth are not laddered."""


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


@dataclass(frozen=True, slots=True)
class _Span:
    """From the least to the most that still counts as a level; without one of them it is open on that side."""

    low: int | None
    high: int | None


_Spans = tuple[_Span | None, _Span | None, _Span, _Span | None, _Span | None]


def draft_of(goal: Goal, today: date) -> Draft | None:
    """Return a ladder drafted from the goal's parts, or none where the goal does not say enough yet."""
    if finishes(goal) and (sooner := _by_time(goal, today)):
        return sooner
    return _by_quantity(goal) or _by_support(goal) or _by_time(goal, today)


def written(draft: Draft, language: Language) -> Ladder:
    """Return a draft as a ladder in one language, for the two to change."""
    names = tuple(LEVELS.values())
    levels = (getattr(draft, name) for name in names)
    return Ladder(**{name: language(level) if level else "" for name, level in zip(names, levels, strict=True)})


def _by_quantity(goal: Goal) -> Draft | None:
    now, target = goal.baseline.reading, goal.target.reading
    if now is None or target is None or now == target or min(now, target) < 0 or not said(goal.measure):
        return None
    places = -min(_exponent(now), _exponent(target), 0)
    if -places < _FINEST:
        return None
    most = last_there_is(goal)
    if most is not None and max(now, target) > most:
        return None
    finest = 10**places
    spans = _spans(int(now * finest), int(target * finest), None if most is None else int(most * finest))
    what = say("{measure} {per}", measure=goal.measure.strip(), per=goal.per.label) if goal.per else None
    shown = what or say("{words}", words=goal.measure.strip())
    return Draft(Part.QUANTITY, *(span and _amount(span, finest, shown) for span in spans)) if spans else None


def _exponent(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _spans(now: int, target: int, most: int | None) -> _Spans | None:
    """Return the five levels, each beginning where the one before ends; none where none is left beyond the goal."""
    return _rising(now, target, most) if now < target else _falling(now, target)


def _rising(now: int, target: int, most: int | None) -> _Spans | None:
    room = target if most is None else most - target
    if room <= 0:
        return None
    step = min(_round(max(1, (target - now) // 2)), room)
    last = target + 2 * step
    is_over = most is not None and last > most
    return (
        _Span(0, now - 1) if now else None,
        _Span(now, target - 1),
        _Span(target, target + step - 1),
        _Span(target + step, most if is_over else last - 1),
        None if is_over else _Span(last, most),
    )


def _falling(now: int, target: int) -> _Spans | None:
    if target == 0:
        return None
    step = min(_round(max(1, (now - target) // 2)), target)
    last = target - 2 * step
    return (
        _Span(now + 1, None),
        _Span(target + 1, now),
        _Span(target - step + 1, target),
        _Span(max(0, last + 1), target - step),
        _Span(None, last) if last >= 0 else None,
    )


def _round(step: int) -> int:
    """Return the step with one digit that counts: 2,500 steps more are as good as 2,000."""
    size = 10 ** (len(str(step)) - 1)
    return step // size * size


def _amount(span: _Span, finest: int, what: Message) -> Message:
    low = _number(span.low or 0, finest)
    if span.high is None:
        return say("{n} or more {what}", n=low, what=what)
    high = _number(span.high, finest)
    if span.low is None and span.high:
        return say("{n} or fewer {what}", n=high, what=what)
    if low == high:
        return say("{n} {what}", n=low, what=what)
    if span.high == (span.low or 0) + 1:
        return say("{low} or {high} {what}", low=low, high=high, what=what)
    return say("{low} to {high} {what}", low=low, high=high, what=what)


def _number(count: int, finest: int) -> float:
    return count if finest == 1 else count / finest


def _by_support(goal: Goal) -> Draft | None:
    action, who = _act(goal), goal.with_whom.strip()
    if not (action and who):
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
    action, day = _whole(goal) or _act(goal), goal.by_when.reading
    if not (action and day) or day - today < _ROOM:
        return None
    ahead = (day - today).days
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
    """Return all of what is to be finished, in its own count: "6 classes"; none where it is not counted."""
    if not (finishes(goal) and goal.target.reading and said(goal.measure)):
        return None
    return say("{n} {what}", n=float(goal.target.reading), what=goal.measure.strip())


def _act(goal: Goal) -> str:
    return goal.action.strip() or goal.own_words.strip()
