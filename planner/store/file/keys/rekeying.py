"""A new passphrase: the whole store is written anew under the new key, and takes the old one's place in one step.

Whatever moment the power goes, the name stands for a whole store: the old one, under the old key, or the new one, under
the new key. What was half written beside it is encrypted as well, and is swept away the next time.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from planner.store import events
from planner.store.file import schema, sqlcipher
from planner.store.file.backups.copies import copied, read_through
from planner.store.file.files import empty_file, take_place
from planner.store.file.keys.key import SALT_BYTES, derive
from planner.store.file.keys.passphrase import chosen
from planner.store.file.keys.unlocking import open_with

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path
    from sqlite3 import Connection as RawConnection

    from planner.store.file.keys.key import Key


def change_passphrase(path: Path, key: Key, passphrase: str, *, at: datetime) -> Key:
    """Write a store anew under a new passphrase, and return its new key. Backups made before keep their old keys.

    Raises:
        EmptyPassphraseError, LongPassphraseError, UntypablePassphraseError: no passphrase, or not one.
        StoreBusyError: the store is open elsewhere; it stays as it is.
        NoStoreError, NotAStoreError, WrongPassphraseError, NewerStoreError: as for `unlock`.
        StoreError: the store is damaged, the folder cannot be written, or the disk is full; it stays as it is.
    """
    new = derive(chosen(passphrase), os.urandom(SALT_BYTES))
    making = path.with_name(f".{path.name}.new-passphrase")
    old = open_with(path, key)
    try:
        sqlcipher.have_alone(old)
        schema.bring_up_to_date(old)
        with empty_file(making):
            _write_anew(old, making, new, at)
            if os.name != "posix":
                old.close()  # there, a file in use cannot be replaced
            take_place(making, path)
    finally:
        old.close()
    return new


def _write_anew(old: RawConnection, making: Path, new: Key, at: datetime) -> None:
    raw = copied(old, making, new)
    try:
        with sqlcipher.engine_over(raw).connect().execution_options(writes=True) as connection, connection.begin():
            events.note(connection, "passphrase changed", None, "", by="", at=at)
        sqlcipher.keep_a_log(raw)
        sqlcipher.settle_log(raw)
    finally:
        raw.close()
    read_through(making, new)
