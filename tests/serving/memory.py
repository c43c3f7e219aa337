"""What stands in the memory of a process, read as the administrator of a computer can."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PIECE = 1 << 22


def can_read_memory() -> bool:
    """Tell whether this process reads the memory of others."""
    return sys.platform == "linux" and os.geteuid() == 0


reads_memory = pytest.mark.skipif(
    not can_read_memory(), reason="only root on Linux reads the memory of another process"
)


def found_in_memory(pid: int, sought: Mapping[str, bytes]) -> set[str]:
    """Return the names of what is found, in any way a text or key can stand there."""
    longest = max(map(len, sought.values()))
    found: set[str] = set()
    for piece in _pieces(pid, longest):
        found |= {name for name, text in sought.items() if text in piece}
    return found


def _pieces(pid: int, overlap: int) -> Iterator[bytes]:
    try:
        rooms = [line.split() for line in Path(f"/proc/{pid}/maps").read_text("utf-8").splitlines()]
    except (FileNotFoundError, ProcessLookupError):  # it has ended, and its memory with it
        return
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for place, may, *_ in rooms:
            if not may.startswith("rw"):
                continue
            begin, end = (int(side, 16) for side in place.split("-"))
            for at in range(begin, end, PIECE):
                with suppress(OSError, ValueError, OverflowError):  # a room that went away, or was never filled
                    memory.seek(at)
                    yield memory.read(min(PIECE + overlap, end - at))
