"""A sheet for a provider in a real browser: looked at first, given once however often it is made, and how it went."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from planner.consent import Consent, Part, Signature, SignedHow
from planner.consent.signed import sign
from planner.sharing.disclosure import GivenHow, how_given, was_given
from planner.sharing.recipient import as_recipient
from planner.store import Store, open_store, unlock
from planner.words.language import Language
from tests.invented import an_id
from tests.journeys.counselor import PASSPHRASE

if TYPE_CHECKING:
    from planner.sharing.disclosure import Disclosure
    from tests.journeys.conftest import Seated

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

LOOK = "Look at the sheet for Dr. Shah first"
MAKE = "Make the sheet for Dr. Shah"


def _store(seated: Seated) -> Store:
    return open_store(seated.app.store, unlock(seated.app.store, PASSPHRASE), now=lambda: datetime.now(UTC))


def _agree(seated: Seated) -> None:
    """Sign a consent for the provider of the plan, as on another page."""
    plan = seated.kept_plan()
    consent = Consent(
        id=an_id(700),
        person_name="Sam Reyes",
        discloser="Tidewater",
        parts=(Part.PROVIDERS,),
        recipients=tuple(as_recipient(one) for one in plan.providers),
        purpose="So that we know the same things",
        ends_when="The program is over",
    )
    with _store(seated) as store:
        now = datetime.now(UTC)
        mark = Signature(how=SignedHow.TYPED, name="Sam Reyes", on=store.today(), at=now)
        store.agreements.sign(sign(consent, plan.person_id, mark, Language("en")))


def _noted(seated: Seated) -> tuple[Disclosure, ...]:
    with _store(seated) as store:
        assert store.verify() == ()
        return store.agreements.disclosures(seated.person_id(store))


def test_a_disclosure_is_one_line_and_a_look_is_none(seated: Seated) -> None:
    counselor, page = seated.counselor, seated.counselor.page
    counselor.go("Medications and health")
    providers = counselor.turn_to("Who looks after you")
    counselor.press("Add somebody", within=providers)
    counselor.write("Name", "Dr. Shah", within=providers)
    counselor.saved()
    _agree(seated)
    counselor.go("Review and finish")

    counselor.press(LOOK)
    expect(page.get_by_role("region", name="The sheet for Dr. Shah")).to_contain_text("42 CFR")
    expect(page.locator("a[download$='.pdf']")).to_have_count(0)
    assert _noted(seated) == ()
    counselor.press("Close the sheet")

    for _ in range(3):
        counselor.press(MAKE)
        expect(page.locator("a[download$='.pdf']")).to_have_count(1)
        expect(page.get_by_role("progressbar")).to_have_count(0)
    (line,) = (one for one in _noted(seated) if not one.corrects)
    assert (line.to_whom, line.what) == ("Dr. Shah", "Care-team sheet")

    counselor.choose("How was it given to Dr. Shah?", "By fax")
    given = page.get_by_role("region", name="For your providers")
    counselor.press("What was given to others", within=given)
    rows = given.get_by_role("row")
    expect(rows).to_have_count(2)
    expect(rows.last).to_contain_text("By fax")
    assert how_given(line, _noted(seated)) is GivenHow.FAX

    counselor.choose("How was it given to Dr. Shah?", "It was not given")
    expect(rows.last).to_contain_text("Made, and not given.")
    expect(page.locator("a[download$='.pdf']")).to_have_count(0)
    assert not was_given(line, _noted(seated))
    assert (seated.window.elsewhere, seated.window.broken_rules, seated.window.errors) == ([], [], [])
