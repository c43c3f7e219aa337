"""Words that have come to rest: while somebody types, what is made from the words waits for a pause."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import reacton

if TYPE_CHECKING:
    from collections.abc import Callable

PAUSE = 0.35
"""Seconds without a key after which the words are read."""


def use_settled(words: str) -> str:
    """Return the words as they stood at the last pause; at once where nothing runs in the background."""
    settled, settle = reacton.use_state(words)

    def wait() -> Callable[[], None] | None:
        if words == settled:
            return None
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            settle(words)
            return None
        return loop.call_later(PAUSE, settle, words).cancel

    reacton.use_effect(wait, [words])
    return settled
