"""The week: the grid, what is free, what is asked, a copy to try things on, and the papers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, cast

import reacton

from planner.week.clock_change import clock_change
from planner.week.findings import week_findings
from planner.week.free_time import free_time
from planner.week.week import WEEK, days_from, events_between, monday_of, without_a_day
from planner.week.what_if import WeekTrial, brought_in
from widgets.draft.context import provide_session, use_session
from widgets.elements.markup import Button, div, heading, para, tag
from widgets.elements.note import Note, Notes
from widgets.paper.paper import WEEK as WEEK_PAPERS
from widgets.paper.paper import Paper
from widgets.week.calendar import PhoneCalendar
from widgets.week.cell import CellEditor
from widgets.week.grid import Cell, Grid, told
from widgets.week.trial import TrialEditor

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.model.finding import Finding
    from planner.plan.plan import Plan
    from planner.words.language import Language

_YEARS = range(2000, 2200)
"""As far as one turns pages of a calendar."""


@reacton.component
def WeekPage(plan: Plan, findings: tuple[Finding, ...]) -> Any:
    """The week as it stands; while something is tried, the copy of it."""
    context = use_session()
    t = context.t
    record = context.editor.record
    left_open = reacton.use_memo(record.week_trial, [])
    tried, show = reacton.use_state(left_open)
    before = plan.amended(routines=tried.before) if tried else plan
    copy = plan.amended(routines=tried.tried) if tried else plan

    def try_week(trial: WeekTrial | None) -> None:
        record.keep_week_trial(trial)
        show(trial)

    def keep() -> None:
        context.editor.change(("routines",), lambda now: brought_in(before.routines, copy.routines, now))
        try_week(None)

    def begin() -> None:
        try_week(WeekTrial(before=plan.routines, tried=plan.routines))

    return tag(
        "section",
        heading(3, t("The week on a copy") if tried else t("Your week"), cls="rp-part-title"),
        para(t("Nothing here changes the plan until you keep it."), cls="rp-soft") if tried else None,
        _ways(t, keep, lambda: try_week(None)) if tried else _way_in(t, begin),
        Tried(before, copy, lambda to: try_week(WeekTrial(before=before.routines, tried=to.routines))).key("tried")
        if tried
        else Days(plan).key("plan"),
        None if tried else Notes(findings),
        None if tried else div(Paper(plan, WEEK_PAPERS), PhoneCalendar(plan), cls="rp-week-papers"),
        cls="rp-week-page rp-week-tried" if tried else "rp-week-page",
    )


def _way_in(t: Language, begin: Callable[[], None]) -> Any:
    return div(Button(t("Try something out on a copy"), begin, kind="quiet"), cls="rp-chips")


def _ways(t: Language, keep: Callable[[], None], throw_away: Callable[[], None]) -> Any:
    return div(
        Button(t("Keep it"), keep, kind="main"),
        Button(t("Throw it away"), throw_away, kind="quiet"),
        cls="rp-chips",
    )


@reacton.component
def Tried(before: Plan, copy: Plan, show: Callable[[Plan], None]) -> Any:
    """The copy, with what would be asked about it and was not before."""
    context = use_session()
    trial = cast("Any", TrialEditor(context.editor, copy, show))
    provide_session(replace(context, editor=trial, announce=lambda _happened: None))
    known = {str(week_finding.says) for week_finding in week_findings(before, context.today)}
    new = [one for one in week_findings(copy, context.today) if str(one.says) not in known]
    return div(Days(copy), *(Note(one).key(f"{one.code}/{one.where.item}/{number}") for number, one in enumerate(new)))


@reacton.component
def Days(plan: Plan) -> Any:
    """One week of a plan, with ways to the weeks beside it, and the cell that is open."""
    context = use_session()
    t = context.t
    monday, turn = reacton.use_state(monday_of(context.today))
    opened, open_cell = reacton.use_state(cast("Cell | None", None))
    days = days_from(monday)
    events = reacton.use_memo(
        lambda: events_between(plan, monday - timedelta(days=1), days[-1], context.today), [plan, monday, context.today]
    )

    def step(by: int) -> None:
        there = monday + timedelta(days=by)
        turn(there if there.year in _YEARS else monday)
        open_cell(None)

    is_here = opened is not None and opened[0] in {day.isoformat() for day in days}
    return div(
        div(
            Button(t("The week before"), lambda: step(-WEEK), kind="text"),
            para(t("Week of {day}", day=monday), cls="rp-soft", role="status"),
            Button(t("The week after"), lambda: step(WEEK), kind="text"),
            cls="rp-week-turn",
        ),
        Grid(days, tuple(event for event in events if event.day >= monday), opened, open_cell),
        CellEditor(plan, opened, events, lambda: open_cell(None)).key("-".join(opened)) if opened and is_here else None,
        _clock(monday, context.agency.zone, t),
        _free(days, events, t),
        _open(plan, t),
    )


def _clock(monday: date, zone: str, t: Language) -> Any:
    change = clock_change(monday, zone)
    return para(t(change.says), cls="rp-soft") if change else None


def _free(days: tuple[date, ...], events: Any, t: Language) -> Any:
    """Say which hours of the week are free, a line for each day."""
    lines = []
    for day in days:
        hours = ", ".join(f"{t.time(one.starts)} – {t.time(one.ends)}" for one in free_time(events, day))
        lines.append(tag("li", f"{t.weekday(day.weekday(), 'abbreviated')}: {hours or '–'}"))
    return tag("details", tag("summary", t("Free hours")), tag("ul", *lines, cls="rp-lines"), cls="rp-week-free")


def _open(plan: Plan, t: Language) -> Any:
    found = without_a_day(plan)
    if not found:
        return None
    return div(
        para(t("On which day is this?"), cls="rp-soft"),
        tag("ul", *(tag("li", told(one, t)) for one in found), cls="rp-lines rp-own"),
        cls="rp-week-open",
    )
