"""A session goes on in another language: the page, what its script says, and the document itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from tests.journeys.conftest import Seated

pytestmark = pytest.mark.browser


def test_a_session_is_switched_to_spanish_while_it_goes_on(practicing: Seated) -> None:
    counselor, page, window = practicing.counselor, practicing.counselor.page, practicing.window
    practicing.begin()
    counselor.go("Goals")
    expect(page.locator("html")).to_have_attribute("lang", "en")

    page.locator("summary", has_text="Look").click()
    page.get_by_role("button", name="Español", exact=True).click()

    page.get_by_role("heading", level=1, name="Metas").wait_for()
    expect(page.locator("html")).to_have_attribute("lang", "es")
    page.keyboard.press("F9")
    page.get_by_role("button", name="Seguir", exact=True).click()
    expect(page.locator(".rp")).to_have_attribute("lang", "es")
    page.locator("details.rp-look").evaluate("look => { look.open = true; }")
    page.get_by_role("button", name="English", exact=True).click()
    page.get_by_role("heading", level=1, name="Goals").wait_for()
    assert (window.errors, window.broken_rules) == ([], [])
