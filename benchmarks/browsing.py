"""A browser, our app and a stock Voila page side by side."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from socket import socket
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

import nbformat
from playwright.sync_api import sync_playwright

from tests.house.running import Running, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import BrowserContext, Route

CHROMIUM = (
    os.environ.get("PLANNER_CHROMIUM") or which("chromium") or which("chromium-browser") or which("google-chrome")
)
QUIET = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update"]


@contextmanager
def browser() -> Iterator[BrowserContext]:
    """Open a browser with a warm cache of its own; what would leave this machine is refused at once."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        context = opened.new_context(viewport={"width": 1440, "height": 1000}, locale="en-US")
        context.route("**/*", _stay_here)
        yield context
        context.close()
        opened.close()


def _stay_here(route: Route) -> None:
    """Keep a stock page from waiting for the fonts it fetches from far away, which would flatter ours."""
    here = route.request.url.startswith(("http://127.0.0.1", "http://localhost", "data:", "blob:"))
    route.continue_() if here else route.abort()


@contextmanager
def our_app(*words: str) -> Iterator[Running]:
    """Serve the planner."""
    command = [sys.executable, "-m", "planner", "serve", "--no-browser", *words]
    with serving(command, cwd=Path.cwd(), env=dict(os.environ)) as app:
        yield app


@contextmanager
def stock_voila(source: str) -> Iterator[str]:
    """Serve one cell with Voila as it comes, and give the address."""
    with TemporaryDirectory() as name, socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)])
        nbformat.write(notebook, Path(name) / "page.ipynb")
        command = [sys.executable, "-m", "voila", "page.ipynb", "--no-browser", f"--port={port}"]
        process = subprocess.Popen(
            command,
            cwd=name,
            env=os.environ | {"JUPYTER_CONFIG_DIR": name},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            yield _answering(f"http://127.0.0.1:{port}/", process)
        finally:
            process.terminate()
            process.wait()


def _answering(address: str, process: subprocess.Popen[bytes]) -> str:
    while process.poll() is None:
        try:
            urlopen(f"{address}voila/static/none", timeout=5)  # noqa: S310 (our own address)
        except URLError as error:
            if hasattr(error, "code"):
                return address
    message = "the stock Voila server did not start"
    raise RuntimeError(message)
