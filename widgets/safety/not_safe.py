"""Not safe right now: the staff guidance that opens on every step, with the agency's own steps and who to call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.care_team.calling import to_call, what_helps
from planner.library import crisis_page
from planner.safety.crisis_line import NATIONAL_LINE, crisis_line
from widgets.draft.context import use_session
from widgets.elements.markup import div, heading, para, tag
from widgets.elements.overlay import Lines, Numbers, Overlay

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.caseload.agency import Agency
    from planner.library import Part
    from planner.plan.plan import Plan
    from planner.words.language import Language


@reacton.component
def NotSafe(agency: Agency, plan: Plan, close: Callable[[], None]) -> Any:
    """The guidance, step by step, and beside it what this person said helps them."""
    t = use_session().t
    page = crisis_page(t.code, line=agency.crisis_line.strip() or NATIONAL_LINE)
    steps = tag("ol", *(_step(part, agency, t) for part in page.parts), cls="rp-steps")
    return Overlay(
        "not-safe",
        page.title,
        close,
        para(page.opening, cls="rp-over-opening"),
        div(steps, div(_lines_to_call(agency, t), _own(plan, t), cls="rp-over-side"), cls="rp-over-body"),
    )


def _step(part: Part, agency: Agency, t: Language) -> Any:
    said = _agency_steps(agency, t) if part.key == "protocol" else None
    return tag("li", heading(3, part.title, cls="rp-over-part"), Lines(part.lines), said, cls="rp-step-one").key(
        part.key
    )


def _agency_steps(agency: Agency, t: Language) -> Any:
    steps = agency.protocol.strip()
    if not steps:
        return para(
            t("Your agency has not written its steps down yet. They go into “Your agency” on the caseload."),
            cls="rp-soft",
        )
    return para(steps, cls="rp-protocol")


def _lines_to_call(agency: Agency, t: Language) -> Any:
    who = (
        (t("A life is in danger"), "911"),
        (t(crisis_line(agency.crisis_line)), agency.crisis_line.strip() or NATIONAL_LINE),
        (agency.supervisor.strip() or t("Supervisor"), agency.supervisor_phone.strip()),
    )
    numbers = (div(tag("dt", name), tag("dd", number), cls="rp-number").key(name) for name, number in who if number)
    return div(
        heading(3, t("Numbers to call"), cls="rp-over-part"), tag("dl", *numbers, cls="rp-numbers"), cls="rp-over-box"
    )


def _own(plan: Plan, t: Language) -> Any:
    """Return the person's own list; nothing where they have not made one yet."""
    helps = what_helps(plan)
    supports = to_call(plan)
    place = plan.lapse_page.safe_place.strip()
    if not (helps or supports or place):
        return None
    return div(
        heading(3, t("What this person said helps"), cls="rp-over-part"),
        Lines((*helps, *([place] if place else [])), own=True) if helps or place else None,
        Numbers(supports) if supports else None,
        cls="rp-over-box",
    )
