"""Lists of services and meetings, read in from this computer, each with what its last reading did."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import reacton
import reacton.ipyvuetify as v

from planner.directory.feeds.feed import ColumnAskedError, opened_feed
from planner.directory.feeds.report import LeftOutReason, NotAFeedError
from planner.model.message import Message, say
from planner.store import StoreError
from planner.store.directory.feed_paths import files_at
from widgets.draft.context import use_session
from widgets.elements.background import begin
from widgets.elements.markup import Button, div, heading, para, tag
from widgets.forms.chips import Chip

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from planner.directory.feeds.feed import Feed
    from planner.directory.feeds.report import ImportReport
    from planner.store.directory.directory import StoredDirectory
    from planner.words.language import Language

NOTHING_THERE = say("There is nothing at this place on this computer. Look at the name once more.")
COUNTED = (
    ("added", say("New")),
    ("changed", say("Changed")),
    ("unchanged", say("As before")),
    ("gone", say("No longer in the feed")),
)


@reacton.component
def Feeds(stored: StoredDirectory, now: Callable[[], datetime]) -> Any:
    """The feeds there are, each with what its last reading did, and a form to read one in."""
    t = use_session().t
    count, read_anew = reacton.use_state(0)
    known = reacton.use_memo(stored.feeds, [count])
    return div(
        heading(2, t("Lists of services and meetings"), cls="rp-part-title"),
        para(
            t("HSDS, Meeting Guide, BMLT, or a sheet saved as CSV. Nothing is fetched from the internet."),
            cls="rp-soft",
        ),
        ReadIn(stored, now, lambda: read_anew(count + 1)),
        *(ReportTable(feed.report).key(feed.name) for feed in known),
        cls="rp-card rp-fields",
    )


@reacton.component
def ReadIn(stored: StoredDirectory, now: Callable[[], datetime], done: Callable[[], None]) -> Any:
    """The form that reads a file of this computer; a sheet whose names are not clear asks for the column once."""
    context = use_session()
    t = context.t
    path, set_path = reacton.use_state("")
    name, set_name = reacton.use_state("")
    told, tell = reacton.use_state(cast("Message | None", None))
    columns, ask = reacton.use_state(cast("tuple[str, ...]", ()))
    under_way = reacton.use_ref(cast("Any", None))
    reacton.use_effect(lambda: lambda: under_way.current and under_way.current.cancel(), [])

    def read(column: str = "") -> None:
        ask(())
        where = Path(path.strip().strip('"')).expanduser()
        mapping = {"name": column} if column else {}
        try:
            if not path.strip() or not where.exists():
                tell(NOTHING_THERE)
                return
            feed = _opened(stored, where, name.strip() or where.stem, context.today, mapping)
        except ColumnAskedError as asked:
            ask(asked.columns)
            tell(say("Which column holds the name?"))
            return
        except (NotAFeedError, StoreError) as refused:
            tell(refused.says)
            return
        except OSError:
            tell(say("This file can not be opened. Another program may hold it."))
            return
        under_way.current = begin(_read(stored, feed, now, tell, done))

    return div(
        _field(t("Where the file is on this computer"), "rp-feed-path", path, set_path),
        _field(t("What to call this list"), "rp-feed-name", name, set_name),
        div(Button(t("Read it in"), read, kind="main"), cls="rp-row-foot"),
        para(t(told) if told else "", cls="rp-told", role="status"),
        _columns(t, columns, read),
        cls="rp-fields",
    )


def _columns(t: Language, columns: tuple[str, ...], choose: Callable[[str], None]) -> Any:
    """Return the columns of a sheet to choose the name from; nothing where its names were clear."""
    chips = [Chip(column, False, partial(choose, column), key=column) for column in columns]
    return div(*chips, cls="rp-chips", role="group", aria_label=t("Which column holds the name?")) if columns else None


def _opened(stored: StoredDirectory, path: Path, name: str, today: date, mapping: dict[str, str]) -> Feed:
    return opened_feed(files_at(path), name, today, stored.mapping(name) | mapping)


def _field(label: str, name: str, value: str, changed: Callable[[str], None]) -> Any:
    box = v.TextField(
        v_model=value,
        on_v_model=lambda typed: changed(typed or ""),
        id=name,
        variant="plain",
        hide_details=True,
        density="compact",
        attributes={"autocomplete": "off"},
        class_="rp-input",
    )
    return div(tag("label", label, for_=name, cls="rp-label"), box, cls="rp-field")


async def _read(
    stored: StoredDirectory,
    feed: Feed,
    now: Callable[[], datetime],
    tell: Callable[[Message | None], None],
    done: Callable[[], None],
) -> None:
    try:
        for rows in stored.reading_feed(feed, at=now()):
            tell(say("Rows read so far: {n}", n=rows))
            await asyncio.sleep(0)
    except (NotAFeedError, StoreError) as refused:
        tell(refused.says)
        return
    tell(say("It is read in."))
    done()


@reacton.component
def ReportTable(report: ImportReport) -> Any:
    """What a reading did: rows read, rows left out and why."""
    t = use_session().t
    rows = [(t(label), getattr(report, name), "") for name, label in COUNTED]
    rows += [
        (t("Left out: {why}", why=LeftOutReason(reason).label), count, _which(report.first_rows[reason], count, t))
        for reason, count in report.left_out.items()
    ]
    rows += [
        (t("Without hours: call first"), report.without_hours, ""),
        (t("Without a place on the map"), report.without_coordinates, ""),
    ]
    title = t("{feed}. Rows: {rows}. Read: {read}.", feed=report.feed, rows=report.rows, read=report.read)
    body = [
        tag("tr", tag("th", label, scope="row"), tag("td", f"{count:,}"), tag("td", which))
        for label, count, which in rows
    ]
    head = tag("tr", *(tag("th", t(one), scope="col") for one in (say("What"), say("Rows"), say("Which"))))
    return tag("table", tag("caption", title), tag("thead", head), tag("tbody", *body), cls="rp-table rp-feed-report")


def _which(first: tuple[int, ...], count: int, t: Language) -> str:
    rows = ", ".join(map(str, first))
    return t("row {rows}", rows=rows) + (" …" if count > len(first) else "")
