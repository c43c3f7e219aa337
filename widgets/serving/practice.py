"""A throw-away store of invented people."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from planner.store import create_store

if TYPE_CHECKING:
    from pathlib import Path

    from planner.store import Key


def make_practice_store(path: Path) -> Key:
    """Make a store under a passphrase nobody knows, and return its key."""
    return create_store(path, secrets.token_urlsafe(32))
