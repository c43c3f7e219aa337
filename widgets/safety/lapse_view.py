"""The lapse page, always in reach: calm to read, the person's own words first, nothing to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.care_team.calling import to_call, what_helps
from planner.library import lapse_page
from planner.safety.crisis_line import NATIONAL_LINE
from widgets.draft.context import use_session
from widgets.elements.markup import heading, para, tag
from widgets.elements.overlay import Lines, Numbers, Overlay
from widgets.elements.toolbar import NotSafeButton
from widgets.paper.paper import LAPSE, Paper

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.library import Part
    from planner.plan.plan import Plan

OWN_WORDS = {"stop": "first_hour", "safe": "safe_place", "body": "overdose_help", "first_day": "next_day"}
"""Which words of the person's lapse page lead which part."""


@reacton.component
def LapseView(plan: Plan, close: Callable[[], None], not_safe: Callable[[], None]) -> Any:
    """The page; where the person has written nothing yet, the house's words stand alone.

    `not_safe` opens the guidance for staff, which stays in reach here too.
    """
    context = use_session()
    t = context.t
    page = lapse_page(t.code, line=context.agency.crisis_line.strip() or NATIONAL_LINE)
    said = (plan.lapse_page.to_myself.strip(), plan.lapse_page.my_reason.strip())
    return Overlay(
        "lapse",
        page.title,
        close,
        *(para(words, cls="rp-own rp-to-myself") for words in said if words),
        para(page.opening, cls="rp-over-opening"),
        *(_part(part, plan).key(part.key) for part in page.parts),
        Paper(plan, LAPSE),
        also=NotSafeButton(not_safe),
    )


def _part(part: Part, plan: Plan) -> Any:
    words = getattr(plan.lapse_page, OWN_WORDS[part.key]).strip() if part.key in OWN_WORDS else ""
    return tag(
        "section",
        heading(3, part.title, cls="rp-over-part"),
        para(words, cls="rp-own") if words else None,
        _helps(plan) if part.key == "stop" else None,
        Numbers(to_call(plan)) if part.key == "call" and to_call(plan) else None,
        Lines(part.lines),
        cls="rp-over-section",
    )


def _helps(plan: Plan) -> Any:
    helps = what_helps(plan)
    return Lines(helps, own=True) if helps else None
