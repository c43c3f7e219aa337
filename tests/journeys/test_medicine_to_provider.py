"""From a medicine that is about to run out to the sheet in the provider's hands, with nothing on it that stays here."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from planner.consent import Ended, EndReason
from planner.store import open_store, unlock
from tests.journeys.counselor import PASSPHRASE
from tests.journeys.test_first_session import one_line
from tests.playing import saved

if TYPE_CHECKING:
    from planner.consent import SignedConsent
    from planner.sharing.disclosure import Disclosure
    from tests.journeys.conftest import Seated
    from tests.journeys.counselor import Counselor

pytestmark = [pytest.mark.browser, pytest.mark.needs("pdftotext"), pytest.mark.timeout(300)]

STAYS_HERE = ("Payday alone", "Walk by the river", "Luis Ortega")
MAKE = "Make the sheet for Dr. Shah"


def test_a_medicine_about_to_run_out_reaches_the_provider_as_it_was_agreed(seated: Seated) -> None:
    counselor = seated.counselor
    what_stays(counselor)
    counselor.go("Medications and health")
    provider_and_medicine(counselor)
    question(counselor)

    counselor.go("Review and finish")
    expect(counselor.page.get_by_text("Nothing may be shared with Dr. Shah yet.")).to_be_visible()
    expect(counselor.page.get_by_role("button", name=MAKE)).to_have_count(0)

    counselor.press(
        "Go to Medications and health", within=counselor.page.get_by_role("region", name="For your providers")
    )
    consent(counselor)
    counselor.go("Review and finish")
    sheet = made(counselor)

    for words in ("Dr. Shah", "Buprenorphine", "How do I get it before the holiday?", "42 CFR part 2", "Sam Reyes"):
        assert words in sheet
    assert not [words for words in STAYS_HERE if words in sheet]
    (signed,), (line,) = kept(seated)
    assert signed.signature.drawn.startswith("M")
    assert (line.to_whom, line.what, line.consent_id) == ("Dr. Shah", "Care-team sheet", signed.id)
    assert (seated.window.elsewhere, seated.window.broken_rules) == ([], [])

    given = counselor.page.get_by_role("region", name="For your providers")
    counselor.press("What was given to others", within=given)
    expect(given.get_by_role("cell", name="Care-team sheet")).to_be_visible()

    taken_back_elsewhere(seated, signed)
    counselor.press(MAKE)
    says = counselor.page.get_by_text("This consent was taken back. Nothing more is shared under it.")
    expect(says.first).to_be_visible()
    expect(counselor.page.get_by_role("button", name=MAKE)).to_have_count(0)
    expect(counselor.page.locator("a[download$='.pdf']")).to_have_count(0)
    assert kept(seated)[1] == (line,)


def taken_back_elsewhere(seated: Seated, signed: SignedConsent) -> None:
    """End the consent in the store, from another process than the one behind the page."""
    with open_store(seated.app.store, unlock(seated.app.store, PASSPHRASE), now=lambda: datetime.now(UTC)) as store:
        store.agreements.end_consent(signed.id, Ended(reason=EndReason.REVOKED, at=datetime.now(UTC)))


def what_stays(counselor: Counselor) -> None:
    """Put down what nobody outside hears of: a goal, somebody to call, a trigger."""
    will = counselor.turn_to("What you will do")
    counselor.press("Add a goal", within=will)
    counselor.write("In my own words", "Walk by the river", within=will)
    counselor.go("Resources")
    circle = counselor.turn_to("Your people")
    counselor.press("Add somebody", within=circle)
    counselor.write("Name", "Luis Ortega", within=circle)
    counselor.go("Safety")
    triggers = counselor.turn_to("What can set it off")
    counselor.press("Add what can set it off", within=triggers)
    counselor.write("What can set it off", "Payday alone", within=triggers)


def provider_and_medicine(counselor: Counselor) -> None:
    """Name who prescribes it, and a pick-up that lasts four more days."""
    providers = counselor.turn_to("Who looks after you")
    counselor.press("Add somebody", within=providers)
    counselor.write("Name", "Dr. Shah", within=providers)
    medicines = counselor.turn_to("Your medicines")
    counselor.press("Add a medicine", within=medicines)
    counselor.write("Name", "Buprenorphine 8 mg film", within=medicines)
    counselor.press("Who and where", within=medicines, role="tab")
    counselor.choose("Who prescribes it", "Dr. Shah", within=medicines)
    counselor.choose("It is a medicine for opioid use disorder", "Yes", within=medicines)
    counselor.press("Pick-ups", within=medicines, role="tab")
    counselor.press("Picked up or delivered", within=medicines)
    picked_up = datetime.now(UTC).date() - timedelta(days=10)
    counselor.write("When", picked_up.isoformat(), within=medicines)
    counselor.write("Lasts how many days", "14", within=medicines)
    expect(medicines.get_by_text("4 days", exact=True)).to_be_visible()
    expect(medicines.get_by_text("Who can help so that no day is missed?")).to_be_visible()


def question(counselor: Counselor) -> None:
    """Bring a question to the next visit."""
    visits = counselor.turn_to("Your visits")
    counselor.press("Add a visit", within=visits)
    counselor.choose("With", "Dr. Shah", within=visits)
    counselor.press("Questions to bring", within=visits, role="tab")
    counselor.press("Add a question", within=visits)
    counselor.write("I want to ask", "How do I get it before the holiday?", within=visits)


def consent(counselor: Counselor) -> None:
    """Make a consent page by page, and sign it by hand."""
    leaf = counselor.turn_to("Who may know")
    counselor.press("Make a consent", within=leaf)
    for part in (
        "My medicines: how I take them, pick-ups, what I react to",
        "My visits, with my questions and the answers",
    ):
        counselor.choose("What may be shared", part, within=leaf)
    counselor.press("Go on", within=leaf)
    counselor.choose("Which of your providers?", "Dr. Shah", within=leaf)
    counselor.press("Go on", within=leaf)
    counselor.write("What for", "So that no day is missed", within=leaf)
    counselor.write("Last day", "in six months", within=leaf)
    counselor.press("Go on", within=leaf)
    leaf.get_by_role("textbox", name="My name").fill("Sam Reyes")
    counselor.write("Who may share", "Tidewater Recovery Center", within=leaf)
    counselor.write("How to take it back", "8 Harbor Road, Ghent", within=leaf)
    counselor.press("Go on", within=leaf)
    counselor.choose("How you sign", "Drawn on the screen", within=leaf)
    draw(counselor)
    counselor.write("Name of the one who signs", "Sam Reyes", within=leaf)
    counselor.press("Sign this consent", within=leaf)
    expect(leaf.get_by_text("Valid today")).to_be_visible()


def draw(counselor: Counselor) -> None:
    """Sign in the box as a hand does."""
    box = counselor.page.locator("canvas")
    box.scroll_into_view_if_needed()
    at, mouse = box.bounding_box(), counselor.page.mouse
    mouse.move(at["x"] + 30, at["y"] + 60)
    mouse.down()
    for step in range(12):
        mouse.move(at["x"] + 30 + step * 14, at["y"] + (40 if step % 2 else 90))
    mouse.up()


def made(counselor: Counselor) -> str:
    """Make the sheet on the screen, and return the words of its PDF."""
    counselor.press(MAKE)
    link = counselor.page.locator("a[download$='.pdf']").first
    link.wait_for()
    read = subprocess.run(["pdftotext", "-layout", "-", "-"], input=saved(link), capture_output=True, check=True)
    return one_line(read.stdout.decode())


def kept(seated: Seated) -> tuple[tuple[SignedConsent, ...], tuple[Disclosure, ...]]:
    """Return what the store has, read by another process than the one that writes it."""
    key = unlock(seated.app.store, PASSPHRASE)
    with open_store(seated.app.store, key, now=lambda: datetime.now(UTC)) as store:
        person_id = seated.person_id(store)
        return store.agreements.consents(person_id), store.agreements.disclosures(person_id)
