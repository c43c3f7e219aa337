"""The place of a store that is one file, or the memory of a process: its connection, its key, its transactions."""

from __future__ import annotations

from contextlib import contextmanager, nullcontext
from threading import RLock, get_ident
from typing import TYPE_CHECKING, Self

from pydantic import ValidationError
from sqlalchemy import select

from planner.store.errors import DamagedStoreError, OtherThreadError, PracticeStoreError, StoreClosedError
from planner.store.file import full_text, schema, sqlcipher, tables_made
from planner.store.file.backups import copies, local_backups
from planner.store.file.files import Standing
from planner.store.file.keys.unlocking import look_again, open_with
from planner.store.tables import BACKUPS

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path
    from sqlite3 import Connection as RawConnection

    from sqlalchemy import Connection, Engine

    from planner.store.file.keys.key import Key
    from planner.store.place import WordIndex
    from planner.store.verifying import Problem, Witness


class FilePlace:
    """A file, open for the thread that opened it; in memory for every thread, one at a time.

    JupyterLab hands what a widget says to a thread of its own, and practice happens there too.
    """

    index: WordIndex = full_text

    def __init__(self, raw: RawConnection, key: Key | None, *, standing: Standing | None = None) -> None:
        """Take over an open connection; `open` and `in_memory` make one."""
        self.raw = raw
        self._standing = standing
        self._key = key
        self._thread = get_ident()
        self._turn = RLock()
        self._engine: Engine | None = sqlcipher.engine_over(raw)

    @classmethod
    def open(cls, path: Path, key: Key) -> Self:
        """Open a file, and bring its tables up to date.

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
        return cls(raw, key, standing=standing)

    @classmethod
    def in_memory(cls) -> Self:
        """Return a place that ends with this process."""
        place = cls(sqlcipher.in_memory(), None)
        with place.writing() as connection:
            schema.make_tables(connection)
        return place

    def close(self) -> None:
        """Close the file and let go of its key. Closing twice does nothing."""
        if self._engine is None:
            return
        with self._turn:
            self._engine.dispose()
            self._engine = self._key = None
            self.raw.close()

    @contextmanager
    def reading(self, *, any_bytes: bool = False) -> Generator[Connection]:
        """Read within one transaction; with `any_bytes` also text that is no longer text."""
        how = sqlcipher.any_bytes_read(self.raw) if any_bytes else nullcontext()
        try:
            with self._turn, how, self._connected() as connection, connection.begin():
                yield connection
        except ValidationError as unreadable:  # what was kept is no value of ours any more
            raise DamagedStoreError from unreadable

    @contextmanager
    def writing(self, *, about: str | None = None) -> Generator[Connection]:  # noqa: ARG002 (a file has one writer)
        """Write within one transaction; whoever else writes waits until it is over."""
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

    def damage(self) -> list[str]:
        """Return what SQLCipher and SQLite find wrong with the file itself."""
        self._opened()
        with self._turn:
            return sqlcipher.damaged_pages(self.raw)

    def made_otherwise(self) -> tuple[Problem, ...]:
        """Return the tables, indexes and guards that are not as the migrations make them."""
        self._opened()
        with self._turn:
            return tuple(tables_made.problems(self.raw, practice=self._key is None))

    def witnesses(self) -> tuple[Witness, ...]:
        """Return what the backups beside the file tell of its record."""
        if self._standing is None:
            return ()
        with self.reading() as connection:
            store_id = connection.scalars(select(BACKUPS.c.store_id)).one()
        return local_backups.witnesses(local_backups.folder_of(self._standing.path), store_id, self.key)

    def copy_to(self, to: Path) -> None:
        """Copy the file under the same key, and read the copy through.

        Raises:
            PracticeStoreError: in memory there is no key to keep a copy under.
            StoreError: as for `planner.store.file.backups.copies.copy`.
        """
        self._opened()
        copies.copy(self.raw, self.key, to)

    def wipe(self) -> None:
        """Write the file anew without free pages, and empty the log."""
        self._opened()
        sqlcipher.wipe_free_pages(self.raw)

    @property
    def key(self) -> Key:
        """The key that opens this file, by which its backups are told apart.

        Raises:
            PracticeStoreError: a place in memory has none.
            StoreClosedError: it is closed.
        """
        if self._engine is None:
            raise StoreClosedError
        if self._key is None:
            raise PracticeStoreError
        return self._key
