"""The pill schedule: times down, days across, plain and large; what fits no table stands below it in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.pill_schedule import pill_schedule
from widgets.fields.words import shown_reading
from widgets.markup import Button, div, heading, para, tag
from widgets.overlay import Overlay
from widgets.paper import SCHEDULE, Paper
from widgets.sitting import use_sitting

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.language import Language
    from planner.pill_schedule import Dose, InWords, PillSchedule, Row
    from planner.plan import Plan


@reacton.component
def PillSchedulePart(plan: Plan) -> Any:
    """Draw the schedule under the medicines, with a way to see it large; nothing while nothing is taken."""
    t = use_sitting().t
    large, show_large = reacton.use_state(False)
    found = reacton.use_memo(lambda: pill_schedule(plan), [plan.medications])
    if not (found.rows or found.in_words):
        return div(cls="rp-none")
    return tag(
        "section",
        heading(3, t("When I take what"), cls="rp-part-title"),
        Schedule(found),
        Button(t("Show it large"), lambda: show_large(True), kind="text", icon="more"),
        Paper(plan, SCHEDULE),
        LargeSchedule(found, lambda: show_large(False)) if large else None,
        cls="rp-pill-schedule",
        aria_label=t("When I take what"),
    )


@reacton.component
def LargeSchedule(found: PillSchedule, close: Callable[[], None]) -> Any:
    """Draw the schedule alone on the screen, to be read from across the table."""
    return Overlay("pills", use_sitting().t("When I take what"), close, Schedule(found))


@reacton.component
def Schedule(found: PillSchedule) -> Any:
    """Draw the table: one column where all days are alike, else one for each day of the week."""
    t = use_sitting().t
    return div(
        div(_table(found, t), cls="rp-scroll", tabindex="0", role="region", aria_label=t("When I take what"))
        if found.rows
        else None,
        *(_in_words(one, t) for one in found.in_words),
        cls="rp-schedule",
    )


def _table(found: PillSchedule, t: Language) -> Any:
    every_day = found.is_every_day
    names = [t("Every day")] if every_day else [t.weekday(number, "abbreviated") for number in range(7)]
    head = tag("tr", tag("th", t("Time"), scope="col"), *(tag("th", name, scope="col") for name in names))
    body = (_row(row, t, every_day=every_day) for row in found.rows)
    return tag("table", tag("thead", head), tag("tbody", *body), cls="rp-table rp-pills")


def _row(row: Row, t: Language, *, every_day: bool) -> Any:
    days = row.days[:1] if every_day else row.days
    at = shown_reading(row.at, t) or row.at.words.strip()
    return tag("tr", tag("th", at, scope="row"), *(tag("td", *(_dose(dose) for dose in day)) for day in days))


def _dose(dose: Dose) -> Any:
    how_much = dose.how_much.strip()
    return div(
        tag("span", dose.name.strip(), cls="rp-pill-name"),
        tag("span", how_much, cls="rp-pill-much") if how_much else None,
        cls="rp-pill",
    )


def _in_words(one: InWords, t: Language) -> Any:
    says = " · ".join((*((t("Only when I need it"),) if one.as_needed else ()), *one.says))
    return div(para(one.name.strip(), cls="rp-pill-name"), para(says, cls="rp-pill-much"), cls="rp-pill-words")
