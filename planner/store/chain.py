"""The chain that vouches for every row kept for good, and finds the one that was changed, moved or taken away.

A link hashes the link before it and a digest of the row it stands for. The digest is salted with the row's own salt,
so that once a person is forgotten, row and salt together, nobody can guess from the chain what was there, and the
chain still holds.
"""

from __future__ import annotations

import hmac
import json
import os
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from sqlalchemy import String, insert, select, type_coerce, update

from planner.model.message import Message, say, say_count
from planner.store import finished_sessions, gaps
from planner.store.tables import CHAIN, CHAIN_HEAD, CHAINED_TABLES, as_kept

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Row, Table

_SALT_BYTES = 32

FIRST_LINK = bytes(32)
"""What the first link of the chain holds on to."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the record is not as it was written; `room` and `position` say where."""

    room: str
    position: int
    says: Message


def append(connection: Connection, room: str, at: datetime, **values: Any) -> int:
    """Add a row to a room, and the link that vouches for it; return its position."""
    head = connection.execute(select(CHAIN_HEAD.c.position, CHAIN_HEAD.c.link)).one()
    position = head.position + 1
    row = {"position": position, "at": at, **values}
    salt = os.urandom(_SALT_BYTES)
    digest = _digest(
        salt, {name: as_kept(value) if isinstance(value, datetime) else value for name, value in row.items()}
    )
    link = _link(head.link, position, room, as_kept(at), digest)
    connection.execute(insert(CHAIN).values(position=position, room=room, at=at, digest=digest, link=link))
    connection.execute(insert(CHAINED_TABLES[room]).values(salt=salt, **row))
    connection.execute(update(CHAIN_HEAD).values(position=position, link=link))
    return position


def _digest(salt: bytes, row: Mapping[str, Any]) -> bytes:
    """Digest a row as it is stored, whatever order its columns come in."""
    return hmac.digest(salt, json.dumps(row, sort_keys=True, default=repr).encode(), "sha256")


def _link(before: bytes, position: int, room: str, at: str, digest: bytes) -> bytes:
    said = json.dumps([before.hex(), position, room, at, digest.hex()])
    return sha256(said.encode()).digest()


def file_problems(found: Sequence[str]) -> tuple[Problem, ...]:
    """Say where the file itself is damaged; what stands on such a page cannot be read at all."""
    return tuple(Problem("file", 0, say("The file is damaged: {where}.", where=where)) for where in found)


def problems(connection: Connection) -> Iterator[Problem]:
    """Walk the chain from its beginning, and yield whatever does not hold."""
    before: bytes | None = FIRST_LINK
    position, may_be_gone = 0, gaps.explained(connection)
    for line in connection.execute(_as_stored(CHAIN).order_by(CHAIN.c.position)).all():
        for missing in range(position + 1, line.position):
            before = None
            yield Problem("chain", missing, say("Line {position} of the record is missing.", position=missing))
        position = line.position
        if not _holds(line, before):
            yield Problem("chain", position, _changed(position))
        before = line.link
        yield from _room_problems(connection, line, may_be_gone)
    yield from _head_problems(connection, position, before)
    yield from _strangers(connection)
    yield from _session_problems(connection)


def _holds(line: Row[Any], before: bytes | None) -> bool:
    """Whether a link holds on to the one before; after a gap nobody can tell."""
    try:
        return before is None or line.link == _link(before, line.position, line.room, line.at, line.digest)
    except (AttributeError, TypeError):  # a column of another kind than was ever written
        return False


def _changed(position: int) -> Message:
    return say("Line {position} of the record was changed, or stands in the wrong place.", position=position)


def _room_problems(connection: Connection, line: Row[Any], may_be_gone: Collection[int]) -> Iterator[Problem]:
    room = CHAINED_TABLES.get(line.room)
    if room is None:
        return  # the link does not hold either, and that has been said
    row = connection.execute(_as_stored(room).where(room.c.position == line.position)).mappings().first()
    if row is None:
        if line.position not in may_be_gone:
            yield Problem(
                room.name,
                line.position,
                say("What line {position} of the record stands for is missing.", position=line.position),
            )
        return
    kept = dict(row)
    salt = kept.pop("salt")
    if not _vouches(line.digest, salt, kept):
        yield Problem(
            room.name,
            line.position,
            say("What line {position} of the record stands for was changed, or swapped.", position=line.position),
        )


def _vouches(digest: object, salt: object, kept: Mapping[str, Any]) -> bool:
    """Whether a digest is the row's; one of another kind than was ever written is nobody's."""
    if not isinstance(digest, bytes) or not isinstance(salt, bytes):
        return False
    return hmac.compare_digest(_digest(salt, kept), digest)


def _head_problems(connection: Connection, position: int, link: bytes | None) -> Iterator[Problem]:
    head = connection.execute(select(CHAIN_HEAD.c.position, CHAIN_HEAD.c.link)).first()
    if head is None or head.position < position or (head.position == position and link and head.link != link):
        yield Problem("chain", position, _changed(position))
        return
    for missing in range(position + 1, head.position + 1):
        yield Problem("chain", missing, say("Line {position} of the record is missing.", position=missing))


def _strangers(connection: Connection) -> Iterator[Problem]:
    for room in CHAINED_TABLES.values():
        known = select(CHAIN.c.position).where(CHAIN.c.room == room.name)
        for position in connection.scalars(select(room.c.position).where(room.c.position.not_in(known))):
            yield Problem(
                room.name, position, say("Line {position} was never written by this program.", position=position)
            )


def _session_problems(connection: Connection) -> Iterator[Problem]:
    for position in finished_sessions.changed(connection):
        says = say("The session that ended with line {position} is not as it was finished.", position=position)
        yield Problem("session", position, says)
    if count := finished_sessions.without_revision(connection):
        says = say_count(
            "{n} finished session has no line in the record.",
            "{n} finished sessions have no line in the record.",
            count,
        )
        yield Problem("session", 0, says)


def _as_stored(table: Table) -> Any:
    """Select every column as the file holds it, so that no value can be too odd to be looked at."""
    return select(*(type_coerce(column, String if column.name == "at" else column.type) for column in table.c))
