"""How a plan reads to a careful colleague: our own rubric over what published ones look for. For the staff view only.

The constructs follow Stanhope and Tondora (2021, the PCCP assessment measure: strengths, life goals, natural supports,
self-directed actions, community, measurable objectives, the person's input) and Stewart (2024, how success is
measured). The wording and the rules are our own; neither instrument is reproduced, and no total is made.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.goals.coach import Letter, smart
from planner.goals.confidence import is_unsure
from planner.goals.goal import Whose
from planner.model.choice import Choice
from planner.model.entry import has_text
from planner.model.finding import Place
from planner.model.message import Message, say
from planner.plan.plan import is_left_open
from planner.resources.support import Bond
from planner.words.fold import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from planner.goals.goal import Goal, Step
    from planner.plan.plan import Plan

ABOUT = say("Our own list, made after published ones. It looks at the plan, never at the person or at you.")

_SELF = frozenset(("", "me", "i", "myself", "yo", "mi", "yo mismo", "yo misma"))
"""How people write that they do a step themselves; left empty it is theirs as well."""


class Standing(Choice):
    """How far a plan has come with one point."""

    OPEN = "open", say("Still open")
    BEGUN = "begun", say("Begun")
    THERE = "there", say("There")


@dataclass(frozen=True, slots=True)
class Point:
    """One thing a colleague would look for, where the plan shows it, and where it is still open."""

    code: str
    title: Message
    standing: Standing
    rests_on: tuple[Place, ...]
    open_at: tuple[Place, ...]
    try_this: Message


@dataclass(frozen=True, slots=True)
class _Rule:
    code: str
    title: Message
    try_this: Message
    topic: str
    look: Callable[[Plan], tuple[list[Place], list[Place]]]
    """Return where the plan has it, and where it is open."""


def quality(plan: Plan) -> tuple[Point, ...]:
    """Return every point for a plan; what the person left open ("not today", "not for me") is not looked at."""
    return tuple(_point(rule, plan) for rule in _RULES if not is_left_open(plan, rule.topic))


def _point(rule: _Rule, plan: Plan) -> Point:
    there, missing = rule.look(plan)
    standing = Standing.OPEN if not there else Standing.BEGUN if missing else Standing.THERE
    return Point(rule.code, rule.title, standing, tuple(there), tuple(missing), rule.try_this)


def _open_goals(plan: Plan) -> list[Goal]:
    return [goal for goal in plan.goals if goal.is_open and has_text(goal.own_words, goal.action)]


def _goals(field: str, holds: Callable[[Goal], bool]) -> Callable[[Plan], tuple[list[Place], list[Place]]]:
    """Look at every open goal; a plan without one has it open."""

    def look(plan: Plan) -> tuple[list[Place], list[Place]]:
        goals = _open_goals(plan)
        if not goals:
            return [], [Place("goals", field="goals")]
        return (
            [Place("goals", goal.id, field) for goal in goals if holds(goal)],
            [Place("goals", goal.id, field) for goal in goals if not holds(goal)],
        )

    return look


def _either(there: Iterable[Place], otherwise: Place) -> tuple[list[Place], list[Place]]:
    """Look for any one place; with none, it is open at the other."""
    found = list(there)
    return found, [] if found else [otherwise]


def _is_own(step: Step) -> bool:
    return has_text(step.own_words) and plain(step.who) in _SELF


def _strengths(plan: Plan) -> tuple[list[Place], list[Place]]:
    """Look for a strength the person stands by, or a skill, under each goal."""
    mine = {strength.id for strength in plan.strengths if strength.is_mine} | {skill.id for skill in plan.skills}
    return _goals("strength_ids", lambda goal: bool(mine & {*goal.strength_ids, *goal.skill_ids}))(plan)


def _natural_supports(plan: Plan) -> tuple[list[Place], list[Place]]:
    """Look for people of one's own in the circle, and for a goal that leans on one of them."""
    own = {support.id for support in plan.supports if has_text(support.name) and support.bond not in {None, Bond.PAID}}
    circle = [Place("resources", one.id, "bond") for one in plan.supports if one.id in own]
    leaning = [Place("goals", goal.id, "support_ids") for goal in _open_goals(plan) if own & set(goal.support_ids)]
    missing = [] if circle else [Place("resources", field="supports")]
    return [*circle, *leaning], missing or ([] if leaning else [Place("goals", field="goals")])


def _community(plan: Plan) -> tuple[list[Place], list[Place]]:
    """Look for places of the community that a goal or a need leads to."""
    linked = {link for goal in _open_goals(plan) for link in goal.resource_ids}
    places = [resource for resource in plan.resources if has_text(resource.name)]
    there = [Place("resources", place.id, "name") for place in places if place.id in linked or place.need_ids]
    open_at = [Place("resources", one.id, "name") for one in places if one.is_now and one.id not in linked]
    return there, [] if there else open_at or [Place("resources", field="resources")]


