"""The levels as amounts of what a goal counts, each beginning where the one before ends, with unit and period."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.goals.attainment.counted import counted
from planner.goals.attainment.direction import Better, better
from planner.goals.attainment.telling import tells
from planner.goals.goal import Per, last_there_is
from planner.goals.smart.sentence.detect_language import detect_language
from planner.model.entry import has_text
from planner.model.message import Message, say
from planner.words.fold import plain

if TYPE_CHECKING:
    from decimal import Decimal

    from planner.goals.goal import Goal

_FINEST = 3
"""Amounts finer than a thousandth are not laddered."""

_HOURS_A_DAY = 8
"""A day with more hours of one thing leaves no room for a level beyond."""

_WORKDAYS = 5
_PERCENT = 100
_STRETCH = re.compile(
    r"(?:full |whole |more )?(?:days?|weeks?|months?|years?|nights?|dias?|noches?|semanas?|mes(?:es)?|anos?)\b"
    r"(?! (?:at|of|en|de) (?:work|school|group|class|therapy|trabajo|escuela|grupo|clase|terapia)\b)"
)
_HOURS = re.compile(r"\b(?:hours?|hrs?|horas?)\b")
_SIGNS = {"$": "$", "usd": "$", "us$": "$", "€": "€", "£": "£"}
_MONEY = frozenset((*_SIGNS, "dollar", "dollars", "bucks", "euros", "dolar", "dolares", "pesos"))
_HUNDREDS = frozenset(("%", "percent", "por ciento"))


@dataclass(frozen=True, slots=True)
class _Span:
    """From the least to the most that still counts as a level; without one of them it is open on that side."""

    low: int | None
    high: int | None


_Spans = tuple[_Span | None, _Span | None, _Span, _Span | None, _Span | None]
Levels = tuple[Message | None, ...]


def is_money(measure: str) -> bool:
    """Whether what is counted is money."""
    return plain(measure) in _MONEY


def by_quantity(goal: Goal, language: str) -> Levels | None:
    """Return the levels; none where the goal does not say how much, of what, and which way is better."""
    now, target = goal.baseline.reading, goal.target.reading
    if now is None or target is None or min(now, target) < 0 or not _is_laddered(goal):
        return None
    places = max(_places(now), _places(target))
    way = Better.MORE if now < target else Better.LESS
    if now == target or places > _FINEST or better(goal) is not way:
        return None
    most, finest = _most(goal), 10**places
    if (most is not None and max(now, target) > most) or _fills_the_day(goal, target):
        return None
    aim = int(target * finest) - (way is Better.LESS and tells("below", goal.own_words, goal.action, goal.target.words))
    spans = _spans(int(now * finest), aim, None if most is None else int(most * finest))
    unit = _unit(goal, finest, language)
    if spans is None or unit is None:
        return None
    if unit.one is None and any(_says_one(span, finest) for span in spans):
        return None
    if goal.per in {None, Per.IN_ALL}:  # what is done in all is not undone
        spans = (None, *spans[1:])
    return tuple(span and _amount(span, unit) for span in spans)


def _is_laddered(goal: Goal) -> bool:
    """Whether what is counted has its period, or needs none.

    The days until a last day are no amount to have more of, and of "15 minutes every other day" the period is not one
    of the four.
    """
    if not has_text(goal.measure) or (goal.per is None and tells("again", goal.own_words, goal.action)):
        return False
    is_in_all = goal.per in {None, Per.IN_ALL}
    is_owed = tells("course", goal.measure) or tells("owed", goal.measure, goal.own_words, goal.action)
    return not (is_in_all and (_STRETCH.match(plain(goal.measure)) or is_owed))


def _places(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _most(goal: Goal) -> Decimal | int | None:
    """Return the most a level can name: the days of the week, the hours of the day, all of a hundred."""
    there_is = last_there_is(goal)
    measure = plain(goal.measure)
    if there_is is not None:
        is_of_work = goal.per is Per.WEEK and tells("workday", goal.own_words, goal.action)
        return min(there_is, _WORKDAYS) if is_of_work else there_is
    return _PERCENT if measure in _HUNDREDS or measure.startswith("%") else None


def _fills_the_day(goal: Goal, target: Decimal) -> bool:
    return goal.per is Per.DAY and target > _HOURS_A_DAY and _HOURS.search(plain(goal.measure)) is not None


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
    if target <= 0:
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
    """Return the step with one digit that counts, as one would say it: 2,000 for 2,500, and 5 for 7."""
    size = 10 ** (len(str(step)) - 1)
    first = step // size
    return (min(first, 5)) * size


@dataclass(frozen=True, slots=True)
class _Unit:
    """How amounts are said: the sign beside the number, and what stands behind it for one and for many."""

    one: Message | None
    many: Message
    sign: str = ""
    is_percent: bool = False
    finest: int = 1

    def number(self, count: int) -> float | Message:
        """Return a count as it is shown: "$50", "90%", "1.5"."""
        number = count / self.finest
        if self.sign:
            return say("{sign}{n}", sign=self.sign, n=number)
        return say("{n}%", n=number) if self.is_percent else number

    def behind(self, count: int) -> Message:
        """Return what stands behind that many."""
        return self.one if self.one and count == self.finest else self.many


def _unit(goal: Goal, finest: int, language: str) -> _Unit | None:
    measure, per = goal.measure.strip(), goal.per.label if goal.per else None
    if plain(measure) in _HUNDREDS or plain(measure) in _SIGNS:
        behind = per or say("")
        sign = _SIGNS.get(plain(measure), "")
        return _Unit(behind, behind, sign, is_percent=not sign, finest=finest)
    spoken = detect_language(f"{goal.own_words} {goal.action} {measure}", language)
    forms = counted(measure, is_one=goal.target.reading == 1, language=spoken)
    if forms is None:
        return None
    one, many = (_with_period(words, per) for words in (forms.one, forms.many))
    return _Unit(one, many, finest=finest) if many else None


def _with_period(words: str, per: Message | None) -> Message | None:
    if not words:
        return None
    return say("{measure} {per}", measure=words, per=per) if per else say("{words}", words=words)


def _says_one(span: _Span | None, finest: int) -> bool:
    return span is not None and span.high == finest


def _amount(span: _Span, unit: _Unit) -> Message:
    first = span.low or 0
    low = unit.number(first)
    if span.high is None:
        return say("{n} or more {what}", n=low, what=unit.many)
    high, what = unit.number(span.high), unit.behind(span.high)
    if span.low is None and span.high > unit.finest:
        return say("{n} or fewer {what}", n=high, what=what)
    if first == span.high:
        return say("{n} {what}", n=low, what=what)
    if span.high == first + 1:
        return say("{low} or {high} {what}", low=low, high=high, what=what)
    return say("{low} to {high} {what}", low=low, high=high, what=what)
