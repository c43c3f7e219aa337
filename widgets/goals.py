"""Goals: what matters most, the broad wishes, and the goals with their parts, rulers, steps and what they lean on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner import library
from planner.confidence import eased, is_unsure, open_change, sure_now
from planner.finding import Finding, Place
from planner.goal import Aim, Goal, Obstacle, Step, Way, Whose
from planner.message import say
from planner.value import Value
from widgets.cards import Cards
from widgets.fields import Fields, form
from widgets.fields.chips import Chip
from widgets.fields.ruler import Ruler
from widgets.leaf import Leaf
from widgets.links import links
from widgets.markup import div, para, tag
from widgets.note import Note, Notes
from widgets.pages import Pages
from widgets.sitting import use_sitting

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.path import Path
    from planner.plan import Plan

VALUE = form(Value, "name", "meaning")
AIM = form(Aim, "own_words", "value_id")
OWN_WORDS = form(Goal, "own_words")
WHY = form(Goal, "value_id", "aim_id", "whose")
REQUIRED = form(Goal, "wanted_from_it")
PARTS = form(Goal, "action", ("measure", "target", "baseline"), "per", "with_whom", ("start", "by_when", "review_on"))
IMPORTANCE = form(Goal, "importance")
STEP = form(Step, "own_words", ("who", "by"), "done")
OBSTACLE = form(Obstacle, "own_words", "plan")
LEANS = form(Goal, "strength_ids", "support_ids", "resource_ids", "medication_ids", "visit_ids", "skill_ids")
STANDING = form(Goal, "status")

PAGES = (
    ("why", say("Why")),
    ("parts", say("What and when")),
    ("sure", say("How sure")),
    ("steps", say("Steps")),
    ("obstacles", say("What if")),
    ("leans", say("What carries it")),
)
GATE = "goal.confidence"
"""The finding that has its own place on the page, with its four ways on."""

PAGE_OF = {Way.SMALLER_STEP: "steps", Way.MORE_HELP: "leans", Way.OBSTACLE_PLAN: "obstacles", Way.ANOTHER_GOAL: "why"}


def _values(plan: Plan, findings: tuple[Finding, ...]) -> Any:
    return ValueCards(plan.values, findings)


@reacton.component
def ValueCards(values: tuple[Value, ...], findings: tuple[Finding, ...]) -> Any:
    """Draw the values, with a list in plain words to start from."""
    t = use_sitting().t
    named = {value.key for value in values}
    offers = tuple((one.name, _value(one.key, one.name)) for one in library.values(t.code) if one.key not in named)
    return Cards(
        values,
        ("values",),
        VALUE,
        title=lambda value: value.name,
        new=lambda new_id: Value(id=new_id),
        add=say("Something else that matters"),
        offers=offers,
        findings=findings,
    )


def _value(key: str, name: str) -> Callable[[str], Value]:
    return lambda new_id: Value(id=new_id, key=key, name=name)


def _aims(plan: Plan, findings: tuple[Finding, ...]) -> Any:
    return Cards(
        plan.aims,
        ("aims",),
        AIM,
        title=lambda aim: aim.own_words,
        new=lambda new_id: Aim(id=new_id),
        add=say("Add a wish"),
        links=links(plan),
        findings=findings,
    )


def _goals(plan: Plan, findings: tuple[Finding, ...]) -> Any:
    known = links(plan)
    return Cards(
        plan.goals,
        ("goals",),
        OWN_WORDS,
        title=lambda goal: goal.own_words,
        new=lambda new_id: Goal(id=new_id),
        add=say("Add a goal"),
        links=known,
        body=lambda goal, path: GoalPages(goal, path, known, tuple(f for f in findings if f.where.item == goal.id)),
        below=PartsRead,
    )


@reacton.component
def PartsRead(goal: Goal) -> Any:
    """Draw what a goal says so far; what is open is a dashed line and a question."""
    t = use_sitting().t
    amount = " ".join(part for part in (goal.target.words, goal.measure, t(goal.per.label) if goal.per else "") if part)
    parts = (
        (say("What"), say("What exactly?"), goal.action),
        (say("How much"), say("How much, how often?"), amount),
        (say("With"), say("With whom?"), goal.with_whom),
        (say("By when"), say("By when?"), goal.by_when.words),
    )
    return tag("dl", *(_part(t(name), t(ask), words) for name, ask, words in parts), cls="rp-parts")


def _part(name: str, ask: str, words: str) -> Any:
    said = words.strip()
    return div(tag("dt", name if said else ask), tag("dd", said), cls="rp-part" if said else "rp-part rp-part-open")


@reacton.component
def GoalPages(goal: Goal, path: Path, known: dict[str, Any], findings: tuple[Finding, ...]) -> Any:
    """Draw what stands behind a goal's words, one page at a time."""
    opened, turn = reacton.use_state("why")

    def draw(page: str) -> Any:
        match page:
            case "why":
                return div(
                    Fields(WHY, goal, path, links=known),
                    Fields(REQUIRED, goal, path) if goal.whose is Whose.REQUIRED else None,
                    cls="rp-fields",
                )
            case "parts":
                return Fields(PARTS, goal, path)
            case "sure":
                return div(Fields(IMPORTANCE, goal, path), Confidence(goal, path, turn), cls="rp-fields")
            case "steps":
                return Cards(
                    goal.steps,
                    (*path, "steps"),
                    STEP,
                    title=lambda step: step.own_words,
                    new=lambda new_id: Step(id=new_id),
                    add=say("Add a step"),
                )
            case "obstacles":
                return Cards(
                    goal.obstacles,
                    (*path, "obstacles"),
                    OBSTACLE,
                    title=lambda one: one.own_words,
                    new=lambda new_id: Obstacle(id=new_id),
                    add=say("Add what could get in the way"),
                )
            case _:
                return div(Fields(LEANS, goal, path, links=known), Fields(STANDING, goal, path), cls="rp-fields")

    gate_speaks = opened == "sure" and is_unsure(goal)
    return div(
        Pages(goal.id, PAGES, draw, opened, turn),
        None if gate_speaks else Notes(tuple(one for one in findings if one.code != GATE)),
    )


