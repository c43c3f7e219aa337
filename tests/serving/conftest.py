"""One served store and one browser for the tests of this folder."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import psutil
import pytest

from planner.store import create_store
from tests.playing import PATIENCE, browser, served
from tests.serving.stage import stage_notebook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.playing import Playing, Served

PASSPHRASE = "four calm words here"


def let_in(playing: Playing, app: Served, passphrase: str = PASSPHRASE) -> None:
    """Open the stage, with the passphrase where the page asks for it."""
    page = playing.page
    page.goto(app.url)
    asked, words = page.get_by_label("Passphrase or recovery key"), page.get_by_label("Words")
    asked.or_(words).first.wait_for()
    if asked.is_visible():
        asked.fill(passphrase)
        page.get_by_role("button", name="Open").click()
    words.wait_for()


def until_no_kernel_is_left(app: Served) -> None:
    """Wait until a server has none, also none that was still on its way a moment ago."""
    until = time.monotonic() + PATIENCE
    while kernels := app.kernels:
        assert time.monotonic() < until, kernels
        psutil.wait_procs(kernels, timeout=1)


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve one store with the stage as its page, for all the tests of a file."""
    with _served(tmp_path_factory.mktemp("plans")) as running:
        yield running


@pytest.fixture(scope="module")
def window() -> Iterator[Playing]:
    """Open one browser for all the tests of a file."""
    with browser() as playing:
        yield playing


@pytest.fixture
def stage(app: Served, window: Playing) -> Iterator[Playing]:
    """Open the stage on a fresh page."""
    _forget(app)
    window.fresh()
    let_in(window, app)
    yield window
    window.close_page()
    until_no_kernel_is_left(app)  # the next test counts its own


@pytest.fixture
def own_app(tmp_path: Path) -> Iterator[Served]:
    """Serve a store for one test, which may end or lock it."""
    with _served(tmp_path) as running:
        yield running


@pytest.fixture
def own_stage(own_app: Served, window: Playing) -> Iterator[Playing]:
    """Open the stage of one test's own server."""
    window.fresh()
    let_in(window, own_app)
    yield window
    window.close_page()


def _served(folder: Path) -> object:
    store = folder / "plans.store"
    create_store(store, PASSPHRASE)
    return served(store, notebook=stage_notebook(folder / "stage.ipynb"))


def _forget(app: Served) -> None:
    (app.store.parent / "heard.txt").unlink(missing_ok=True)
