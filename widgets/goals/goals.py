"""Goals: what matters most, the broad wishes, and the goals with their parts, rulers, steps and what they lean on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner import library
from planner.goals.confidence import is_unsure, sure_now
from planner.goals.goal import Aim, Goal, Obstacle, Step, Way, Whose
from planner.goals.value import Value
from planner.model.message import say
from widgets.draft.context import use_session
from widgets.elements.markup import div, para, tag
from widgets.elements.note import Notes
from widgets.elements.pages import Pages, use_page
from widgets.elements.topic_card import TopicCard
from widgets.forms import Fields, form, page_of
from widgets.forms.cards import Cards
from widgets.forms.link_options import links
from widgets.goals.attainment import Attainments, Scale
from widgets.goals.confidence import GATE, Confidence
from widgets.goals.leaning import CouldLeanOn
from widgets.goals.read_back import ReadBack
from widgets.goals.status import Standing

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.model.finding import Finding
    from planner.model.path import FieldPath
    from planner.plan.plan import Plan

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

PAGES = (
    ("why", say("Why")),
    ("parts", say("What and when")),
    ("sure", say("How sure")),
    ("steps", say("Steps")),
    ("obstacles", say("What if")),
    ("leans", say("What helps with it")),
)
LADDER_PAGE = ("ladder", say("Ladder"))
"""For staff alone: levels and numbers speak to no person."""

PAGE_OF = page_of(
    why=(WHY, REQUIRED),
    parts=(PARTS,),
    sure=(IMPORTANCE, "confidence", "way_on"),
    steps=("steps",),
    obstacles=("obstacles",),
    leans=(LEANS, "status"),
    ladder=("ladder", "ratings"),
)
WAY_PAGES = {Way.SMALLER_STEP: "steps", Way.MORE_HELP: "leans", Way.OBSTACLE_PLAN: "obstacles", Way.ANOTHER_GOAL: "why"}


def _values(plan: Plan, findings: tuple[Finding, ...]) -> Any:
    return ValueCards(plan.values, findings)


@reacton.component
def ValueCards(values: tuple[Value, ...], findings: tuple[Finding, ...]) -> Any:
    """The values, with a list in plain words to start from."""
    t = use_session().t
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
    cards = Cards(
        plan.goals,
        ("goals",),
        OWN_WORDS,
        title=lambda goal: goal.own_words,
        new=lambda new_id: Goal(id=new_id),
        add=say("Add a goal"),
        links=known,
        body=lambda goal, path: GoalPages(
            plan, goal, path, known, tuple(finding for finding in findings if finding.where.item == goal.id)
        ),
        below=PartsRead,
    )
    return div(cards, Attainments(plan))


@reacton.component
def PartsRead(goal: Goal) -> Any:
    """What a goal says so far; what is open is a dashed line and a question. One that rests says only so."""
    t = use_session().t
    if not goal.is_open:
        return para(t(goal.status.label), cls="rp-soft")
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
def GoalPages(plan: Plan, goal: Goal, path: FieldPath, known: dict[str, Any], findings: tuple[Finding, ...]) -> Any:
    """What was understood of a goal's words, and what stands behind them, one page at a time."""
    opened, turn = use_page(goal.id, "why", PAGE_OF)
    staff = use_session().staff
    shown = opened if staff or opened != LADDER_PAGE[0] else "why"

    def draw(page: str) -> Any:
        return _page(page, plan, goal, path, known, turn)

    gate_speaks = shown == "sure" and is_unsure(goal)
    return div(
        ReadBack(goal, path),
        Pages(goal.id, (*PAGES, LADDER_PAGE) if staff else PAGES, draw, shown, turn),
        None if gate_speaks else Notes(tuple(finding for finding in findings if finding.code != GATE)),
    )


def _page(
    page: str, plan: Plan, goal: Goal, path: FieldPath, known: dict[str, Any], turn: Callable[[str], None]
) -> Any:
    drawn: dict[str, Callable[[], Any]] = {
        "why": lambda: Why(goal, path, known),
        "parts": lambda: Fields(PARTS, goal, path),
        "sure": lambda: Sure(goal, path, turn),
        "steps": lambda: Steps(goal, path),
        "obstacles": lambda: Obstacles(goal, path),
        "leans": lambda: Carried(plan, goal, path, known),
        "ladder": lambda: Scale(goal, path),
    }
    return drawn[page]()


@reacton.component
def Why(goal: Goal, path: FieldPath, known: dict[str, Any]) -> Any:
    """What it is for and whose idea it is; a required goal asks what the person wants from it."""
    return div(
        Fields(WHY, goal, path, links=known),
        Fields(REQUIRED, goal, path) if goal.whose is Whose.REQUIRED else None,
        cls="rp-fields",
    )


@reacton.component
def Sure(goal: Goal, path: FieldPath, turn: Callable[[str], None]) -> Any:
    """How much it matters, then how sure the person is; a way on turns to the page where it is worked out."""
    editor = use_session().editor
    return div(
        Fields(IMPORTANCE, goal, path),
        Confidence(
            goal,
            goal.confidence,
            path,
            lambda number: editor.change(path, lambda now: sure_now(now, number)),
            lambda way: turn(WAY_PAGES[way]),
        ),
        cls="rp-fields",
    )


@reacton.component
def Steps(goal: Goal, path: FieldPath) -> Any:
    """The steps of a goal."""
    return Cards(
        goal.steps,
        (*path, "steps"),
        STEP,
        title=lambda step: step.own_words,
        new=lambda new_id: Step(id=new_id),
        add=say("Add a step"),
    )


@reacton.component
def Obstacles(goal: Goal, path: FieldPath) -> Any:
    """What could get in the way, each with what the person does then."""
    return Cards(
        goal.obstacles,
        (*path, "obstacles"),
        OBSTACLE,
        title=lambda one: one.own_words,
        new=lambda new_id: Obstacle(id=new_id),
        add=say("Add what could get in the way"),
    )


@reacton.component
def Carried(plan: Plan, goal: Goal, path: FieldPath, known: dict[str, Any]) -> Any:
    """What carries a goal, what else could, and where it stands."""
    return div(
        CouldLeanOn(plan, goal, path),
        Fields(LEANS, goal, path, links=known),
        Standing(goal, path),
        cls="rp-fields",
    )


TOPIC_CARDS = (
    TopicCard(
        "goals.values",
        say("Pick what speaks to you, or say it in your own words. Three is plenty."),
        _values,
        lambda plan: ", ".join(value.name for value in plan.values if value.name.strip()),
    ),
    TopicCard(
        "goals.aims",
        say("Big and loose is fine here. We make it smaller together."),
        _aims,
        lambda plan: " · ".join(aim.own_words for aim in plan.aims if aim.own_words.strip()),
    ),
    TopicCard(
        "goals.goals",
        say("One is enough to begin with."),
        _goals,
        lambda plan: " · ".join(goal.own_words for goal in plan.goals if goal.own_words.strip()),
    ),
)
