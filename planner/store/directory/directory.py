"""The community directory in the store: feeds read into it, found by words and filters, with what the agency knows.

A feed is read into a new edition, a few hundred entries a transaction, so that nobody who saves a plan waits for it. It
is shown by one change at the end; a reading that breaks off leaves the old edition whole.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, insert, select, update

from planner.directory.feeds.report import EMPTY_FEED, ImportReport, NotAFeedError, Tally
from planner.directory.matching import Match, match
from planner.directory.service import AGENCY_FEED, AgencyNote, Listing, Service
from planner.store.directory import outcomes
from planner.store.directory.entries import BATCH, Entries, edition_of
from planner.store.directory.search import found_rows, where_is
from planner.store.tables import DIRECTORY_ENTRY as ENTRY
from planner.store.tables import DIRECTORY_FEED as FEED
from planner.store.tables import DIRECTORY_NOTE as NOTE

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from planner.directory.feeds.feed import Feed
    from planner.directory.matching import About, Wish
    from planner.directory.outcomes import Outcomes
    from planner.directory.search import Search
    from planner.store.place import Place

_CANDIDATES = 25
"""As many entries are weighed for each wish: the best five are hardly ever beyond."""


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

    def __init__(self, place: Place) -> None:
        """Work on the rows of an open store."""
        self._place = place

    @contextmanager
    def _reading(self) -> Generator[Entries]:
        with self._place.reading() as connection:
            yield Entries(connection, self._place.index)

    @contextmanager
    def _writing(self) -> Generator[Entries]:
        with self._place.writing() as connection:
            yield Entries(connection, self._place.index)

    def read_feed(
        self, feed: Feed, *, at: datetime, progress: Callable[[int], None] = lambda _rows: None
    ) -> ImportReport:
        """Read a feed into the directory and return what came of it. What it no longer holds is no longer shown.

        Raises:
            NotAFeedError: it breaks off, or has no entry; the directory is as it was.
        """
        steps = self.reading_feed(feed, at=at)
        while True:
            try:
                progress(next(steps))
            except StopIteration as done:
                return done.value

    def reading_feed(self, feed: Feed, *, at: datetime) -> Generator[int, None, ImportReport]:
        """Do the same a few hundred entries at a time; each step yields how many rows were read by then."""
        tally, counts = Tally(), {"added": 0, "changed": 0, "unchanged": 0}
        with self._place.writing() as connection:
            edition = _begin(connection, feed.name)
        services, spelled = tally.kept(feed.found), set[str]()
        while batch := tuple(islice(services, BATCH)):
            with self._writing() as entries:
                for outcome, number in entries.keep(batch, edition, spelled).items():
                    counts[outcome] += number
            yield tally.rows
        if not sum(counts.values()):
            raise NotAFeedError(EMPTY_FEED)
        with self._writing() as entries:
            gone = entries.gone(feed.name, edition)
            report = _report(feed, tally, counts, gone - counts["changed"])
            _show(entries.connection, feed, edition, report, at)
        self._let_go(feed.name)
        return report

    def _let_go(self, feed: str) -> None:
        while True:
            with self._writing() as entries:
                if not entries.forget_superseded(feed):
                    return

    def keep_own(self, service: Service, *, at: datetime) -> None:
        """Keep an entry the agency wrote down itself; it is there for every person."""
        own = service.amended(feed=AGENCY_FEED)
        with self._writing() as entries:
            edition = edition_of(entries.connection, AGENCY_FEED)
            if edition == 0:
                _begin(entries.connection, AGENCY_FEED)
                shown = update(FEED).where(FEED.c.name == AGENCY_FEED).values(edition=1, imported=at)
                entries.connection.execute(shown)
            entries.forget(entries.shown(own.id))
            entries.add([own], max(edition, 1), set())

    def own(self) -> tuple[Listing, ...]:
        """Return the entries the agency wrote down itself, by name."""
        with self._reading() as entries:
            return tuple(
                sorted(entries.listings(entries.of_feed(AGENCY_FEED)), key=lambda listing: listing.service.name)
            )

    def forget_own(self, service_id: str) -> None:
        """Take out an entry the agency wrote down itself; plans keep their own words of it."""
        with self._writing() as entries:
            entries.forget(entries.shown(service_id))

    def keep_note(self, note: AgencyNote) -> None:
        """Keep what the agency knows about an entry; it stays when the feed is read again."""
        with self._writing() as entries:
            entries.connection.execute(delete(NOTE).where(NOTE.c.service_id == note.service_id))
            entries.connection.execute(insert(NOTE).values(service_id=note.service_id, value=note.model_dump_json()))
            for row in entries.shown(note.service_id):
                entries.index_anew(row, note)

    def note(self, service_id: str) -> AgencyNote | None:
        """Return what the agency knows about an entry."""
        with self._place.reading() as connection:
            kept = connection.scalar(select(NOTE.c.value).where(NOTE.c.service_id == service_id))
        return AgencyNote.model_validate_json(kept) if kept else None

    def feeds(self) -> tuple[KeptFeed, ...]:
        """Return the feeds there are, with the report of their last reading."""
        with self._place.reading() as connection:
            rows = connection.execute(select(FEED).where(FEED.c.edition > 0, FEED.c.name != AGENCY_FEED)).all()
        return tuple(KeptFeed(row.name, row.imported, _read_report(row.report)) for row in rows)

    def where_is(self, words: str) -> tuple[float, float] | None:
        """Return about where a town or a ZIP lies: in the middle of the entries that name it in their address."""
        with self._place.reading() as connection:
            return where_is(connection, self._place.index, words)

    def mapping(self, feed: str) -> dict[str, str]:
        """Return which column of a spreadsheet holds which field, as it was told the last time."""
        with self._place.reading() as connection:
            kept = connection.scalar(select(FEED.c.mapping).where(FEED.c.name == feed))
        return json.loads(kept) if kept else {}

    def is_empty(self) -> bool:
        """Whether nothing is in the directory yet."""
        with self._place.reading() as connection:
            return connection.scalar(select(FEED.c.name).where(FEED.c.edition > 0).limit(1)) is None

    def listing(self, service_id: str) -> Listing | None:
        """Return one entry; nothing where its feed no longer holds it."""
        with self._reading() as entries:
            return next(entries.listings(entries.shown(service_id)), None)

    def find(self, search: Search, *, limit: int = 40) -> Found:
        """Return what fits a search, the best first: all of its words if anything has them all, else any."""
        with self._reading() as entries:
            rows, corrected = found_rows(entries.connection, self._place.index, search, limit)
            return Found(tuple(entries.listings(rows)), corrected)

    def fitting(self, wanted: Sequence[Wish], person: About) -> Match:
        """Return what fits a plan now, and what can wait."""
        return match(wanted, person, self._candidates, self.outcomes)

    def outcomes(self, service_ids: Iterable[str]) -> Mapping[str, Outcomes]:
        """Count what came of asking at entries, over everybody in the agency."""
        with self._place.reading() as connection:
            return outcomes.counted(connection, service_ids)

    def _candidates(self, search: Search) -> tuple[Listing, ...]:
        """Return what could fit one wish: what its words find, and where that is little, what is for its area."""
        by_words = self.find(replace(search, area=None), limit=_CANDIDATES).listings if search.words else ()
        if search.area is None or len(by_words) == _CANDIDATES:
            return by_words
        by_area = self.find(replace(search, words=""), limit=_CANDIDATES).listings
        known = {word.service.id for word in by_words}
        return (*by_words, *(one for one in by_area if one.service.id not in known))


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


def _begin(connection: Connection, feed: str) -> int:
    """Return the number of a new edition, beyond any that was begun before."""
    shown = connection.scalar(select(FEED.c.edition).where(FEED.c.name == feed))
    if shown is None:
        connection.execute(insert(FEED).values(name=feed, edition=0, mapping="{}", report="{}"))
    begun = connection.scalar(select(func.max(ENTRY.c.last)).where(ENTRY.c.feed == feed)) or 0
    return max(begun, shown or 0) + 1


def _show(connection: Connection, feed: Feed, edition: int, report: ImportReport, at: datetime) -> None:
    connection.execute(
        update(FEED)
        .where(FEED.c.name == feed.name)
        .values(edition=edition, imported=at, mapping=json.dumps(dict(feed.mapping)), report=json.dumps(asdict(report)))
    )
