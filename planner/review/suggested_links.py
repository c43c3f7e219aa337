"""What a goal could lean on, out of what the person has said already: who is named, what fits, what is strong.

for lean in could_lean_on(plan, goal):
goal.amended(**{lean.field: (*getattr(goal, lean.field), lean.item)})
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from planner.model.entry import has_text
from planner.model.message import say
from planner.skills.skill import Mastery
from planner.strengths.strength import StrengthKind
from planner.words.fold import is_named_in, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planner.goals.goal import Goal
    from planner.model.message import Message
    from planner.plan.plan import Plan
    from planner.strengths.strength import Strength

_STRONG_FROM = 7
"""From here on 0 to 10 something helped a lot."""

_STEM = 5
"""Words that begin with the same letters speak of the same thing: "meeting", "meetings"."""

_COMMON = frozenset(
    {
        *("about", "after", "again", "until", "every", "there", "their", "these", "those", "where", "which", "would"),
        *("could", "never", "other", "three", "week", "weeks", "month", "months", "today", "still", "things"),
        *("desde", "hasta", "cuando", "donde", "todos", "todas", "semana", "semanas", "meses", "nunca"),
        *("sobre", "tengo"),
    }
)
"""Long words that say nothing about what a thing is, in both languages."""

_OWNED = re.compile(r"['’]s\b")
"""What stands behind a name to which something belongs: "Luis's car"."""

_NAMED, _SAME, _HELPED, _STRONG = (
    say("You named them."),
    say("It speaks of the same thing."),
    say("It helped you a lot before."),
    say("You are strong in this."),
)


@dataclass(frozen=True, slots=True)
class Lean:
    """One thing a goal could lean on: the goal's field that would hold it, its id, its words, and why it fits."""

    field: str
    item: str
    words: str
    because: Message


def could_lean_on(plan: Plan, goal: Goal, at_most: int = 3) -> tuple[Lean, ...]:
    """Return what fits best and is not linked yet, the nearest first; each once."""
    seen: dict[str, Lean] = {}
    for lean in _found(plan, goal):
        if lean.item not in getattr(goal, lean.field):
            seen.setdefault(lean.item, lean)
    return tuple(islice(seen.values(), at_most))


def helped_before(plan: Plan, at_most: int = 3) -> tuple[Strength, ...]:
    """Return the coping skills of the person, what helped most first: they are strong where it is hard, too."""
    known = (
        strength
        for strength in plan.strengths
        if strength.kind is StrengthKind.COPING and strength.is_mine and has_text(strength.own_words)
    )
    return tuple(islice(sorted(known, key=lambda one: -(one.how_much or 0)), at_most))


def _found(plan: Plan, goal: Goal) -> Iterator[Lean]:
    yield from _named(plan, goal)
    yield from _same(plan, goal)
    yield from _strong(plan)


def _spoken(goal: Goal) -> str:
    parts = (step_words for step in goal.steps for step_words in (step.own_words, step.who))
    plans = (words for obstacle in goal.obstacles for words in (obstacle.own_words, obstacle.plan))
    return " ".join((goal.own_words, goal.action, goal.measure, goal.with_whom, *parts, *plans))


def _named(plan: Plan, goal: Goal) -> Iterator[Lean]:
    spoken = _OWNED.sub("", _spoken(goal))
    for support in plan.supports:
        if is_named_in(support.name, spoken):
            yield Lean("support_ids", support.id, support.name.strip(), _NAMED)


def _same(plan: Plan, goal: Goal) -> Iterator[Lean]:
    spoken = _stems(_spoken(goal))
    for field, item, words, more in _all(plan):
        if has_text(words) and spoken & _stems(f"{words} {more}"):
            yield Lean(field, item, words.strip(), _SAME)


def _all(plan: Plan) -> Iterator[tuple[str, str, str, str]]:
    """Yield everything a goal can lean on: the goal's field, the id, the words that name it, and what else it says."""
    yield from (
        ("strength_ids", strength.id, strength.own_words, strength.when_it_helped)
        for strength in plan.strengths
        if strength.is_mine
    )
    yield from (("resource_ids", resource.id, resource.name, resource.what) for resource in plan.resources)
    yield from (("support_ids", support.id, support.name, support.helps_with) for support in plan.supports)
    yield from (("skill_ids", skill.id, skill.name, skill.when_to_use) for skill in plan.skills)


def _strong(plan: Plan) -> Iterator[Lean]:
    rated = [one for one in plan.strengths if one.is_mine and has_text(one.own_words) and one.how_much is not None]
    for strength in sorted(rated, key=lambda one: -(one.how_much or 0)):
        if (strength.how_much or 0) >= _STRONG_FROM:
            yield Lean("strength_ids", strength.id, strength.own_words.strip(), _HELPED)
    for skill in plan.skills:
        if skill.mastery is Mastery.STRONG and has_text(skill.name):
            yield Lean("skill_ids", skill.id, skill.name.strip(), _STRONG)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _telling(words_of(text)))


def _telling(words: Iterable[str]) -> Iterator[str]:
    return (word for word in words if len(word) >= _STEM and word not in _COMMON and not word.isdecimal())
