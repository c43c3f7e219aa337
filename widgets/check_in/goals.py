"""One goal looked at again: what was done first, how far it came in words, how sure the person is, and what now."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, cast

import reacton

from exports.figures import attainment_figure
from planner.check_in.check_in import rating_of
from planner.goals.attainment import Rater, disagreement, level_name, rated_name
from planner.goals.confidence import open_change
from planner.goals.goal import Goal, GoalRating, Way
from planner.goals.outcome import rated
from planner.model.entry import has_text, label
from planner.model.message import say
from planner.plan.progress import TITLES
from widgets.draft.context import use_session
from widgets.elements.figure import Drawing
from widgets.elements.long_list import use_long_list
from widgets.elements.markup import Button, div, heading, para, tag
from widgets.elements.note import Notes
from widgets.forms import form
from widgets.forms.chips import Chip, Tick
from widgets.forms.link_options import links
from widgets.forms.today import Today
from widgets.goals.confidence import Confidence
from widgets.goals.goals import Carried, Obstacles, Steps
from widgets.goals.status import Standing, changed_on

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from planner.check_in.agenda import AgendaItem
    from planner.goals.goal import Step
    from planner.plan.plan import Plan
    from planner.words.language import Language

IN_MY_WORDS = form(GoalRating, "own_words")
LEVELS = (-2, -1, 0, 1, 2)
ASKED = {Rater.PERSON: say("How far did you come with this?"), Rater.COUNSELOR: say("How far, as you see it?")}


@reacton.component
def GoalsAgain(plan: Plan, items: tuple[AgendaItem, ...]) -> Any:
    """The goals one below the other, the first one without a word open."""
    goals = {goal.id: goal for goal in plan.goals}
    there = [(item, goals[item.where.item]) for item in items if item.where.item in goals]
    opened, open_goal = reacton.use_state(next((goal.id for item, goal in there if not item.is_done), ""))
    words = {goal.id: _named(goal) for _, goal in there}
    few = use_long_list(words, say("Find a goal"), keep=opened, fold=partial(open_goal, ""), name="goals-again")
    following = [goal.id for _, goal in there[1:]]
    cards = [
        GoalAgain(plan, goal, item, after, open_goal).key(goal.id)
        if goal.id == opened
        else FoldedGoal(goal, partial(open_goal, goal.id)).key(goal.id)
        for (item, goal), after in zip(there, [*following, ""], strict=True)
        if goal.id in few.shown
    ]
    return div(few.find, *cards, few.more, cls="rp-cards")


def _named(goal: Goal) -> str:
    return goal.own_words.strip() or goal.action.strip()


@reacton.component
def FoldedGoal(goal: Goal, unfold: Callable[[], None]) -> Any:
    """A goal in its words, with what was said about it today."""
    context = use_session()
    t = context.t
    words = _named(goal)
    return div(
        para(words, cls="rp-own"),
        Button(t("Look at it"), unfold, kind="text", attributes={"aria-label": t("Look at it: {what}", what=words)}),
        para(_told_on(goal, context.today, t), cls="rp-soft rp-below"),
        cls="rp-card rp-folded",
    )


def _told_on(goal: Goal, day: date, t: Language) -> str:
    rating, change = rating_of(goal, day), changed_on(goal, day)
    level = rated_name(goal, rating, Rater.PERSON) if rating else None
    parts = (
        "" if goal.is_open and change is None else t(goal.status.label),
        t(level) if level else "",
        rating.own_words.strip() if rating else "",
    )
    return " · ".join(part for part in parts if part)


@reacton.component
def GoalAgain(plan: Plan, goal: Goal, item: AgendaItem, after: str, open_goal: Callable[[str], None]) -> Any:
    """One goal open: steps done first, then words, then the ruler, then what becomes of it.

    `after` is the id of the goal that follows; empty after the last one.
    """
    context = use_session()
    t, words = context.t, _named(goal)
    path = ("goals", goal.id)
    blank_id = reacton.use_memo(context.editor.new_id, [goal.id])
    rating = rating_of(goal, context.today) or GoalRating(id=blank_id, on=context.today)
    raters = tuple(Rater) if context.staff else (Rater.PERSON,)
    return tag(
        "section",
        heading(3, words, cls="rp-own rp-again-title", tabindex="-1", data_focus=goal.id),
        para(t(item.because) if item.because else "", cls="rp-soft"),
        StepsDone(goal),
        *(HowFar(goal, rating, rater).key(rater.value) for rater in raters),
        SureAgain(plan, goal, rating),
        Today(rating, (*path, "ratings"), IN_MY_WORDS),
        Standing(goal, path, again=True),
        Notes(tuple(disagreement(goal))) if context.staff else None,
        Earlier(goal, rating),
        Drawing(attainment_figure(goal, t, raters)),
        div(
            Button(t("Close"), lambda: open_goal(""), kind="text"),
            Button(t("Next goal"), lambda: open_goal(after), kind="quiet", icon="more") if after else None,
            cls="rp-card-foot",
        ),
        cls="rp-card rp-card-open rp-again",
        aria_label=words,
    )


@reacton.component
def StepsDone(goal: Goal) -> Any:
    """The steps with a box to tick each: what was done comes before how far it came."""
    t = use_session().t
    steps = [step for step in goal.steps if has_text(step.own_words)]
    if not steps:
        return div(cls="rp-none")
    return div(
        *(StepTick(goal, step).key(step.id) for step in steps),
        cls="rp-step-ticks",
        role="group",
        aria_label=t(label(Goal, "steps")),
    )


@reacton.component
def StepTick(goal: Goal, step: Step) -> Any:
    """One step to tick off."""
    editor = use_session().editor
    attributes = {"role": "checkbox", "aria-checked": str(step.done).lower()}
    return Tick(
        step.own_words.strip(),
        step.done,
        lambda: editor.put(("goals", goal.id, "steps", step.id, "done"), not step.done),
        attributes,
    )


@reacton.component
def HowFar(goal: Goal, rating: GoalRating, rater: Rater) -> Any:
    """The five levels in words, those of the goal's own ladder where it has one. No level shows its number."""
    context = use_session()
    t, editor = context.t, context.editor
    said_now = getattr(rating, rater.value)

    def choose(level: int) -> Callable[[], None]:
        given = None if said_now == level else level
        visit = f"rated/{rating.id}/{rater.value}"
        return lambda: editor.change(
            ("goals", goal.id), lambda now: rated(now, context.today, rating.id, **{rater.value: given}), visit=visit
        )

    asked = t(ASKED[rater])
    chips = [
        Chip(t(level_name(goal, level)), said_now == level, choose(level), one_of=True, key=str(level))
        for level in LEVELS
    ]
    return div(
        tag("span", asked, cls="rp-label"),
        div(*chips, cls="rp-chips rp-levels", role="radiogroup", aria_label=asked),
        cls="rp-field",
    )


