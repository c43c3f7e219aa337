"""A counselor at the screen: everything by the labels and roles a person reads or hears."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

PASSPHRASE = "four calm words here"
PATIENCE = 60_000
"""Milliseconds a busy machine may take; nothing here asserts a time."""


@dataclass
class Counselor:
    """Plays a session in one page, and counts every press and every field written."""

    page: Page
    interactions: int = 0

    def __post_init__(self) -> None:
        self.page.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)

    def first_unlock(self, url: str) -> str:
        """Choose a passphrase, and return the recovery key that is shown once."""
        self.page.goto(url)
        self.page.get_by_label("Passphrase", exact=True).fill(PASSPHRASE)
        self.page.get_by_label("The same once more", exact=True).fill(PASSPHRASE)
        self.press("Go on")
        self.page.get_by_role("heading", name="Your recovery key").wait_for()
        expect(self.page.get_by_role("button", name="I have kept it")).to_be_enabled()  # the key is there
        groups = self.page.locator("main").inner_text().split()
        key = " ".join(group for group in groups if len(group) == 5 and group.isupper())
        self.press("I have kept it")
        self.page.get_by_role("heading", level=1, name="Caseload").wait_for()
        return key

    def open(self, url: str) -> None:
        """Open the page, with the passphrase where it asks."""
        self.page.goto(url)
        asked = self.page.get_by_label("Passphrase or recovery key")
        caseload = self.page.get_by_role("heading", level=1, name="Caseload")
        asked.or_(caseload).first.wait_for()
        if asked.is_visible():
            asked.fill(PASSPHRASE)
            self.page.get_by_role("button", name="Open").click()
        caseload.wait_for()

    def add_person(self, called: str) -> None:
        """Add somebody to the caseload; their page opens."""
        first = self.page.get_by_role("button", name="Add the first person", exact=True)
        another = self.page.get_by_role("button", name="Add a person", exact=True)
        first.or_(another).first.click()
        self._look()
        self.write("I like to be called", called)
        self.press("Add this person")

    def press(self, name: str, *, within: Locator | None = None, role: str = "button") -> None:
        """Press the first thing of this name, and look at what came of it before going on."""
        (within or self.page).get_by_role(role, name=name, exact=True).first.click()
        self._look()

    def _look(self) -> None:
        self.interactions += 1
        expect(self.page.locator("[data-save-state][data-waiting]")).to_have_count(0)

    def write(self, label: str, words: str, *, within: Locator | None = None) -> None:
        """Write into a field key by key, as a hand does."""
        field = (within or self.page).get_by_role("textbox", name=label, exact=True).first
        field.click()
        field.press_sequentially(words)
        self.interactions += 1

    def choose(self, question: str, answer: str, *, within: Locator | None = None) -> None:
        """Choose an answer to a question."""
        place = within or self.page
        asked = place.get_by_role("radiogroup", name=question, exact=True)
        asked = asked.or_(place.get_by_role("group", name=question, exact=True)).first
        given = asked.get_by_role("radio", name=answer, exact=True)
        given.or_(asked.get_by_role("button", name=answer, exact=True)).first.click()
        self._look()

    def go(self, step: str) -> None:
        """Go to a step of the session by the rail."""
        rail = self.page.get_by_role("navigation", name="Steps of the session")
        rail.get_by_role("button").filter(has_text=step).first.click()
        self.page.get_by_role("heading", level=1, name=step).wait_for()
        self._look()

    def turn_to(self, topic: str) -> Locator:
        """Open a topic of the step, and return where it is drawn."""
        leaf = self.page.get_by_role("region", name=topic, exact=True)
        folded = self.page.get_by_role("button", name=topic, exact=True)
        leaf.or_(folded).first.wait_for()
        if not leaf.count():
            folded.first.click()
            self._look()
        leaf.wait_for()
        return leaf

    def saved(self) -> None:
        """Wait until the page says that everything is saved, and means it."""
        expect(self.page.locator("[data-save-state=saved]:not([data-waiting])")).to_be_visible()
