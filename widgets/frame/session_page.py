"""The table the two sit at: the rail, the step they are at, and the plan taking shape."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

import reacton

from planner.plan.progress import TITLES
from planner.review.review import findings_for
from widgets.check_in.check_in import CheckIn
from widgets.draft.context import provide_session
from widgets.elements.happened import JustNow
from widgets.elements.markup import div
from widgets.elements.staff_bar import StaffBar
from widgets.elements.step import Step
from widgets.elements.toolbar import NotSafeButton, PracticeMark, Toolbar, Top
from widgets.finish.finish import Finish, Finished
from widgets.first_path.first_path import FirstPath
from widgets.frame.rail import Rail, steps_of
from widgets.goals import goals
from widgets.health import medications
from widgets.paper.beside import Beside
from widgets.resources import resources
from widgets.safety import safety
from widgets.safety.lapse_view import LapseView
from widgets.safety.not_safe import NotSafe
from widgets.skills import skills
from widgets.strengths import strengths

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.plan.plan import Plan
    from planner.store import Revision
    from widgets.draft.context import SessionContext
    from widgets.elements.happened import Happened
    from widgets.elements.topic_card import TopicCard

TOPIC_CARDS: dict[str, tuple[TopicCard, ...]] = {
    "goals": goals.TOPIC_CARDS,
    "strengths": strengths.TOPIC_CARDS,
    "resources": resources.TOPIC_CARDS,
    "medications": medications.TOPIC_CARDS,
    "skills": skills.TOPIC_CARDS,
    "safety": safety.TOPIC_CARDS,
}
"""The steps that are a walk through topics; the first path, the check-in and the last step have their own shape."""


@reacton.component
def SessionPage(context: SessionContext, leave: Callable[[], None], lock: Callable[[], None] | None) -> Any:
    """One person's session. `leave` goes back to the caseload."""
    editor = context.editor
    _, redraw = reacton.use_state(0)
    staff, show_staff = reacton.use_state(False)
    over, lay_over = reacton.use_state("")
    is_beside, show_beside = reacton.use_state(False)
    reacton.use_effect(lambda: editor.subscribe(lambda: redraw(lambda n: n + 1), patient=True), [editor])
    happened, announce = reacton.use_state(cast("Happened | None", None))
    here = reacton.use_memo(
        lambda: replace(context, staff=staff, destination=editor.destination, announce=announce),
        [context, staff, editor.destination],
    )
    provide_session(here)
    plan, step = editor.plan, editor.step

    def not_safe() -> None:
        lay_over("not safe")

    overlay = _overlay(over, here, lambda: lay_over(""), not_safe)
    toolbar = Toolbar(editor.can_undo, editor.can_redo, lambda: lay_over("lapse"), lock)
    if editor.revision:
        return _after(context, editor.revision, leave, not_safe, overlay)
    return div(
        StaffBar(lambda: show_staff(False)) if staff else div(cls="rp-none"),
        Rail(plan, step, editor.state, editor.go, toolbar),
        div(
            Top(staff, show_staff, leave, not_safe, lambda: show_beside(not is_beside)),
            _step(here, plan, step),
            cls="rp-middle",
        ),
        Beside(is_beside, lambda: show_beside(False)),
        JustNow(happened, plan, step, announce),
        overlay,
        cls="rp-session",
    )


def _after(
    context: SessionContext,
    revision: Revision,
    leave: Callable[[], None],
    not_safe: Callable[[], None],
    overlay: Any,
) -> Any:
    """The page of a session that was finished."""
    above = div(PracticeMark() if context.practice else None, NotSafeButton(not_safe), cls="rp-top")
    return div(above, Finished(context.editor.plan, revision, leave), overlay, cls="rp-after")


def _step(context: SessionContext, plan: Plan, step: str) -> Any:
    findings = findings_for(plan, context.today, step)
    arrival = context.destination.token if context.destination else ""  # what leads to it is opened anew
    if step == "first":
        return FirstPath(plan, findings).key(step + arrival)
    if step == "review":
        return Finish(plan, context.editor.state).key(step + arrival)
    order = steps_of(plan, context.editor.session.number)
    after = order[order.index(step) + 1]
    title = context.t(TITLES[after])
    if step == "check-in":
        return CheckIn(plan, findings, title, lambda: context.editor.go(after)).key(step + arrival)
    return Step(step, TOPIC_CARDS[step], plan, findings, title, lambda: context.editor.go(after)).key(step + arrival)


def _overlay(over: str, context: SessionContext, close: Callable[[], None], not_safe: Callable[[], None]) -> Any:
    if over == "not safe":
        return NotSafe(context.agency, context.editor.plan, close)
    return LapseView(context.editor.plan, close, not_safe) if over == "lapse" else div(cls="rp-none")
