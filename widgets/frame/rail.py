"""The rail: whose session it is, how far each step is, what is saved, and what is always in reach."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.caseload.person import shown_name
from planner.check_in.check_in import how_far
from planner.plan.plan import SessionPath
from planner.plan.progress import STEPS, TITLES, progress
from widgets.draft.context import use_session
from widgets.elements.markup import Button, div, para, tag
from widgets.elements.toolbar import PracticeMark

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.plan.plan import Plan
    from widgets.draft.save_state import SaveState


@reacton.component
def Rail(
    plan: Plan,
    step: str,
    state: SaveState,
    go: Callable[[str], None],
    reach: Any,
) -> Any:
    """The rail. `reach` is the row of things always in reach (`Toolbar`)."""
    context = use_session()
    t, session = context.t, context.editor.session
    when = t("Session {number} · {day}", number=session.number, day=t.day(context.today, "brief"))
    return tag(
        "nav",
        para(shown_name(context.editor.person) or t("New person"), cls="rp-rail-name"),
        para(when, cls="rp-rail-when"),
        PracticeMark() if context.practice else None,
        tag("ol", *(_rung(plan, one, step, go) for one in steps_of(plan, session.number)), cls="rp-rail-steps"),
        div(Saved(state), reach, cls="rp-rail-foot"),
        cls="rp-rail",
        aria_label=t("Steps of the session"),
    )


def steps_of(plan: Plan, number: int) -> tuple[str, ...]:
    """Return the steps the rail offers: the first twenty minutes where chosen, a check-in from session 2 on."""
    first = ("first",) if plan.path is SessionPath.FIRST else ()
    return first + tuple(step for step in STEPS if step != "check-in" or number > 1)


def _rung(plan: Plan, one: str, step: str, go: Callable[[str], None]) -> Any:
    return tag("li", Rung(plan, one, one == step, go)).key(one)


@reacton.component
def Rung(plan: Plan, one: str, here: bool, go: Callable[[str], None]) -> Any:
    """One step with its ring."""
    context = use_session()
    t = context.t
    far = how_far(plan, context.today) if one == "check-in" else progress(plan, one)
    title = t(TITLES[one])
    attributes = {
        "style": f"--share:{far.share:.2f}",
        "aria-current": "step" if here else None,
        "aria-label": t("{step}: {done} of {of}", step=title, done=far.done, of=far.of) if far.of else title,
        "data-step": one,
    }
    kind = "rung" + (" rp-here" if here else "") + (" rp-whole" if far.is_complete else "")
    return Button(title, lambda: go(one), kind=kind, attributes=attributes)


@reacton.component
def Saved(state: SaveState) -> Any:
    """What is true about saving. The page's own script speaks here while an answer is outstanding."""
    context = use_session()
    t = context.t
    at = t.time(context.local(state.at))
    says = t("Saved, {time}", time=at) if state.why_not is None else t(state.why_not)
    return div(
        tag("span", says, cls="rp-saved-words"),
        cls="rp-saved" if state.is_saved else "rp-saved rp-not-saved",
        role="status",
        data_save_state="saved" if state.is_saved else "not saved",
        data_says=says,
        data_saving=t("Saving"),
        data_reconnecting=t("Not saved yet: connecting again"),
        data_last_saved=at,
    )
