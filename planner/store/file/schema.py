"""Which version the tables have, and how an older store is brought up to date.

`VERSION` is the number of the newest migration. It grows with every change of a table and of a value kept in one as
JSON, so that an older program says that it is older instead of losing what it does not know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import Index, insert

from planner.store.chain.links import FIRST_LINK
from planner.store.columns import METADATA
from planner.store.errors import NewerStoreError
from planner.store.file import full_text, sqlcipher
from planner.store.tables import BACKUPS, CHAIN_HEAD, CHAINED_TABLES, SESSION

if TYPE_CHECKING:
    from sqlite3 import Connection as RawConnection

    from sqlalchemy import Connection

VERSION = 9

Index("session_open", SESSION.c.person_id, unique=True, sqlite_where=SESSION.c.finished.is_(None))  # one open at a time


def bring_up_to_date(raw: RawConnection) -> None:
    """Run the migrations that are due. Alembic is read only when there are any.

    Raises:
        NewerStoreError: a later version of this program has kept this store.
    """
    version = sqlcipher.version_of(raw)
    if version > VERSION:
        raise NewerStoreError(version)
    if version < VERSION:
        from planner.store.file.migrating import migrate

        with sqlcipher.engine_over(raw).connect().execution_options(writes=True) as connection, connection.begin():
            migrate(connection)
            sqlcipher.stamp(connection, VERSION)


def make_tables(connection: Connection) -> None:
    """Make the newest tables at once, without migrations, for a store that nobody will open again."""
    METADATA.create_all(connection)
    full_text.make_index(connection)
    for room in CHAINED_TABLES:
        sqlcipher.guard(connection, room, forgettable=True)
    for table in ("chain", "forgotten"):
        sqlcipher.guard(connection, table, forgettable=False)
    connection.execute(insert(CHAIN_HEAD).values(id=1, position=0, link=FIRST_LINK))
    connection.execute(insert(BACKUPS).values(id=1, store_id=uuid4().hex, stale=0))
    sqlcipher.stamp(connection, VERSION)
