"""One-time tickets: how a fresh kernel asks its server for what is never written down."""

from __future__ import annotations

import secrets
import time
from hashlib import sha256
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Errand = TypeVar("Errand")

LIFE = 20.0
"""Seconds from the making of a ticket to its end: enough for a slow machine to start a kernel."""


class Tickets(Generic[Errand]):
    """Tickets that work once and soon. A ticket is kept only as its digest."""

    def __init__(self, life: float = LIFE, clock: Callable[[], float] = time.monotonic) -> None:
        self._life = life
        self._clock = clock
        self._waiting: dict[bytes, tuple[float, Errand]] = {}

    def issue(self, errand: Errand) -> str:
        """Make a ticket for one errand."""
        self._drop_expired()
        ticket = secrets.token_urlsafe(32)
        self._waiting[_digest(ticket)] = (self._clock() + self._life, errand)
        return ticket

    def redeem(self, ticket: str) -> Errand | None:
        """Take the errand of a ticket, or nothing when the ticket is unknown, used or late."""
        self._drop_expired()
        _, errand = self._waiting.pop(_digest(ticket), (0.0, None))
        return errand

    def waits(self, ticket: str) -> Errand | None:
        """Return the errand of a ticket without taking it, or nothing when it is unknown, used or late."""
        self._drop_expired()
        _, errand = self._waiting.get(_digest(ticket), (0.0, None))
        return errand

    def tear_up(self) -> None:
        """End every ticket that still waits."""
        self._waiting.clear()

    def _drop_expired(self) -> None:
        now = self._clock()
        self._waiting = {digest: kept for digest, kept in self._waiting.items() if kept[0] > now}


def _digest(ticket: str) -> bytes:
    return sha256(ticket.encode()).digest()
