"""Memory: the kernel of an idle session beside a bare one. Proportional set size, as the system shares pages out."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import psutil
from jupyter_client.manager import start_new_kernel

from benchmarks.browsing import browser, our_app
from benchmarks.measuring import Amount, Measured
from benchmarks.session import enter_a_session

if TYPE_CHECKING:
    from collections.abc import Iterator

IDLE = 5.0
"""Seconds after which a kernel counts as idle."""


def measure() -> list[Measured]:
    """Return the row on memory, where the system tells shares apart."""
    if not hasattr(psutil.Process().memory_full_info(), "pss"):
        return []
    ours, theirs = _session_kernel(), _bare_kernel()
    return [Measured("memory of an idle session's kernel", ours, "bare ipykernel", theirs, at_most=2.0)]


def _session_kernel() -> Amount:
    with our_app("--practice") as app, browser() as context:
        enter_a_session(context.new_page(), app.address)
        time.sleep(IDLE)
        (kernel,) = _kernels(app.pid)
        return _share(kernel)


def _bare_kernel() -> Amount:
    manager, client = start_new_kernel()
    client.execute_interactive("import sys")
    time.sleep(IDLE)
    (kernel,) = _kernels(psutil.Process().pid)
    share = _share(kernel)
    client.stop_channels()
    manager.shutdown_kernel(now=True)
    return share


def _kernels(pid: int) -> Iterator[psutil.Process]:
    for child in psutil.Process(pid).children(recursive=True):
        if any("ipykernel" in word for word in child.cmdline()):
            yield child


def _share(process: psutil.Process) -> Amount:
    return Amount(process.memory_full_info().pss / 1e6, "MB")
