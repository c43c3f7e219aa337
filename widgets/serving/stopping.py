"""How the server is told to stop, and that it does: a watch ends the process when something holds it up."""

from __future__ import annotations

import asyncio
import os
import select
import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

STOPS_WITHIN = 7.0
"""Seconds for ending as it should, kernels included. A second Ctrl+C is shorter."""

SIGNALS = (signal.SIGINT, signal.SIGTERM)
OVER = b"\0"


class Stop:
    """What Ctrl+C and a polite end from outside do, on every system."""

    is_told: bool = False
    """Whether one of them came."""

    def event(self) -> asyncio.Event:
        """Return what they set, in the loop that runs."""
        stopped, loop = asyncio.Event(), asyncio.get_running_loop()
        if threading.current_thread() is threading.main_thread():
            for number in SIGNALS:
                signal.signal(number, lambda *_: loop.call_soon_threadsafe(self._tell, stopped))
        return stopped

    def _tell(self, stopped: asyncio.Event) -> None:
        self.is_told = True
        stopped.set()


@contextmanager
def stopping() -> Iterator[Stop]:
    """Watch over the end of this process while the block runs."""
    if os.name != "posix" or threading.current_thread() is not threading.main_thread():
        yield Stop()
        return
    heard, told = os.pipe()
    os.set_blocking(told, False)
    before = signal.set_wakeup_fd(told, warn_on_full_buffer=False)
    watch = threading.Thread(target=_watch, args=(heard,), daemon=True)
    watch.start()
    try:
        yield Stop()
    finally:
        signal.set_wakeup_fd(before)
        os.write(told, OVER)
        watch.join()
        os.close(told)


def _watch(heard: int) -> None:
    """Hear of a signal also where the main thread stands still: the system writes its number, Python only reads it."""
    with open(heard, "rb", buffering=0) as numbers:
        while (number := numbers.read(1)) and number != OVER:
            if number[0] in SIGNALS:
                if not select.select([heard], [], [], STOPS_WITHIN)[0] or numbers.read(1) != OVER:
                    os._exit(1)
                return
