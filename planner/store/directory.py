"""The community directory in the store: feeds read into it, found by words and filters, with what the agency knows.

A feed is read into a new edition, a few hundred entries a transaction, so that nobody who saves a plan waits for it. It
is shown by one change at the end; a reading that breaks off leaves the old edition whole.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from sqlalchemy import delete, func, insert, or_, select, text, update

from planner.directory.report import EMPTY_FEED, ImportReport, NotAFeedError, Tally
from planner.directory.search import area_mask, day_mask, indexed, marks_of, spelled_words
from planner.directory.service import AGENCY_FEED, AgencyNote, Listing, Service, open_days
from planner.store.directory_search import found_rows, is_shown
from planner.store.file import full_text
from planner.store.tables import DIRECTORY_ENTRY as ENTRY
from planner.store.tables import DIRECTORY_FEED as FEED
from planner.store.tables import DIRECTORY_NOTE as NOTE
from planner.store.tables import DIRECTORY_TEXT as TEXT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from datetime import datetime

    from sqlalchemy import Connection

    from planner.directory.feed import Feed
    from planner.directory.search import Search

_BATCH = 200
"""Entries a transaction: about a fifth of a second on a slow disk."""


class _Transactions(Protocol):
    def _reading(self) -> AbstractContextManager[Connection]: ...
    def _writing(self) -> AbstractContextManager[Connection]: ...


@dataclass(frozen=True, slots=True)
class Found:
    """One page of a search; `corrected` is what a mistyped word was taken for."""

    listings: tuple[Listing, ...]
    corrected: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class KeptFeed:
    """A feed in the directory, and what its last reading did."""

    name: str
    imported: datetime | None
    report: ImportReport


class StoredDirectory:
    """The directory of one open store."""

    def __init__(self, store: _Transactions) -> None:
        """Work on an open store."""
        self._reading, self._writing = store._reading, store._writing  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] (a room of the store)

    def read_feed(
        self, feed: Feed, *, at: datetime, progress: Callable[[int], None] = lambda _rows: None
    ) -> ImportReport:
        """Read a feed into the directory and return what came of it. What it no longer holds is no longer shown.

        Raises:
            NotAFeedError: it breaks off, or has no entry; the directory is as it was.
        """
        tally, counts = Tally(), {"added": 0, "changed": 0, "unchanged": 0}
        with self._writing() as connection:
            edition = _begin(connection, feed.name)
        services, spelled = tally.kept(feed.found), set[str]()
        while batch := tuple(islice(services, _BATCH)):
            with self._writing() as connection:
                for outcome, number in _keep(connection, batch, edition, spelled).items():
                    counts[outcome] += number
            progress(tally.rows)
        if not sum(counts.values()):
            raise NotAFeedError(EMPTY_FEED)
        with self._writing() as connection:
            gone = _gone(connection, feed.name, edition)
            report = _report(feed, tally, counts, gone - counts["changed"])
            _show(connection, feed, edition, report, at)
        self._let_go(feed.name)
        return report

    def _let_go(self, feed: str) -> None:
        while True:
            with self._writing() as connection:
                if not _forget_superseded(connection, feed):
                    return

    def keep_own(self, service: Service, *, at: datetime) -> None:
        """Keep an entry the agency wrote down itself; it is there for every person."""
        own = service.amended(feed=AGENCY_FEED)
        with self._writing() as connection:
            edition = _edition(connection, AGENCY_FEED)
            if edition == 0:
                _begin(connection, AGENCY_FEED)
                connection.execute(update(FEED).where(FEED.c.name == AGENCY_FEED).values(edition=1, imported=at))
            for row in _shown_rows(connection, own.id):
                _forget(connection, [row])
            _add(connection, [own], max(edition, 1), set())

    def keep_note(self, note: AgencyNote) -> None:
        """Keep what the agency knows about an entry; it stays when the feed is read again."""
        with self._writing() as connection:
            connection.execute(delete(NOTE).where(NOTE.c.service_id == note.service_id))
            connection.execute(insert(NOTE).values(service_id=note.service_id, value=note.model_dump_json()))
            for row in _shown_rows(connection, note.service_id):
                _index_anew(connection, row, note)

    def feeds(self) -> tuple[KeptFeed, ...]:
        """Return the feeds there are, with the report of their last reading."""
        with self._reading() as connection:
            rows = connection.execute(select(FEED).where(FEED.c.edition > 0, FEED.c.name != AGENCY_FEED)).all()
        return tuple(KeptFeed(row.name, row.imported, _read_report(row.report)) for row in rows)

    def mapping(self, feed: str) -> dict[str, str]:
        """Return which column of a spreadsheet holds which field, as it was told the last time."""
        with self._reading() as connection:
            kept = connection.scalar(select(FEED.c.mapping).where(FEED.c.name == feed))
        return json.loads(kept) if kept else {}

    def is_empty(self) -> bool:
        """Whether nothing is in the directory yet."""
        with self._reading() as connection:
            return connection.scalar(select(FEED.c.name).where(FEED.c.edition > 0).limit(1)) is None

    def listing(self, service_id: str) -> Listing | None:
        """Return one entry; nothing where its feed no longer holds it."""
        with self._reading() as connection:
            rows = _shown_rows(connection, service_id)
            return next(iter(_listings(connection, rows)), None)

    def find(self, search: Search, *, limit: int = 40) -> Found:
        """Return what fits a search, the best first: all of its words if anything has them all, else any."""
        with self._reading() as connection:
            rows, corrected = found_rows(connection, search, limit)
            return Found(tuple(_listings(connection, rows)), corrected)


def _report(feed: Feed, tally: Tally, counts: Mapping[str, int], gone: int) -> ImportReport:
    return ImportReport(
        feed.name,
        feed.form,
        rows=tally.rows,
        gone=gone,
        left_out=dict(tally.left_out),
        first_rows={reason: tuple(rows) for reason, rows in tally.first_rows.items()},
        without_hours=tally.without_hours,
        without_coordinates=tally.without_coordinates,
        **counts,
    )


def _read_report(kept: str) -> ImportReport:
    report = ImportReport(**json.loads(kept))
    return replace(report, first_rows={reason: tuple(rows) for reason, rows in report.first_rows.items()})


def _edition(connection: Connection, feed: str) -> int:
    return connection.scalar(select(FEED.c.edition).where(FEED.c.name == feed)) or 0


def _begin(connection: Connection, feed: str) -> int:
    """Return the number of a new edition, beyond any that was begun before."""
    shown = connection.scalar(select(FEED.c.edition).where(FEED.c.name == feed))
    if shown is None:
        connection.execute(insert(FEED).values(name=feed, edition=0, mapping="{}", report="{}"))
    begun = connection.scalar(select(func.max(ENTRY.c.last)).where(ENTRY.c.feed == feed)) or 0
    return max(begun, shown or 0) + 1


def _shown_rows(connection: Connection, service_id: str) -> list[int]:
    return list(connection.scalars(select(ENTRY.c.row).where(ENTRY.c.id == service_id, is_shown())))


def _keep(connection: Connection, services: Sequence[Service], edition: int, spelled: set[str]) -> dict[str, int]:
    """Keep entries of a new edition: the same words stay where they are, other words stand beside until the end."""
    asked = select(ENTRY.c.id, ENTRY.c.row, TEXT.c.value).where(
        ENTRY.c.id.in_([service.id for service in services]), ENTRY.c.row == TEXT.c.row, is_shown()
    )
    shown = {row.id: row for row in connection.execute(asked)}
    same = {one.id for one in services if one.id in shown and shown[one.id].value == _written(one)}
    rows = [shown[service_id].row for service_id in same]
    connection.execute(update(ENTRY).where(ENTRY.c.row.in_(rows)).values(last=edition))
    new = [service for service in services if service.id not in same]
    _add(connection, new, edition, spelled)
    changed = sum(service.id in shown for service in new)
    return {"unchanged": len(same), "changed": changed, "added": len(new) - changed}


def _written(service: Service) -> str:
    return service.model_dump_json(exclude_defaults=True)


def _add(connection: Connection, services: Sequence[Service], edition: int, spelled: set[str]) -> None:
    if not services:
        return
    known = _notes(connection, [service.id for service in services])
    first = (connection.scalar(select(func.max(ENTRY.c.row))) or 0) + 1
    listings = {first + place: Listing(service=one, note=known.get(one.id)) for place, one in enumerate(services)}
    connection.execute(insert(ENTRY), [_entry(row, one, edition) for row, one in listings.items()])
    connection.execute(insert(TEXT), [{"row": row, "value": _written(one.service)} for row, one in listings.items()])
    _index(connection, listings, spelled)


def _entry(row: int, listing: Listing, edition: int) -> dict[str, object]:
    service = listing.service
    return {
        "row": row,
        "id": service.id,
        "feed": service.feed,
        "first": edition,
        "last": edition,
        "latitude": service.latitude,
        "longitude": service.longitude,
        "areas": area_mask(service.areas),
        "days": day_mask(open_days(service)),
        "marks": marks_of(listing),
        "languages": "".join(f" {code} " for code in service.languages),
    }


def _index(connection: Connection, listings: Mapping[int, Listing], spelled: set[str]) -> None:
    columns = {row: indexed(listing) for row, listing in listings.items()}
    connection.execute(
        text(
            "INSERT INTO directory_words (rowid, name, terms, kinds, about, place) "
            "VALUES (:row, :name, :terms, :kinds, :about, :place)"
        ),
        [{"row": row, **words} for row, words in columns.items()],
    )
    words = {word for one in columns.values() for word in spelled_words(one)} - spelled
    full_text.keep_words(connection, sorted(words))
    spelled |= words


def _index_anew(connection: Connection, row: int, note: AgencyNote) -> None:
    value = connection.scalar(select(TEXT.c.value).where(TEXT.c.row == row)) or ""
    listing = Listing(service=Service.model_validate_json(value), note=note)
    connection.execute(text("DELETE FROM directory_words WHERE rowid = :row"), {"row": row})
    connection.execute(update(ENTRY).where(ENTRY.c.row == row).values(marks=marks_of(listing)))
    _index(connection, {row: listing}, set())


def _notes(connection: Connection, ids: Sequence[str]) -> dict[str, AgencyNote]:
    kept = connection.scalars(select(NOTE.c.value).where(NOTE.c.service_id.in_(ids)))
    return {note.service_id: note for note in map(AgencyNote.model_validate_json, kept)}


def _gone(connection: Connection, feed: str, edition: int) -> int:
    """Count what is shown now and does not stand in the new edition in the same words."""
    asked = select(func.count()).select_from(ENTRY).where(ENTRY.c.feed == feed, is_shown(), ENTRY.c.last < edition)
    return connection.scalar(asked) or 0


def _show(connection: Connection, feed: Feed, edition: int, report: ImportReport, at: datetime) -> None:
    connection.execute(
        update(FEED)
        .where(FEED.c.name == feed.name)
        .values(edition=edition, imported=at, mapping=json.dumps(dict(feed.mapping)), report=json.dumps(asdict(report)))
    )


def _forget_superseded(connection: Connection, feed: str) -> int:
    """Take away a batch of what no edition shows any more, and return how many those were."""
    edition = _edition(connection, feed)
    is_over = or_(ENTRY.c.last < edition, ENTRY.c.first > edition)
    rows = list(connection.scalars(select(ENTRY.c.row).where(ENTRY.c.feed == feed, is_over).limit(_BATCH)))
    _forget(connection, rows)
    return len(rows)


def _forget(connection: Connection, rows: Sequence[int]) -> None:
    for row in rows:
        connection.execute(text("DELETE FROM directory_words WHERE rowid = :row"), {"row": row})
    connection.execute(delete(TEXT).where(TEXT.c.row.in_(rows)))
    connection.execute(delete(ENTRY).where(ENTRY.c.row.in_(rows)))


def _listings(connection: Connection, rows: Sequence[int]) -> Iterator[Listing]:
    """Yield entries in the order of their rows."""
    asked = (
        select(TEXT.c.row, TEXT.c.value, NOTE.c.value.label("note"))
        .join(ENTRY, ENTRY.c.row == TEXT.c.row)
        .outerjoin(NOTE, NOTE.c.service_id == ENTRY.c.id)
        .where(TEXT.c.row.in_(rows))
    )
    kept = {one.row: one for one in connection.execute(asked)}
    for row in rows:
        note = AgencyNote.model_validate_json(kept[row].note) if kept[row].note else None
        yield Listing(service=Service.model_validate_json(kept[row].value), note=note)
