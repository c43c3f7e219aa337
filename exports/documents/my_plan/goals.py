"""What matters, what comes first, and what the person will do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.page.blocks import Callout, GoalCard, Line, Sayings, Tick, Words
from exports.page.line import joined
from planner.goals.goal import Goal, GoalStatus, Step, Whose
from planner.plan.sections import name_of
from planner.resources.referral import fell_through
from planner.words.fold import plain

if TYPE_CHECKING:
    from exports.documents.reader import Reader
    from exports.page.blocks import Block
    from planner.goals.goal import Obstacle

_REACHED_SHOWN = 3
"""As many reached goals as the page names: the newest joy, and not a list."""


def values(reader: Reader) -> tuple[Block, ...]:
    """What matters, in the person's words, and the wishes that have not become a goal yet."""
    plan = reader.plan
    grown = {goal.aim_id for goal in plan.goals}
    wishes = [aim.own_words for aim in plan.aims if aim.id not in grown and aim.own_words.strip()]
    meant = [
        Words(value.meaning, value.name) if value.meaning.strip() else Words(value.name)
        for value in plan.values
        if value.meaning.strip() or value.name.strip()
    ]
    return (*meant, *(Words(wish) for wish in wishes))


def first(reader: Reader) -> tuple[Block, ...]:
    """The first thing, in the person's words."""
    said = reader.plan.closing.first_thing
    return (Callout("", said),) if said.strip() else ()


def strengths(reader: Reader) -> tuple[Block, ...]:
    """What the person brings, as far as it fits them, and the goals they reached lately."""
    mine = (strength for strength in reader.plan.strengths if strength.is_mine)
    said = tuple(strength.own_words for strength in mine if strength.own_words.strip())
    done = (Line(reader.t("I reached this: {goal}", goal=goal)) for goal in _reached(reader.plan.goals))
    return (*((Sayings(said),) if said else ()), *done)


def _reached(goals: tuple[Goal, ...]) -> tuple[str, ...]:
    """Return the words of the goals reached last, the latest first."""
    reached = [goal for goal in goals if goal.status is GoalStatus.REACHED and goal_title(goal)]
    latest = sorted(reached, key=lambda goal: [change.on for change in goal.changes[-1:]], reverse=True)
    return tuple(goal_title(goal) for goal in latest[:_REACHED_SHOWN])


def goals(reader: Reader) -> tuple[Block, ...]:
    """Every goal the two are working on."""
    shown = ((goal, goal_title(goal)) for goal in reader.plan.goals if goal.is_open)
    return tuple(_card(goal, title, reader) for goal, title in shown if title)


def goal_title(goal: Goal) -> str:
    """Return the goal as the person says it, or else what they will do."""
    return goal.own_words.strip() or goal.action.strip()


def _card(goal: Goal, title: str, reader: Reader) -> GoalCard:
    notes = (
        _parts(goal, title, reader),
        _why(goal, reader),
        _leans(goal, reader),
        *(_obstacle(obstacle, reader) for obstacle in goal.obstacles),
    )
    steps = tuple(_tick(step, reader) for step in goal.steps if step.own_words.strip())
    return GoalCard(title, tuple(note for note in notes if note), steps)


def _parts(goal: Goal, title: str, reader: Reader) -> str:
    """Say how much, with whom and until when, as far as the person's own sentence has not said it already."""
    t, said = reader.t, plain(title)
    how_much = amount(goal, reader)
    pieces = (
        (how_much, how_much),
        (goal.with_whom, t("with {who}", who=goal.with_whom.strip())),
        (goal.by_when.words, t("until {day}", day=reader.day(goal.by_when))),
    )
    return joined(*(shown for words, shown in pieces if words.strip() and plain(words) not in said))


def amount(goal: Goal, reader: Reader) -> str:
    """Write how much of what, how often: "3 meetings a week"."""
    if not goal.target.words.strip():
        return ""
    return " ".join(filter(None, (goal.target.words.strip(), goal.measure.strip(), reader.t.show(goal.per))))


def _why(goal: Goal, reader: Reader) -> str:
    t, wanted = reader.t, goal.wanted_from_it.strip()
    if goal.whose is Whose.REQUIRED and wanted:
        return t("What I want from it: {words}", words=wanted)
    value = name_of(reader.find(goal.value_id))
    return t("Because it matters to me: {value}", value=value) if value else ""


def _leans(goal: Goal, reader: Reader) -> str:
    """Name what the goal leans on; medicines have a part of their own, which can be left off.

    A place that did not work out carries nothing.
    """
    failed = fell_through(reader.plan.referrals)
    places = (place for place in goal.resource_ids if place not in failed)
    ids = (*goal.strength_ids, *goal.support_ids, *places, *goal.visit_ids, *goal.skill_ids)
    names = joined(*reader.names(ids))
    return reader.t("I lean on: {names}", names=names) if names else ""


def _obstacle(obstacle: Obstacle, reader: Reader) -> str:
    t, trouble, plan = reader.t, obstacle.own_words.strip(), obstacle.plan.strip()
    return joined(t("If: {trouble}", trouble=trouble), t("Then I will: {plan}", plan=plan)) if trouble and plan else ""


def _tick(step: Step, reader: Reader) -> Tick:
    t = reader.t
    by = t("by {day}", day=reader.day(step.by)) if step.by.words.strip() else ""
    return Tick(step.own_words, joined(step.who, by, t("done") if step.done else ""), step.done)
