"""From opening the page to the session where it was left, beside a stock Voila page that says hello."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.browsing import stock_voila
from benchmarks.measuring import Measured, in_turns_measured
from benchmarks.session import a_session

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

ROUNDS = 9
HELLO = "import ipywidgets\nipywidgets.Button(description='Hello')"


def measure() -> list[Measured]:
    """Return the row on opening: the kernel is new each time, the browser has been here before."""
    with a_session(goals=5) as (server, page), stock_voila(HELLO) as stock:
        hello_page = page.context.new_page()
        goals = page.get_by_role("heading", name="Goals", level=1)
        hello = hello_page.get_by_role("button", name="Hello")
        ours, theirs = in_turns_measured(
            ROUNDS, lambda: _opening(page, server.url, goals), lambda: _opening(hello_page, stock, hello)
        )
    return [Measured("page open → session usable", ours, "stock Voila, hello", theirs, at_most=1.0)]


def _opening(page: Page, address: str, first: Locator) -> float:
    """Return how long it takes until the first thing of the notebook stands on the page, in ms."""
    start = perf_counter()
    page.goto(address, wait_until="commit")
    first.wait_for()
    taken = (perf_counter() - start) * 1000
    page.goto("about:blank")
    return taken
