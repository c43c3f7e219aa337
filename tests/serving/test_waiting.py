"""What a page says while it is on its way, for as long as that takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.playing import PATIENCE
from tests.serving.conftest import let_in

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

    from tests.playing import Playing, Served

pytestmark = pytest.mark.browser

WAITS = [("**/page", "Waiting for the planner to answer"), ("**/outputs", "getting your page ready")]
SOON = 1000 * PATIENCE


def load_again(page: Page) -> None:
    """Load a page anew, and go on as soon as it begins."""
    page.reload(wait_until="commit")


@pytest.mark.parametrize(("asked", "said"), WAITS, ids=["for the planner", "for its kernel"])
def test_a_page_that_takes_long_says_what_it_waits_for_and_offers_to_load_again(
    stage: Playing, asked: str, said: str
) -> None:
    page = stage.page
    unanswered: list[Route] = []
    page.route(asked, lambda route: unanswered.append(route))  # noqa: PLW0108 - Playwright looks into what it is given
    load_again(page)
    expect(page.get_by_role("status")).to_contain_text(said, timeout=SOON)
    again = page.get_by_role("button", name="Load it again")
    again.wait_for(timeout=SOON)
    page.route(asked, lambda route: route.continue_())

    again.click()

    page.get_by_label("Words").wait_for(timeout=SOON)


def test_one_page_of_too_many_says_so(stage: Playing, app: Served) -> None:
    page = stage.page
    page.route("**/page", lambda route: route.fulfill(status=503, json={"many": True}))
    load_again(page)

    expect(page.get_by_role("status")).to_contain_text("Many pages of the planner are open", timeout=SOON)

    page.unroute("**/page")
    let_in(stage, app)
