"""The entries of the directory as rows: added, forgotten, and found again, each with its words in the index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, insert, or_, select, update

from planner.directory.search import area_mask, day_mask, indexed, marks_of, spelled_words
from planner.directory.service import AgencyNote, Listing, Service, open_days
from planner.store.directory.search import is_shown
from planner.store.tables import DIRECTORY_ENTRY as ENTRY
from planner.store.tables import DIRECTORY_FEED as FEED
from planner.store.tables import DIRECTORY_NOTE as NOTE
from planner.store.tables import DIRECTORY_TEXT as TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import Connection

    from planner.store.place import WordIndex

BATCH = 200
"""Entries a transaction: about a fifth of a second on a slow disk."""


def edition_of(connection: Connection, feed: str) -> int:
    """Return which reading of a feed is shown, 0 before there is any."""
    return connection.scalar(select(FEED.c.edition).where(FEED.c.name == feed)) or 0


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries, within one transaction, and the index of their words."""

    connection: Connection
    index: WordIndex

    def shown(self, service_id: str) -> list[int]:
        """Return the rows that are shown of one service."""
        return list(self.connection.scalars(select(ENTRY.c.row).where(ENTRY.c.id == service_id, is_shown())))

    def of_feed(self, feed: str) -> list[int]:
        """Return the rows that are shown of one feed."""
        return list(self.connection.scalars(select(ENTRY.c.row).where(ENTRY.c.feed == feed, is_shown())))

    def keep(self, services: Sequence[Service], edition: int, spelled: set[str]) -> dict[str, int]:
        """Keep entries of a new edition: the same words stay where they are, others stand beside until the end.

        Returns how many were unchanged, changed and added. `spelled` are the words this reading has remembered.
        """
        asked = select(ENTRY.c.id, ENTRY.c.row, TEXT.c.value).where(
            ENTRY.c.id.in_([service.id for service in services]), ENTRY.c.row == TEXT.c.row, is_shown()
        )
        shown = {row.id: row for row in self.connection.execute(asked)}
        same = {
            service.id for service in services if service.id in shown and shown[service.id].value == _written(service)
        }
        rows = [shown[service_id].row for service_id in same]
        self.connection.execute(update(ENTRY).where(ENTRY.c.row.in_(rows)).values(last=edition))
        new = [service for service in services if service.id not in same]
        self.add(new, edition, spelled)
        changed = sum(service.id in shown for service in new)
        return {"unchanged": len(same), "changed": changed, "added": len(new) - changed}

    def add(self, services: Sequence[Service], edition: int, spelled: set[str]) -> None:
        """Add entries to an edition, with what the agency knows about them."""
        if not services:
            return
        known = self._notes([service.id for service in services])
        first = (self.connection.scalar(select(func.max(ENTRY.c.row))) or 0) + 1
        listings = {
            first + place: Listing(service=service, note=known.get(service.id))
            for place, service in enumerate(services)
        }
        self.connection.execute(insert(ENTRY), [_columns(row, listing, edition) for row, listing in listings.items()])
        texts = [{"row": row, "value": _written(listing.service)} for row, listing in listings.items()]
        self.connection.execute(insert(TEXT), texts)
        self._index(listings, spelled)

    def _notes(self, ids: Sequence[str]) -> dict[str, AgencyNote]:
        kept = self.connection.scalars(select(NOTE.c.value).where(NOTE.c.service_id.in_(ids)))
        return {note.service_id: note for note in map(AgencyNote.model_validate_json, kept)}

    def _index(self, listings: Mapping[int, Listing], spelled: set[str]) -> None:
        columns = {row: indexed(listing) for row, listing in listings.items()}
        self.index.add(self.connection, columns)
        words = {word for entry in columns.values() for word in spelled_words(entry)} - spelled
        self.index.keep_words(self.connection, sorted(words))
        spelled |= words

    def index_anew(self, row: int, note: AgencyNote) -> None:
        """Index an entry again, with what the agency knows about it now."""
        value = self.connection.scalar(select(TEXT.c.value).where(TEXT.c.row == row)) or ""
        listing = Listing(service=Service.model_validate_json(value), note=note)
        self.index.remove(self.connection, [row])
        self.connection.execute(update(ENTRY).where(ENTRY.c.row == row).values(marks=marks_of(listing)))
        self._index({row: listing}, set())

    def gone(self, feed: str, edition: int) -> int:
        """Count what is shown now and does not stand in the new edition in the same words."""
        asked = select(func.count()).select_from(ENTRY).where(ENTRY.c.feed == feed, is_shown(), ENTRY.c.last < edition)
        return self.connection.scalar(asked) or 0

    def forget_superseded(self, feed: str) -> int:
        """Take away a batch of what no edition shows any more, and return how many those were."""
        edition = edition_of(self.connection, feed)
        is_over = or_(ENTRY.c.last < edition, ENTRY.c.first > edition)
        rows = list(self.connection.scalars(select(ENTRY.c.row).where(ENTRY.c.feed == feed, is_over).limit(BATCH)))
        self.forget(rows)
        return len(rows)

    def forget(self, rows: Sequence[int]) -> None:
        """Take entries away, with their words."""
        self.index.remove(self.connection, rows)
        self.connection.execute(delete(TEXT).where(TEXT.c.row.in_(rows)))
        self.connection.execute(delete(ENTRY).where(ENTRY.c.row.in_(rows)))

    def listings(self, rows: Sequence[int]) -> Iterator[Listing]:
        """Yield entries in the order of their rows."""
        asked = (
            select(TEXT.c.row, TEXT.c.value, NOTE.c.value.label("note"))
            .join(ENTRY, ENTRY.c.row == TEXT.c.row)
            .outerjoin(NOTE, NOTE.c.service_id == ENTRY.c.id)
            .where(TEXT.c.row.in_(rows))
        )
        kept = {entry.row: entry for entry in self.connection.execute(asked)}
        for row in rows:
            note = AgencyNote.model_validate_json(kept[row].note) if kept[row].note else None
            yield Listing(service=Service.model_validate_json(kept[row].value), note=note)


def _written(service: Service) -> str:
    return service.model_dump_json(exclude_defaults=True)


def _columns(row: int, listing: Listing, edition: int) -> dict[str, object]:
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
