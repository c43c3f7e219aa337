"""What matters, what comes first, and what the person will do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.blocks import Callout, GoalCard, Tick, Words
from exports.said import joined, said_day
from planner.day import plain
from planner.goal import Goal, Step, Whose
from planner.plan import find
from planner.strength import Strength

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from exports.blocks import Block
    from planner.entry import Item
    from planner.language import Language
    from planner.plan import Plan


def values(plan: Plan, _today: date, _t: Language) -> tuple[Block, ...]:
    """What matters, in the person's words, and the wishes that have not become a goal yet."""
    grown = {goal.aim_id for goal in plan.goals}
    wishes = [aim.own_words for aim in plan.aims if aim.id not in grown and aim.own_words.strip()]
    meant = [
        Words(value.meaning, value.name) if value.meaning.strip() else Words(value.name)
        for value in plan.values
        if value.meaning.strip() or value.name.strip()
    ]
    return (*meant, *(Words(wish) for wish in wishes))


def first(plan: Plan, _today: date, _t: Language) -> tuple[Block, ...]:
    """The first thing, in the person's words."""
    said = plan.closing.first_thing
    return (Callout("", said),) if said.strip() else ()


def goals(plan: Plan, today: date, t: Language) -> tuple[Block, ...]:
    """Every goal the two are working on."""
    shown = ((goal, goal_title(goal)) for goal in plan.goals if goal.is_open)
    return tuple(_card(plan, goal, title, today, t) for goal, title in shown if title)


def goal_title(goal: Goal) -> str:
    """Return the goal as the person says it, or else what they will do."""
    return goal.own_words.strip() or goal.action.strip()


def _card(plan: Plan, goal: Goal, title: str, today: date, t: Language) -> GoalCard:
    notes = (
        _parts(goal, title, today, t),
        _why(plan, goal, t),
        _leans(plan, goal, t),
        *(_obstacle(obstacle.own_words, obstacle.plan, t) for obstacle in goal.obstacles),
    )
    steps = tuple(_tick(step, today, t) for step in goal.steps if step.own_words.strip())
    return GoalCard(title, tuple(note for note in notes if note), steps)


def _parts(goal: Goal, title: str, today: date, t: Language) -> str:
    """Say how much, with whom and until when, as far as the person's sentence has not said it already."""
    said = plain(title)
    with_whom = t("with {who}", who=goal.with_whom.strip()) if goal.with_whom.strip() else ""
    until = t("until {day}", day=said_day(goal.by_when, today, t)) if goal.by_when.words.strip() else ""
    pieces = (
        (amount(goal, t), amount(goal, t)),
        (goal.with_whom, with_whom),
        (goal.by_when.words, until),
    )
    return joined(*(shown for words, shown in pieces if words.strip() and plain(words) not in said))


def amount(goal: Goal, t: Language) -> str:
    """Write how much of what, how often: "3 meetings a week"."""
    if not goal.target.words.strip():
        return ""
    return " ".join(filter(None, (goal.target.words.strip(), goal.measure.strip(), t.show(goal.per))))


def _why(plan: Plan, goal: Goal, t: Language) -> str:
    if goal.whose is Whose.REQUIRED and goal.wanted_from_it.strip():
        return t("What I want from it: {words}", words=goal.wanted_from_it.strip())
    value = find(plan, goal.value_id)
    return t("Because it matters to me: {value}", value=_name(value)) if value and _name(value) else ""


def _leans(plan: Plan, goal: Goal, t: Language) -> str:
    ids = (*goal.strength_ids, *goal.support_ids, *goal.resource_ids, *goal.visit_ids, *goal.skill_ids)
    names = joined(*names_of(plan, ids))
    return t("I lean on: {names}", names=names) if names else ""


def names_of(plan: Plan, ids: Iterable[str]) -> tuple[str, ...]:
    """Return what the person calls the things with these ids."""
    found = (find(plan, item_id) for item_id in ids)
    return tuple(name for item in found if item and (name := _name(item)))


def _name(item: Item) -> str:
    words = (getattr(item, field, "") for field in ("own_words", "name", "what_for"))
    return next((word.strip() for word in words if isinstance(word, str) and word.strip()), "")


def _obstacle(trouble: str, plan: str, t: Language) -> str:
    if not trouble.strip() or not plan.strip():
        return ""
    return joined(t("If: {trouble}", trouble=trouble.strip()), t("Then I will: {plan}", plan=plan.strip()))


def _tick(step: Step, today: date, t: Language) -> Tick:
    by = t("by {day}", day=said_day(step.by, today, t)) if step.by.words.strip() else ""
    done = t("done") if step.done else ""
    return Tick(step.own_words, joined(step.who, by, done), step.done)


def strengths(plan: Plan, _today: date, _t: Language) -> tuple[Block, ...]:
    """What the person brings, as far as it fits them."""
    return tuple(Words(strength.own_words) for strength in plan.strengths if _is_said(strength))


def _is_said(strength: Strength) -> bool:
    return strength.is_mine and bool(strength.own_words.strip())
