"""What a browser keeps on its own disk of a session, also after Lock and after it was closed: nothing that was said."""

from __future__ import annotations

import time
from base64 import b64encode
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.journeys.counselor import PASSPHRASE, Counselor
from tests.playing import lasting_browser, served
from tests.serving.disk import found
from tests.serving.elsewhere import elsewhere

if TYPE_CHECKING:
    from pathlib import Path

    from tests.playing import Playing

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

BOX, LINE, NAME = "marigold lighthouse in a box", "violet heron on a line", "Tamsin Quillfeather"
PAPER = "%PDF-1.7"
SAID = [BOX, LINE, NAME, PAPER, PASSPHRASE]
CONTROL = "said to a page that lets the browser keep it"
PATIENCE = 60.0


def test_nothing_of_a_session_stands_in_any_file_of_the_browser(tmp_path: Path) -> None:
    assert kept_of_a_session(tmp_path) == []


def test_a_word_is_found_however_it_was_written(tmp_path: Path) -> None:
    head, split = bytes(4) + (32_761).to_bytes(2, "little") + b"\2", b"vio"
    first = head + bytes(32_761 - len(split)) + split
    rest = LINE.encode()[len(split) :]
    (tmp_path / "000003.log").write_bytes(first + bytes(4) + len(rest).to_bytes(2, "little") + b"\4" + rest)
    (tmp_path / "wide").write_bytes(b"x" + BOX.encode("utf-16-le") + b"x")
    for before in range(3):
        (tmp_path / f"base64 {before}").write_bytes(b64encode(b"y" * before + NAME.encode() + b" and on"))

    assert found(tmp_path, [LINE, BOX, NAME, PAPER]) == [
        (LINE, "000003.log"),
        *((NAME, f"base64 {before}") for before in range(3)),
        (BOX, "wide"),
    ]


def kept_of_a_session(folder: Path) -> list[tuple[str, str]]:
    """Play a session; return what was said and stands in the browser's files before Lock, after it, and at the end."""
    profile = folder / "profile"
    with served(folder / "plans.db") as app, elsewhere() as other:
        with lasting_browser(profile) as window:
            counselor = Counselor(window.page)
            counselor.first_unlock(app.url)
            say_something(counselor)
            save_the_paper(window, counselor)
            keep_something_elsewhere(window, other.port, profile)
            kept = found(profile, SAID)
            counselor.press("Lock")
            counselor.page.wait_for_url("**/unlock")
            kept += found(profile, SAID)
        assert found(profile, [CONTROL])
        return kept + found(profile, SAID)


def say_something(counselor: Counselor) -> None:
    """Add somebody, and write into a box of several lines and into one of a single line."""
    counselor.add_person(NAME)
    counselor.press("Start a session")
    counselor.go("Strengths")
    leaf = counselor.turn_to("What helps you cope")
    counselor.press("Add something that helps you", within=leaf)
    counselor.write("In my own words", BOX, within=leaf)
    counselor.go("Review and finish")
    counselor.turn_to("What you do first")
    counselor.write("What will you do first?", LINE)
    counselor.saved()


def save_the_paper(window: Playing, counselor: Counselor) -> None:
    """Make the page of the person, save it, and take the file away again."""
    page = counselor.page
    counselor.press("My plan (PDF)")
    ready, asked = page.get_by_role("link", name="Save").first, page.get_by_role("button", name="No", exact=True).first
    ready.or_(asked).first.wait_for()
    if asked.is_visible():
        asked.click()
    with page.expect_download() as saving:
        ready.click()
    assert saving.value.path().read_bytes().startswith(PAPER.encode())
    assert (ready.get_attribute("href") or "").startswith("blob:")
    expect(page.locator("[data-save]")).to_have_count(0)
    saving.value.delete()
    assert window.broken_rules == []


def keep_something_elsewhere(window: Playing, port: int, profile: Path) -> None:
    """Type into a page that asks for no discretion, until the browser has written it down, and with it all before."""
    page = window.new_page()
    page.goto(f"http://127.0.0.1:{port}/")
    page.get_by_label("Typed here").press_sequentially(CONTROL)
    until = time.monotonic() + PATIENCE
    while not found(profile, [CONTROL]):
        assert time.monotonic() < until, "this browser writes nothing down, so its silence would prove nothing"
        page.wait_for_timeout(500)
    page.close()
