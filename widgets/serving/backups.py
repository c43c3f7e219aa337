"""The backup of the day, made while the page opens. It keeps nobody waiting, and nobody out when it can not be made."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from planner.store import StoreError, back_up_by_rule, open_store
from planner.store.file.backups.local_backups import folder_of
from widgets.serving.log import log

if TYPE_CHECKING:
    from pathlib import Path

    from planner.store import Key

_under_way: set[asyncio.Task[None]] = set()


def begin_backup(path: Path, key: Key) -> None:
    """Begin the backup of the day beside everything else."""
    task = asyncio.create_task(asyncio.to_thread(back_up, path, key))
    _under_way.add(task)
    task.add_done_callback(_under_way.discard)


def back_up(path: Path, key: Key) -> None:
    """Make the backup of the day, unless it is there; the log says what kind of thing stopped it."""
    try:
        with open_store(path, key, now=lambda: datetime.now(UTC)) as store:
            back_up_by_rule(store, folder_of(path))
    except StoreError as stopped:
        log.error("The backup of the day was not made: %s", type(stopped).__name__)
