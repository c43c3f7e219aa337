"""The lapse page while it is written: its fields, and beside them how it will read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.library import lapse_page
from planner.model.entry import has_text
from planner.plan.plan import find
from planner.resources.support import Support
from planner.review.suggested_links import helped_before
from planner.safety.crisis_line import NATIONAL_LINE
from planner.safety.lapse import LapsePage
from widgets.draft.context import use_session
from widgets.elements.markup import Button, div, heading, para, tag
from widgets.elements.note import Notes
from widgets.forms import Fields, form
from widgets.forms.link_options import links
from widgets.paper.paper import LAPSE, Paper
from widgets.safety.lapse_view import OWN_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.model.finding import Finding
    from planner.plan.plan import Plan

WRITTEN = form(LapsePage, "to_myself", "first_hour", "safe_place", "call_first_id", "my_reason", "next_day")

TOPIC = "safety.lapse"
"""Also the code of the question that is asked while the page is empty: here the open fields ask it already."""

_PATH = ("lapse_page",)


@reacton.component
def LapseForm(plan: Plan, findings: tuple[Finding, ...]) -> Any:
    """The fields of the lapse page, then the page as it will read."""
    mine = tuple(one for one in findings if one.where.field.startswith("lapse_page.") and one.code != TOPIC)
    return div(
        Fields(WRITTEN, plan.lapse_page, _PATH, links=links(plan)),
        HelpedBefore(plan),
        Preview(plan),
        Paper(plan, LAPSE),
        Notes(mine),
        cls="rp-fields",
    )


@reacton.component
def HelpedBefore(plan: Plan) -> Any:
    """What helped the person before, to take into the first hour; what stands there already is not offered."""
    context = use_session()
    there = plan.lapse_page.first_hour
    words = dict.fromkeys(one.own_words.strip() for one in helped_before(plan))
    found = [one for one in words if one not in there]
    if not found:
        return div(cls="rp-none")

    def take(words: str) -> Callable[[], None]:
        place = (*_PATH, "first_hour")
        return lambda: context.editor.change(place, lambda now: f"{now.rstrip()} · {words}" if has_text(now) else words)

    says = context.t("This helped you before. Does it belong in the first hour?")
    chips = [Button(one, take(one), kind="chip rp-offer", icon="plus").key(one) for one in found]
    return div(para(says, cls="rp-soft"), div(*chips, cls="rp-chips", role="group", aria_label=says))


@reacton.component
def Preview(plan: Plan) -> Any:
    """The person's own words in the order they will be read; nothing while there are none."""
    context = use_session()
    t = context.t
    page = lapse_page(t.code, line=context.agency.crisis_line.strip() or NATIONAL_LINE)
    lines = (plan.lapse_page.to_myself.strip(), plan.lapse_page.my_reason.strip())
    words = {part.key: _own(plan, part.key) for part in page.parts}
    parts = [_part(part.title, words[part.key]).key(part.key) for part in page.parts if words[part.key]]
    if not parts and not any(lines):
        return div(cls="rp-none")
    return tag(
        "section",
        heading(3, t("How it will read"), cls="rp-part-title"),
        div(
            para(page.title, cls="rp-lapse-title"),
            para(page.opening, cls="rp-soft"),
            *(para(line, cls="rp-own") for line in lines if line),
            *parts,
            cls="rp-lapse-sheet",
        ),
    )


def _own(plan: Plan, part: str) -> str:
    if part == "call":
        first = find(plan, plan.lapse_page.call_first_id)
        return " · ".join(filter(None, (first.name.strip(), first.phone.strip()))) if isinstance(first, Support) else ""
    return getattr(plan.lapse_page, OWN_WORDS[part]).strip() if part in OWN_WORDS else ""


def _part(title: str, words: str) -> Any:
    return div(para(title, cls="rp-lapse-part"), para(words, cls="rp-own"))
