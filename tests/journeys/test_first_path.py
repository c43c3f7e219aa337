"""The first twenty minutes: few presses, one page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.journeys.test_first_session import paper

if TYPE_CHECKING:
    from tests.journeys.conftest import Seated
    from tests.journeys.counselor import Counselor

pytestmark = [pytest.mark.browser, pytest.mark.needs("pdftotext"), pytest.mark.timeout(300)]

MOST_INTERACTIONS = 36


def test_the_first_twenty_minutes_take_few_presses_to_one_printed_page(at_the_caseload: Seated) -> None:
    counselor = at_the_caseload.counselor
    counselor.page.set_viewport_size({"width": 820, "height": 1180})
    counselor.interactions = 0
    counselor.add_person("Terrence")
    counselor.press("The first twenty minutes")
    walk(counselor)
    page = paper(counselor, "My plan (PDF)")
    counselor.page.locator("a[download^='If it happens']").wait_for()

    assert counselor.interactions < MOST_INTERACTIONS
    assert at_the_caseload.window.elsewhere == []
    assert "page 1 of 1" in page
    for words in ("Terrence", "Harbor House", "Call my sister", "Luis", "555-0117", "988"):
        assert words in page


def walk(counselor: Counselor) -> None:
    """Answer every question, one at a time."""
    main = counselor.page.get_by_role("main")
    counselor.write("How is today?", "Tired, but I came")
    counselor.press("Next", within=main)
    counselor.choose("A bed for tonight", "Yes")
    counselor.write("Where I sleep", "Harbor House, room 6")
    counselor.press("Next", within=main)
    for asked in ("Something to eat", "My medicines for the next days", "Overdose medicine (naloxone) at hand"):
        counselor.choose(asked, "Yes")
        counselor.press("Next", within=main)
    counselor.choose("Are you leaving treatment, a hospital or jail?", "No")
    counselor.press("Next", within=main)
    counselor.press("Family", within=main)
    counselor.press("Next", within=main)
    counselor.write("In my own words", "I kept my kids fed")
    counselor.press("Next", within=main)
    counselor.write("What will you do first?", "Call my sister")
    counselor.press("Next", within=main)
    counselor.write("Name", "Luis")
    counselor.write("Phone", "555-0117")
    counselor.press("Next", within=main)
    counselor.write("We meet next on", "in two weeks")
    counselor.press("Next", within=main)


def test_days_without_medicine_are_seen_the_first_night_and_reach_the_plan(at_the_caseload: Seated) -> None:
    counselor = at_the_caseload.counselor
    main = counselor.page.get_by_role("main")
    counselor.add_person("Teo")
    counselor.press("The first twenty minutes")
    first_night(counselor)
    main.get_by_text("2 days without Buprenorphine").wait_for()
    end = main.inner_text()
    page = paper(counselor, "My plan (PDF)")
    counselor.press("Go over to the whole plan")
    counselor.go("Medications and health")
    medicines = counselor.turn_to("Your medicines").inner_text()
    visits = counselor.turn_to("Your visits").inner_text()

    assert "This is enough for today." not in end
    for still_open in ("A bed for tonight: Not sure", "2 days without Buprenorphine", "(naloxone) at hand: Not yet"):
        assert still_open in end
        assert still_open.partition(":")[0] in page
    assert "Rosa, by four" in page
    assert "Buprenorphine" in medicines
    assert "Dr. Okafor" in visits


def first_night(counselor: Counselor) -> None:
    """Answer as somebody does who leaves today: three days of medicine, and the first appointment in five days."""
    main, dots = counselor.page.get_by_role("main"), counselor.page.get_by_role("navigation", name="Questions")
    counselor.write("How is today?", "Out at noon")
    counselor.press("Next", within=main)
    counselor.choose("A bed for tonight", "Not sure")
    counselor.press("Next", within=main)
    counselor.choose("Something to eat", "Yes")
    counselor.press("Next", within=main)
    counselor.choose("My medicines for the next days", "Yes")
    counselor.write("Name", "Buprenorphine")
    counselor.write("Lasts how many days", "3")
    counselor.press("Next", within=main)
    counselor.choose("Overdose medicine (naloxone) at hand", "Not yet")
    counselor.press("Next", within=main)
    counselor.choose("Are you leaving treatment, a hospital or jail?", "Yes")
    counselor.write("The day I leave", "today")
    counselor.press("Next", within=main)
    counselor.write("My first appointment", "Dr. Okafor, no script before")
    counselor.write("The day of it", "in 5 days")
    counselor.write("Who makes contact within two days", "Rosa")
    given = counselor.page.get_by_role("button", name=re.compile("^The dose of .* was given there$"))
    expect(main.get_by_text("2 days without Buprenorphine")).to_be_visible()
    given.click()
    expect(main.get_by_text("One day without Buprenorphine")).to_be_visible()
    given.click()
    expect(main.get_by_text("2 days without Buprenorphine")).to_be_visible()
    dots.get_by_role("button", name="Your page").click()
    first_open = main.get_by_role("group", name=re.compile("^A bed for tonight"))
    counselor.write("Who does it, and when", "Rosa, by four", within=first_open)
    counselor.saved()
