"""When the planner locks because nobody is there: one deadline in the server, from the last sign of a hand.

Pages report the hand and kernels the minutes that hold for their page. What becomes of either moves the deadline no
further: a page that is asleep, cut off or killed reports nothing.
"""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from planner.caseload.agency import Agency
from planner.store import StoreError, open_store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from planner.store import Key

MOST_WITHOUT_A_PAGE = 10.0
"""Minutes the store stays open where no page is, however long the agency's are."""


def seconds_awake_or_asleep() -> float:
    """Return a clock that also runs while the computer sleeps: a laptop opened the next day is locked."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.clock_gettime(time.CLOCK_MONOTONIC) if sys.platform == "darwin" else time.monotonic()


class IdleDeadline:
    """How long until it locks, in the agency's minutes; `minute` is how many seconds one has."""

    def __init__(self, *, minute: float = 60.0, clock: Callable[[], float] = seconds_awake_or_asleep) -> None:
        self._clock = clock
        self._minute = minute
        self._by_page: dict[str, float] = {}
        self._outside_a_session = float(Agency().lock_after_minutes)
        self._last_page = ""
        self._last_hand = clock()

    def begin(self, minutes: float) -> None:
        """Begin anew, because somebody has just unlocked; `minutes` are the agency's outside a session."""
        self._outside_a_session = minutes
        self._by_page.clear()
        self.hand("")

    def hand(self, page: str) -> None:
        """Take a sign of a hand on a page."""
        self._last_page, self._last_hand = page, self._clock()

    def allow(self, page: str, minutes: float) -> None:
        """Take the minutes that hold for a page, within a session or outside."""
        self._by_page[page] = minutes

    def forget(self, page: str) -> None:
        """Let go of a page that is gone; where the last hand was on it, the minutes outside a session hold."""
        self._by_page.pop(page, None)

    def minutes_left(self, *, is_any_page_open: bool) -> float:
        """Return the minutes until it locks, none or fewer when it is time."""
        allowed = self._by_page.get(self._last_page, self._outside_a_session)
        if not is_any_page_open:
            allowed = min(allowed, MOST_WITHOUT_A_PAGE)
        return allowed - (self._clock() - self._last_hand) / self._minute


def minutes_of_the_agency(path: Path, key: Key) -> float:
    """Return how long the store may stay open outside a session; the usual minutes where it does not say."""
    try:
        with open_store(path, key, now=lambda: datetime.now(UTC)) as store:
            return float(store.agency().lock_after_minutes)
    except StoreError:
        return float(Agency().lock_after_minutes)
