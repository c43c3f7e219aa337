"""How pages, kernels and servers end, and what is kept when they do."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest
from playwright.sync_api import expect

from planner.store import create_store
from tests.playing import PATIENCE, served
from tests.serving.conftest import PASSPHRASE, let_in, until_no_kernel_is_left
from tests.serving.stage import stage_notebook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.playing import Playing, Served

pytestmark = pytest.mark.browser

BEGINS = """async () => {
  const body = new URLSearchParams({ kernel: crypto.randomUUID() });
  return (await fetch("/page", { method: "POST", body })).ok;
}"""


def gone(processes: list[psutil.Process]) -> bool:
    """Wait until processes have ended, and tell whether they have."""
    _, alive = psutil.wait_procs(processes, timeout=PATIENCE)
    return not alive


def until_a_kernel_is_there(app: Served) -> None:
    """Wait until a page's kernel has started."""
    until = time.monotonic() + PATIENCE
    while not app.kernels:
        assert time.monotonic() < until
        time.sleep(0.05)


@pytest.fixture
def brief_app(tmp_path: Path) -> Iterator[Served]:
    """Serve a store for one test. A page may be silent only briefly, but long enough for a slow kernel to begin."""
    create_store(tmp_path / "plans.store", PASSPHRASE)
    notebook = stage_notebook(tmp_path / "stage.ipynb")
    limits = {"outputs_within": 6, "line_back_within": 4}
    with served(tmp_path / "plans.store", notebook=notebook, limits=limits) as running:
        yield running


def test_a_kernel_ends_with_its_page_and_only_that_one(app: Served, stage: Playing) -> None:
    other = stage.new_page()
    other.goto(app.url)
    other.get_by_label("Words").wait_for()
    first, second = app.kernels
    page = stage.page
    ids = {other.locator("body").get_attribute("data-kernel"), page.locator("body").get_attribute("data-kernel")}
    assert len(ids) == 2

    with other.expect_event("close"):
        other.close(run_before_unload=True)

    ended: list[psutil.Process] = []
    while not ended:
        ended, _ = psutil.wait_procs([first, second], timeout=1)
    assert len(ended) == 1
    page.get_by_role("button", name="Count").click()
    expect(page.get_by_text("1 pressed")).to_be_visible()


def test_a_reload_starts_afresh_and_ends_the_kernel_before(app: Served, stage: Playing) -> None:
    (before,) = app.kernels

    stage.page.reload()
    stage.page.get_by_label("Words").wait_for()

    assert gone([before])
    expect(stage.page.get_by_text("came to 2f1c7a4e-0000-4000-8000-000000000001")).to_be_visible()


def test_a_page_that_is_left_before_it_opened_leaves_no_kernel(brief_app: Served, window: Playing) -> None:
    window.fresh()
    let_in(window, brief_app)
    assert brief_app.kernels

    window.page.reload(wait_until="commit")
    window.page.goto("about:blank")

    until_no_kernel_is_left(brief_app)
    window.close_page()


def test_a_page_that_never_asks_for_its_outputs_leaves_no_kernel(brief_app: Served, window: Playing) -> None:
    window.fresh()
    let_in(window, brief_app)
    window.page.goto(f"{brief_app.url}unlock")
    until_no_kernel_is_left(brief_app)

    assert window.page.evaluate(BEGINS)
    until_a_kernel_is_there(brief_app)

    until_no_kernel_is_left(brief_app)
    window.close_page()


def test_a_browser_that_ends_without_a_word_leaves_no_kernel(brief_app: Served, window: Playing) -> None:
    with window.another_browser() as (other, processes):
        let_in(other, brief_app)
        assert brief_app.kernels

        for process in processes:
            process.kill()

        until_no_kernel_is_left(brief_app)


def test_what_was_typed_just_before_closing_arrives(own_app: Served, own_stage: Playing) -> None:
    field = own_stage.page.get_by_label("Words")
    field.press_sequentially("until the ver", delay=10)
    expect(own_stage.page.locator("[data-save-state] > span")).to_be_visible()
    kernels = own_app.kernels

    own_stage.page.keyboard.insert_text("y end")
    own_stage.close_page()
    own_stage.fresh()

    assert gone(kernels)
    assert (own_app.store.parent / "heard.txt").read_text("utf-8") == "until the very end"


def test_locking_ends_every_kernel(app: Served, stage: Playing) -> None:
    kernels = app.kernels
    assert kernels

    stage.page.get_by_role("button", name="Lock", exact=True).click()
    stage.page.wait_for_url("**/unlock")

    assert gone(kernels)
    let_in(stage, app)
    expect(stage.page.get_by_text("came to 2f1c7a4e-0000-4000-8000-000000000001")).to_be_visible()


def test_a_server_that_is_stopped_ends_its_kernels_and_takes_its_folder_away(
    own_app: Served, own_stage: Playing
) -> None:
    assert own_stage.page
    kernels = own_app.kernels
    private = Path(kernels[0].cwd()).parent
    assert private.exists()

    assert own_app.stop() == 0

    assert gone(kernels)
    assert not private.exists()
    assert own_app.store.exists()


def test_a_kernel_that_was_killed_does_not_hold_its_server_up(own_app: Served, own_stage: Playing) -> None:
    assert own_stage.page
    (kernel,) = own_app.kernels
    kernel.kill()
    assert gone([kernel])

    assert own_app.stop() == 0


def test_pages_open_also_where_there_is_no_nursery(own_app: Served, own_stage: Playing) -> None:
    before = own_app.kernels
    helpers = psutil.Process(own_app.process.pid).children()
    for helper in helpers:
        helper.kill()
    assert gone(before)

    own_stage.page.goto(own_app.url)
    own_stage.page.get_by_label("Words").wait_for()

    (kernel,) = own_app.kernels
    assert kernel.ppid() == own_app.process.pid


def test_kernels_do_not_outlive_a_server_that_was_killed(own_app: Served, own_stage: Playing) -> None:
    assert own_stage.page
    kernels = own_app.kernels
    assert kernels

    own_app.process.kill()

    assert gone(kernels)


def test_a_notebook_that_stops_is_said_calmly_with_a_number(own_app: Served, window: Playing) -> None:
    stage_notebook(own_app.store.parent / "stage.ipynb", "raise ValueError('words of a person')")
    window.fresh()
    window.page.goto(own_app.url)
    window.page.get_by_label("Passphrase or recovery key").fill(PASSPHRASE)
    window.page.get_by_role("button", name="Open").click()

    said = window.page.get_by_role("status")
    expect(said).to_contain_text("Your plans are safe", timeout=30_000)
    note = said.inner_text().partition("(")[2].partition(")")[0]
    assert note in own_app.log.read_text()
    assert "words of a person" not in own_app.log.read_text() + window.page.content()
    stage_notebook(own_app.store.parent / "stage.ipynb")
    window.page.get_by_role("button", name="Open it again").click()
    window.page.get_by_label("Words").wait_for()
    window.close_page()
