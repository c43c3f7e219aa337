"""The idle lock's quiet word. The server locks; the page says so a minute before, and comes back to the same line."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import reacton

from widgets.elements.markup import Button, div, para

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from planner.caseload.agency import Agency
    from planner.words.language import Language

WARN_BEFORE = 1.0
"""Minutes between the quiet word and the lock; half of the time where all of it is shorter than two."""


def minutes_alone(agency: Agency, *, in_session: bool) -> int:
    """Return how long a page may be left alone."""
    return agency.lock_in_session_minutes if in_session else agency.lock_after_minutes


def is_soon(left: float, minutes: int) -> bool:
    """Tell whether the quiet word is due, with so many minutes left."""
    return left <= min(WARN_BEFORE, minutes / 2)


def use_idle_warning(
    agency: Agency, now: Callable[[], datetime], ask_server: Callable[[int], float | None] | None, *, in_session: bool
) -> tuple[bool, Callable[[bool], None]]:
    """Return whether to warn, and what to call at every ping with whether the person did something since the last.

    `ask_server` tells the server the minutes that hold here and returns how many are left: a hand on another page
    counts too. It is asked when the minutes change, and when this page alone would come near.
    """
    touched_at = reacton.use_ref(now())
    told = reacton.use_ref(0)
    warns, warn = reacton.use_state(False)
    minutes = minutes_alone(agency, in_session=in_session)

    def heard(touched: bool) -> None:
        if touched:
            touched_at.current = now()
        left = minutes - (now() - touched_at.current) / timedelta(minutes=1)
        if ask_server and (told.current != minutes or is_soon(left, minutes)):
            told.current = minutes
            left = ask_server(minutes) or left
        warn(ask_server is not None and is_soon(left, minutes))

    return warns, heard


@reacton.component
def StillHere(t: Language, stay: Callable[[], None]) -> Any:
    """The quiet word before the page locks."""
    return div(
        para(t("Still here? The screen locks in a minute. What you wrote is kept.")),
        Button(t("Stay"), stay, kind="quiet"),
        cls="rp-still-here",
        role="status",
    )
