"""A page on its way: the kernel starts and runs the notebook while the browser loads the scripts."""

from __future__ import annotations

import asyncio
import secrets
from typing import TYPE_CHECKING, Any

import nbformat
from nbclient import NotebookClient

from widgets.serving.kernels import KERNEL
from widgets.serving.log import log
from widgets.serving.presence import Limits, Presence

if TYPE_CHECKING:
    from pathlib import Path

    from nbformat import NotebookNode

    from widgets.serving.kernels import Kernels

SHOWN = {"display_data", "execute_result"}
GRACE = 0.5
"""Seconds between a page's goodbye and its kernel's end."""
SHORT_GRACE = 0.1
"""The same where the page stays, and with it the words that have not arrived."""


class OpeningError(Exception):
    """The notebook stopped. The number stands in the log, and on the page beside a calm sentence."""

    def __init__(self) -> None:
        self.note = secrets.token_hex(3)
        super().__init__(f"The page did not open (note {self.note}).")


class Opening:
    """One page and its kernel, from the first byte to the moment the outputs stand in the document."""

    def __init__(
        self, kernel_id: str, kernels: Kernels, notebook: NotebookNode, limits: Limits, *, place: str = ""
    ) -> None:
        self.kernel_id = kernel_id
        self.shown = asyncio.Event()
        self.presence = Presence(limits)
        self.place = place
        self._kernels = kernels
        self._notebook = notebook
        self._started = asyncio.create_task(kernels.start_for(kernel_id))
        self._outputs = asyncio.create_task(self._run())

    async def outputs(self) -> list[dict[str, Any]]:
        """Return what the notebook shows, when it has run.

        Raises:
            OpeningError: the notebook stopped on the way, or the page was closed meanwhile.
        """
        with self.presence.asking():
            await asyncio.wait([self._outputs])
        if self._outputs.cancelled():
            raise OpeningError
        return self._outputs.result()

    async def is_alive(self) -> bool:
        """Tell whether its kernel is on its way or there, for a page that is there."""
        if self.presence.is_gone:
            return False
        if not self._outputs.done():
            return True
        return self.kernel_id in self._kernels and await self._kernels.is_alive(self.kernel_id)

    async def close(self, grace: float = GRACE) -> None:
        """End the kernel, at once where its page has not opened yet.

        What a page said before its goodbye comes by another line, and is given a moment to arrive.
        """
        self.shown.set()
        if opened := self._outputs.done():
            await asyncio.sleep(grace)
        self._outputs.cancel()
        await asyncio.wait([self._started, self._outputs])
        await self._kernels.end(self.kernel_id, now=not opened)

    async def _run(self) -> list[dict[str, Any]]:
        try:
            return await self._start_and_run()
        except Exception as problem:  # noqa: BLE001 - whatever it is, the page says calmly that it did not open
            # the exception can hold source and values, which may be a person's words: only its kind is logged
            stopped = OpeningError()
            log.error("A page did not open (note %s): %s", stopped.note, type(problem).__name__)
            raise stopped from None

    async def _start_and_run(self) -> list[dict[str, Any]]:
        await asyncio.shield(self._started)  # a start that is left halfway would leave a kernel nobody knows
        kernel = self._kernels.get_kernel(self.kernel_id)
        client = NotebookClient(self._notebook, km=kernel, store_widget_state=False)
        try:
            await client.async_start_new_kernel_client()
            for number, cell in enumerate(self._notebook.cells):
                await client.async_execute_cell(cell, number, store_history=False)
        finally:
            if client.kc:
                client.kc.stop_channels()
        cells = (cell for cell in self._notebook.cells if cell.cell_type == "code")
        return [output for cell in cells for output in cell.outputs if output.output_type in SHOWN]


def page_notebook(path: Path, address: str, ticket: str) -> NotebookNode:
    """Read the notebook and put a first cell before it, which hands in the ticket."""
    notebook = nbformat.read(path, as_version=4)
    arrive = f"from widgets.handshake import redeem\nredeem({address!r}, {ticket!r})"
    notebook.cells.insert(0, nbformat.v4.new_code_cell(arrive))
    notebook.metadata.kernelspec = {"name": KERNEL, "display_name": "Python", "language": "python"}
    return notebook
