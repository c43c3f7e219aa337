"""A session's kernel: ipykernel without what a session has no use for."""

from __future__ import annotations

import asyncio
import gc
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn

from widgets.serving.own_memory import keep_others_out

if TYPE_CHECKING:
    from ipykernel.ipkernel import IPythonKernel

SELDOM = (20_000, 20, 50)
"""New objects between two looks for garbage. A page is thousands that all stay; the stock 700 looks in vain."""

SHORT_TURN = 0.0005
"""Seconds one thread works while another waits. What is to be shown is sent by a thread of its own, without delay."""

ARRIVES = 0.02
"""Seconds between two looks whether all that was said to the kernel is handled."""

STANDS_ON = (
    "ipykernel.kernelapp",
    "ipykernel.ipkernel",
    "ipykernel.zmqshell",
    "psutil",  # ipykernel reads it in while it ends, which would take longer than all the rest of ending
    "widgets.session",
)
"""What every page of the house is built of, in this order: widgets register with the kernel's own comms."""


def get_ready() -> None:
    """Read in what a page stands on."""
    keep_others_out()
    gc.set_threshold(*SELDOM)
    sys.setswitchinterval(SHORT_TURN)
    # no debugger is ever attached, and importing one takes a good part of a kernel's start
    sys.modules["debugpy"] = None  # pyright: ignore[reportArgumentType] - how Python says "not to be imported"
    for library in STANDS_ON:
        import_module(library)


def run() -> NoReturn:
    """Be a kernel until it is told to end."""
    import ipywidgets
    from ipykernel.kernelapp import IPKernelApp

    from widgets import session

    keep_others_out()  # a process that was forked may have to say it again
    listen_to_no_children()
    kernel = IPKernelApp.instance(kernel_class=thorough_kernel())
    kernel.initialize()
    ipywidgets.register_comm_target()  # it does so by itself only where a kernel was there first
    kernel.start()
    session.close()
    os._exit(0)  # all is saved; taking the rest apart would be seconds of work for nothing


def listen_to_no_children() -> None:
    """Leave out the port at which a stock kernel hears what programs it started print: a session starts none."""
    from ipykernel import iostream, kernelapp

    class Lines(iostream.IOPubThread):
        def _setup_pipe_in(self) -> None:
            self._pipe_flag = False

    kernelapp.IOPubThread = Lines  # pyright: ignore[reportPrivateImportUsage] - where the kernel takes it from


def thorough_kernel() -> type[IPythonKernel]:
    """Return the kind of kernel that handles all it was told before it ends.

    The line for ending overtakes the line for widgets: stock kernels drop what was typed last.
    """
    from ipykernel.ipkernel import IPythonKernel

    class ThoroughKernel(IPythonKernel):
        came = handled = 0

        async def shell_channel_thread_main(self, msg: Any) -> None:
            self.came += 1
            await super().shell_channel_thread_main(msg)

        async def dispatch_shell(self, msg: Any, /, *args: Any, **how: Any) -> None:
            try:
                await super().dispatch_shell(msg, *args, **how)
            finally:
                self.handled += 1

        async def shutdown_request(self, stream: Any, ident: Any, parent: Any) -> None:
            await asyncio.sleep(ARRIVES)
            while self.handled < self.came:  # noqa: ASYNC110 - counted in two other threads
                await asyncio.sleep(ARRIVES)
            await super().shutdown_request(stream, ident, parent)

    return ThoroughKernel


if __name__ == "__main__":
    get_ready()
    run()
