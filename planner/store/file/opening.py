"""Opening a store that stands in a file, or in the memory of this process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.store.file.place import FilePlace
from planner.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from planner.store.file.keys.key import Key


def open_store(path: Path, key: Key, *, now: Callable[[], datetime]) -> Store:
    """Open a store, and bring its tables up to date. `now` returns the moment, with its zone.

    Raises:
        NoStoreError, NotAStoreError, WrongPassphraseError, NewerStoreError: as for `unlock`.
        StoreError: the file cannot be reached, or is in use.
    """
    return Store(FilePlace.open(path, key), now=now)


def open_in_memory(*, now: Callable[[], datetime]) -> Store:
    """Open an empty store for practice, that ends with this process."""
    return Store(FilePlace.in_memory(), now=now)
