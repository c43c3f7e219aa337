"""What the server itself writes into a store's record: that it was unlocked, and that it was locked."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

from planner.store import StoreError, open_store
from widgets.serving.log import log

if TYPE_CHECKING:
    from pathlib import Path

    from planner.store import Key


def begin_noting(path: Path, key: Key, kind: Literal["unlocked", "locked"]) -> asyncio.Task[None]:
    """Note it beside everything else: nobody waits for it, and a lock has dropped the key before."""
    return asyncio.create_task(asyncio.to_thread(_note, path, key, kind))


def _note(path: Path, key: Key, kind: Literal["unlocked", "locked"]) -> None:
    try:
        with open_store(path, key, now=lambda: datetime.now(UTC)) as store:
            store.note_event(kind)
    except StoreError as stopped:
        log.error("That the store was %s is not in its record: %s", kind, type(stopped).__name__)
