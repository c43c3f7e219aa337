"""A session goes on in another language: the page, what its script says, and the document itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.journeys.counselor import Counselor
from tests.playing import browser, served

if TYPE_CHECKING:
    from pathlib import Path


def test_a_session_is_switched_to_spanish_while_it_goes_on(tmp_path: Path) -> None:
    with (
        served(tmp_path / "plans.db", practice=True) as app,
        browser(viewport={"width": 1440, "height": 900}) as window,
    ):
        counselor, page = Counselor(window.page), window.page
        page.goto(app.first_url)
        page.get_by_role("button", name="Dana").first.click()
        counselor.press("Start a session")
        counselor.go("Goals")
        expect(page.locator("html")).to_have_attribute("lang", "en")

        page.locator("summary", has_text="Look").click()
        page.get_by_role("button", name="Español", exact=True).click()

        page.get_by_role("heading", level=1, name="Metas").wait_for()
        expect(page.locator("html")).to_have_attribute("lang", "es")
        page.keyboard.press("F9")
        page.get_by_role("button", name="Seguir", exact=True).click()
        expect(page.locator(".rp")).to_have_attribute("lang", "es")
        assert (window.errors, window.broken_rules) == ([], [])
