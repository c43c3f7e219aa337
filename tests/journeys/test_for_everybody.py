"""Every page can be used by everybody: no WCAG 2.2 A or AA violation, and a session by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

    from tests.journeys.conftest import Seated
    from tests.journeys.counselor import Counselor

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RULES = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
COLOURS = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
}
SCROLL_ALONG = """document.querySelectorAll(".rp-top, .rp-staff-bar").forEach(
  row => row.style.setProperty("position", "static", "important"))"""
STEPS = ("Goals", "Strengths", "Resources", "Medications and health", "Skills", "Safety", "Review and finish")


def violations(page: Page, where: str, *, rules: dict[str, Any] = RULES, within: str = "") -> list[str]:
    """Return what axe-core finds on a page or in one part of it, each with the place it is at.

    A row that stays in sight covers whatever scrolls beneath it just then, and axe counts a control half under it as a
    small one. Here the rows scroll along; `test_in_sight` looks at what they cover.
    """
    page.evaluate(SCROLL_ALONG)
    answer = Axe().run(page, within or None, rules).response
    assert answer["passes"], f"axe looked at nothing on {where}"
    found: list[dict[str, Any]] = answer["violations"]
    return [f"{where}: {one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


def test_every_page_of_a_rich_plan_holds_wcag(practicing: Seated) -> None:
    counselor, page = practicing.counselor, practicing.counselor.page
    found = violations(page, "caseload")
    page.get_by_role("button", name="Dana").first.click()
    page.get_by_role("heading", level=1, name="Dana").wait_for()
    found += violations(page, "before")
    counselor.press("Caseload")
    practicing.begin()
    for step in STEPS:
        counselor.go(step)
        found += violations(page, step)
        for topic in open_everything(counselor):
            found += violations(page, f"{step}, {topic}", within=".rp-leaf-open")
    counselor.press("Staff view")
    for step in STEPS:
        counselor.go(step)
        found += violations(page, f"{step}, for staff")
    counselor.press("Staff view")
    for overlay in ("Not safe right now", "Lapse page"):
        counselor.press(overlay)
        page.get_by_role("dialog").wait_for()
        found += violations(page, overlay)
        page.keyboard.press("Escape")

    assert sorted(set(found)) == []


def open_everything(counselor: Counselor) -> Iterator[str]:
    """Open the topics of a step one after the other, and in each the first card."""
    main = counselor.page.get_by_role("main")
    for topic in main.locator(".rp-button.rp-leaf").all_inner_texts():
        leaf = counselor.turn_to(topic.strip())
        changes = leaf.get_by_role("button", name="Change:")
        if changes.count():
            changes.first.click()
        yield topic


@pytest.mark.parametrize("look", ["dark", "contrast"])
def test_the_other_looks_hold_wcag_too(seated: Seated, look: str) -> None:
    page = seated.counselor.page
    page.evaluate(f"document.documentElement.classList.add('{look}')")

    assert violations(page, look) == []


def test_a_goal_can_be_written_and_rated_by_keyboard_alone(seated: Seated) -> None:
    page = seated.counselor.page
    until(page, "Add a goal", after="What you will do")
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name="In my own words")).to_be_focused()
    page.keyboard.type("walk by the river")
    until(page, "Why")  # the tab that is chosen; the arrows go to the others
    along(page, "How sure")
    page.keyboard.press("Enter")
    page.get_by_role("radiogroup", name="How sure are you that you can do this?").wait_for()
    until(page, "0")
    along(page, "8")
    page.keyboard.press("Enter")
    seated.counselor.saved()

    (goal,) = seated.kept_plan().goals
    assert goal.own_words == "walk by the river"
    assert 8 in {goal.importance, goal.confidence}


def until(page: Page, name: str, *, after: str = "") -> None:
    """Press Tab until the focus is on something of this name; with `after`, press Enter on that first."""
    if after:
        until(page, after)
        page.keyboard.press("Enter")
    page.get_by_text(name, exact=True).filter(visible=True).first.wait_for()  # what is not there yet is tabbed past
    for _ in range(120):
        page.keyboard.press("Tab")
        focused = page.evaluate("(document.activeElement.innerText || '').trim()")
        if focused == name:
            return
    pytest.fail(f"no way to {name!r} by keyboard")


def along(page: Page, name: str) -> None:
    """Go along a row of choices by the arrow until the focus is on the one of this name."""
    for _ in range(20):
        page.keyboard.press("ArrowRight")
        if page.evaluate("document.activeElement.innerText.trim()") == name:
            return
    pytest.fail(f"no {name!r} in this row")
