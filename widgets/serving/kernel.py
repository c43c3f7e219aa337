"""Starts the kernel of a session: `python -m widgets.serving.kernel`, ipykernel without what a session has no use for."""

from __future__ import annotations

import gc
import sys

SELDOM = (20_000, 20, 50)
"""New objects between two looks for garbage. A page is thousands of objects that all stay; the stock 700 looks in vain."""


def main() -> None:
    """Run a kernel until it is told to end."""
    gc.set_threshold(*SELDOM)
    # no debugger is ever attached, and importing one takes a good part of a kernel's start
    sys.modules["debugpy"] = None  # pyright: ignore[reportArgumentType] - how Python says "not to be imported"

    from ipykernel.kernelapp import IPKernelApp

    IPKernelApp.launch_instance()


if __name__ == "__main__":
    main()
