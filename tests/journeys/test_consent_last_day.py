"""A consent that is over already, or that says no address to take it back, is asked about before anybody signs."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from tests.journeys.conftest import Seated

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

OVER = "That day is over already:"


def test_a_consent_already_over_and_one_without_an_address_are_asked_about_before_signing(seated: Seated) -> None:
    counselor = seated.counselor
    counselor.go("Medications and health")
    providers = counselor.turn_to("Who looks after you")
    counselor.press("Add somebody", within=providers)
    counselor.write("Name", "Dr. Shah", within=providers)
    counselor.saved()

    asks = counselor.turn_to("Who may know")
    counselor.press("Make a consent", within=asks)
    counselor.press("My medicines: how I take them, pick-ups, what I react to", within=asks)
    counselor.press("Go on", within=asks)
    counselor.press("Dr. Shah", within=asks)
    counselor.press("Go on", within=asks)
    counselor.write("What for", "So that we know the same things", within=asks)
    yesterday = datetime.now(UTC).date() - timedelta(days=3)
    counselor.write("Last day", yesterday.isoformat(), within=asks)
    expect(asks.get_by_text(OVER).first).to_be_visible()
    counselor.press("Go on", within=asks)
    counselor.write("Who may share", "Tidewater", within=asks)
    counselor.press("Go on", within=asks)

    expect(asks.get_by_text(OVER).first).to_be_visible()
    expect(asks.get_by_label("Name of the one who signs")).to_have_count(0)

    over = asks.locator(".rp-note").filter(has_text=OVER)
    over.get_by_role("button", name="Go there", exact=True).click()
    asks.get_by_role("button", name=re.compile(rf"{yesterday.year + 1}$")).first.click()
    expect(asks.get_by_text(OVER)).to_have_count(0)
    counselor.press("Go on", within=asks)
    counselor.press("Go on", within=asks)

    address = asks.locator(".rp-note").filter(has_text="Where can you write to take it back?")
    expect(address).to_be_visible()
    expect(asks.get_by_label("Name of the one who signs")).to_have_count(0)
    address.get_by_role("button", name="Go there", exact=True).click()
    counselor.write("How to take it back", "8 Harbor Road, Norfolk", within=asks)
    counselor.press("Go on", within=asks)
    expect(asks.get_by_label("Name of the one who signs").first).to_be_visible()
    counselor.saved()
    (kept,) = seated.kept_plan().consents
    assert kept.ends_on.reading
    assert kept.ends_on.reading > datetime.now(UTC).date()
    assert kept.revoke_how == "8 Harbor Road, Norfolk"
