"""Passphrases that are tried: each is checked at once, and only the answer to a wrong one is held back.

The newest is checked first, and few wait: whoever tries many at once stands in their own way, and in nobody else's.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

LONGEST_PAUSE = 5.0
"""Seconds. Long enough against guessing by hand, short enough for a person with a typing error."""

MOST_WAITING = 4
"""Passphrases that wait to be checked. Each check takes some tenths of a second of work."""

MOST_HELD = 32
"""Answers that are held back. Beyond, the oldest is let go."""


class TurnedAwayError(Exception):
    """Too many were tried at once, and newer ones came."""


class Guesses:
    """Whose turn it is, and how long a wrong one waits for its answer."""

    def __init__(self, pause: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._pause = pause
        self._wrong = 0
        self._is_checking = False
        self._waiting: list[asyncio.Future[None]] = []
        self._held: list[asyncio.Future[None]] = []

    def turn(self) -> asyncio.Future[None]:
        """Return what is done when one may be checked; it is cancelled by whoever hung up.

        It raises TurnedAwayError where newer ones came. After a turn comes `end_turn`.
        """
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        if not self._is_checking:
            self._is_checking = True
            turn.set_result(None)
            return turn
        self._waiting = [*(other for other in self._waiting if not other.done()), turn]
        if len(self._waiting) > MOST_WAITING:
            self._waiting.pop(0).set_exception(TurnedAwayError())
        return turn

    def end_turn(self) -> None:
        """Let the newest that still waits be checked."""
        while self._waiting:
            turn = self._waiting.pop()
            if not turn.done():
                turn.set_result(None)
                return
        self._is_checking = False

    def hold(self) -> asyncio.Future[None]:
        """Return what is done when a wrong one may be answered: half a second the first time, then twice as long."""
        self._wrong += 1
        held = asyncio.ensure_future(self._pause(min(LONGEST_PAUSE, 0.25 * 2**self._wrong)))
        self._held = [*(other for other in self._held if not other.done()), held]
        if len(self._held) > MOST_HELD:
            self._held.pop(0).cancel()
        return held

    def forget(self) -> None:
        """Start afresh after the right one."""
        self._wrong = 0