@reacton.component
def SureAgain(plan: Plan, goal: Goal, rating: GoalRating) -> Any:
    """How sure the person is now; below 7 the way that makes it easier is worked out right here."""
    context = use_session()
    editor, path = context.editor, ("goals", goal.id)
    way, take = reacton.use_state(cast("Way | None", goal.way_on if open_change(goal) else None))

    def choose(number: int | None) -> None:
        editor.change(
            path,
            lambda now: rated(now, context.today, rating.id, confidence=number),
            visit=f"rated/{rating.id}/confidence",
        )

    before = goal.confidence if rating.confidence is None else None
    return div(
        Confidence(goal, rating.confidence, path, choose, take),
        para(context.t("Last time: {number} of 10", number=before) if before is not None else "", cls="rp-help"),
        _worked_out(way, plan, goal) if rating.confidence is not None else None,
        cls="rp-sure-again",
    )


def _worked_out(way: Way | None, plan: Plan, goal: Goal) -> Any:
    path = ("goals", goal.id)
    match way:
        case Way.SMALLER_STEP:
            return Steps(goal, path)
        case Way.OBSTACLE_PLAN:
            return Obstacles(goal, path)
        case Way.MORE_HELP:
            return Carried(plan, goal, path, links(plan))
        case Way.ANOTHER_GOAL:
            return AnotherGoal()
        case None:
            return None


@reacton.component
def AnotherGoal() -> Any:
    """The way to the goals, where another one begins; this one can be set aside below."""
    context = use_session()
    words = context.t("Go to {step}", step=TITLES["goals"])
    return div(Button(words, lambda: context.editor.go("goals"), kind="quiet", icon="arrow"), cls="rp-row-foot")


@reacton.component
def Earlier(goal: Goal, rating: GoalRating) -> Any:
    """What the person said on the days before, in words, the latest first."""
    t = use_session().t
    earlier = sorted((one for one in goal.ratings if one.id != rating.id), key=lambda one: one.on, reverse=True)
    lines = [(one, _told(goal, one, t)) for one in earlier]
    if not any(words for _, words in lines):
        return div(cls="rp-none")
    shown = [tag("li", f"{t.day(one.on, 'medium')}: {words}").key(one.id) for one, words in lines if words]
    return div(tag("ul", *shown, cls="rp-history", aria_label=t("The times before")))


def _told(goal: Goal, rating: GoalRating, t: Language) -> str:
    level = rated_name(goal, rating, Rater.PERSON)
    parts = (
        t(level) if level else "",
        t.quote(rating.own_words.strip()) if has_text(rating.own_words) else "",
        t("how sure: {number} of 10", number=rating.confidence) if rating.confidence is not None else "",
    )
    return " · ".join(part for part in parts if part)
