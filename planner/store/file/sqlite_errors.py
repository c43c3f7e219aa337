"""What SQLite raises, in the store's own words: its codes, and the texts it says without a code."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as _sqlcipher  # pyright: ignore[reportMissingTypeStubs]

from planner.store.errors import (
    DamagedStoreError,
    StoreBusyError,
    StoreFullError,
    StoreNotWritableError,
    StoreUnreachableError,
)

if TYPE_CHECKING:
    from collections.abc import Generator

    from planner.store.errors import StoreError

dbapi: Any = _sqlcipher  # it follows the standard library's sqlite3 and brings no types

_NO_FILE = 14

_MEANINGS: dict[int, type[StoreError]] = {
    3: StoreNotWritableError,  # SQLITE_PERM
    5: StoreBusyError,  # SQLITE_BUSY
    6: StoreBusyError,  # SQLITE_LOCKED
    8: StoreNotWritableError,  # SQLITE_READONLY
    10: StoreUnreachableError,  # SQLITE_IOERR
    11: DamagedStoreError,  # SQLITE_CORRUPT
    13: StoreFullError,  # SQLITE_FULL
    _NO_FILE: StoreUnreachableError,  # SQLITE_CANTOPEN
    26: DamagedStoreError,  # SQLITE_NOTADB, once the first page has been read
}

_CODES = {
    "attempt to write a readonly database": 8,
    "database is locked": 5,
    "database or disk is full": 13,
    "disk I/O error": 10,
    "unable to open database file": _NO_FILE,
}
"""SQLite's own texts, for the copying of pages, which raises without a code."""


@contextmanager
def meaning() -> Generator[None]:
    """Turn what SQLite raises in this block into the store's own words."""
    try:
        yield
    except dbapi.Error as error:
        meant = meant_by(error)
        if meant is None:
            raise
        raise meant from error


_NOT_AS_MADE = ("no such table", "no such column", "already exists", "malformed JSON", "Could not decode to UTF-8")
"""What SQLite says, under a code that means many things, of a store whose tables or values are not as we made them."""


def meant_by(error: BaseException) -> StoreError | None:
    """Return what a failure of SQLite means here, or nothing where it is a fault of ours."""
    if any(said in str(error) for said in _NOT_AS_MADE):
        return DamagedStoreError()
    kind = _MEANINGS.get(code_of(error))
    return kind() if kind else None  # pyright: ignore[reportCallIssue] (each of these takes no argument)


def code_of(error: BaseException) -> int:
    """Return the primary result code; the bits above it say more than anybody asks."""
    found: int | None = getattr(error, "sqlite_errorcode", None)
    return _CODES.get(str(error), 0) if found is None else found & 0xFF
