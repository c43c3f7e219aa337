"""The pages of medicines, looking back, consent and sharing hold WCAG 2.2 A and AA, in every look."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.journeys.test_for_everybody import COLOURS, violations
from tests.journeys.test_medicine_to_provider import draw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

    from tests.journeys.conftest import Seated
    from tests.journeys.counselor import Counselor

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


def test_every_page_about_health_holds_wcag_in_every_look(practicing: Seated) -> None:
    practicing.begin()
    counselor = practicing.counselor

    found = [one for where in walked(counselor) for one in in_every_look(counselor.page, where)]

    assert sorted(set(found)) == []
    assert practicing.window.broken_rules == []


def in_every_look(page: Page, where: str) -> Iterator[str]:
    """Yield what axe-core finds; the other looks change nothing but colours."""
    yield from violations(page, where)
    for look in ("dark", "contrast"):
        page.evaluate(f"document.documentElement.classList.add('{look}')")
        yield from violations(page, f"{where}, {look}", rules=COLOURS)
        page.evaluate(f"document.documentElement.classList.remove('{look}')")


def walked(counselor: Counselor) -> Iterator[str]:
    """Open page after page, and yield what each is called."""
    counselor.go("Medications and health")
    medicines = counselor.turn_to("Your medicines")
    counselor.press("Show it large", within=medicines)
    yield "large schedule"
    counselor.page.keyboard.press("Escape")
    expect(counselor.page.get_by_role("dialog")).to_have_count(0)
    medicines.get_by_role("button", name="Change:").first.click()
    counselor.press("Pick-ups", within=medicines, role="tab")
    yield "pick-ups"
    yield from consent(counselor)
    yield from looking_back(counselor)
    counselor.go("Review and finish")
    counselor.press("What was given to others")
    yield "sharing and accounting"


def consent(counselor: Counselor) -> Iterator[str]:
    """Walk through a consent, sign it, and be about to take it back."""
    leaf = counselor.turn_to("Who may know")
    counselor.press("Change: Ghent Pharmacy", within=leaf)
    for page in ("What", "To whom", "Names", "What for, until when"):
        counselor.press(page, within=leaf, role="tab")
        yield f"consent, {page}"
    counselor.write("Last day", "May 1, 2099", within=leaf)
    counselor.press("Read and sign", within=leaf, role="tab")
    yield "consent, Read and sign"
    counselor.choose("How you sign", "Drawn on the screen", within=leaf)
    draw(counselor)
    counselor.write("Name of the one who signs", "Dana Reyes", within=leaf)
    yield "consent, about to be signed"
    counselor.press("Sign this consent", within=leaf)
    counselor.press("Read it: Ghent Pharmacy", within=leaf)
    yield "consent, as it was signed"
    counselor.press("Take it back: Ghent Pharmacy", within=leaf)
    yield "consent, about to be taken back"


def looking_back(counselor: Counselor) -> Iterator[str]:
    """Open the review of a hard day."""
    counselor.go("Safety")
    lapse = counselor.turn_to("The lapse page")
    counselor.press("Look at it again", within=lapse)
    counselor.page.get_by_role("dialog").wait_for()
    yield "looking back"
    counselor.press("Back to the plan")
