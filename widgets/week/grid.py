"""The grid: seven days down, the parts of the day across; arrow keys go along it and Enter opens a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton
import reacton.ipyvuetify as v
from reacton.ipyvue import use_event

from planner.model.entry import has_text
from planner.model.message import say
from planner.week.event import TOLD_WITH_KIND, EventKind
from planner.words.part_of_day import PartOfDay
from widgets.draft.context import use_session
from widgets.elements.markup import tag

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from planner.week.event import Event
    from planner.words.language import Language

Cell = tuple[str, str]
"""A day in ISO form, and the part of the day; nothing for any time."""

PARTS: tuple[PartOfDay | None, ...] = (*PartOfDay, None)
ANY_TIME = say("Any time")


@reacton.component
def Grid(
    days: tuple[date, ...], events: tuple[Event, ...], opened: Cell | None, open_cell: Callable[[Cell], None]
) -> Any:
    """The week. One cell is a stop for Tab; on a phone each day is a list of its own."""
    t = use_session().t
    head = tag("tr", tag("th", t("Day"), scope="col"), *(tag("th", part_name(part, t), scope="col") for part in PARTS))
    rows = [_row(day, events, days[0], opened, open_cell, t) for day in days]
    return tag(
        "table",
        tag("thead", head),
        tag("tbody", *rows),
        cls="rp-table rp-week-grid",
        role="grid",
        aria_label=t("The week, day by day. Arrow keys go along it, Enter opens a cell."),
    )


def part_name(part: PartOfDay | None, t: Language) -> str:
    """Return what a column is called."""
    return t(part.label) if part else t(ANY_TIME)


def _row(
    day: date,
    events: tuple[Event, ...],
    first: date,
    opened: Cell | None,
    open_cell: Callable[[Cell], None],
    t: Language,
) -> Any:
    name = tag(
        "th", tag("span", t.weekday(day.weekday())), tag("span", t.day(day, "near"), cls="rp-week-date"), scope="row"
    )
    cells = [
        GridCell(
            (day.isoformat(), part.value if part else ""),
            tuple(event for event in events if event.day == day and event.part is part),
            part_name(part, t),
            f"{t.weekday(day.weekday())}, {part_name(part, t)}",
            opened == (day.isoformat(), part.value if part else ""),
            day == first and part is PARTS[0],
            open_cell,
        ).key(f"{(day - first).days}-{part}")
        for part in PARTS
    ]
    return tag("tr", name, *cells)


@reacton.component
def GridCell(
    cell: Cell,
    events: tuple[Event, ...],
    part: str,
    named: str,
    is_open: bool,
    is_stop: bool,
    open_cell: Callable[[Cell], None],
) -> Any:
    """One cell; pressing it, or Enter on it, opens what stands in it."""
    t = use_session().t
    entries = tag("ul", *(_line(event, t) for event in events)) if events else None
    element = v.Html(
        tag="td",
        class_="rp-week-cell rp-chosen" if is_open else "rp-week-cell" if events else "rp-week-cell rp-week-empty",
        attributes={
            "role": "gridcell",
            "tabindex": "0" if is_stop else "-1",
            "aria-selected": str(is_open).lower(),
            "aria-label": f"{named}: " + ("; ".join(told(one, t) for one in events) or t("nothing yet")),
            "data-part": part,
        },
        children=[entries] if entries else [],
    )
    use_event(element, "click", lambda *_: open_cell(cell))
    return element


def _line(event: Event, t: Language) -> Any:
    at = t.time(event.starts) if event.starts else event.when
    return tag(
        "li",
        tag("span", at, cls="rp-week-time") if at else None,
        event_title(event, t),
        cls="rp-week-way" if event.kind is EventKind.TRAVEL else "",
    )


def event_title(event: Event, t: Language) -> str:
    """Return what an event is called in the grid: its words, and its kind where these say too little."""
    kind = t(event.kind.label)
    if not has_text(event.title):
        return kind
    return f"{kind}: {event.title.strip()}" if event.kind in TOLD_WITH_KIND else event.title.strip()


def told(event: Event, t: Language) -> str:
    """Return an event in one line."""
    at = t.time(event.starts) if event.starts else event.when
    return " ".join(filter(None, (at, event_title(event, t))))
