"""The rooms of the house, and whether another package of the same name stands in front of one."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from planner.model.message import Message, say

HOUSE = Path(__file__).parents[2]
ROOMS = ("planner", "exports", "widgets")


def in_front() -> Message | None:
    """Return a sentence when this Python finds another package where it should find a room of ours, else none.

    The names are very general: the app belongs in an environment of its own.
    """
    for room in ROOMS:
        found = find_spec(room)
        origin = Path(found.origin) if found and found.origin else None
        if origin is None or origin.parent.resolve() != (HOUSE / room).resolve():
            return say(
                "Another package named {name} stands in front of the planner's own ({place}). "
                "Install the planner in an environment of its own.",
                name=room,
                place=str(origin.parent if origin else "-"),
            )
    return None
