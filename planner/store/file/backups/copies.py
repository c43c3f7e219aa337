"""Backups: encrypted copies that are opened and read through before they take their name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.store.chain.head import Head
from planner.store.errors import DamagedStoreError, StoreError
from planner.store.file import sqlcipher
from planner.store.file.files import new_file
from planner.store.file.keys.unlocking import open_with
from planner.store.file.sqlite_errors import meaning

if TYPE_CHECKING:
    from pathlib import Path
    from sqlite3 import Connection as RawConnection

    from planner.store.file.keys.key import Key


def copy(source: RawConnection, key: Key, to: Path) -> None:
    """Copy an open store into a new file under the same key, and read the copy through.

    Raises:
        StoreExistsError: something is already there; it stays as it is.
        DamagedStoreError: the copy does not read back, or what was copied was damaged already.
        StoreError: the folder cannot be written, or the disk is full.
    """
    with new_file(to) as making:
        target = copied(source, making, key)
        try:
            sqlcipher.settle_log(target)
        finally:
            target.close()
        read_through(making, key)


def copied(source: RawConnection, making: Path, key: Key) -> RawConnection:
    """Copy every page into an empty file under a key of its own, and return the copy, open."""
    target = sqlcipher.opened(making, key)
    try:
        sqlcipher.copy_pages(source, target)
    except BaseException:
        target.close()
        raise
    return target


def read_through(path: Path, key: Key) -> None:
    """Open a file and read all of it.

    Raises:
        DamagedStoreError: it does not read back.
    """
    raw = open_with(path, key)
    try:
        if sqlcipher.damaged_pages(raw):
            raise DamagedStoreError
    finally:
        raw.close()


def head_of(backup: Path, key: Key) -> Head | None:
    """Return where the record of a backup ends, or nothing when it can not be read."""
    try:
        raw = open_with(backup, key)
        try:
            with meaning():
                position, link = raw.execute("SELECT position, link FROM chain_head").fetchone()
        finally:
            raw.close()
    except (StoreError, TypeError):  # no head, or none that could be told apart
        return None
    return Head.of(position, link) if isinstance(position, int) and isinstance(link, bytes) else None


def restore(backup: Path, to: Path, key: Key) -> None:
    """Bring a backup back as a store; the backup stays as it is.

    Raises:
        StoreExistsError: a store is already there; it stays as it is.
        NoStoreError: there is no backup.
        WrongPassphraseError: the key is not the one of this backup.
        DamagedStoreError: the backup is damaged.
        StoreError: the folder cannot be written, or the disk is full.
    """
    raw = open_with(backup, key)
    try:
        copy(raw, key, to)
    finally:
        raw.close()
