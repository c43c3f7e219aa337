"""From a key press to the screen, in a session with 50 goals, beside the barest echo ipywidgets can do."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from benchmarks.browsing import stock_voila
from benchmarks.measuring import Amount, Measured, p95
from benchmarks.session import a_session

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

GOALS = 50
WORDS = "qz walk to the river with my sister on sunday morning"
"""They begin as nothing else on the page does, so that seeing them means the kernel has answered."""

FIRST = 5
"""Letters before the counting begins."""

PAUSE = 150
"""Milliseconds between two keys, as somebody types who thinks."""

ECHO = """
import ipywidgets
words, echo = ipywidgets.Text(description="Words"), ipywidgets.Label()
words.observe(lambda change: setattr(echo, "value", "echo:" + change["new"]), "value")
ipywidgets.VBox([words, echo])
"""

WATCH = """
([place, expected]) => {
  window.shown = new Promise(show => {
    let pressed = null;
    addEventListener("keydown", event => { pressed = event.timeStamp; }, { capture: true, once: true });
    const watching = new MutationObserver(() => {
      const answers = [...document.querySelectorAll(place)];
      if (pressed === null || !answers.some(each => each.textContent.includes(expected))) return;
      watching.disconnect();
      requestAnimationFrame(() => show(performance.now() - pressed));
    });
    watching.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}
"""
"""The page's own clock, from the key to the frame that shows what the kernel answered."""


def measure() -> list[Measured]:
    """Return the rows on typing, the two pages taking turns letter by letter."""
    with a_session(goals=GOALS) as (_, page), stock_voila(ECHO) as stock:
        echo_page = page.context.new_page()
        echo_page.goto(stock)
        field, echo = _goal_field(page), echo_page.get_by_label("Words")
        taken = [
            (_letter(field, "aside", n), _letter(echo, ".widget-label", n, before="echo:"))
            for n, letter in enumerate(WORDS)
            if letter != " "  # a blank at the end is not seen: it comes along with the next letter
        ]
    counted = taken[FIRST:]
    ours, theirs = (list(times) for times in zip(*counted, strict=True))
    what = f"key press → screen, {GOALS} goals"
    return [
        Measured(what, Amount(median(ours)), "bare ipywidgets echo", Amount(median(theirs)), at_most=1.4),
        Measured(f"{what}: 95 of 100 within", Amount(p95(ours)), "the same", Amount(p95(theirs))),
    ]


def _goal_field(page: Page) -> Locator:
    """Open the first goal and empty the field of its own words."""
    page.get_by_role("button", name="What you will do").click()
    page.get_by_role("button", name="Change: Go to three meetings a week with Luis, goal 0").click()
    field = page.get_by_label("In my own words")
    field.fill("")
    return field


def _letter(field: Locator, place: str, number: int, *, before: str = "") -> float:
    """Type one letter and return how long it took until the kernel's answer stood in its place, in ms."""
    page = field.page
    page.bring_to_front()
    field.focus()
    words = WORDS[: number + 1]
    if words[-2:-1] == " ":
        page.keyboard.type(" ")
    page.evaluate(WATCH, [place, before + words])
    page.keyboard.type(words[-1])
    taken = page.evaluate("() => window.shown")
    page.wait_for_timeout(PAUSE)
    return taken
