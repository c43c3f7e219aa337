"""A `planner serve` of its own process, as somebody would start it, and what it says and shows."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import threading
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.cookiejar import CookieJar
from queue import Empty, Queue
from typing import TYPE_CHECKING
from urllib.request import HTTPCookieProcessor, build_opener

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

ADDRESS = re.compile(r"http://(?:127\.0\.0\.1|localhost):\d+\S*")
PATIENCE = 60
"""Seconds after which a server that says nothing counts as stuck."""


@dataclass(frozen=True)
class Page:
    """What came back from an address."""

    status: int
    address: str
    text: str


@dataclass(frozen=True)
class Running:
    """A server that answers: where, and as which process."""

    address: str
    pid: int


def visit(address: str) -> Page:
    """Open an address as a browser without JavaScript would, keeping its cookies."""
    with build_opener(HTTPCookieProcessor(CookieJar())).open(address, timeout=PATIENCE) as answer:
        return Page(answer.status, answer.url, answer.read().decode("utf-8"))


@contextmanager
def serving(command: Sequence[str | Path], *, cwd: Path, env: Mapping[str, str]) -> Iterator[Running]:
    """Start a command that serves, wait until it announces its address, and end it as Ctrl+C would."""
    process = subprocess.Popen(
        command,
        cwd=cwd,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    lines: Queue[str] = Queue()
    reader = threading.Thread(target=_copy, args=(process, lines), daemon=True)
    reader.start()
    try:
        yield Running(_address(lines), process.pid)
    finally:
        _stop(process)
        reader.join()
        process.stdout.close()


def _stop(process: subprocess.Popen[str]) -> None:
    """Press Ctrl+C, which reaches the whole group; what is still there after a while is ended."""
    os.killpg(process.pid, signal.SIGINT)
    try:
        process.wait(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        message = "the server did not end on Ctrl+C"
        raise AssertionError(message) from None
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _copy(process: subprocess.Popen[str], lines: Queue[str]) -> None:
    for line in process.stdout:
        lines.put(line)
    lines.put("")


def _address(lines: Queue[str]) -> str:
    said: list[str] = []
    while True:
        try:
            line = lines.get(timeout=PATIENCE)
        except Empty:
            line = ""
        said.append(line)
        if found := ADDRESS.search(line):
            return found.group()
        if not line:
            message = "the server named no address. It said:\n" + "".join(said)
            raise AssertionError(message)
