"""The pages before the session, and what is laid over it, can be used by everybody: no WCAG 2.2 A or AA violation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.playing import served
from tests.serving.conftest import PASSPHRASE
from tests.serving.stage import stage_notebook

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.playing import Playing

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RULES = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}


def violations(page: Page, where: str) -> list[str]:
    """Return what axe-core finds on the page itself; the stage is only made for tests."""
    answer = Axe().run(page, {"exclude": ["#session"]}, RULES).response
    assert answer["passes"], "axe looked at nothing"
    found: list[dict[str, Any]] = answer["violations"]
    return [f"{where}: {one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("look", ["", "dark+large"])
def test_the_pages_before_the_session_hold_wcag(look: str, tmp_path: Path, window: Playing) -> None:
    with (
        served(tmp_path / "plans.store", notebook=stage_notebook(tmp_path / "stage.ipynb")) as app,
        window.another(viewport={"width": 360, "height": 740}) as phone,
    ):
        page = phone.page
        if look:
            phone.context.add_cookies([{"name": "planner-look", "value": look, "url": app.url}])
        page.goto(app.url)
        page.get_by_label("Passphrase", exact=True).wait_for()
        found = violations(page, "choose")
        page.get_by_label("Passphrase", exact=True).fill("short")
        page.get_by_label("The same once more").fill("short")
        page.keyboard.press("Enter")
        page.get_by_role("alert").wait_for()
        found += violations(page, "short")
        page.get_by_label("Passphrase", exact=True).fill(PASSPHRASE)
        page.get_by_label("The same once more").fill(PASSPHRASE)
        page.keyboard.press("Enter")
        page.get_by_role("listitem").first.wait_for()
        found += violations(page, "recovery key")
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
        page.get_by_role("button", name="I have kept it").click()
        page.get_by_label("Words").wait_for()
        page.keyboard.press("F9")
        found += violations(page, "cover")
        page.keyboard.press("Escape")
        page.goto(f"{app.url}not-there")
        found += violations(page, "nothing here")
        phone.context.clear_cookies(name=f"planner-{app.port}")
        page.goto(app.url)
        page.get_by_label("Passphrase or recovery key").wait_for()
        found += violations(page, "unlock")

    assert found == []
