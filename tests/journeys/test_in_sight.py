"""Whose view it is, what is saved, and help: in sight at every size and scroll, and so is whatever has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.journeys.conftest import Seated

pytestmark = [pytest.mark.browser, pytest.mark.timeout(400)]

SIZES = {"desk": (1440, 900), "tablet": (820, 1180), "phone": (390, 844), "400 %": (320, 256), "low": (1280, 420)}
WHOLLY_SHOWN = """element => {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight || right - left < 10) return false;
  const spots = [[left + 6, top + 6], [right - 6, top + 6], [(left + right) / 2, (top + bottom) / 2],
    [left + 6, bottom - 6], [right - 6, bottom - 6]];
  return spots.every(([x, y]) => element.contains(document.elementFromPoint(x, y)));
}"""
FOCUS_SHOWN = """() => {
  const element = document.activeElement;
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const spots = [];
  for (const across of [0.1, 0.5, 0.9]) for (const down of [0.1, 0.5, 0.9])
    spots.push([left + across * (right - left), top + down * (bottom - top)]);
  return element === document.body || spots.some(([x, y]) => {
    const on = document.elementFromPoint(x, y);
    return element.contains(on) || on?.closest("label, .v-input")?.contains(element);
  }) ? "" : element.outerHTML.slice(0, 120);
}"""


def scrolls(page: Page) -> list[int]:
    """Return a few places down the page."""
    height = page.evaluate("document.documentElement.scrollHeight")
    return [0, 130, 400, height // 2, height]


def hidden(page: Page, *always: Locator) -> list[str]:
    """Return where one of some elements is not wholly in sight."""
    found: list[str] = []
    for name, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        for down in scrolls(page):
            page.evaluate("down => scrollTo(0, down)", down)
            found += [f"{name} at {down}: {one}" for one in always if not one.evaluate(WHOLLY_SHOWN)]
    return found


def test_help_and_the_save_state_are_in_sight_at_every_size_and_scroll(seated: Seated) -> None:
    page = seated.counselor.page
    seated.counselor.turn_to("What you will do")
    help_, saved = page.get_by_role("button", name="Not safe right now"), page.locator("[data-save-state] > span")

    assert hidden(page, help_, saved) == []
    page.locator("summary", has_text="Look").click()
    assert hidden(page, help_) == []
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Larger type")).to_be_hidden()
    page.locator("html").evaluate("page => page.classList.add('large')")
    assert hidden(page, help_, saved) == []
    page.locator("html").evaluate("page => page.classList.remove('large')")


def test_staff_view_wears_its_bar_at_every_size_and_scroll_and_takes_it_along(seated: Seated) -> None:
    page = seated.counselor.page
    before = page.screenshot()
    seated.counselor.press("Staff view")
    bar = page.get_by_role("status").filter(has_text="Staff view")

    assert hidden(page, bar.locator("strong")) == []
    page.set_viewport_size({"width": 1440, "height": 1000})
    assert page.screenshot() != before
    assert bar.evaluate("bar => getComputedStyle(bar).backgroundColor") == "rgb(71, 64, 127)"
    seated.counselor.press("Back to the shared view")
    expect(bar).to_have_count(0)
    expect(page.locator(".rp-staff-bar")).to_have_count(0)


@pytest.mark.parametrize("size", ["400 %", "phone", "tablet", "desk"])
def test_nothing_that_has_the_focus_lies_beneath_what_sticks(seated: Seated, size: str) -> None:
    page = seated.counselor.page
    seated.counselor.turn_to("What you will do")
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")

    beneath: list[str] = []
    for key in ["Tab"] * 40 + ["Shift+Tab"] * 20:
        page.keyboard.press(key)
        beneath.append(page.evaluate(FOCUS_SHOWN))

    assert [one for one in beneath if one] == []


def test_a_translated_page_still_says_what_is_true_about_saving(seated: Seated) -> None:
    page = seated.counselor.page
    state = page.locator("[data-save-state]")
    expect(state).to_contain_text("Saved")
    assert page.locator("html").get_attribute("translate") == "no"
    state.evaluate(
        """state => {
          const words = state.firstElementChild, font = document.createElement("font");
          font.append(...words.childNodes);
          font.textContent = "Guardado";
          words.append(font);
        }"""
    )
    expect(state).to_have_text("Guardado")

    state.evaluate("state => state.setAttribute('data-says', 'Not saved: the disk is full')")

    expect(state).to_have_text("Not saved: the disk is full")
