"""Work that takes a while, done in steps, so that the page answers meanwhile."""

from __future__ import annotations

import asyncio
from typing import Any


def begin(work: Any) -> Any:
    """Begin in the background, and return what can be cancelled; at once where nothing runs there."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        asyncio.run(work)
        return None
    return asyncio.ensure_future(work)
