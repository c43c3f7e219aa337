"""Right after "I used": what the body needs to know now, where the naloxone is, and the lapse page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.care_team.calling import where_naloxone_is
from planner.library import lapse_page
from planner.safety.crisis_line import NATIONAL_LINE
from planner.safety.lapse import LapsePage
from widgets.draft.context import use_session
from widgets.elements.markup import Button, heading, para, tag
from widgets.elements.overlay import Lines
from widgets.forms import Fields, form
from widgets.safety.lapse_view import LapseView
from widgets.safety.not_safe import NotSafe

if TYPE_CHECKING:
    from planner.plan.plan import Plan

WHERE = form(LapsePage, "overdose_help")
_BODY = ("body", "danger")
"""The parts of the lapse page that cannot wait; a clinician has read them."""


@reacton.component
def AfterUse(plan: Plan, *, opens_page: bool = True) -> Any:
    """What cannot wait. Where the naloxone is gets asked while nobody has said it."""
    context = use_session()
    t = context.t
    over, lay_over = reacton.use_state("")
    page = lapse_page(t.code, line=context.agency.crisis_line.strip() or NATIONAL_LINE)
    lines = tuple(line for part in page.parts if part.key in _BODY for line in part.lines)
    place = where_naloxone_is(plan)
    return tag(
        "section",
        heading(3, t("First: your body"), cls="rp-part-title"),
        Lines(lines),
        para(t("Naloxone: {place}", place=place), cls="rp-own") if place else None,
        Fields(WHERE, plan.lapse_page, ("lapse_page",)) if not place or plan.lapse_page.overdose_help else None,
        Button(t("Read the lapse page"), lambda: lay_over("lapse"), icon="more") if opens_page else None,
        LapseView(plan, lambda: lay_over(""), lambda: lay_over("not safe")) if over == "lapse" else None,
        NotSafe(context.agency, plan, lambda: lay_over("")) if over == "not safe" else None,
        cls="rp-card rp-after-use rp-fields",
        aria_label=t("First: your body"),
    )
