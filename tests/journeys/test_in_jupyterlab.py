"""A practice session in a real JupyterLab, with the settings it comes with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.journeys.counselor import Counselor
from tests.lab import lab
from tests.playing import browser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

    from tests.lab import Lab

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Lab, Page]]:
    """Open the session's notebook in a JupyterLab, and wait for its kernel."""
    with lab(tmp_path_factory.mktemp("lab")) as served, browser(viewport={"width": 1440, "height": 1000}) as window:
        page = window.page
        Counselor(page)
        page.goto(served.url("session.ipynb"))
        page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()
        yield served, page


def run(page: Page) -> None:
    """Run the cell, as its Run button does."""
    page.locator(".jp-CodeCell .cm-content").first.click()
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name=re.compile("^Run Selected Cell and Do")).click()


def test_a_session_begins_is_written_runs_again_and_is_exported(opened: tuple[Lab, Page]) -> None:
    served, page = opened
    run(page)
    page.get_by_role("heading", level=1, name="Caseload").wait_for()
    page.get_by_role("button", name=re.compile("^Jo")).first.click()
    page.get_by_role("button", name="Start a session", exact=True).first.click()
    page.get_by_role("navigation", name="Steps of the session").wait_for()
    counselor = Counselor(page)
    counselor.go("Goals")
    expect(page.get_by_text("Practice · invented person")).to_be_visible()
    counselor.turn_to("What matters most").get_by_role("button", name="Something else that matters").click()
    own_words = page.get_by_role("textbox", name="What matters to me").first
    own_words.fill("Fishing with my brother")
    shows_plan = page.get_by_role("button", name="The plan so far")
    shows_plan.click()
    expect(page.get_by_role("region", name="The plan so far")).to_contain_text("Fishing with my brother")

    run(page)

    shows_plan.click()
    expect(page.get_by_role("region", name="The plan so far")).to_contain_text("Fishing with my brother")
    expect(page.get_by_role("navigation", name="Steps of the session")).to_have_count(1)
    pdf = page.request.get(served.of("nbconvert/recovery_plan_pdf/session.ipynb"))
    assert pdf.ok
    assert pdf.body().startswith(b"%PDF-")
    listed = page.request.get(served.of("api/nbconvert")).json()
    assert {"recovery_plan_pdf", "recovery_plan_html"} <= set(listed)
    assert not {"recovery-plan-pdf", "recovery-plan-html"} & set(listed)


def test_the_fonts_are_ours_there_too(opened: tuple[Lab, Page]) -> None:
    _, page = opened
    loaded = page.evaluate(
        "() => [...document.fonts].filter((one) => one.status === 'loaded').map((one) => one.family)"
    )

    assert any("Atkinson Hyperlegible" in family for family in loaded)
