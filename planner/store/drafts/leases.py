"""Who has a person's plan open just now. It keeps nobody from writing; it is what "open elsewhere" is shown from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, or_, select

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


def renew_lease(connection: Connection, person_id: str, holder: str, author: str, *, at: datetime) -> Lease | None:
    """Say that a plan is open here; return who else has it open, whoever was heard of last, or nothing."""
    of_person = LEASE.c.person_id == person_id
    since = connection.scalar(select(LEASE.c.since).where(of_person, LEASE.c.holder == holder))
    connection.execute(delete(LEASE).where(of_person, or_(LEASE.c.holder == holder, LEASE.c.seen < at - LEFT_AFTER)))
    name = author.encode(errors="replace").decode()
    own = {"person_id": person_id, "holder": holder, "author": name, "since": since or at, "seen": at}
    columns = (LEASE.c.holder, LEASE.c.author, LEASE.c.since, LEASE.c.seen)
    other = connection.execute(select(*columns).where(of_person).order_by(LEASE.c.seen.desc()).limit(1)).first()
    connection.execute(insert(LEASE).values(**own))
    return Lease(*other) if other else None


def release_lease(connection: Connection, person_id: str, holder: str) -> None:
    """Say that it is no longer open here."""
    connection.execute(delete(LEASE).where(LEASE.c.person_id == person_id, LEASE.c.holder == holder))
