"""From a need to a referral to a printed week: a list read in, a place and a meeting taken, the grid by keyboard."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from planner.resources.referral import ReferralStatus
from planner.skills.routine import RoutineKind

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.journeys.conftest import Seated

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

PHONE = {"width": 390, "height": 844}
MEETING = {
    "slug": "nooners",
    "name": "Harbor Nooners",
    "day": 0,
    "time": "12:00",
    "end_time": "13:00",
    "types": ["O"],
    "location": "Ferry House",
    "address": "4 Quay Street",
    "city": "Norfolk",
    "state": "VA",
    "latitude": 36.85,
    "longitude": -76.29,
    "updated": "2026-10-01 08:00:00",
}
PICTURES = os.environ.get("PLANNER_TEST_PICTURES")
"""A folder for pictures of what was seen, where somebody wants to look."""


def look(page: Page, name: str) -> None:
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)


def read_in(seated: Seated, tmp_path: Path) -> None:
    feed = tmp_path / "meetings.json"
    feed.write_text(json.dumps([MEETING]), encoding="utf-8")
    page, counselor = seated.counselor.page, seated.counselor
    counselor.press("Caseload")
    page.get_by_role("heading", level=1, name="Caseload").wait_for()
    counselor.press("Your agency")
    page.get_by_label("Where the file is on this computer").fill(str(feed))
    page.get_by_label("What to call this list").fill("harbor")
    counselor.press("Read it in")
    expect(page.get_by_text("harbor. Rows: 1. Read: 1.")).to_be_visible()
    counselor.press("Write down a place")
    page.get_by_label("Name", exact=True).last.fill("Quay Kitchen food pantry")
    page.get_by_label("Ask for", exact=True).fill("Pat on Tuesdays")
    expect(page.get_by_role("group", name="Quay Kitchen food pantry")).to_be_visible()
    look(page, "agency")
    counselor.press("Caseload")
    seated.begin()


def test_from_a_need_to_a_referral_to_a_week_that_is_printed(own_seated: Seated, tmp_path: Path) -> None:
    counselor, page = own_seated.counselor, own_seated.counselor.page
    read_in(own_seated, tmp_path)

    counselor.go("Resources")
    needs = counselor.turn_to("What you need")
    counselor.press("Add a need", within=needs)
    counselor.write("What I need", "food for the week", within=needs)
    counselor.saved()
    places = counselor.turn_to("Places that help")
    counselor.press("Find a place or a meeting", within=places)
    expect(places.get_by_text("You need this: food for the week").first).to_be_visible()
    look(page, "fits")
    counselor.press("Put Quay Kitchen food pantry in the plan", within=places)
    places.get_by_label("What are you looking for?").fill("nooners")
    counselor.press("Put Harbor Nooners in the week", within=places)
    expect(places.get_by_text("It is in your week")).to_be_visible()
    look(page, "found")
    counselor.saved()

    plan = own_seated.kept_plan()
    assert {place.name for place in plan.resources} == {"Quay Kitchen food pantry", "Harbor Nooners"}
    assert [one.status for one in plan.referrals] == [ReferralStatus.TO_ASK] * 2
    assert [(one.own_words, one.kind) for one in plan.routines] == [("Harbor Nooners", RoutineKind.MEETING)]

    counselor.go("Skills")
    week = counselor.turn_to("Your week")
    by_keyboard_alone(page)
    look(page, "week")
    counselor.saved()
    assert {one.own_words for one in own_seated.kept_plan().routines} == {"Harbor Nooners", "Laundry"}

    counselor.press("Try something out on a copy", within=week)
    expect(week.get_by_role("heading", name="The week on a copy")).to_be_visible()
    page.reload()
    counselor.turn_to("Your week")
    expect(page.get_by_role("heading", name="The week on a copy")).to_be_visible()
    look(page, "copy")
    counselor.press("Throw it away")
    expect(page.get_by_role("heading", name="The week on a copy")).to_have_count(0)

    page.set_viewport_size(PHONE)
    seven_days_are_a_list(page)
    look(page, "phone")
    page.set_viewport_size({"width": 1440, "height": 1000})

    counselor.press("My week (PDF)")
    page.get_by_role("button", name="No", exact=True).or_(page.get_by_role("link", name="My week")).first.wait_for()
    if page.get_by_role("button", name="No", exact=True).count():
        counselor.press("No")
    with page.expect_download() as download:
        page.locator("a[download], [data-download]").last.click()
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF")


def by_keyboard_alone(page: Page) -> None:
    """Go along the grid with the arrows, open a cell with Enter, and write into it without a mouse."""
    grid = page.get_by_role("grid")
    stop = grid.locator('[tabindex="0"]').first
    stop.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    expect(grid.locator('[role="gridcell"]:focus')).to_have_attribute("data-part", "Afternoon")
    page.keyboard.press("Enter")
    add = page.get_by_role("button", name="Add something here")
    expect(add).to_be_visible()
    for _ in range(12):
        if add.evaluate("element => element === document.activeElement"):
            break
        page.keyboard.press("Tab")
    expect(add).to_be_focused()
    page.keyboard.press("Enter")
    field = page.get_by_role("textbox", name="What I do")
    field.wait_for()
    for _ in range(24):
        if field.evaluate("element => element === document.activeElement"):
            break
        page.keyboard.press("Shift+Tab")
    expect(field).to_be_focused()
    page.keyboard.type("Laundry")
    expect(grid.get_by_text("Laundry")).to_be_visible()


def seven_days_are_a_list(page: Page) -> None:
    """Each day is a row of its own below the one before, and nothing is wider than the screen."""
    rows = page.get_by_role("grid").locator("tbody tr")
    expect(rows).to_have_count(7)
    boxes = [rows.nth(number).bounding_box() for number in range(7)]
    tops = [box["y"] for box in boxes if box]
    assert len(tops) == 7
    assert tops == sorted(tops)
    assert all(box and box["x"] + box["width"] <= PHONE["width"] for box in boxes)
