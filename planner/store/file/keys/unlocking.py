"""Making a store, and finding the key that opens one."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from planner.caseload.agency import Agency
from planner.store import settings
from planner.store.computer import computer_zone
from planner.store.errors import (
    MistypedRecoveryKeyError,
    NewerStoreError,
    NoStoreError,
    NotAStoreError,
    StoreError,
    StoreNotWritableError,
    WrongPassphraseError,
)
from planner.store.file import schema, sqlcipher
from planner.store.file.files import new_file
from planner.store.file.keys.key import SALT_BYTES, Key, derive
from planner.store.file.keys.passphrase import chosen, meant
from planner.store.file.keys.recovery import read_groups
from planner.store.file.sqlite_errors import meaning

if TYPE_CHECKING:
    from pathlib import Path
    from sqlite3 import Connection as RawConnection


def create_store(path: Path, passphrase: str, *, zone: str | None = None) -> Key:
    """Make an empty store, readable by this user only, and return its key.

    Its days follow the clock of this computer, unless a zone is named.
    Folders that are missing are made for this user only; a folder that is there stays as it is.

    Raises:
        StoreExistsError: something is already there; it stays as it is.
        EmptyPassphraseError, LongPassphraseError, UntypablePassphraseError: no passphrase, or not one.
        StoreError: the folder cannot be written, or the disk is full.
    """
    passphrase = chosen(passphrase)
    with new_file(path) as making:
        key = derive(passphrase, os.urandom(SALT_BYTES))
        raw = sqlcipher.opened(making, key)
        try:
            with meaning():
                sqlcipher.make_ready(raw)
            schema.bring_up_to_date(raw)
            _set_its_clock(raw, computer_zone() if zone is None else zone)
            sqlcipher.settle_log(raw)
        finally:
            raw.close()
    return key


def _set_its_clock(raw: RawConnection, zone: str) -> None:
    with sqlcipher.engine_over(raw).connect().execution_options(writes=True) as connection, connection.begin():
        settings.keep(connection, Agency(zone=zone))


def unlock(path: Path, passphrase_or_recovery: str) -> Key:
    """Return the key that opens a store.

    Raises:
        NoStoreError: nothing is there.
        NotAStoreError: the file is something else.
        MistypedRecoveryKeyError: a recovery key, with a slip of the pen.
        WrongPassphraseError: it does not fit, or the beginning of the file is damaged.
        NewerStoreError: a later version of this program has kept this store.
        StoreError: the file cannot be reached, or is in use.
    """
    if not path.exists():
        raise NoStoreError(path)
    salt = sqlcipher.salt_of(path)
    slip: MistypedRecoveryKeyError | None = None
    try:
        if (recovered := read_groups(passphrase_or_recovery)) and _fits(path, Key(recovered, salt)):
            return Key(recovered, salt)
    except MistypedRecoveryKeyError as found:
        slip = found
    for passphrase in meant(passphrase_or_recovery):
        if _fits(path, key := derive(passphrase, salt)):
            return key
    raise slip or WrongPassphraseError


def is_key_of(path: Path, key: Key) -> bool:
    """Tell whether a store stands there that begins as the one this key opens; nothing is opened."""
    try:
        return sqlcipher.salt_of(path) == key.salt
    except StoreError:
        return False


def _fits(path: Path, key: Key) -> bool:
    try:
        open_with(path, key).close()
    except WrongPassphraseError:
        return False
    return True


def open_with(path: Path, key: Key) -> RawConnection:
    """Open a store with its key.

    Raises:
        NotAStoreError: another program has made it.
        StoreError: as for `unlock`.
    """
    if not path.exists():
        raise NoStoreError(path)
    if sqlcipher.salt_of(path) != key.salt:
        raise WrongPassphraseError
    raw = sqlcipher.opened(path, key)
    try:
        _look_whose(raw, path)
    except BaseException:
        raw.close()
        raise
    return raw


def look_again(raw: RawConnection, path: Path, key: Key) -> None:
    """Hold on to an open store, and see that no other took its place between opening it and now.

    Raises:
        WrongPassphraseError: another took it, under a new passphrase.
        StoreError: as for `unlock`.
    """
    with suppress(StoreNotWritableError), meaning():
        sqlcipher.keep_a_log(raw)
    if sqlcipher.salt_of(path) != key.salt:
        raise WrongPassphraseError


def _look_whose(raw: RawConnection, path: Path) -> None:
    with meaning():
        ours, version = sqlcipher.is_ours(raw), sqlcipher.version_of(raw)
    if not ours:
        raise NotAStoreError(path)
    if version > schema.VERSION:
        raise NewerStoreError(version)
