"""Who has a person's plan open just now. It keeps nobody from writing; it is what "open elsewhere" is shown from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from planner.store.tables import LEASE

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

LEFT_AFTER = timedelta(seconds=30)
"""Whoever was not heard of for this long has left; a page gives a sign of life every five seconds."""


@dataclass(frozen=True, slots=True)
class Lease:
    """Who has a plan open: the counselor's name as they wrote it, since when, and when last heard of."""

    holder: str
    author: str
    since: datetime
    seen: datetime


def sit(connection: Connection, person_id: str, holder: str, author: str, *, at: datetime) -> Lease | None:
    """Take the place, or stay in it; return who else sits there, or nothing."""
    row = connection.execute(select(LEASE).where(LEASE.c.person_id == person_id)).first()
    own = row is not None and row.holder == holder
    if row and not own and at - row.seen < LEFT_AFTER:
        return Lease(row.holder, row.author, row.since, row.seen)
    connection.execute(delete(LEASE).where(LEASE.c.person_id == person_id))
    since = row.since if row and own else at
    connection.execute(
        insert(LEASE).values(
            person_id=person_id,
            holder=holder,
            author=author.encode(errors="replace").decode(),
            since=since,
            seen=at,
        )
    )
    return None


def get_up(connection: Connection, person_id: str, holder: str) -> None:
    """Leave the place; somebody else's stays theirs."""
    connection.execute(delete(LEASE).where(LEASE.c.person_id == person_id, LEASE.c.holder == holder))
