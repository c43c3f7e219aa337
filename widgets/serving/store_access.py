"""Whether this server may read the store, and for which pages."""

from __future__ import annotations

import secrets
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from planner.store.file.keys.unlocking import is_key_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from planner.store import Key


class Pass(NamedTuple):
    """What lets a page in: a cookie and a token, and neither alone."""

    cookie: str
    token: str


class StoreAccess:
    """Holds the key while the store is open, and both halves of the passes that were given."""

    def __init__(self, path: Path, *, practice: bool = False) -> None:
        self.path = path
        self.practice = practice
        self.key: Key | None = None
        self.recovery_unseen = False
        self._cookies: set[bytes] = set()
        self._tokens: set[bytes] = set()

    def open(self, key: Key, *, first_time: bool = False) -> Pass:
        """Keep the key in memory and return a new pass for the page that brought it."""
        self.key = key
        self.recovery_unseen = self.recovery_unseen or first_time
        given = Pass(secrets.token_urlsafe(32), secrets.token_urlsafe(32))
        self._cookies.add(_digest(given.cookie))
        self._tokens.add(_digest(given.token))
        return given

    def admits(self, cookies: Iterable[str], token: str) -> bool:
        """Tell whether both halves were given since the store was last unlocked; a browser has one cookie for all."""
        is_known = any(_digest(cookie) in self._cookies for cookie in cookies)
        return self.key is not None and is_known and _digest(token) in self._tokens

    def fits(self) -> bool:
        """Tell whether the key is still the one of the file: somebody may have set a new passphrase meanwhile."""
        return self.key is not None and is_key_of(self.path, self.key)

    def close(self) -> None:
        """Drop the key and every pass."""
        self.key = None
        self._cookies.clear()
        self._tokens.clear()


def _digest(given: str) -> bytes:
    return sha256(given.encode()).digest()
