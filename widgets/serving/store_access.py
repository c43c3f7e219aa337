"""Whether this server may read the store, for which browsers, and how slowly it answers a wrong passphrase."""

from __future__ import annotations

import asyncio
import secrets
from hashlib import sha256
from typing import TYPE_CHECKING

from planner.store.file.unlocking import is_key_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from planner.store import Key

LONGEST_PAUSE = 30.0
"""Seconds. Long enough against guessing, short enough for a person with a typing error."""


class StoreAccess:
    """Holds the key while the store is open, and the passes of the browsers that were let in."""

    def __init__(self, path: Path, *, practice: bool = False) -> None:
        self.path = path
        self.practice = practice
        self.key: Key | None = None
        self.recovery_unseen = False
        self._passes: set[bytes] = set()

    def open(self, key: Key, *, first_time: bool = False) -> str:
        """Keep the key in memory and return a new pass for the browser that brought it."""
        self.key = key
        self.recovery_unseen = self.recovery_unseen or first_time
        given = secrets.token_urlsafe(32)
        self._passes.add(_digest(given))
        return given

    def admits(self, shown: str | None) -> bool:
        """Tell whether a pass was given since the store was last unlocked."""
        return self.key is not None and shown is not None and _digest(shown) in self._passes

    def fits(self) -> bool:
        """Tell whether the key is still the one of the file: somebody may have set a new passphrase meanwhile."""
        return self.key is not None and is_key_of(self.path, self.key)

    def close(self) -> None:
        """Drop the key and every pass."""
        self.key = None
        self._passes.clear()


class Patience:
    """Answers each wrong passphrase more slowly than the one before, one at a time."""

    def __init__(self, pause: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._pause = pause
        self._wrong = 0
        self.turn = asyncio.Lock()

    async def after_a_wrong_one(self) -> None:
        """Wait half a second the first time, twice as long each time after, and keep the server awake meanwhile."""
        self._wrong += 1
        await self._pause(min(LONGEST_PAUSE, 0.25 * 2**self._wrong))

    def forget(self) -> None:
        """Start afresh after the right one."""
        self._wrong = 0


def _digest(given: str) -> bytes:
    return sha256(given.encode()).digest()
