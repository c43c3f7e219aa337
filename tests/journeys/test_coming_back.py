"""Whatever happens to the page, the two come back to the same place with the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.journeys.counselor import PASSPHRASE, Counselor

if TYPE_CHECKING:
    from tests.journeys.conftest import Seated

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

WORDS = "Music calms me down"


def write(seated: Seated) -> None:
    """Write something on a step that is not the first."""
    seated.counselor.go("Strengths")
    leaf = seated.counselor.turn_to("What helps you cope")
    seated.counselor.press("Add something that helps you", within=leaf)
    seated.counselor.write("In my own words", WORDS, within=leaf)
    seated.counselor.saved()


def is_back(seated: Seated) -> None:
    """Look whether the same step stands there with the same words."""
    page = seated.counselor.page
    page.get_by_role("heading", level=1, name="Strengths").wait_for()
    expect(page.get_by_text(WORDS).first).to_be_visible()
    expect(page.get_by_text(seated.called, exact=True).first).to_be_visible()


def test_a_reload_comes_back_to_the_same_line(seated: Seated) -> None:
    write(seated)

    seated.counselor.page.reload()

    field = seated.counselor.page.get_by_role("textbox", name="In my own words", exact=True)
    expect(field).to_be_focused()
    expect(field).to_have_value(WORDS)


def test_a_reload_comes_back_without_asking_again(seated: Seated) -> None:
    write(seated)

    seated.counselor.page.reload()

    is_back(seated)


def test_locking_asks_for_the_passphrase_and_comes_back(seated: Seated) -> None:
    write(seated)

    seated.counselor.press("Lock")
    asked = seated.counselor.page.get_by_label("Passphrase or recovery key")
    asked.wait_for()
    assert WORDS not in seated.counselor.page.content()
    asked.fill(PASSPHRASE)
    seated.counselor.page.get_by_role("button", name="Open").click()

    is_back(seated)


def test_each_tab_comes_back_to_its_own_place(seated: Seated) -> None:
    write(seated)
    beside = Counselor(seated.window.new_page())
    beside.open(seated.app.url)
    beside.add_person("Somebody else")
    beside.press("Start a session")

    seated.counselor.page.reload()
    is_back(seated)
    beside.page.reload()

    beside.page.get_by_role("heading", level=1, name="Goals").wait_for()
    expect(beside.page.get_by_text("Somebody else", exact=True).first).to_be_visible()


def test_a_wrong_passphrase_gets_a_calm_sentence_and_the_right_one_still_opens(seated: Seated) -> None:
    write(seated)
    seated.counselor.press("Lock")
    page = seated.counselor.page
    page.get_by_label("Passphrase or recovery key").fill("not these words")
    page.get_by_role("button", name="Open").click()

    alert = page.get_by_role("alert")
    alert.wait_for()
    assert "not these words" not in page.inner_text("body")
    page.get_by_label("Passphrase or recovery key").fill(PASSPHRASE)
    page.get_by_role("button", name="Open").click()

    is_back(seated)
