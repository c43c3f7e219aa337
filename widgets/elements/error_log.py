"""What a callback could not do: a number for the screen; the log keeps the number and the place, never the words."""

from __future__ import annotations

import logging
import secrets
import traceback
from pathlib import PurePath

from widgets.handshake import arrival

_log = logging.getLogger("planner.session")
_NEAREST = 8


def logged(problem: BaseException) -> str:
    """Write where something stopped into the log, and return the number it stands under."""
    number = secrets.token_hex(3)
    frames = traceback.extract_tb(problem.__traceback__)
    places = [f"{PurePath(frame.filename).name}:{frame.lineno}" for frame in frames]
    kind, where = type(problem).__name__, " < ".join(reversed(places[-_NEAREST:]))
    _log.error("note %s: %s at %s", number, kind, where)
    came = arrival()
    if came:
        came.note(number, kind, where)
    return number
