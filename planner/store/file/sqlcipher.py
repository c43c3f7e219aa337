"""All that is SQLite's and SQLCipher's own: opening, pragmas, guards, copies, and what their error codes mean."""

from __future__ import annotations

import os
from contextlib import contextmanager
from shutil import disk_usage
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from planner.store.errors import (
    NotAStoreError,
    StoreBusyError,
    StoreFullError,
    StoreNotWritableError,
    StoreUnreachableError,
    WrongPassphraseError,
)
from planner.store.file.keys.key import SALT_BYTES
from planner.store.file.sqlite_errors import code_of, dbapi, meaning, meant_by

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path
    from sqlite3 import Connection as RawConnection

    from sqlalchemy.engine import ExceptionContext

    from planner.store.file.keys.key import Key

APPLICATION_ID = 0x52_50_4C_4E  # "RPLN"
PAGE_BYTES = 4096
BUSY_SECONDS = 5.0
"""How long one process waits for another; a page that reloads has two writers for a moment."""

_PLAIN_SQLITE = b"SQLite format 3\0"
_ROOM_TO_OPEN = 64 * 1024
"""Less than this is too little for the small file through which processes share a log."""

_ALWAYS = (
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",  # macOS: without it a sync stops at the drive's own cache
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",  # else INSERT OR REPLACE passes by the guards on append-only tables
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA journal_size_limit = 16777216",
    "PRAGMA cache_size = -8000",  # KiB; room for the index of 50,000 services, asked with every key
)


def salt_of(path: Path) -> bytes:
    """Return the salt a store's file begins with.

    Raises:
        NotAStoreError: it is no file, too small, or a database without encryption.
        StoreUnreachableError: it cannot be read.
    """
    if not path.is_file():
        raise NotAStoreError(path)
    try:
        with path.open("rb") as file:
            salt = file.read(SALT_BYTES)
        size = path.stat().st_size
    except OSError as unreadable:
        raise StoreUnreachableError from unreadable
    if size < PAGE_BYTES or salt == _PLAIN_SQLITE:
        raise NotAStoreError(path)
    return salt


def opened(path: Path, key: Key) -> RawConnection:
    """Open an existing encrypted file, and read its first page to see that the key fits.

    Raises:
        WrongPassphraseError: the key does not fit, or the first page is damaged.
        StoreError: the file cannot be reached, or is in use.
    """
    try:
        return _opened(path, key, "mode=rw")
    except (StoreUnreachableError, StoreNotWritableError):
        if disk_usage(path.parent).free < _ROOM_TO_OPEN:
            raise StoreFullError from None
        if os.access(path.parent, os.W_OK) or _has_log(path):
            raise
        return _opened(path, key, "mode=ro&immutable=1")  # nobody can write in this folder, so nobody does


def _opened(path: Path, key: Key, mode: str) -> RawConnection:
    with meaning():
        raw: RawConnection = dbapi.connect(
            f"{path.absolute().as_uri()}?{mode}", uri=True, isolation_level=None, timeout=BUSY_SECONDS
        )
    try:
        with meaning():
            raw.execute("PRAGMA cipher_log_level = NONE")  # it would write a wrong key's every page to stderr
            raw.execute(f"PRAGMA key = \"x'{key.raw.hex()}'\"")
            _look_at_first_page(raw)
            for pragma in _ALWAYS:
                raw.execute(pragma)
    except BaseException:
        raw.close()
        raise
    return raw


def _look_at_first_page(raw: RawConnection) -> None:
    try:
        raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except dbapi.DatabaseError as unreadable:
        if code_of(unreadable) == dbapi.SQLITE_NOTADB:
            raise WrongPassphraseError from unreadable
        raise


def _has_log(path: Path) -> bool:
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def in_memory() -> RawConnection:
    """Open a store that lives as long as its connection, for practice; whoever has it lets one thread in at a time."""
    raw: RawConnection = dbapi.connect(":memory:", isolation_level=None, check_same_thread=False)
    for pragma in _ALWAYS:
        raw.execute(pragma)
    return raw


