"""Two weeks after the first night, the check-in opens with what was open then, until somebody has seen to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from planner.plan.amending import ids_in
from planner.sessions.first_path import Leaving, Sure, Tonight
from planner.store import create_store, open_store
from planner.store.practice import settle
from planner.teaching.people import practice_person
from planner.words.reading import read_day
from tests.journeys.counselor import PASSPHRASE, Counselor
from tests.playing import browser, served

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from planner.plan.plan import Plan

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

NOW = datetime.now(UTC)
THEN = NOW - timedelta(weeks=2)


def _first_night(plan: Plan, night: date) -> Plan:
    """Return a plan in which nothing but food was sure."""

    def on(days: int) -> str:
        return (night + timedelta(days=days)).isoformat()

    tonight = Tonight(bed=Sure.UNSURE, food=Sure.YES, medicines=Sure.YES, overdose_help=Sure.NO)
    leaving = Leaving(
        is_leaving=True,
        on=read_day(on(0), night),
        first_appointment="Dr. Okafor",
        first_appointment_on=read_day(on(5), night),
        who_calls="Rosa",
        contact_on=read_day(on(1), night),
    )
    return plan.amended(tonight=tonight, leaving=leaving)


def _store_of_teo(store: Path) -> None:
    teo = practice_person("jo", THEN.date())
    last = teo.finished[-1]
    assert ids_in(last.plan)
    once = replace(teo, finished=(replace(last, plan=_first_night(last.plan, THEN.date())),))
    with open_store(store, create_store(store, PASSPHRASE), now=lambda: NOW) as opened:
        settle(opened, (once,))


def test_a_check_in_two_weeks_later_opens_with_what_was_open(tmp_path: Path) -> None:
    _store_of_teo(tmp_path / "plans.db")
    with served(tmp_path / "plans.db") as app, browser(viewport={"width": 1440, "height": 1000}) as window:
        counselor = Counselor(window.page)
        counselor.open(app.url)
        window.page.get_by_role("button", name="Jo").first.click()
        counselor.press("Start a session")
        window.page.get_by_role("heading", level=1, name="Check-in").wait_for()
        main = window.page.get_by_role("main")
        for words in ("A bed for tonight", "Overdose medicine (naloxone) at hand", "Dr. Okafor", "Rosa"):
            expect(main.get_by_text(words).first).to_be_visible()
        expect(main.get_by_text("Last time: Not sure").first).to_be_visible()

        bed = main.get_by_role("radiogroup", name="A bed for tonight", exact=True)
        counselor.choose("A bed for tonight", "Yes")
        counselor.saved()
        window.page.reload()
        window.page.get_by_role("heading", level=1, name="Check-in").wait_for()
        expect(main.get_by_text("Overdose medicine (naloxone) at hand").first).to_be_visible()
        expect(bed.get_by_role("radio", name="Yes", exact=True)).to_be_checked()
