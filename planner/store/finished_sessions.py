"""Whether finished sessions stand as the record says: each with its revision, finished at that moment, by that author.

The table of sessions is not in the chain, for a session changes until it is finished. What ended it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, exists, func, not_, select

from planner.store.tables import REVISION, SESSION, TAKEN_BACK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection


def changed(connection: Connection) -> Iterator[int]:
    """Yield the position of each revision whose session is gone, open again, or finished otherwise."""
    taken_back = exists().where(
        TAKEN_BACK.c.person_id == REVISION.c.person_id, TAKEN_BACK.c.number == REVISION.c.number
    )
    author = func.coalesce(func.json_extract(SESSION.c.value, "$.author"), "")
    as_finished = exists().where(
        SESSION.c.id == REVISION.c.session_id,
        SESSION.c.person_id == REVISION.c.person_id,
        SESSION.c.finished == REVISION.c.at,
        author == REVISION.c.author,
    )
    found = select(REVISION.c.position).where(and_(not_(taken_back), not_(as_finished)))
    yield from connection.scalars(found.order_by(REVISION.c.position))


def without_revision(connection: Connection) -> int:
    """Return how many sessions are finished, and have no revision in the record."""
    has_one = exists().where(REVISION.c.session_id == SESSION.c.id)
    found = select(func.count()).select_from(SESSION).where(SESSION.c.finished.is_not(None), not_(has_one))
    return connection.scalar(found) or 0