def engine_over(raw: RawConnection) -> Engine:
    """Return an engine that works on this one connection, and names neither words nor keys when something breaks."""
    engine = create_engine(
        "sqlite+pysqlite://", module=dbapi, creator=lambda: raw, poolclass=StaticPool, hide_parameters=True
    )
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", _say_what_it_means)
    return engine


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _say_what_it_means(context: ExceptionContext) -> None:
    meant = meant_by(context.original_exception)
    if meant:
        raise meant from None  # SQLAlchemy's own wrapper adds the statement, which says no more


def make_ready(raw: RawConnection) -> None:
    """Set what a new file keeps for good: the log ahead of the pages, and whose file this is."""
    keep_a_log(raw)
    raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def keep_a_log(raw: RawConnection) -> None:
    """Write ahead of the pages. While this connection lives, nobody else has the file alone."""
    raw.execute("PRAGMA journal_mode = WAL")


def have_alone(raw: RawConnection) -> None:
    """Bring the log into the file, take it away, and hold the file alone until this connection is closed.

    Raises:
        StoreBusyError: somebody else has it open.
    """
    with meaning():
        raw.execute("PRAGMA locking_mode = EXCLUSIVE")
        raw.execute("PRAGMA journal_mode = DELETE")
        raw.execute("BEGIN EXCLUSIVE")
        raw.execute("COMMIT")


def is_ours(raw: RawConnection) -> bool:
    """Whether this program made the file."""
    return raw.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID


def version_of(raw: RawConnection) -> int:
    """Return the number of the newest migration the tables have been through."""
    return raw.execute("PRAGMA user_version").fetchone()[0]


def stamp(connection: Connection, version: int) -> None:
    """Note, within the same transaction, which migration the tables have been through."""
    connection.exec_driver_sql(f"PRAGMA user_version = {version:d}")


def guard(connection: Connection, table: str, *, forgettable: bool) -> None:
    """Let nobody change a row of this table, nor delete one unless its position stands in `forgotten`."""
    when = "WHEN NOT EXISTS (SELECT 1 FROM forgotten WHERE position = OLD.position)" if forgettable else ""
    stop = "BEGIN SELECT RAISE(ABORT, 'this row is kept for good'); END"
    connection.exec_driver_sql(f"CREATE TRIGGER {table}_stays_as_it_is BEFORE UPDATE ON {table} {stop}")
    connection.exec_driver_sql(f"CREATE TRIGGER {table}_stays BEFORE DELETE ON {table} {when} {stop}")


def damaged_pages(raw: RawConnection) -> list[str]:
    """Return what SQLCipher and SQLite find wrong with the file itself."""
    try:
        return [
            str(row[0])
            for check in ("PRAGMA cipher_integrity_check", "PRAGMA integrity_check")
            for row in raw.execute(check)
            if row[0] != "ok"
        ]
    except dbapi.DatabaseError as unreadable:
        return [str(unreadable)]


@contextmanager
def any_bytes_read(raw: RawConnection) -> Generator[None]:
    """Within this block, read text that is no longer text, instead of stumbling over it."""
    before = raw.text_factory
    raw.text_factory = _any_text
    try:
        yield
    finally:
        raw.text_factory = before


def _any_text(stored: bytes) -> str:
    return stored.decode(errors="surrogateescape")


def copy_pages(source: RawConnection, target: RawConnection) -> None:
    """Copy every page, while others may go on reading and writing."""
    with meaning():
        source.backup(target)


def wipe_free_pages(raw: RawConnection) -> None:
    """Write the file anew without free pages, and empty the log; it is busy while somebody reads old pages."""
    with meaning():
        raw.execute("VACUUM")
        busy = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    if busy:
        raise StoreBusyError


def settle_log(raw: RawConnection) -> None:
    """Write the log into the file itself, so that the file alone is the whole store."""
    with meaning():
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
