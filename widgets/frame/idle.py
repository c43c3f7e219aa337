"""The idle lock: a quiet word first, then the page locks; the two come back to the same line."""

from __future__ import annotations

from datetime import timedelta
from enum import Enum
from typing import TYPE_CHECKING, Any

import reacton

from widgets.elements.markup import Button, div, para

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from planner.caseload.agency import Agency
    from planner.words.language import Language

WARN_BEFORE = timedelta(minutes=1)


class Wakefulness(Enum):
    """How long nobody has touched the page, in three words."""

    AWAKE = "awake"
    SOON = "soon"
    LOCK = "lock"


def wakefulness(idle: timedelta, agency: Agency, *, in_session: bool) -> Wakefulness:
    """Return whether the page should stay, warn, or lock. Only what the person does counts, never the page's pings."""
    minutes = agency.lock_in_session_minutes if in_session else agency.lock_after_minutes
    limit = timedelta(minutes=minutes)
    if idle >= limit:
        return Wakefulness.LOCK
    return Wakefulness.SOON if idle >= limit - min(WARN_BEFORE, limit / 2) else Wakefulness.AWAKE


def use_idle_lock(
    agency: Agency, now: Callable[[], datetime], lock: Callable[[], None] | None, *, in_session: bool
) -> tuple[bool, Callable[[bool], None]]:
    """Return whether to warn, and what to call at every ping with whether the person did something since the last."""
    touched_at = reacton.use_ref(now())
    warns, warn = reacton.use_state(False)

    def heard(touched: bool) -> None:
        if touched:
            touched_at.current = now()
        state = wakefulness(now() - touched_at.current, agency, in_session=in_session)
        warn(state is Wakefulness.SOON and lock is not None)
        if state is Wakefulness.LOCK and lock is not None:
            lock()

    return warns, heard


@reacton.component
def StillHere(t: Language, stay: Callable[[], None]) -> Any:
    """Draw the quiet word before the page locks."""
    return div(
        para(t("Still here? The screen locks in a minute. What you wrote is kept.")),
        Button(t("Stay"), stay, kind="quiet"),
        cls="rp-still-here",
        role="status",
    )
