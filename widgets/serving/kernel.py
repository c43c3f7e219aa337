"""A session's kernel: ipykernel without what a session has no use for."""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from typing import Any

SELDOM = (20_000, 20, 50)
"""New objects between two looks for garbage. A page is thousands that all stay; the stock 700 looks in vain."""

SHORT_TURN = 0.0005
"""Seconds one thread works while another waits. What is to be shown is sent by a thread of its own, without delay."""

STANDS_ON = ("ipykernel.kernelapp", "ipykernel.ipkernel", "ipykernel.zmqshell", "widgets.session")
"""What every page of the house is built of, in this order: widgets register with the kernel's own comms."""


def get_ready() -> None:
    """Read in what a page stands on."""
    gc.set_threshold(*SELDOM)
    sys.setswitchinterval(SHORT_TURN)
    # no debugger is ever attached, and importing one takes a good part of a kernel's start
    sys.modules["debugpy"] = None  # pyright: ignore[reportArgumentType] - how Python says "not to be imported"
    for library in STANDS_ON:
        import_module(library)


def run() -> None:
    """Be a kernel until it is told to end."""
    import ipywidgets
    from ipykernel import kernelapp

    kernelapp.IOPubThread = _without_a_port  # pyright: ignore[reportAttributeAccessIssue] - it has no setting for it
    kernel = kernelapp.IPKernelApp.instance()
    kernel.initialize()
    ipywidgets.register_comm_target()  # it does so by itself only where a kernel was there first
    kernel.start()


def _without_a_port(socket: Any, pipe: bool = False, session: Any = False) -> Any:  # noqa: ARG001, FBT002
    """Broadcast without the port at which stock kernels hear what their child processes print: ours print nothing."""
    from ipykernel.iostream import IOPubThread

    return IOPubThread(socket, pipe=False, session=session)


if __name__ == "__main__":
    get_ready()
    run()
