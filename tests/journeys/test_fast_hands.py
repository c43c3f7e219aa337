"""Hands that are faster than the page lose nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from tests.journeys.conftest import Seated

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

GOALS = tuple(f"Goal {n}: ride the {n}{n} bus down to the river and back" for n in range(1, 5))


def test_a_press_right_after_typing_does_not_overtake_the_last_letters(seated: Seated) -> None:
    counselor = seated.counselor
    will = counselor.turn_to("What you will do")
    counselor.press("Add a goal", within=will)

    for words in GOALS:
        counselor.write("In my own words", words, within=will)
        counselor.press("Add a goal", within=will)
    counselor.saved()

    assert tuple(goal.own_words for goal in seated.kept_plan().goals)[: len(GOALS)] == GOALS


def test_undo_by_key_takes_back_the_field_and_redo_brings_it_back(seated: Seated) -> None:
    counselor = seated.counselor
    will = counselor.turn_to("What you will do")
    counselor.press("Add a goal", within=will)
    counselor.write("In my own words", "walk by the river", within=will)
    field = will.get_by_role("textbox", name="In my own words")

    counselor.page.keyboard.press("Alt+z")
    expect(field).to_have_value("")
    counselor.page.keyboard.press("Alt+y")
    expect(field).to_have_value("walk by the river")


def test_a_paste_of_ten_megabytes_is_declined_and_the_page_goes_on(seated: Seated) -> None:
    counselor = seated.counselor
    will = counselor.turn_to("What you will do")
    counselor.press("Add a goal", within=will)
    field = will.get_by_role("textbox", name="In my own words")
    field.click()

    field.evaluate(
        """element => {
            const data = new DataTransfer();
            data.setData("text/plain", "x".repeat(10_000_000));
            element.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
        }"""
    )
    expect(counselor.page.get_by_text("That is more than a page can hold")).to_be_visible()
    counselor.write("In my own words", "walk", within=will)
    counselor.saved()

    assert [goal.own_words for goal in seated.kept_plan().goals] == ["walk"]


@pytest.mark.parametrize(
    "words",
    [
        "👩‍👩‍👧 with Mia 🏔️",
        "أمشي كل يوم 10 دقائق",
        '<img src=x onerror=alert(1)> & {{ 7 * 7 }} #read("/etc/passwd")',
        "\\ $x$ *stars* _lines_ [link](javascript:alert(1)) @preview",
    ],
)
def test_any_words_come_back_as_they_were_typed(seated: Seated, words: str) -> None:
    counselor = seated.counselor
    will = counselor.turn_to("What you will do")
    counselor.press("Add a goal", within=will)
    field = will.get_by_role("textbox", name="In my own words")
    field.fill(words)
    counselor.saved()

    counselor.page.reload()

    expect(field).to_have_value(words)
    expect(counselor.page.get_by_text(words, exact=True).first).to_be_visible()
    assert [goal.own_words for goal in seated.kept_plan().goals] == [words]
    assert seated.window.broken_rules == []
