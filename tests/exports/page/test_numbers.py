"""Numbers on a page: whole, from the left beside any script, and to be called where they are telephones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.page.blocks import Line
from exports.page.numbers import pieces
from exports.press.printing import printed
from tests.exports.notebooks import a_notebook, blocks
from tests.playing import browser

NUMBERS = ".number, a[href^='tel:']"

CALLED = [
    ("Rosa 757-555-0117", "tel:7575550117"),
    ("(646) 558-8656,,820445398#", "tel:6465588656,,820445398%23"),
    ("my sister, 555-0117", "tel:5550117"),
    ("+44 20 7946 0958", "tel:+442079460958"),
    ("1-800-555-0199 at any hour", "tel:18005550199"),
    ("Call or text 988", "tel:988"),
    ("If a life is in danger, call 911.", "tel:911"),
    ("روزا 757-555-0117", "tel:7575550117"),
    ("רוזה 757-555-0117, ביום", "tel:7575550117"),
]
NOT_CALLED = [
    "$988 a month",
    "9 of 10",
    "2026-11-28",
    "11/28/2026",
    "8 mg",
    "8:00 a.m.",
    "988.50",
    "12345-6789",
    "911%",
]
WHOLE = ["8 mg", "0.5 mg/day", "8:00 a.m.", "$1,200", "11/28/2026", "50%", "2–3"]


@pytest.mark.parametrize(("words", "address"), CALLED)
def test_a_telephone_can_be_called(words: str, address: str) -> None:
    assert [piece.tel for piece in pieces(words) if piece.tel] == [address]


@pytest.mark.parametrize("words", NOT_CALLED)
def test_what_is_no_telephone_is_not_called(words: str) -> None:
    assert not [piece.tel for piece in pieces(words) if piece.tel]


@pytest.mark.parametrize("number", WHOLE)
def test_a_number_stays_with_its_unit(number: str) -> None:
    assert number in [piece.text for piece in pieces(f"take {number}, then rest") if piece.is_number]


@given(st.text(alphabet="0123456789 -+().,:#$%/abמא\u00a0\n"))
def test_no_sign_is_lost(words: str) -> None:
    assert "".join(piece.text for piece in pieces(words)) == words


@pytest.mark.browser
def test_no_number_is_broken_and_each_reads_from_the_left_on_a_narrow_screen() -> None:
    said = ("روزا 757-555-0117 غدا", "Constantinopoulos-Reyes (646) 558-8656,,820445398#", "8 mg at 8:00 a.m. " * 9)
    page = printed(a_notebook(blocks(*map(Line, said))), "html").data.decode()
    with browser(viewport={"width": 320, "height": 900}) as window:
        shown = window.page
        shown.set_content(page)
        lines = shown.eval_on_selector_all(NUMBERS, "all => all.map(one => one.getClientRects().length)")
        reads = shown.eval_on_selector_all(NUMBERS, "all => all.map(one => getComputedStyle(one).unicodeBidi)")
        scrolls = shown.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert len(lines) == 2 + 2 * 9
    assert set(lines) == {1}
    assert set(reads) == {"isolate"}
    assert not scrolls, "a number may be longer than a word, and not than the page"
