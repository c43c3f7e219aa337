"""The pill schedule: times down, days across, plain and large; what fits no table stands below it in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.week.pill_schedule import pill_schedule
from widgets.draft.context import use_session
from widgets.elements.markup import Button, div, heading, para, tag
from widgets.elements.overlay import Overlay
from widgets.forms.words import shown_reading
from widgets.paper.paper import SCHEDULE, Paper

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.plan.plan import Plan
    from planner.week.pill_schedule import Dose, InWords, PillSchedule, Row
    from planner.words.language import Language

_WEEK = range(7)
_TAKEN, _NOT_THEN = "✓", "–"


@reacton.component
def PillSchedulePart(plan: Plan) -> Any:
    """The schedule under the medicines, with a way to see it large; nothing while nothing is taken."""
    t = use_session().t
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
    """The schedule alone on the screen, to be read from across the table."""
    return Overlay("pills", use_session().t("When I take what"), close, Schedule(found))


@reacton.component
def Schedule(found: PillSchedule) -> Any:
    """The table: one column where all days are alike, else one for each day of the week."""
    t = use_session().t
    return div(
        div(_table(found, t), cls="rp-scroll", tabindex="0", role="region", aria_label=t("When I take what"))
        if found.rows
        else None,
        *(_in_words(one, t) for one in found.in_words),
        cls="rp-schedule",
    )


def _table(found: PillSchedule, t: Language) -> Any:
    every_day = found.is_every_day
    names = [t("Every day")] if every_day else [t.weekday(number, "abbreviated") for number in _WEEK]
    if every_day:
        head = (tag("th", t("Time"), scope="col"), tag("th", names[0], scope="col"))
        rows = [_whole_row(row, t) for row in found.rows]
    else:
        days = (tag("th", name, scope="col", cls="rp-pill-day") for name in names)
        head = (tag("th", t("Time"), scope="col"), tag("th", t("Medicine"), scope="col"), *days)
        rows = [_dose_row(row, dose, names, t) for row in found.rows for dose in dict.fromkeys(sum(row.days, ()))]
    cls = "rp-table rp-pills" if every_day else "rp-table rp-pills rp-pills-week"
    return tag("table", tag("thead", tag("tr", *head)), tag("tbody", *rows), cls=cls)


def _whole_row(row: Row, t: Language) -> Any:
    """Return a time of day with all that is taken then, where the days are alike."""
    return tag("tr", tag("th", _at(row, t), scope="row"), tag("td", *(_dose(dose) for dose in row.days[0])))


def _dose_row(row: Row, dose: Dose, names: list[str], t: Language) -> Any:
    """Return one dose with a mark on each day it is taken: seven narrow columns fit every screen."""
    marks = (_mark(dose in day, name) for day, name in zip(row.days, names, strict=True))
    return tag("tr", tag("th", _at(row, t), scope="row"), tag("td", _dose(dose), cls="rp-pill-what"), *marks)


def _mark(is_taken: bool, name: str) -> Any:
    # the day stands in the cell too, for the narrow screen on which the head of the table is not drawn
    day = tag("span", name, cls="rp-pill-mark-day", aria_hidden="true")
    return tag("td", day, tag("span", _TAKEN if is_taken else _NOT_THEN), cls="rp-pill-mark")


def _at(row: Row, t: Language) -> str:
    return shown_reading(row.at, t) or row.at.words.strip()


def _dose(dose: Dose) -> Any:
    return div(
        tag("span", " · ".join(dose.title), cls="rp-pill-name"),
        *(tag("span", note, cls="rp-pill-much") for note in dose.notes),
        cls="rp-pill",
    )


def _in_words(one: InWords, t: Language) -> Any:
    as_needed = (t("Only when I need it"),) if one.as_needed else ()
    watch = (t("Watch for: {words}", words=one.watch_for),) if one.watch_for else ()
    untimed = (t("Another dose, without a time: {how_much}", how_much=words) for words in one.untimed)
    name = " · ".join(part.strip() for part in (one.name, one.for_what) if part.strip())
    says = " · ".join((*as_needed, *untimed, *one.says, *watch))
    return div(para(name, cls="rp-pill-name"), para(says, cls="rp-pill-much"), cls="rp-pill-words")
