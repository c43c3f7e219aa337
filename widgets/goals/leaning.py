"""What a goal could lean on, offered from what the person has said, each with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.review.suggested_links import could_lean_on
from widgets.draft.context import use_session
from widgets.elements.markup import Button, div, para, tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.goals.goal import Goal
    from planner.model.path import FieldPath
    from planner.plan.plan import Plan
    from planner.review.suggested_links import Lean


@reacton.component
def CouldLeanOn(plan: Plan, goal: Goal, path: FieldPath) -> Any:
    """A few things that could carry this goal; pressing one links it."""
    context = use_session()
    t, editor = context.t, context.editor

    def link(lean: Lean) -> Callable[[], None]:
        place = (*path, lean.field)
        return lambda: editor.change(
            place, lambda now: tuple(dict.fromkeys((*now, lean.item))), visit=f"lean/{lean.item}"
        )

    found = could_lean_on(plan, goal)
    if not found:
        return div(cls="rp-none")
    says = t("Could one of these carry it?")
    rows = [
        tag(
            "li",
            Button(lean.words, link(lean), kind="chip rp-offer", icon="plus"),
            tag("span", t(lean.because), cls="rp-soft"),
            cls="rp-lean",
        ).key(lean.item)
        for lean in found
    ]
    return div(para(says, cls="rp-label"), tag("ul", *rows, cls="rp-leans", aria_label=says), cls="rp-could-lean")
