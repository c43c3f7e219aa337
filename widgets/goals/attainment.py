"""How far goals came, for staff: the ladder of a goal, both ratings, T with its caution, and the drawing over time.

Nothing of this file is drawn in the together view; what the person reads there are words (`widgets.check_in.goals`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from exports.figures import attainment_figure
from planner.goals.attainment import Rater, attainment_over_time, draft_of, rated_name, scale_findings, written
from planner.goals.goal import Goal, GoalRating, Ladder
from planner.model.entry import label
from planner.model.message import say, say_count
from planner.words.language import Language
from widgets.draft.context import use_session
from widgets.elements.figure import Drawing
from widgets.elements.markup import Button, div, heading, para, tag
from widgets.elements.note import Notes
from widgets.forms import Fields, form
from widgets.forms.chips import Chip

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.goals.attainment import Attainment
    from planner.model.path import FieldPath
    from planner.plan.plan import Plan

LADDER = form(Ladder, "expected", "less", "more", "much_less", "much_more", "source")
"""From the middle outwards, as a ladder is best written."""

WEIGHTS = (1, 2, 3)
SEEN_BY = {Rater.PERSON: say("As the person sees it"), Rater.COUNSELOR: say("As you see it")}


@reacton.component
def Scale(goal: Goal, path: FieldPath) -> Any:
    """The ladder of one goal, and how it was rated. What the rules suggest stands with the goal's findings."""
    context = use_session()
    if not context.staff:
        return div(cls="rp-none")
    if goal.ladder is None:
        return NoLadder(goal, path)
    t, place = context.t, (*path, "ladder")
    return div(
        Fields(LADDER, goal.ladder, place),
        Weight(goal, path),
        Button(t("Remove the ladder"), lambda: context.editor.put(place, None, visit=f"ladder/{goal.id}"), kind="text"),
        Ratings(goal),
        Drawing(attainment_figure(goal, t)),
        cls="rp-fields rp-scale",
    )


@reacton.component
def NoLadder(goal: Goal, path: FieldPath) -> Any:
    """The ways to begin a ladder: from the goal's own parts where they say enough, or from blank levels."""
    context = use_session()
    t, editor = context.t, context.editor
    language = Language(editor.person.language.value)
    draft = draft_of(goal, context.today, language.known_code)

    def begin(ladder: Ladder) -> Callable[[], None]:
        return lambda: editor.put((*path, "ladder"), ladder, visit=f"ladder/{goal.id}")

    if draft:
        says = t("One part of the goal changes from level to level: {part}.", part=draft.part.label)
    else:
        says = t(
            "Once the goal says how much there is now, how much is wanted and by when, a ladder can be drafted from it."
        )
    return div(
        para(says, cls="rp-soft"),
        div(
            Button(t("Draft a ladder"), begin(written(draft, language)), kind="quiet", icon="plus") if draft else None,
            Button(t("Begin with blank levels"), begin(Ladder()), kind="text"),
            cls="rp-row-foot",
        ),
        Ratings(goal),
        cls="rp-fields rp-scale",
    )


@reacton.component
def Weight(goal: Goal, path: FieldPath) -> Any:
    """How much a ladder counts beside the others."""
    context = use_session()
    t, name = context.t, context.t(label(Goal, "weight"))

    def choose(weight: int) -> Callable[[], None]:
        chosen = None if goal.weight == weight else weight
        return lambda: context.editor.put((*path, "weight"), chosen)

    chips = [
        Chip(t(say_count("{n} time", "{n} times", n)), goal.weight == n, choose(n), one_of=True, key=str(n))
        for n in WEIGHTS
    ]
    return div(
        tag("span", name, cls="rp-label"),
        div(*chips, cls="rp-chips", role="radiogroup", aria_label=name),
        cls="rp-field",
    )


@reacton.component
def Ratings(goal: Goal) -> Any:
    """Both views of each day in the words of the ladder, the latest first."""
    t = use_session().t
    rated = [rating for rating in goal.ratings if rating.by_person is not None or rating.by_counselor is not None]
    if not rated:
        return div(cls="rp-none")
    head = tag("tr", *(tag("th", text, scope="col") for text in (t("Day"), *(t(who) for who in SEEN_BY.values()))))
    latest_first = sorted(rated, key=lambda one: one.on, reverse=True)
    rows = [_row(t.day(one.on, "medium"), _levels(one, goal, t)).key(one.id) for one in latest_first]
    caption = tag("caption", t(label(Goal, "ratings")))
    return div(tag("table", caption, tag("thead", head), tag("tbody", *rows), cls="rp-table"))


def _levels(rating: GoalRating, goal: Goal, t: Language) -> tuple[str, ...]:
    given = (rated_name(goal, rating, rater) for rater in Rater)
    return tuple(t(level) if level else "–" for level in given)


def _row(day: str, levels: tuple[str, ...]) -> Any:
    return tag("tr", tag("th", day, scope="row"), *(tag("td", level) for level in levels))


@reacton.component
def Attainments(plan: Plan) -> Any:
    """Draw, for staff, what the ratings of all goals say together: T for each view, each with its caution."""
    context = use_session()
    t = context.t
    found = [over for rater in Rater if (over := attainment_over_time(plan.goals, rater))] if context.staff else []
    if not found:
        return div(cls="rp-none")
    return div(
        heading(3, t("All goals together"), cls="rp-part-title"),
        *(_together(over, t).key(over[-1].rater.value) for over in found),
        Notes(tuple(scale_finding for scale_finding in scale_findings(plan.goals) if not scale_finding.where.item)),
        cls="rp-card rp-attainment",
        role="region",
        aria_label=t("All goals together"),
    )


def _together(over: tuple[Attainment, ...], t: Language) -> Any:
    """Return one view of all goals: where they stand, with its caution, and the days before, the latest first."""
    now = over[-1]
    before = [tag("li", f"{t.day(one.on, 'medium')}: {_score(one, t)}").key(str(one.on)) for one in reversed(over[:-1])]
    return div(
        para(f"{t(SEEN_BY[now.rater])}: ", tag("strong", _score(now, t)), f" · {t.day(now.on, 'medium')}"),
        para(t(now.caution), cls="rp-soft"),
        tag("ul", *before, cls="rp-history", aria_label=t("The times before")) if before else None,
        cls="rp-attained",
    )


def _score(one: Attainment, t: Language) -> str:
    return t("T {score}", score=t.number(round(one.t, 1))) if one.t is not None else t("No T")
