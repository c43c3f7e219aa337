"""Starts a session's kernel, `python -m widgets.serving.kernel`: ipykernel without what a session has no use for."""

from __future__ import annotations

import gc
import sys
from importlib import import_module

SELDOM = (20_000, 20, 50)
"""New objects between two looks for garbage. A page is thousands that all stay; the stock 700 looks in vain."""

STANDS_ON = ("reacton.ipyvuetify", "planner.plan", "planner.store")
"""What every page of the house is built of."""


def main() -> None:
    """Run a kernel until it is told to end."""
    gc.set_threshold(*SELDOM)
    # no debugger is ever attached, and importing one takes a good part of a kernel's start
    sys.modules["debugpy"] = None  # pyright: ignore[reportArgumentType] - how Python says "not to be imported"

    from ipykernel.kernelapp import IPKernelApp

    kernel = IPKernelApp.instance()
    kernel.initialize()
    # the server is connecting meanwhile; a kernel that waited for it would import the same things afterwards
    for room in STANDS_ON:
        import_module(room)
    gc.freeze()
    kernel.start()


if __name__ == "__main__":
    main()
