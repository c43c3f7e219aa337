"""Memory: the kernel of an idle session beside a bare one. Proportional set size, as the system shares pages out."""

from __future__ import annotations

import time

import psutil
from jupyter_client.manager import start_new_kernel

from benchmarks.measuring import Amount, Measured
from benchmarks.session import a_session

IDLE = 5.0
"""Seconds after which a kernel counts as idle."""


def measure() -> list[Measured]:
    """Return the row on memory, where the system tells shares apart."""
    if not hasattr(psutil.Process().memory_full_info(), "pss"):
        return []
    ours, theirs = _session_kernel(), _bare_kernel()
    return [Measured("memory of an idle session's kernel", ours, "bare ipykernel", theirs, at_most=2.0)]


def _session_kernel() -> Amount:
    with a_session(goals=5) as (server, _):
        time.sleep(IDLE)
        (kernel,) = server.kernels
        return _share(kernel)


def _bare_kernel() -> Amount:
    manager, client = start_new_kernel()
    client.execute_interactive("import sys")
    time.sleep(IDLE)
    share = _share(psutil.Process(manager.provisioner.pid))
    client.stop_channels()
    manager.shutdown_kernel(now=True)
    return share


def _share(process: psutil.Process) -> Amount:
    return Amount(process.memory_full_info().pss / 1e6, "MB")
