"""One plan on two pages: both are told, both write, and every word of both is read before one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.journeys.counselor import Counselor
from tests.journeys.test_for_everybody import violations

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from tests.journeys.conftest import Seated

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

FIELD = "In my own words"
HERE = "Walk with Mia, early"
THERE = "Walk with Mia on Saturdays"
SOME = 8
"""Letters of one hand before the other goes on: a hand that pauses for long would be shown the other's words."""

MEANWHILE = 'Rest <b>& "sleep"</b>'


def two_pages(counselor: Counselor) -> Locator:
    """Return the place that speaks of the other page."""
    return counselor.page.get_by_role("region", name="Two pages")


def go_on_with(counselor: Counselor, seated: Seated) -> None:
    """Open the session that is under way on the other page."""
    counselor.open(seated.app.url)
    counselor.page.get_by_role("button", name=seated.called).first.click()
    counselor.press("Go on with it")
    counselor.page.get_by_role("heading", level=1, name="Goals").wait_for()


def versions(counselor: Counselor) -> Locator:
    """Return the words that stand side by side."""
    return two_pages(counselor).locator(".rp-other-version .rp-own")


def field(counselor: Counselor) -> Locator:
    """Return where the goal is written, with its card open."""
    will = counselor.turn_to("What you will do")
    words = will.get_by_role("textbox", name=FIELD, exact=True)
    if not words.count():
        will.get_by_role("button", name="Change:").first.click()
    words.wait_for()
    return words


def test_both_pages_know_of_each_other_and_no_word_of_either_is_lost(seated: Seated) -> None:
    here = seated.counselor
    will = here.turn_to("What you will do")
    here.press("Add a goal", within=will)
    here.write(FIELD, "Walk", within=will)
    here.saved()
    with seated.window.another(viewport={"width": 820, "height": 1100}) as window:
        there = Counselor(window.page)
        go_on_with(there, seated)
        for page in (here, there):
            expect(two_pages(page)).to_contain_text("also open on another page")

        field(there).fill(THERE)
        there.saved()
        expect(field(here)).to_have_value(THERE)
        both_write(here, there)

        for page in (here, there):
            for words in (HERE, MEANWHILE):  # the last letters of one hand reach the other page when it rests
                expect(two_pages(page).get_by_text(words, exact=True).first).to_be_visible()
        in_plan, beside = versions(here).all_inner_texts()
        assert {in_plan, beside} == {HERE, MEANWHILE}
        for page in (here, there):
            expect(versions(page)).to_have_text([in_plan, beside])
            expect(field(page)).to_have_value(in_plan)
            assert violations(page.page, "two pages") == []
        assert stays_in_reach(here.page.get_by_role("navigation", name="Steps of the session"))
        assert stays_in_reach(two_pages(here))
        two_pages(there).get_by_role("button", name="Use this one").click()
        for page in (here, there):
            expect(field(page)).to_have_value(beside)
            expect(versions(page)).to_have_count(0)
        there.press("Undo")
        there.saved()
    assert [goal.own_words for goal in seated.kept_plan().goals] == [in_plan]


def both_write(here: Counselor, there: Counselor) -> None:
    """Write into one field on both pages by turns, each before it has seen what the other writes."""
    hands = [(field(there), MEANWHILE), (field(here), HERE)]
    for hand, _ in hands:
        hand.fill("")
    for place in range(0, max(len(words) for _, words in hands), SOME):
        for hand, words in hands:
            hand.press_sequentially(words[place : place + SOME])
    there.saved()
    here.saved()


def stays_in_reach(place: Locator) -> bool:
    """Scroll down, and tell whether something is still on the screen from its first line."""
    place.page.evaluate("scrollTo(0, 200)")
    assert place.page.evaluate("scrollY") == 200
    box = place.bounding_box()
    return box is not None and 0 <= box["y"] < place.page.viewport_size["height"]
