"""Unlocking, as a counselor meets it: the first time, every other time, and when something is not as it should be."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from planner.store import create_store
from tests.playing import served
from tests.serving.conftest import PASSPHRASE, let_in
from tests.serving.stage import stage_notebook

if TYPE_CHECKING:
    from tests.playing import Playing, Served

pytestmark = pytest.mark.browser


def choose(page: Page, passphrase: str, again: str | None = None) -> None:
    """Type a new passphrase twice."""
    page.get_by_label("Passphrase", exact=True).fill(passphrase)
    page.get_by_label("The same once more").fill(passphrase if again is None else again)
    page.get_by_role("button", name="Go on").click()


def offer(page: Page, typed: str) -> None:
    """Type a passphrase or a recovery key at the prompt."""
    page.get_by_label("Passphrase or recovery key").fill(typed)
    page.get_by_role("button", name="Open").click()


def test_the_first_time_a_passphrase_is_chosen_and_the_recovery_key_is_shown_until_it_is_kept(
    tmp_path: Path, window: Playing
) -> None:
    window.fresh()
    page = window.page
    notebook = stage_notebook(tmp_path / "stage.ipynb")
    with served(tmp_path / "new" / "plans.store", notebook=notebook) as app:
        page.goto(app.url)
        choose(page, PASSPHRASE, "four other words here")
        expect(page.get_by_role("alert")).to_contain_text("not the same")
        choose(page, "short")
        expect(page.get_by_role("alert")).to_contain_text("Longer is safer")
        choose(page, "four calm\twords here")
        expect(page.get_by_role("alert")).to_contain_text("can not be typed everywhere")
        choose(page, "x" * 1001)
        expect(page.get_by_role("alert")).to_contain_text("has room for 1000")
        assert not app.store.exists()

        choose(page, PASSPHRASE)

        expect(page.get_by_role("heading", name="Your recovery key")).to_be_visible()
        groups = page.get_by_role("listitem").all_inner_texts()
        assert len(groups) == 13
        page.goto(app.url)
        expect(page.get_by_role("listitem")).to_have_text(groups)
        page.get_by_role("button", name="I have kept it").click()
        page.get_by_label("Words").wait_for()
        page.goto(f"{app.url}recovery-key")
        page.get_by_label("Words").wait_for()
        window.context.clear_cookies()
        page.goto(app.url)
        offer(page, " ".join(groups).lower())
        page.get_by_label("Words").wait_for()
    assert window.elsewhere == []
    assert window.broken_rules == []


def test_a_short_passphrase_is_taken_when_the_person_stays_with_it(tmp_path: Path, window: Playing) -> None:
    window.fresh()
    with served(tmp_path / "plans.store", notebook=stage_notebook(tmp_path / "stage.ipynb")) as app:
        window.page.goto(app.url)
        choose(window.page, "short")
        window.page.get_by_label("Go on with this short one").check()
        choose(window.page, "short")

        expect(window.page.get_by_role("heading", name="Your recovery key")).to_be_visible()


def test_without_scripts_the_prompt_says_so_and_sends_nothing(app: Served, window: Playing) -> None:
    with window.another(java_script_enabled=False) as playing:
        playing.page.goto(f"{app.url}unlock")
        expect(playing.page.locator("noscript p")).to_be_visible()
        expect(playing.page.get_by_label("Passphrase or recovery key")).to_be_disabled()


def test_a_wrong_passphrase_gets_the_same_calm_sentence_every_time(app: Served, window: Playing) -> None:
    said = set()
    with window.another() as other:
        other.page.goto(app.url)
        for typed in ("wrong", "four calm words", "' or 1=1 --", "x" * 5000):
            offer(other.page, typed)
            said.add(other.page.get_by_role("alert").inner_text())

        assert len(said) == 1
        offer(other.page, PASSPHRASE)
        other.page.get_by_label("Words").wait_for()


def test_a_reload_does_not_ask_again_and_another_browser_does(stage: Playing, app: Served) -> None:
    stage.page.reload()
    stage.page.get_by_label("Words").wait_for()

    with stage.another() as other:
        other.page.goto(app.url)
        expect(other.page.get_by_label("Passphrase or recovery key")).to_be_visible()


def test_locking_in_one_window_locks_the_others(stage: Playing, app: Served) -> None:
    with stage.another() as other:
        let_in(other, app)
        stage.page.get_by_role("button", name="Lock", exact=True).click()
        stage.page.wait_for_url("**/unlock")

        other.page.get_by_role("button", name="Count").click()
        other.page.wait_for_url("**/unlock**", timeout=30_000)


def test_the_page_speaks_the_readers_language(app: Served, window: Playing) -> None:
    with window.another(language="es-MX") as playing:
        playing.page.goto(app.url)

        expect(playing.page.locator("html")).to_have_attribute("lang", "es")


@pytest.mark.parametrize("kind", ["empty", "foreign", "plain database", "damaged"])
def test_a_file_that_can_not_be_opened_gets_a_sentence(kind: str, tmp_path: Path, window: Playing) -> None:
    window.fresh()
    path = tmp_path / "plans.store"
    make_strange(kind, path)
    before = path.read_bytes()
    with served(path, notebook=stage_notebook(tmp_path / "stage.ipynb")) as app:
        window.page.goto(app.url)
        offer(window.page, PASSPHRASE)
        alert = window.page.get_by_role("alert")

        expect(alert).to_contain_text("damaged" if kind == "damaged" else "not a store")
        assert "Traceback" not in window.page.content()
    assert path.read_bytes() == before


def make_strange(kind: str, path: Path) -> None:
    """Put something at the path that is not the store one hopes for."""
    if kind == "empty":
        path.touch()
    elif kind == "foreign":
        path.write_bytes(b"%PDF-1.7 not a store")
    elif kind == "plain database":
        sqlite3.connect(path).executescript("create table t(a); insert into t values (1)").connection.close()
    else:
        create_store(path, PASSPHRASE)
        kept = path.read_bytes()
        path.write_bytes(kept[:100] + bytes(500) + kept[600:])


def test_the_practice_link_lets_one_browser_in_once(tmp_path: Path, window: Playing) -> None:
    window.fresh()
    with served(tmp_path / "plans.store", practice=True, notebook=stage_notebook(tmp_path / "stage.ipynb")) as app:
        window.page.goto(app.first_url)
        window.page.get_by_label("Words").wait_for()
        with window.another() as other:
            other.page.goto(app.first_url)
            expect(other.page.get_by_role("heading", name="This practice link was used before")).to_be_visible()
        window.page.goto(app.first_url)
        window.page.get_by_label("Words").wait_for()


def test_a_practice_server_keeps_its_store_where_only_this_user_can_look(tmp_path: Path, window: Playing) -> None:
    window.fresh()
    with served(tmp_path / "plans.store", practice=True, notebook=stage_notebook(tmp_path / "stage.ipynb")) as app:
        window.page.goto(app.first_url)
        window.page.get_by_label("Words").wait_for()
        (kernel,) = app.kernels
        private = Path(kernel.cwd()).parent
        assert (private / "practice.planner").exists()
        assert private.stat().st_mode & 0o077 == 0

        app.stop()

    assert not private.exists()
    assert not app.store.exists()