def _hard_days(plan: Plan) -> tuple[list[Place], list[Place]]:
    """Look for early signs, what helps, and somebody to call."""
    signs = [
        Place("safety", warning_sign.id, "own_words")
        for warning_sign in plan.warning_signs
        if has_text(warning_sign.own_words)
    ]
    helps = [Place("safety", one.id, "own_words") for one in plan.helps if has_text(one.own_words)]
    first = plan.lapse_page.call_first_id
    calls = [
        Place("resources", support.id, "when_hard")
        for support in plan.supports
        if support.when_hard or support.id == first
    ]
    parts = ((signs, "warning_signs"), (helps, "helps"), (calls, "lapse_page.call_first_id"))
    return (
        [place for found, _ in parts for place in found],
        [Place("safety", field=field) for found, field in parts if not found],
    )


def _said_yes(plan: Plan) -> tuple[list[Place], list[Place]]:
    closing = plan.closing
    places = ((closing.answer is not None, "answer"), (has_text(closing.first_thing), "first_thing"))
    there = [Place("review", field=f"closing.{field}") for holds, field in places if holds]
    return there, [Place("review", field=f"closing.{field}") for holds, field in places if not holds]


_RULES = (
    _Rule(
        "own_words",
        say("The goals speak in the person's own words"),
        say("Ask: how would you tell it to a friend? Write that down."),
        "goals.goals",
        _goals("own_words", lambda goal: has_text(goal.own_words)),
    ),
    _Rule(
        "whose",
        say("The person wants the goals, or wants something from them"),
        say("Where somebody requires it, ask what would make it worth it."),
        "goals.goals",
        _goals("whose", lambda goal: has_text(goal.wanted_from_it) or goal.whose in {Whose.MINE, Whose.OURS}),
    ),
    _Rule(
        "life",
        say("Each goal serves something that matters in life"),
        say("Ask why it matters, and pick the value with the person."),
        "goals.values",
        _goals("value_id", lambda goal: bool(goal.value_id or goal.aim_id)),
    ),
    _Rule(
        "strengths",
        say("Each goal leans on a strength"),
        say("Look at what the person brings: which of it carries this goal?"),
        "strengths",
        _strengths,
    ),
    _Rule(
        "natural_supports",
        say("People of the person's own stand beside the goals"),
        say("Ask who would be glad to help. One name is enough."),
        "resources.circle",
        _natural_supports,
    ),
    _Rule(
        "self_directed",
        say("The person does a step of each goal"),
        say("Find one small step that is theirs."),
        "goals.steps",
        _goals("steps", lambda goal: any(_is_own(step) for step in goal.steps)),
    ),
    _Rule(
        "community",
        say("The plan leads out into the community"),
        say("A group, a class, a place of faith: which place fits a goal?"),
        "resources.places",
        _community,
    ),
    _Rule(
        "measurable",
        say("Each goal says how you will both know"),
        say("Ask what you could count or tick."),
        "goals.parts",
        _goals("measure", lambda goal: smart(goal)[Letter.MEASURABLE]),
    ),
    _Rule(
        "timed",
        say("Each goal has a day to look at it"),
        say("Pick a day you both can name."),
        "goals.parts",
        _goals("by_when", lambda goal: has_text(goal.by_when.words) or has_text(goal.review_on.words)),
    ),
    _Rule(
        "confidence",
        say("The person was asked how sure they are, and the plan was changed where they were not"),
        say("Below 7, change the plan: a smaller step, more help, a plan for what gets in the way."),
        "goals.rulers",
        _goals("confidence", lambda goal: goal.confidence is not None and (not is_unsure(goal) or bool(goal.way_on))),
    ),
    _Rule(
        "obstacles",
        say("There is a plan for what could get in the way"),
        say("Ask: if it rains, if the bus is late, what then?"),
        "goals.goals",
        _goals(
            "obstacles",
            lambda goal: any(has_text(obstacle.own_words) and has_text(obstacle.plan) for obstacle in goal.obstacles),
        ),
    ),
    _Rule(
        "hard_days",
        say("Hard days have a plan: early signs, what helps, who to call"),
        say("Write it while it is calm."),
        "safety",
        _hard_days,
    ),
    _Rule(
        "input",
        say("The person said what comes first, and whether this is their plan"),
        say("All three answers are good ones. Ask at the end."),
        "review.answer",
        _said_yes,
    ),
    _Rule(
        "next",
        say("There is a day to look at the whole plan again"),
        say("Within two weeks to six months."),
        "review.next",
        lambda plan: _either(
            [Place("review", field="closing.next_on")] if has_text(plan.closing.next_on.words) else [],
            Place("review", field="closing.next_on"),
        ),
    ),
)
