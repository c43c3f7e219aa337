"""A second session six weeks later: what was hard, a goal rated again, how life stands, and the paper of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from planner.goals.goal import GoalStatus, Way
from planner.sessions.circumstances import Cravings, Footing
from planner.sessions.since_last import AsPlanned, Hard
from planner.store import create_store, open_store, unlock
from planner.store.practice import settle
from planner.teaching.people import practice_person
from tests.journeys.counselor import PASSPHRASE, Counselor
from tests.journeys.test_first_session import one_line, paper
from tests.journeys.test_for_everybody import violations
from tests.playing import browser, served

if TYPE_CHECKING:
    from pathlib import Path

    from planner.plan.plan import Plan
    from planner.store import Key

pytestmark = [pytest.mark.browser, pytest.mark.needs("pdftotext"), pytest.mark.timeout(300)]

SECONDS_A_PRESS, THREE_MINUTES = 3, 180
"""A press with a look at what it says; presses are counted here, never a time."""

NOW = datetime.now(UTC)
SINCE = timedelta(weeks=4)
"""Her last session lies two weeks before the day she is drawn for, and that day lies four weeks back."""


def test_a_counselor_plays_a_second_session_six_weeks_later(tmp_path: Path) -> None:
    store = tmp_path / "plans.db"
    before = first_session_of_dana(store, create_store(store, PASSPHRASE))
    with served(store) as app, browser(viewport={"width": 1440, "height": 1000}) as window:
        counselor = Counselor(window.page)
        counselor.open(app.url)
        begin(counselor)
        found = violations(window.page, "check-in opens")
        what_was_hard(counselor)
        pressed = numbers_again(counselor)
        meetings_again(counselor)
        found += violations(window.page, "a goal again")
        sleep_made_smaller(counselor)
        life_and_medicines(counselor)
        found += violations(window.page, "how life stands")
        page = finish(counselor)
        elsewhere, broken = window.elsewhere, window.broken_rules

    assert (found, elsewhere, broken) == ([], [], [])
    assert pressed * SECONDS_A_PRESS <= THREE_MINUTES / 2, "the other half is for talking"
    assert "Lights out by twelve" in page
    assert "Luis stayed on the phone" not in page
    kept = last_plan(store)
    assert_history_is_kept(before, kept)


def first_session_of_dana(store: Path, key: Key) -> Plan:
    """Settle one finished session of somebody invented, and return its plan."""
    dana = practice_person("dana", (NOW - SINCE).date())
    once = replace(dana, finished=dana.finished[-1:])
    with open_store(store, key, now=lambda: NOW) as opened:
        settle(opened, (once,))
    return once.plan


def last_plan(store: Path) -> Plan:
    """Return what the session ended with, read from the file."""
    with open_store(store, unlock(store, PASSPHRASE), now=lambda: NOW) as opened:
        (row,) = opened.caseload(today=opened.today()).rows
        return opened.revision(row.person.id, 2)


def begin(counselor: Counselor) -> None:
    """Open the person, who is ready to look at again, and sit down: the check-in comes first."""
    counselor.page.get_by_role("button", name="Dana").first.click()
    counselor.press("Start a session")
    counselor.page.get_by_role("heading", level=1, name="Check-in").wait_for()


def what_was_hard(counselor: Counselor) -> None:
    """What went right comes first; then what was hard, by what stopped it."""
    opening = counselor.turn_to("Since last time")
    counselor.write("What went right", "I rang Luis before I went out", within=opening)
    counselor.choose("Anything hard?", "I came close to using", within=opening)
    hard = counselor.turn_to("What was hard, first")
    counselor.press("Look back together", within=hard)
    page = counselor.page.get_by_role("dialog")
    counselor.write("What stopped it, or brought me back", "Luis stayed on the phone", within=page)
    counselor.press("Back to the plan", within=page)
    expect(hard.get_by_text("Luis stayed on the phone")).to_be_visible()
    counselor.saved()


def numbers_again(counselor: Counselor) -> int:
    """Rate each goal, how sure she is of it, and what carries her inside; return how many presses that takes."""
    before = counselor.interactions
    again = counselor.turn_to("How far your goals came")
    levels = ("One meeting a week", "About as it was", "As hoped", "As hoped")
    for number, level in enumerate(levels, start=1):
        counselor.choose("How far did you come with this?", level, within=again)
        counselor.choose("How sure are you that you can do this?", "7", within=again)
        if number < len(levels):
            counselor.press("Next goal", within=again)
    counselor.press("Next question", within=again)
    inside = counselor.page.get_by_role("region", name="What carries you inside", exact=True)
    for carries in ("I believe I can change", "I can steady my feelings", "I can think problems through"):
        counselor.choose(carries, "7", within=inside)
    return counselor.interactions - before


def meetings_again(counselor: Counselor) -> None:
    """A goal: the step that is done, how far in its own words, how sure, and a way on below 7."""
    again = counselor.turn_to("How far your goals came")
    counselor.press("Look at it: Go to three meetings a week with Luis until the end of March", within=again)
    again.get_by_role("checkbox", name="Ask Luis for a ride on Thursdays").click()
    counselor.choose("How far did you come with this?", "Three meetings a week", within=again)
    counselor.choose("How sure are you that you can do this?", "6", within=again)
    counselor.press("Plan for what gets in the way", within=again)
    counselor.choose("How sure are you that you can do this?", "8", within=again)
    counselor.write("In my words", "Every week but one", within=again)
    expect(again.get_by_text("Before: 6 of 10 → Plan for what gets in the way → Now: 8 of 10")).to_be_visible()
    expect(again.get_by_text("As my counselor sees it")).to_have_count(0)
    counselor.saved()


def sleep_made_smaller(counselor: Counselor) -> None:
    """Another goal is made smaller without blame, and one is reached."""
    again = counselor.turn_to("How far your goals came")
    counselor.press("Look at it: Lights out by eleven on five nights a week", within=again)
    counselor.choose("And now?", "Keep at it", within=again)
    counselor.choose("And now?", "Make it smaller", within=again)
    field = again.get_by_role("textbox", name="In my own words", exact=True)
    field.fill("Lights out by twelve")
    counselor.press("Look at it: Finish the parenting class", within=again)
    counselor.choose("And now?", "I reached it", within=again)
    expect(again.get_by_text("You did what you set out to do.")).to_be_visible()
    counselor.saved()


def life_and_medicines(counselor: Counselor) -> None:
    """What carries her inside, how life stands in words, and the medicines."""
    inside = counselor.turn_to("What carries you inside")
    counselor.choose("I believe I can change", "8", within=inside)
    medicines = counselor.turn_to("Your medicines")
    counselor.choose("How did it go?", "Most days", within=medicines)
    life = counselor.turn_to("How life stands")
    counselor.choose("Cravings", "Hardly ever", within=life)
    counselor.choose("A place to live", "It is shaky", within=life)
    counselor.write("Where I live", "Carla may move", within=life)
    counselor.press("See it over time: How life stands, over time", within=life)
    expect(life.locator("svg.rp-fig text").first).to_be_visible()
    counselor.saved()


def finish(counselor: Counselor) -> str:
    """Hand over the new page, and end the session."""
    counselor.go("Review and finish")
    page = one_line(paper(counselor, "My plan (PDF)"))
    counselor.press("Finish the session")
    counselor.page.get_by_text("Revision 2 is kept").wait_for()
    return page


def assert_history_is_kept(before: Plan, after: Plan) -> None:
    """Everything said before stands beside what was said today."""
    said = after.since_last[-1]
    assert (said.went_right, said.hard) == ("I rang Luis before I went out", Hard.NEAR)
    assert [one.how for one in said.by_medicine] == [AsPlanned.MOSTLY]
    assert after.lapse_reviews[-1].id == said.lapse_review_id
    meetings, sleep, classes = (
        next(goal for goal in after.goals if goal.id == known.id)
        for known in before.goals
        if known.own_words != "Find a job"
    )
    assert [rating.by_person for rating in meetings.ratings] == [-1, 0]
    assert meetings.ratings[-1].own_words == "Every week but one"
    assert all(step.done for step in meetings.steps)
    assert [(one.before, one.after, one.way) for one in meetings.confidence_changes] == [(6, 8, Way.OBSTACLE_PLAN)]
    assert (sleep.own_words, sleep.status) == ("Lights out by twelve", GoalStatus.SMALLER)
    assert sleep.changes[-1].words_before == "Lights out by eleven on five nights a week"
    assert classes.status is GoalStatus.REACHED
    assert after.internal_resources[:-1] == before.internal_resources
    assert after.circumstances[:-1] == before.circumstances
    now = after.circumstances[-1]
    assert (now.cravings, now.housing, now.housing_where) == (Cravings.HARDLY, Footing.SHAKY, "Carla may move")
