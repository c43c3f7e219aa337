"""Print in a process of its own, which can be ended: what a page holds can never hang or take down the session.

Notebook JSON goes in, the document comes out, and no file is written on the way.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

from exports.page.document.remarks import from_json
from exports.page.untrusted_json import mapping, mappings
from exports.press.printing import Printed
from planner.model.message import Message, say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exports.press.printing import Format

TIMEOUT = 20.0
"""Seconds. A page takes a fraction of one; three hundred goals take about one."""


class PressError(Exception):
    """The page did not come out; `says` is the sentence for the screen."""

    says: Message

    def __init__(self, says: Message) -> None:
        """Keep the sentence. It holds none of the person's words."""
        self.says = says
        super().__init__(str(says))


class PressTooSlowError(PressError):
    """Printing took longer than it may and was ended."""

    def __init__(self, seconds: float) -> None:
        """Say how long it was given and what would help."""
        super().__init__(
            say(
                "The page was not ready after {seconds} seconds, so we stopped. Try again, or leave off a part of it.",
                seconds=round(seconds),
            )
        )


class PressStoppedError(PressError):
    """The printing process ended without a page."""

    def __init__(self, exit_code: int) -> None:
        """Say so with the number that the log keeps."""
        super().__init__(
            say("The page could not be made (number {number}). Your plan is safe. Please try again.", number=exit_code)
        )


def press(notebook: Mapping[str, object] | str, *, form: Format = "pdf", timeout: float = TIMEOUT) -> Printed:
    """Print a notebook, given as data or as JSON.

    Raises:
        PressTooSlowError: it took more than `timeout` seconds; the process was ended.
        PressStoppedError: the process ended by itself without a page.
    """
    words = notebook if isinstance(notebook, str) else json.dumps(notebook)
    command = [sys.executable, "-I", "-m", "exports.press.printing", form, str(int(timeout) + 1)]
    try:
        done = subprocess.run(
            command, input=words.encode(), capture_output=True, timeout=timeout, env=_environment(), check=False
        )
    except subprocess.TimeoutExpired:
        raise PressTooSlowError(timeout) from None  # its trace would carry the words that went in
    if done.returncode:
        raise PressStoppedError(done.returncode)
    return _received(done.stdout)


async def press_async(notebook: Mapping[str, object] | str, *, form: Format = "pdf") -> Printed:
    """Print without holding up the screen.

    A thread waits for the process, since the event loop of a kernel on Windows can not.
    """
    return await asyncio.to_thread(press, notebook, form=form)


def _environment() -> dict[str, str]:
    """Give the process nothing but what an operating system needs to start one."""
    return {name: os.environ[name] for name in ("SYSTEMROOT", "LD_LIBRARY_PATH") if name in os.environ}


def _received(stdout: bytes) -> Printed:
    """Take apart the line about the document and the document."""
    head, _, data = stdout.partition(b"\n")
    about = mapping(json.loads(head))
    return Printed(data, tuple(from_json(remark) for remark in mappings(about.get("remarks"))))
