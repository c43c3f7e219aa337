"""Events and disclosures: who opened, changed, printed and exported what, and what left the agency; kept for good."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sqlalchemy import select

from planner.sharing.disclosure import Disclosure
from planner.store.chain import chain
from planner.store.tables import DISCLOSURE, EVENT

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

EventKind = Literal[
    "unlocked",
    "locked",
    "added",
    "opened",
    "changed",
    "finished",
    "finish taken back",
    "discarded",
    "printed",
    "exported",
    "handed over",
    "backed up",
    "restored",
    "set up",
    "passphrase changed",
    "forgotten",
]
"""What can happen. A kind says what was done, `detail` says to what, in words that are no secret."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, to one person's record or to the store."""

    position: int
    kind: str
    person_id: str | None
    detail: str
    by: str
    at: datetime


def note(connection: Connection, kind: EventKind, person_id: str | None, detail: str, *, by: str, at: datetime) -> None:
    """Note something that happened. Half an emoji, which has no bytes of its own, is kept as a question mark."""
    detail, by = (words.encode(errors="replace").decode() for words in (detail, by))
    chain.append(connection, "event", at, person_id=person_id, kind=kind, detail=detail, by=by)


def note_once(
    connection: Connection, kind: EventKind, person_id: str | None, detail: str, *, by: str, at: datetime
) -> None:
    """Note something unless the last event of this record says just that, by the same person on the same day (UTC)."""
    newest = select(EVENT.c.kind, EVENT.c.by, EVENT.c.at).where(EVENT.c.person_id == person_id)
    last = connection.execute(newest.order_by(EVENT.c.position.desc()).limit(1)).first()
    if last is None or (last.kind, last.by, last.at.date()) != (kind, by, at.date()):
        note(connection, kind, person_id, detail, by=by, at=at)


def read(connection: Connection, person_id: str | None, *, limit: int) -> tuple[Event, ...]:
    """Return the latest events first; with a person only those of their record."""
    columns = (EVENT.c.position, EVENT.c.kind, EVENT.c.person_id, EVENT.c.detail, EVENT.c.by, EVENT.c.at)
    asked = select(*columns).order_by(EVENT.c.position.desc()).limit(limit)
    rows = connection.execute(asked.where(EVENT.c.person_id == person_id) if person_id else asked)
    return tuple(Event(*row) for row in rows)


def disclose(connection: Connection, disclosure: Disclosure) -> None:
    """Add a line to the accounting."""
    chain.append(
        connection,
        "disclosure",
        disclosure.at,
        person_id=disclosure.person_id,
        value=disclosure.model_dump_json(),
    )


def disclosures(connection: Connection, person_id: str) -> tuple[Disclosure, ...]:
    """Return the accounting of a person, the earliest line first."""
    found = select(DISCLOSURE.c.value).where(DISCLOSURE.c.person_id == person_id).order_by(DISCLOSURE.c.position)
    return tuple(Disclosure.model_validate_json(value) for value in connection.scalars(found))
