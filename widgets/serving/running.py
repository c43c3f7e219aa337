"""From a path to a page in the browser: listen, announce, serve, and leave nothing behind."""

from __future__ import annotations

import asyncio
import errno
import os
import signal
import tempfile
import webbrowser
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from widgets.serving.assets import installed_assets
from widgets.serving.door import Door
from widgets.serving.errors import FolderNotReadyError, NotebookMissingError, PortTakenError
from widgets.serving.log import keep_words_out
from widgets.serving.practice import practice_door
from widgets.serving.server import Server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from socket import socket

NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "session.ipynb"
HERE = "127.0.0.1"
LARGEST_FORM = 1024 * 1024
EMPTY_FOR = 10 * 60
"""Seconds without any page after which the server locks itself."""


def serve(
    store_path: Path,
    *,
    port: int = 0,
    open_browser: bool = True,
    practice: bool = False,
    announce: Callable[[str], None],
    notebook: Path = NOTEBOOK,
) -> None:
    """Serve the app on this machine until it is stopped; `announce` receives the address once it answers.

    Raises:
        ServingError: the port is taken, the notebook is missing, or the store's folder can not be written.
    """
    if not notebook.is_file():
        raise NotebookMissingError(notebook)
    listening = _listen(port)
    keep_words_out()
    with _private_folder() as private, _door(store_path, private, practice=practice) as door:
        asyncio.run(_serve(door, notebook, private, listening, announce, open_browser=open_browser))
