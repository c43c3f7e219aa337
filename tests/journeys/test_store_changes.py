"""The file changes while a page is open: the page keeps saving or says that it does not, and nothing is lost."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import psutil
import pytest
from playwright.sync_api import expect

from planner.store import StoreBusyError, back_up, change_passphrase, open_store, restore, unlock
from tests.journeys.counselor import PASSPHRASE
from tests.playing import PATIENCE

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from tests.journeys.conftest import Seated

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

FIELD = "In my own words"
NEW = "five other calm words here"
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def goal(seated: Seated, words: str) -> Locator:
    """Write a goal and wait until it is saved."""
    will = seated.counselor.turn_to("What you will do")
    seated.counselor.press("Add a goal", within=will)
    seated.counselor.write(FIELD, words, within=will)
    seated.counselor.saved()
    return will.get_by_role("textbox", name=FIELD)


def test_a_page_whose_file_is_replaced_says_so_and_keeps_the_words_on_the_screen(own_seated: Seated) -> None:
    field = goal(own_seated, "rest")
    page, store = own_seated.counselor.page, own_seated.app.store
    backup = store.with_name("backup.store")
    with open_store(store, unlock(store, PASSPHRASE), now=lambda: NOW) as other:
        back_up(other, backup)
    field.press_sequentially(" on Sundays")
    own_seated.counselor.saved()
    moved = store.with_name("moved.store")
    store.rename(moved)
    restore(backup, store, unlock(backup, PASSPHRASE))

    field.press_sequentially(" and read")

    said = page.locator("[data-save-state]")
    expect(said).to_contain_text("another file stands there")
    expect(field).to_have_value("rest on Sundays and read")
    page.reload()
    expect(page.get_by_text("rest", exact=True).first).to_be_visible()
    assert [one.own_words for one in own_seated.kept_plan().goals] == ["rest"]


def test_a_passphrase_is_not_changed_under_an_open_page_and_the_next_unlock_takes_the_new(
    own_seated: Seated,
) -> None:
    field = goal(own_seated, "walk")
    store = own_seated.app.store
    key = unlock(store, PASSPHRASE)
    with pytest.raises(StoreBusyError):
        change_passphrase(store, key, NEW, at=NOW)
    field.press_sequentially(" by the river")
    own_seated.counselor.saved()
    close_everything(own_seated)

    change_passphrase(store, key, NEW, at=NOW)
    own_seated.window.fresh()
    page = own_seated.window.page
    page.goto(own_seated.app.url)
    asked = page.get_by_label("Passphrase or recovery key")
    asked.fill(PASSPHRASE)
    page.get_by_role("button", name="Open").click()
    expect(page.get_by_role("alert")).to_contain_text("does not open this store")
    asked.fill(NEW)
    page.get_by_role("button", name="Open").click()

    expect(page.get_by_text("walk by the river").first).to_be_visible()
    close_everything(own_seated)
    change_passphrase(store, unlock(store, NEW), PASSPHRASE, at=NOW)


def close_everything(seated: Seated) -> None:
    """Close every tab as a person does, and wait until the kernels have let go of the store."""
    kernels = seated.app.kernels
    for page in seated.window.context.pages:
        with page.expect_event("close"):
            page.close(run_before_unload=True)
    psutil.wait_procs(kernels, timeout=PATIENCE)
