"""The chain that vouches for every row kept for good, so that one that was changed, moved or taken away is found.

A link hashes the link before it and a digest of the row it stands for. The digest is salted with the row's own salt,
so that once a person is forgotten, row and salt together, nobody can guess from the chain what was there, and the
chain still holds. `planner.store.verifying` walks it.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select, update

from planner.store.chain.head import Head
from planner.store.chain.links import linked
from planner.store.columns import as_kept
from planner.store.tables import CHAIN, CHAIN_HEAD, CHAINED_TABLES

if TYPE_CHECKING:
    from sqlalchemy import Connection


def append(connection: Connection, room: str, at: datetime, **values: Any) -> int:
    """Add a row to a room, and the link that vouches for it; return its position."""
    before = connection.execute(select(CHAIN_HEAD.c.position, CHAIN_HEAD.c.link)).one()
    position = before.position + 1
    row = {"position": position, "at": at, **values}
    as_stored = {name: as_kept(value) if isinstance(value, datetime) else value for name, value in row.items()}
    made = linked(before.link, position, room, as_kept(at), as_stored)
    connection.execute(insert(CHAIN).values(position=position, room=room, at=at, digest=made.digest, link=made.link))
    connection.execute(insert(CHAINED_TABLES[room]).values(salt=made.salt, **row))
    connection.execute(update(CHAIN_HEAD).values(position=position, link=made.link))
    return position


def head(connection: Connection) -> Head:
    """Return where the record ends now."""
    return Head.of(*connection.execute(select(CHAIN_HEAD.c.position, CHAIN_HEAD.c.link)).one())
