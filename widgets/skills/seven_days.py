"""The next seven days as a table: each part of a day with what stands in it, and first what is there every day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time, timedelta
from typing import TYPE_CHECKING, Any

import reacton

from planner.model.message import say
from planner.week.event import EventKind
from planner.week.week import events_on
from widgets.draft.context import use_session
from widgets.elements.markup import div, heading, tag

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from planner.plan.plan import Plan
    from planner.words.language import Language

PARTS = ((say("Morning"), time(0), time(12)), (say("Afternoon"), time(12), time(17)), (say("Evening"), time(17), None))
"""The parts of a day, each from its first hour up to the next one's."""

_DAYS = 7


@dataclass(frozen=True)
class Entry:
    """One thing on a day; without a time where none was read."""

    item: str
    words: str
    starts: time | None = None


@reacton.component
def SevenDays(plan: Plan) -> Any:
    """Draw the table; nothing while there is nothing in the week."""
    context = use_session()
    t = context.t
    days = {
        day: on_day(plan, day, context.today)
        for day in (context.today + timedelta(days=ahead) for ahead in range(_DAYS))
    }
    if not any(days.values()):
        return div(cls="rp-none")
    always = every_day(days.values())
    untimed = any(entry.starts is None for entries in days.values() for entry in entries)
    rows = [
        _row(_day_name(day, t), [one for one in days[day] if one not in always], t, untimed=untimed) for day in days
    ]
    if always:
        rows.insert(0, _row([tag("span", t("Every day"))], always, t, untimed=untimed))
    head = (say("Day"), *(name for name, *_ in PARTS), *((say("Any time"),) if untimed else ()))
    title = t("The next seven days")
    table = tag(
        "table",
        tag("thead", tag("tr", *(tag("th", t(name), scope="col") for name in head))),
        tag("tbody", *rows),
        cls="rp-table rp-week",
        aria_label=title,
    )
    scrolled = div(table, cls="rp-scroll", role="region", tabindex="0", aria_label=title)
    return tag("section", heading(3, title, cls="rp-part-title"), scrolled, cls="rp-month")


def on_day(plan: Plan, day: date, today: date) -> list[Entry]:
    """Return what stands on a day: what has an hour in its order, then the rest. A night counts where it begins."""
    events = (event for event in events_on(plan, day, today) if event.kind is not EventKind.TRAVEL)
    return [Entry(event.item, event.title.strip(), event.starts) for event in events if event.title.strip()]


def every_day(days: Iterable[list[Entry]]) -> list[Entry]:
    """Return what stands on each of the days at the same hour: said once, it leaves room for the rest."""
    first, *others = days
    return [entry for entry in first if all(entry in other for other in others)]


def _day_name(day: date, t: Language) -> list[Any]:
    return [tag("span", t.weekday(day.weekday())), tag("span", t.day(day, "day"), cls="rp-week-date")]


def _row(name: list[Any], entries: list[Entry], t: Language, *, untimed: bool) -> Any:
    cells = [
        _cell([one for one in entries if one.starts and first <= one.starts and (last is None or one.starts < last)], t)
        for _, first, last in PARTS
    ]
    if untimed:
        cells.append(_cell([one for one in entries if one.starts is None], t))
    return tag("tr", tag("th", *name, scope="row"), *cells)


def _cell(entries: list[Entry], t: Language) -> Any:
    return tag("td", tag("ul", *(_line(one, t) for one in entries)) if entries else None)


def _line(entry: Entry, t: Language) -> Any:
    at = tag("span", t.time(entry.starts), cls="rp-week-time") if entry.starts else None
    return tag("li", at, entry.words)
