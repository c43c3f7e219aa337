"""How sure the person is: the ruler, the gate below 7 with its four ways on, and how sure it was before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.goals.confidence import eased, is_unsure, open_change
from planner.goals.goal import Goal, Way
from planner.model.finding import Finding, Place
from planner.model.message import say
from widgets.draft.context import use_session
from widgets.elements.markup import div, tag
from widgets.elements.note import Note
from widgets.forms.chips import Chip
from widgets.forms.field_ref import FieldRef
from widgets.forms.ruler import Ruler

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.goals.goal import ConfidenceChange
    from planner.model.path import FieldPath
    from planner.words.language import Language

GATE = "goal.confidence"
"""The finding that has its own place on the page, with its four ways on."""


@reacton.component
def Confidence(
    goal: Goal,
    value: int | None,
    path: FieldPath,
    choose: Callable[[int | None], None],
    turn: Callable[[Way], None],
) -> Any:
    """The ruler with `value`; below 7 the ways to make it easier. `turn` goes where a way is worked out."""
    context = use_session()
    t, editor = context.t, context.editor

    def take(way: Way) -> Callable[[], None]:
        def press() -> None:
            new_id = editor.new_id()
            editor.change(path, lambda now: eased(now, way, context.today, new_id), visit=f"eased/{goal.id}")
            turn(way)

        return press

    under_way = open_change(goal)
    ways = [Chip(t(way.label), under_way is not None and under_way.way is way, take(way)) for way in Way]
    gate = Finding(
        GATE,
        Place("goals", goal.id, "confidence"),
        say("What would make this easier?"),
        say("We change the plan, not you. Which way on feels right?"),
    )
    return div(
        Ruler(FieldRef(Goal, "confidence", value, path), choose),
        BeforeAndAfter(goal),
        Note(gate, *ways) if value is not None and is_unsure(goal) else None,
        cls="rp-sureness",
        data_focus=context.token_at((*path, "way_on")),
    )


@reacton.component
def BeforeAndAfter(goal: Goal) -> Any:
    """Each time the plan was changed because of the number: before, what made it easier, and after."""
    t = use_session().t
    if not goal.confidence_changes:
        return div(cls="rp-none")
    lines = [tag("li", _told(change, t)).key(change.id) for change in reversed(goal.confidence_changes)]
    return div(tag("ul", *lines, cls="rp-history", aria_label=t("Before and after")))


def _told(change: ConfidenceChange, t: Language) -> str:
    way = t(change.way.label) if change.way else ""
    before = t("Before: {before} of 10", before=change.before)
    after = t("Now: {after} of 10", after=change.after) if change.after is not None else t("Now: say it on the ruler")
    return " → ".join(part for part in (before, way, after) if part)
