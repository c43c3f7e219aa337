"""Slips of the hand in a real browser: a session opened by mistake, and one finished by mistake."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from planner.store import open_store, unlock
from tests.journeys.counselor import PASSPHRASE
from tests.journeys.test_first_session import one_line
from tests.playing import saved

if TYPE_CHECKING:
    from tests.journeys.conftest import Seated

pytestmark = [pytest.mark.browser, pytest.mark.needs("pdftotext"), pytest.mark.timeout(300)]


def _to_the_caseload(seated: Seated) -> None:
    seated.counselor.press("Caseload")
    seated.counselor.page.get_by_role("heading", level=1, name="Caseload").wait_for()


def _to_their_page(seated: Seated) -> None:
    page = seated.counselor.page
    page.get_by_role("button", name=seated.called).first.click()
    page.get_by_role("heading", level=1, name=seated.called).wait_for()


def test_a_session_opened_by_mistake_leaves_the_caseload_as_it_was(seated: Seated) -> None:
    counselor, page = seated.counselor, seated.counselor.page
    _to_the_caseload(seated)
    row = page.get_by_role("listitem").filter(has_text=seated.called).first
    expect(row).to_contain_text("Session open")
    expect(row).to_contain_text("Not met yet")
    _to_their_page(seated)

    counselor.press("Opened by mistake")

    expect(page.get_by_text("That session is taken out. It does not count as a contact.")).to_be_visible()
    expect(page.get_by_role("button", name="Start a session")).to_be_visible()
    _to_the_caseload(seated)
    expect(row).to_contain_text("Not met yet")
    expect(row).not_to_contain_text("Session open")
    assert seated.window.errors == []


def test_a_session_finished_by_mistake_goes_on_and_both_plans_are_read_and_printed(seated: Seated) -> None:
    counselor, page = seated.counselor, seated.counselor.page
    _set_a_goal(seated, "Walk by the river")
    counselor.go("Review and finish")
    counselor.press("Finish the session")
    page.get_by_role("heading", level=1, name="is finished").wait_for()

    counselor.press("Finished by mistake")

    page.get_by_role("heading", level=1, name="Review and finish").wait_for()
    counselor.go("Goals")
    _set_a_goal(seated, "Swim on Sundays")
    counselor.go("Review and finish")
    counselor.press("Finish the session")
    counselor.press("Back to the caseload")
    row = page.get_by_role("listitem").filter(has_text=seated.called).first
    expect(row).to_contain_text("Last in touch on")
    _to_their_page(seated)

    history = page.get_by_role("region", name="Sessions so far")
    expect(history.get_by_text("the session went on.")).to_have_count(1)
    reading = history.get_by_role("button", name="Read and print: Session 1")
    expect(reading).to_have_count(2)
    reading.last.click()
    sheet = history.get_by_role("region", name="The plan as it was finished on")
    expect(sheet).to_contain_text("Walk by the river")
    expect(sheet).not_to_contain_text("Swim on Sundays")
    history.get_by_role("button", name="Close:").click()
    reading.first.click()
    expect(sheet).to_contain_text("Swim on Sundays")
    printed = _printed(seated)
    assert "Walk by the river" in printed
    assert "Swim on Sundays" in printed
    assert (_taken_back(seated), seated.window.errors) == ([True, False], [])


def _set_a_goal(seated: Seated, words: str) -> None:
    counselor = seated.counselor
    will = counselor.turn_to("What you will do")
    counselor.press("Add a goal", within=will)
    counselor.write("In my own words", words, within=will)
    counselor.saved()


def _printed(seated: Seated) -> str:
    seated.counselor.press("My plan (PDF)")
    asked = seated.counselor.page.get_by_role("group", name="Could someone find this paper who should not?", exact=True)
    seated.counselor.press("No", within=asked)
    link = seated.counselor.page.locator("a[download$='.pdf']").first
    link.wait_for()
    read = subprocess.run(["pdftotext", "-layout", "-", "-"], input=saved(link), capture_output=True, check=True)
    return one_line(read.stdout.decode())


def _taken_back(seated: Seated) -> list[bool]:
    key = unlock(seated.app.store, PASSPHRASE)
    with open_store(seated.app.store, key, now=lambda: datetime.now(UTC)) as store:
        assert store.verify() == ()
        return [one.taken_back is not None for one in store.revisions(seated.person_id(store))]
