"""A throw-away store of invented people."""

from __future__ import annotations

import secrets
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from planner.store import create_store, open_store
from planner.store.practice import settle
from planner.teaching.people import practice_people

if TYPE_CHECKING:
    from pathlib import Path

    from planner.store import Key


def make_practice_store(path: Path) -> Key:
    """Make a store under a passphrase nobody knows, settle the invented people in it, and return its key."""
    key = create_store(path, secrets.token_urlsafe(32))
    with closing(open_store(path, key, now=lambda: datetime.now(UTC))) as store:
        settle(store, practice_people(store.today()))
    return key
