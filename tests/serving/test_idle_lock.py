"""Nobody is there: the server locks by itself, whatever becomes of pages, browsers and kernels."""

from __future__ import annotations

import signal
import time
from typing import TYPE_CHECKING

import psutil
import pytest
from playwright.sync_api import expect

from planner.caseload.agency import Agency
from planner.store import create_store, open_store
from tests.playing import PATIENCE, served
from tests.serving.conftest import PASSPHRASE, let_in, until_no_kernel_is_left
from tests.serving.stage import stage_notebook
from tests.soak.writers import now

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.playing import Playing, Served

pytestmark = pytest.mark.browser

LOCKED = "nobody was there"
WORDS = "marigold lighthouse"
SECONDS = 20.0
"""How long the minute of these servers is: long enough for a page to open on a busy machine."""


@pytest.fixture
def idle_app(tmp_path: Path) -> Iterator[Served]:
    """Serve a store for one test that locks after one short minute."""
    key = create_store(tmp_path / "plans.store", PASSPHRASE)
    with open_store(tmp_path / "plans.store", key, now=now) as store:
        store.keep_agency(Agency(lock_after_minutes=1))
    notebook = stage_notebook(tmp_path / "stage.ipynb")
    with served(tmp_path / "plans.store", notebook=notebook, limits={"minute": SECONDS}) as running:
        yield running


def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    late = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < late
        time.sleep(0.1)


def is_locked(app: Served) -> bool:
    """Tell whether the server has locked by itself."""
    return LOCKED in app.log.read_text("utf-8")


def write(playing: Playing) -> None:
    """Write a few words."""
    playing.page.get_by_label("Words").fill(WORDS)
    expect(playing.page.get_by_text(f"Saved {len(WORDS)}")).to_be_visible()


def test_a_page_nobody_touches_is_locked_and_shows_no_words(idle_app: Served, window: Playing) -> None:
    window.fresh()
    let_in(window, idle_app)
    write(window)

    until(lambda: is_locked(idle_app))

    window.page.get_by_label("Passphrase or recovery key").wait_for()
    assert WORDS not in window.page.content()
    until_no_kernel_is_left(idle_app)
    window.close_page()


def test_a_hand_keeps_it_open(idle_app: Served, window: Playing) -> None:
    window.fresh()
    let_in(window, idle_app)
    opened = time.monotonic()
    while time.monotonic() - opened < 1.5 * SECONDS:
        window.page.keyboard.press("Shift")
        window.page.wait_for_timeout(500)

    assert not is_locked(idle_app)
    until(lambda: is_locked(idle_app))
    window.close_page()


def test_it_locks_when_the_browser_was_killed(idle_app: Served, window: Playing) -> None:
    with window.another_browser() as (other, processes):
        let_in(other, idle_app)
        for process in processes:
            process.kill()

        until(lambda: is_locked(idle_app))
        until_no_kernel_is_left(idle_app)


def test_it_locks_while_the_browser_stands_still_and_no_words_are_there_when_it_goes_on(
    idle_app: Served, window: Playing
) -> None:
    with window.another_browser() as (other, processes):
        let_in(other, idle_app)
        write(other)
        for process in processes:
            process.send_signal(signal.SIGSTOP)

        until(lambda: is_locked(idle_app))
        until_no_kernel_is_left(idle_app)

        for process in processes:
            process.send_signal(signal.SIGCONT)
        other.page.get_by_label("Passphrase or recovery key").wait_for()
        assert WORDS not in other.page.content()


def test_it_locks_after_a_kernel_was_killed_or_stands_still(idle_app: Served, window: Playing) -> None:
    window.fresh()
    let_in(window, idle_app)
    write(window)
    (kernel,) = idle_app.kernels
    kernel.send_signal(signal.SIGSTOP)

    until(lambda: is_locked(idle_app))

    window.page.get_by_label("Passphrase or recovery key").wait_for()
    assert WORDS not in window.page.content()
    _, alive = psutil.wait_procs([kernel], timeout=PATIENCE)
    assert not alive
    window.close_page()
