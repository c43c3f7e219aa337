"""One open file: its connection, its key, and the transactions on it."""

from __future__ import annotations

from contextlib import contextmanager, nullcontext
from threading import RLock, get_ident
from typing import TYPE_CHECKING, Self

from planner.store.errors import OtherThreadError, PracticeStoreError, StoreClosedError
from planner.store.file import copies, schema, sqlcipher
from planner.store.file.files import Standing
from planner.store.file.unlocking import look_again, open_with

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from datetime import datetime
    from pathlib import Path
    from sqlite3 import Connection as RawConnection

    from sqlalchemy import Connection, Engine

    from planner.store.file.key import Key


class OpenFile:
    """A store's file, open for the thread that opened it; in memory for every thread, one at a time.

    JupyterLab hands what a widget says to a thread of its own, and practice happens there too.
    """

    def __init__(
        self, raw: RawConnection, key: Key | None, *, now: Callable[[], datetime], standing: Standing | None = None
    ) -> None:
        """Take over an open connection; `open` and `in_memory` make one."""
        self._raw = raw
        self._standing = standing
        self._key = key
        self._now = now
        self._thread = get_ident()
        self._turn = RLock()
        self._engine: Engine | None = sqlcipher.engine_over(raw)

    @classmethod
    def open(cls, path: Path, key: Key, *, now: Callable[[], datetime]) -> Self:
        """Open a store, and bring its tables up to date. `now` returns the moment, with its zone.

        Raises:
            NoStoreError, NotAStoreError, WrongPassphraseError, NewerStoreError: as for `unlock`.
            StoreError: the file cannot be reached, or is in use.
        """
        standing = Standing.at(path) if path.exists() else None
        raw = open_with(path, key)
        try:
            look_again(raw, path, key)
            schema.bring_up_to_date(raw)
        except BaseException:
            raw.close()
            raise
        return cls(raw, key, now=now, standing=standing)

    @classmethod
    def in_memory(cls, *, now: Callable[[], datetime]) -> Self:
        """Open a store for practice, that ends with this process."""
        store = cls(sqlcipher.in_memory(), None, now=now)
        with store._writing() as connection:
            schema.make_tables(connection)
        return store

    def close(self) -> None:
        """Close the store and let go of its key. Closing twice does nothing."""
        if self._engine is None:
            return
        with self._turn:
            self._engine.dispose()
            self._engine = self._key = None
            self._raw.close()

    def __enter__(self) -> Self:
        """Keep the store open for a block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it at the end of the block."""
        self.close()

    @contextmanager
    def _reading(self, *, any_bytes: bool = False) -> Generator[Connection]:
        how = sqlcipher.any_bytes_read(self._raw) if any_bytes else nullcontext()
        with self._turn, how, self._connected() as connection, connection.begin():
            yield connection

    @contextmanager
    def _writing(self) -> Generator[Connection]:
        with self._turn, self._connected() as connection, connection.execution_options(writes=True).begin():
            yield connection
        self._look_whether_it_stands()

    def _connected(self) -> Connection:
        engine = self._opened()
        self._look_whether_it_stands()
        return engine.connect()

    def _opened(self) -> Engine:
        if self._engine is None:
            raise StoreClosedError
        if self._key and get_ident() != self._thread:
            raise OtherThreadError
        return self._engine

    def _look_whether_it_stands(self) -> None:
        if self._standing:
            self._standing.check()

    def _damaged_pages(self) -> list[str]:
        self._opened()
        with self._turn:
            return sqlcipher.damaged_pages(self._raw)

    def _copy_to(self, to: Path) -> None:
        self._opened()
        if self._key is None:
            raise PracticeStoreError
        copies.copy(self._raw, self._key, to)

    def _wipe_free_pages(self) -> None:
        self._opened()
        sqlcipher.wipe_free_pages(self._raw)

    @property
    def key(self) -> Key:
        """The key that opens this file, by which its backups are told apart.

        Raises:
            PracticeStoreError: a store in memory has none.
            StoreClosedError: the store is closed.
        """
        if self._engine is None:
            raise StoreClosedError
        if self._key is None:
            raise PracticeStoreError
        return self._key