@reacton.component
def Confidence(goal: Goal, path: Path, turn: Callable[[str], None]) -> Any:
    """Draw how sure the person is, and below 7 the ways to make it easier."""
    sitting = use_sitting()
    t, desk = sitting.t, sitting.desk
    under_way = open_change(goal)

    def choose(way: Way) -> Callable[[], None]:
        def press() -> None:
            desk.put(path, eased(goal, way, sitting.today, desk.new_id()))
            turn(PAGE_OF[way])

        return press

    ways = [Chip(t(way.label), goal.way_on is way, choose(way)) for way in Way]
    gate = Finding(
        GATE,
        Place("goals", goal.id, "confidence"),
        say("What would make this easier?"),
        say("We change the plan, not you. Which way on feels right?"),
    )
    before = para(t("Before: {before} of 10", before=under_way.before), cls="rp-help") if under_way else None
    return div(
        Ruler(Goal, "confidence", goal.confidence, path, lambda number: desk.put(path, sure_now(goal, number))),
        before,
        Note(gate, *ways) if is_unsure(goal) else None,
    )


LEAVES = (
    Leaf(
        "goals.values",
        say("Pick what speaks to you, or say it in your own words. Three is plenty."),
        _values,
        lambda plan: ", ".join(value.name for value in plan.values if value.name.strip()),
    ),
    Leaf(
        "goals.aims",
        say("Big and loose is fine here. We make it smaller together."),
        _aims,
        lambda plan: " · ".join(aim.own_words for aim in plan.aims if aim.own_words.strip()),
    ),
    Leaf(
        "goals.goals",
        say("One is enough to begin with."),
        _goals,
        lambda plan: " · ".join(goal.own_words for goal in plan.goals if goal.own_words.strip()),
    ),
)
