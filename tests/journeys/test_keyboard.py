"""By keyboard: one stop for a row of choices, the focus where the hand goes on, room for the work in a low window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Seated, opened, practice
from tests.playing import kept

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.journeys.counselor import Counselor

pytestmark = pytest.mark.browser

AT_400_PERCENT = {"width": 320, "height": 256}


@pytest.fixture(scope="module")
def counselor() -> Counselor:
    """Begin a session with Dana, once for all the tests here."""
    app, window = kept(practice)
    seated = Seated(app, window, opened(app, window), "Dana")
    seated.begin()
    return seated.counselor


def test_each_ruler_is_one_stop_and_the_arrows_go_along_it(counselor: Counselor) -> None:
    page = counselor.page
    counselor.go("Strengths")
    inside = counselor.turn_to("What carries you inside")
    rulers = inside.get_by_role("radiogroup")
    expect(rulers).to_have_count(3)
    expect(inside.locator('[role="radio"][tabindex="0"]')).to_have_count(3)
    expect(inside.locator('[role="radio"]')).to_have_count(33)

    ruler = rulers.first
    ruler.locator('[tabindex="0"]').focus()
    page.keyboard.press("Home")
    expect(ruler.get_by_role("radio", name="0", exact=True)).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(ruler.get_by_role("radio", name="10", exact=True)).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(ruler.get_by_role("radio", name="1", exact=True)).to_be_focused()
    page.keyboard.press("Space")
    expect(ruler.get_by_role("radio", name="1", exact=True)).to_have_attribute("aria-checked", "true")


def test_next_puts_the_focus_on_the_heading_of_the_step(counselor: Counselor) -> None:
    counselor.go("Goals")

    counselor.press("Next: Strengths")

    expect(counselor.page.get_by_role("heading", level=1, name="Strengths")).to_be_focused()


def test_the_look_panel_answers_escape_from_anywhere(counselor: Counselor) -> None:
    page = counselor.page
    look = page.locator("details.rp-look")
    look.locator("summary").click()
    expect(look).to_have_attribute("open", "")
    page.get_by_role("heading", level=1).focus()

    page.keyboard.press("Escape")

    expect(look).not_to_have_attribute("open", "")
    expect(look.locator("summary")).to_be_focused()


def test_a_word_to_start_from_leads_to_the_amount(counselor: Counselor) -> None:
    counselor.go("Skills")
    money = counselor.turn_to("Your money")
    money.get_by_role("button", name="Help from family", exact=True).click()

    expect(money.get_by_role("textbox", name="How much", exact=True).first).to_be_focused()


def test_practice_says_so_in_every_step(counselor: Counselor) -> None:
    for step in ("Goals", "Medications and health", "Safety"):
        counselor.go(step)
        expect(counselor.page.get_by_text("Practice · invented person")).to_be_visible()


def test_the_plan_so_far_is_beside_or_behind_one_press(counselor: Counselor) -> None:
    page: Page = counselor.page
    heading = page.get_by_role("heading", name="The plan so far")
    opener = page.get_by_role("button", name="The plan so far")
    page.set_viewport_size({"width": 1100, "height": 800})
    expect(heading).to_be_visible()
    expect(opener).to_be_hidden()

    page.set_viewport_size({"width": 1024, "height": 800})
    expect(heading).to_be_hidden()
    opener.click()
    expect(heading).to_be_visible()
    expect(page.get_by_role("button", name="Not safe right now")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(heading).to_be_hidden()
    page.set_viewport_size({"width": 1440, "height": 1000})


def test_at_400_percent_only_the_strip_with_help_stays(counselor: Counselor) -> None:
    page = counselor.page
    page.set_viewport_size(AT_400_PERCENT)
    sticks = """() => [...document.querySelectorAll('.rp *')].filter((one) => one.checkVisibility()
        && ['fixed', 'sticky'].includes(getComputedStyle(one).position)).map((one) => one.className)"""

    stuck = page.evaluate(sticks)

    assert [name for name in stuck if "rp-not-safe" in name]
    assert [name for name in stuck if not any(one in name for one in ("rp-not-safe", "rp-saved", "rp-sheet"))] == []
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    page.set_viewport_size({"width": 1440, "height": 1000})
