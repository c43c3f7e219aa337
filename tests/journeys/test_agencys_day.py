"""The agency's day follows the clock of its computer from the start, and asks when that clock is another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.journeys.counselor import Counselor
from tests.playing import browser, served

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

DENVER, CHICAGO = "America/Denver", "America/Chicago"


def test_a_new_store_follows_the_computer_and_asks_when_its_clock_changes(tmp_path: Path) -> None:
    store = tmp_path / "plans.db"
    with served(store, env={"TZ": DENVER}) as app, browser(viewport={"width": 1440, "height": 1000}) as window:
        counselor = Counselor(window.page)
        counselor.first_unlock(app.url)
        expect(window.page.get_by_role("button", name="Follow", exact=False)).to_have_count(0)
        counselor.press("Set up your agency")
        said = f"Your day follows this computer’s clock: {DENVER}."
        expect(window.page.get_by_text(said)).to_be_visible()

    with served(store, env={"TZ": CHICAGO}) as app, browser(viewport={"width": 1440, "height": 1000}) as window:
        counselor = Counselor(window.page)
        counselor.open(app.url)
        asks = f"This computer’s clock is set to {CHICAGO}. Your day here follows {DENVER}."
        expect(window.page.get_by_text(asks)).to_be_visible()
        counselor.press(f"Stay with {DENVER}")
        expect(window.page.get_by_text(asks)).to_have_count(0)
        window.page.reload()
        window.page.get_by_role("heading", level=1, name="Caseload").wait_for()
        expect(window.page.get_by_text(asks)).to_have_count(0)
