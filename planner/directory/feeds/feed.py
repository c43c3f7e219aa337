"""Any feed: its form is recognized from its files and first records, and the reader of that form reads it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, cast

from planner.directory.feeds.feed_files import columns_of, json_stream, rows
from planner.directory.feeds.hsds import services
from planner.directory.feeds.hsds_tables import nested, table_named
from planner.directory.feeds.json_records import records
from planner.directory.feeds.meeting_guide import meetings
from planner.directory.feeds.report import EMPTY_FEED, NOT_A_FEED, NotAFeedError
from planner.directory.feeds.spreadsheet import entries, guessed
from planner.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from planner.directory.feeds.feed_files import FeedFiles
    from planner.directory.feeds.report import LeftOut
    from planner.directory.service import Service

    Found = Iterator[Service | LeftOut]

_MEETING_SIGNS = frozenset(("slug", "day", "time", "types", "weekday_tinyint", "meeting_name"))
_HSDS_SIGNS = frozenset(
    (
        "organization",
        "organization_id",
        "service_at_locations",
        "services",
        "schedules",
        "application_process",
        "service",
    )
)
_ENOUGH_SIGNS = 2
_LOOKED_AT = 20
"""As many records are looked at before a form is decided on."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed whose form is known; `found` can be read once."""

    name: str
    form: str
    found: Found
    mapping: Mapping[str, str]
    """For a spreadsheet: which column holds which field."""


class ColumnAskedError(NotAFeedError):
    """A spreadsheet whose column of names can not be guessed; `columns` are the ones there are."""

    def __init__(self, columns: tuple[str, ...]) -> None:
        """Say which columns there are, so that somebody can choose."""
        self.columns = columns
        super().__init__(
            say("Which column holds the name? The columns are: {columns}.", columns=", ".join(columns[:40]))
        )


def opened_feed(files: FeedFiles, name: str, today: date, mapping: Mapping[str, str] | None = None) -> Feed:
    """Recognize a feed; its entries are read as they are asked for.

    Raises:
        NotAFeedError: it is none that we read. One that breaks off raises while it is read.
        ColumnAskedError: a spreadsheet, and nothing tells which column holds the names.
    """
    tables = {file: table for file in files.names if file.casefold().endswith(".csv") and (table := table_named(file))}
    if "services" in tables.values() and _has_columns(files, tables):
        return Feed(name, "HSDS, tables", services(nested(_tables(files, tables)), name, today), {})
    file = _the_one(files)
    if file.casefold().endswith((".json", ".js", ".txt")):
        return _json(files, file, name, today)
    if file.casefold().endswith((".csv", ".tsv")):
        return _spreadsheet(files, file, name, today, mapping or {})
    raise NotAFeedError(NOT_A_FEED)


def _has_columns(files: FeedFiles, tables: dict[str, str]) -> bool:
    """Whether a file called services has the columns of a table of services; a spreadsheet may be called so too."""
    file = next(file for file, table in tables.items() if table == "services")
    columns = {column.casefold() for column in columns_of(files, file)}
    return {"id", "name"} <= columns and bool(columns & {"organization_id", "location_id", "program_id", "status"})


def _tables(files: FeedFiles, tables: dict[str, str]) -> Any:
    def table(name: str) -> Iterator[dict[str, str]]:
        return chain.from_iterable(rows(files, file) for file, held in tables.items() if held == name)

    return table


def _the_one(files: FeedFiles) -> str:
    """Return the one file that can be a feed; a description of the package beside it is none."""
    able = [file for file in files.names if file.casefold().endswith((".json", ".js", ".txt", ".csv", ".tsv"))]
    able = [file for file in able if not file.casefold().endswith("datapackage.json")] or able
    if len(able) != 1:
        raise NotAFeedError(NOT_A_FEED)
    return able[0]


def _json(files: FeedFiles, file: str, name: str, today: date) -> Feed:
    found = _records(files, file)
    first = list(islice(found, _LOOKED_AT))
    whole = chain(first, found)
    if first and first[0][0].endswith(".csv"):
        return Feed(name, "HSDS, tables in JSON", services(nested(_json_tables(whole)), name, today), {})
    known = [_form(record) for _, record in first]
    form = max(("meetings", "hsds"), key=known.count)
    if not known.count(form):
        raise NotAFeedError(NOT_A_FEED if first else EMPTY_FEED)
    read = meetings if form == "meetings" else services
    shown = "Meeting Guide" if form == "meetings" else "HSDS, JSON"
    return Feed(name, shown, read((record for _, record in whole), name, today), {})


def _records(files: FeedFiles, file: str) -> Iterator[tuple[str, Any]]:
    with json_stream(files, file) as stream:
        yield from records(stream)


def _form(record: Any) -> str:
    if not isinstance(record, dict):
        return ""
    inner = cast("dict[str, Any]", record)
    fields = inner.get("fields")
    names = set(cast("dict[str, Any]", fields) if isinstance(fields, dict) else inner)
    if len(names & _MEETING_SIGNS) >= _ENOUGH_SIGNS or {"name", "slug"} <= names:
        return "meetings"
    return "hsds" if names & _HSDS_SIGNS and "location_type" not in names else ""


def _json_tables(found: Iterable[tuple[str, Any]]) -> Any:
    """Hold tables that stand in one JSON object, one after the other, in whatever order."""
    held: dict[str, list[dict[str, str]]] = {}
    for file, record in found:
        if isinstance(record, dict) and (table := table_named(file)):
            fields = cast("dict[str, Any]", record)
            row = {key: "" if value is None else str(value) for key, value in fields.items()}
            held.setdefault(table, []).append(row)

    def rows_of(name: str) -> list[dict[str, str]]:
        return held.get(name, [])

    return rows_of


def _spreadsheet(files: FeedFiles, file: str, name: str, today: date, mapping: Mapping[str, str]) -> Feed:
    columns = columns_of(files, file)
    small = {column.casefold() for column in columns}
    if {"day", "time", "name"} <= small and not mapping:
        return Feed(name, "Meeting Guide, CSV", meetings(rows(files, file), name, today), {})
    known = guessed(columns, {field: column.casefold() for field, column in mapping.items()})
    if known.get("name") not in small:
        raise ColumnAskedError(columns)
    return Feed(name, "Spreadsheet", entries(rows(files, file), name, known, today), known)
