"""Words on their way are never navigated over: they wait, and go back to the same person and the same field."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from planner.store import create_store
from tests.journeys.counselor import PASSPHRASE, PATIENCE, Counselor
from tests.playing import browser, served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.playing import Playing, Served

pytestmark = [pytest.mark.browser, pytest.mark.timeout(400)]

KEPT = "Music"
ON_THEIR_WAY = " calms me down"
FIELD = "In my own words"


STAYS = "sessionStorage.setItem('planner-stays', 'yes')"
"""What a browser notes that does not take the planner's own name."""


@contextmanager
def begun(store: Path, window: Playing, *, by_name: bool = True) -> Iterator[tuple[Served, Counselor]]:
    """Serve a new store, and write in a session until some words are kept."""
    with served(store) as app:
        counselor = Counselor(window.page)
        counselor.first_unlock(app.url if by_name else app.here)
        counselor.add_person("Sam")
        counselor.press("Start a session")
        counselor.go("Strengths")
        leaf = counselor.turn_to("What helps you cope")
        counselor.press("Add something that helps you", within=leaf)
        counselor.write(FIELD, KEPT, within=leaf)
        counselor.saved()
        yield app, counselor


def stop_while_typing(app: Served, page: Page) -> None:
    """Kill the server under a hand that types, and wait until the page has noticed."""
    app.process.kill()
    app.process.wait()
    page.keyboard.type(ON_THEIR_WAY)
    page.get_by_role("alertdialog").wait_for()


def unlock_in_place(page: Page, passphrase: str = PASSPHRASE) -> None:
    """Type a passphrase where the page asks for it."""
    asked = page.get_by_label("Passphrase or recovery key")
    asked.wait_for()
    asked.fill(passphrase)
    page.get_by_role("button", name="Open", exact=True).click()


def on_disk(page: Page) -> str:
    """Return what a page keeps outside its memory."""
    return page.evaluate("JSON.stringify([sessionStorage, localStorage, document.cookie, location.href, name])")


def test_the_server_dies_while_somebody_types_and_the_words_are_filled_in_on_the_same_page(tmp_path: Path) -> None:
    store = tmp_path / "plans.db"
    with browser() as window:
        with begun(store, window) as (app, counselor):
            page, port = counselor.page, app.port
            document = page.evaluate_handle("document")
            stop_while_typing(app, page)
            expect(page.get_by_role("alertdialog")).to_contain_text("start the planner again")
            expect(page.get_by_text(KEPT + ON_THEIR_WAY)).to_be_hidden()
        with served(store, port=port):
            page.get_by_label("Passphrase or recovery key").wait_for()
            assert ON_THEIR_WAY.strip() not in page.content()
            assert KEPT not in page.content()
            assert ON_THEIR_WAY.strip() not in on_disk(page)
            unlock_in_place(page, "not this one")
            expect(page.get_by_role("alert")).not_to_be_empty()
            unlock_in_place(page)

            field = page.get_by_role("textbox", name=FIELD, exact=True)
            expect(field).to_have_value(KEPT + ON_THEIR_WAY, timeout=PATIENCE)
            expect(field).to_be_focused()
            assert page.evaluate("before => before === document", document)
            counselor.saved()
            page.reload()
            expect(page.get_by_role("textbox", name=FIELD, exact=True)).to_have_value(KEPT + ON_THEIR_WAY)


def test_what_was_written_there_meanwhile_stays_and_both_are_shown(tmp_path: Path) -> None:
    store = tmp_path / "plans.db"
    with browser() as window:
        with begun(store, window) as (app, counselor):
            page, port = counselor.page, app.port
            stop_while_typing(app, page)
        with served(store, port=port) as app, window.another() as elsewhere:
            other = Counselor(elsewhere.page)
            other.open(app.url)
            other.page.get_by_role("button", name="Sam").first.click()
            other.press("Go on with it")
            other.go("Strengths")
            leaf = other.turn_to("What helps you cope")
            leaf.get_by_role("button", name="Change:").first.click()
            other.write(FIELD, " from elsewhere", within=leaf)
            other.saved()

            unlock_in_place(page)

            both = page.get_by_role("region", name="Two pages")
            both.wait_for()
            expect(both.get_by_text(KEPT + ON_THEIR_WAY)).to_be_visible()
            expect(both.get_by_text("from elsewhere")).to_be_visible()


def test_another_store_gets_none_of_the_words_and_shows_none(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    create_store(other, PASSPHRASE)
    with browser() as window:
        window.page.add_init_script(STAYS)
        with begun(tmp_path / "plans.db", window, by_name=False) as (app, counselor):
            page, port = counselor.page, app.port
            stop_while_typing(app, page)
        with served(other, port=port):
            unlock_in_place(page)
            page.get_by_role("heading", level=1, name="Caseload").wait_for()

            expect(page.get_by_text("What you typed last waits here")).to_be_visible()
            assert ON_THEIR_WAY.strip() not in page.content()
            page.get_by_role("button", name="Let the words go").click()
            expect(page.get_by_text("What you typed last waits here")).to_have_count(0)


def test_a_page_asks_no_planner_but_its_own_and_its_words_stay(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    create_store(other, PASSPHRASE)
    with browser() as window:
        with begun(tmp_path / "plans.db", window) as (app, counselor):
            page, port = counselor.page, app.port
            stop_while_typing(app, page)
        with served(other, port=port) as stranger:
            page.get_by_role("button", name="Open it again").click()

            expect(page.get_by_role("alertdialog")).to_contain_text("start the planner again")
            expect(page.get_by_label("Passphrase or recovery key")).to_have_count(0)
            assert stranger.kernels == []
            page.get_by_text("Show these words").click()
            expect(page.get_by_text(KEPT + ON_THEIR_WAY)).to_be_visible()


def test_a_note_of_a_contact_waits_for_the_form_of_the_same_person(tmp_path: Path) -> None:
    store = tmp_path / "plans.db"
    with browser() as window:
        with served(store) as app:
            counselor = Counselor(window.page)
            counselor.first_unlock(app.url)
            counselor.add_person("Sam")
            counselor.press("Note a contact")
            counselor.write("Note", "Sounds well")
            page, port = counselor.page, app.port
            page.wait_for_function("() => !document.querySelector('[data-save-state][data-waiting]')")
            stop_while_typing(app, page)
        with served(store, port=port):
            unlock_in_place(page)
            page.get_by_role("button", name="Sam").first.click()
            expect(page.get_by_text(ON_THEIR_WAY.strip())).to_have_count(0)
            counselor.press("Note a contact")

            expect(page.get_by_role("textbox", name="Note", exact=True)).to_have_value(f"Sounds well{ON_THEIR_WAY}")
