"""Walking the chain from its beginning, line by line, and finding each that was changed, moved, added or taken away.

Everything is read as the file holds it, of whatever kind: no value can be too odd to be looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select, type_coerce
from sqlalchemy.types import NULLTYPE

from planner.model.message import Message, say
from planner.store.chain.gaps import Gaps, named
from planner.store.chain.links import FIRST_LINK, link_after, vouches
from planner.store.tables import CHAIN, CHAIN_HEAD, CHAINED_TABLES, EVENT, FORGOTTEN, PERSON
from planner.store.verifying.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy import Connection, Row, Table


def problems(connection: Connection) -> Iterator[Problem]:
    """Walk the chain, and yield whatever does not hold."""
    before: bytes | None = FIRST_LINK
    position, gaps = 0, Gaps(_explained(connection))
    for line in connection.execute(as_stored(CHAIN).where(CHAIN.c.position > 0).order_by(CHAIN.c.position)).all():
        if line.position > position + 1:
            before = None
            yield _missing(position + 1, line.position - 1)
        position = line.position
        if not _holds(line, before):
            yield Problem("chain", position, _changed(position))
        before = line.link
        yield from _row_problems(connection, line, gaps)
    yield from _head_problems(connection, position, before)
    yield from _strangers(connection)
    yield from _unexplained(connection, gaps)


def as_stored(table: Table) -> Any:
    """Select every column as the file holds it."""
    return select(*(type_coerce(column, NULLTYPE) for column in table.c))


def link_at(connection: Connection, position: int) -> object:
    """Return the link of a line as the file holds it, nothing where there is no such line."""
    return connection.scalar(select(type_coerce(CHAIN.c.link, NULLTYPE)).where(CHAIN.c.position == position))


def _explained(connection: Connection) -> Iterator[range]:
    """Yield the runs of lines that forgetting names, as far as the chain vouches for the event that names them."""
    digests = select(type_coerce(CHAIN.c.digest, NULLTYPE)).where(CHAIN.c.room == EVENT.name)
    for row in connection.execute(as_stored(EVENT).where(EVENT.c.kind == "forgotten")).mappings().all():
        event = dict(row)
        digest = connection.scalar(digests.where(CHAIN.c.position == event["position"]))
        if vouches(digest, event.pop("salt"), event):
            yield from named(event["position"], str(event["detail"]))


def _holds(line: Row[Any], before: object) -> bool:
    """Whether a link holds on to the one before; after a gap nobody can tell."""
    if before is None:
        return True
    if not isinstance(before, bytes) or not isinstance(line.digest, bytes):
        return False
    if not isinstance(line.room, str) or not isinstance(line.at, str):
        return False
    return line.link == link_after(before, line.position, line.room, line.at, line.digest)


def _missing(first: int, last: int) -> Problem:
    if first == last:
        return Problem("chain", first, say("Line {position} of the record is missing.", position=first))
    says = say("Lines {position} to {last} of the record are missing.", position=first, last=last)
    return Problem("chain", first, says)


def _changed(position: int) -> Message:
    return say("Line {position} of the record was changed, or stands in the wrong place.", position=position)


def _row_problems(connection: Connection, line: Row[Any], gaps: Gaps) -> Iterator[Problem]:
    room = CHAINED_TABLES.get(line.room) if isinstance(line.room, str) else None
    if room is None:
        return  # the link does not hold either, and that has been said
    row: Any = connection.execute(as_stored(room).where(room.c.position == line.position)).mappings().first()
    if says := _row_says(line, row, is_explained=line.position in gaps):
        yield Problem(room.name, line.position, says)


def _row_says(line: Row[Any], row: Mapping[str, Any] | None, *, is_explained: bool) -> Message | None:
    if row is None and is_explained:
        return None
    if row is None:
        return say("What line {position} of the record stands for is missing.", position=line.position)
    if is_explained:
        return say("What line {position} of the record stands for was forgotten, and is there.", position=line.position)
    kept = dict(row)
    if vouches(line.digest, kept.pop("salt"), kept):
        return None
    return say("What line {position} of the record stands for was changed, or swapped.", position=line.position)


def _head_problems(connection: Connection, position: int, link: object) -> Iterator[Problem]:
    head = connection.execute(as_stored(CHAIN_HEAD)).first()
    if head is None or not isinstance(head.position, int) or head.position < position:
        yield Problem("chain", position, _changed(position))
    elif head.position > position:
        yield _missing(position + 1, head.position)
    elif link is not None and head.link != link:
        yield Problem("chain", position, _changed(position))
    elif position == 0 and connection.scalar(select(func.count()).select_from(PERSON)):
        yield Problem("chain", 0, say("There are people in the store, and the record is empty."))


def _strangers(connection: Connection) -> Iterator[Problem]:
    for room in CHAINED_TABLES.values():
        known = select(CHAIN.c.position).where(CHAIN.c.room == room.name)
        for position in connection.scalars(select(room.c.position).where(room.c.position.not_in(known))):
            yield _stranger(room.name, position)
    for position in connection.scalars(select(CHAIN.c.position).where(CHAIN.c.position < 1)):
        yield _stranger("chain", position)


def _stranger(room: str, position: int) -> Problem:
    return Problem(room, position, say("Line {position} was never written by this program.", position=position))


def _unexplained(connection: Connection, gaps: Gaps) -> Iterator[Problem]:
    """Yield the lines that are let go past their guard, although no forgetting names them."""
    for position in connection.scalars(select(FORGOTTEN.c.position).order_by(FORGOTTEN.c.position)):
        if position not in gaps:
            says = say("Line {position} is marked as forgotten, and no forgetting names it.", position=position)
            yield Problem("forgotten", position, says)
