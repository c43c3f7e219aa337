"""A stock Voila page, to stand beside ours."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from socket import create_connection, socket
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import nbformat

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 60.0


@contextmanager
def stock_voila(source: str) -> Iterator[str]:
    """Serve one cell with Voila as it comes, and give the address."""
    with TemporaryDirectory() as name:
        port = _free_port()
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)])
        nbformat.write(notebook, Path(name) / "page.ipynb")
        process = subprocess.Popen(
            [sys.executable, "-m", "voila", "page.ipynb", "--no-browser", f"--port={port}"],
            cwd=name,
            env=os.environ | {"JUPYTER_CONFIG_DIR": name},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            _wait_for(port)
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()
            process.wait()


def _free_port() -> int:
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def _wait_for(port: int) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
        else:
            return
