"""A whole first session through the screens: unlock, add a person, every step, a killed kernel, finish, paper."""

from __future__ import annotations

import re
import subprocess
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.journeys.counselor import PASSPHRASE, Counselor
from tests.journeys.persona import BESIDE, Persona, invented, published
from tests.playing import browser, saved, served

if TYPE_CHECKING:
    from pathlib import Path

    from tests.playing import Playing, Served

pytestmark = [pytest.mark.browser, pytest.mark.needs("pdftotext")]

PERSONAS = {"invented": lambda: invented(datetime.now(UTC).date())} | (
    {"published": published} if BESIDE.exists() else {}
)


MOST_INTERACTIONS = {"invented": 120, "published": 140}
"""Presses and fields of a whole first session, from the passphrase to the papers; the published one has more to say."""


@pytest.mark.timeout(300)
@pytest.mark.parametrize("name", PERSONAS)
def test_a_counselor_plays_a_first_session_and_hands_over_the_plan(name: str, tmp_path: Path) -> None:
    person = PERSONAS[name]()
    with served(tmp_path / "plans.db") as app, browser(viewport={"width": 1440, "height": 1000}) as window:
        counselor = Counselor(window.page)
        recovery_key = counselor.first_unlock(app.url)
        begin(counselor, person)
        goals(counselor, person)
        strengths(counselor)
        kill_and_come_back(counselor, app, person)
        resources(counselor)
        medications(counselor, person)
        skills(counselor)
        safety(counselor)
        plan, summary = finish(counselor)
        assert counselor.interactions <= MOST_INTERACTIONS[name]
        assert_nothing_left(window, app, recovery_key, person)

    for page in (plan, summary):
        for goal in person.goals:
            assert one_line(goal) in page
    assert "Take the bus to the meeting" in plan
    assert "Luis" in plan
    assert "988" in plan


def begin(counselor: Counselor, person: Persona) -> None:
    """Add the person and sit down together."""
    counselor.add_person(person.called)
    counselor.write("Counselor", "Rosa")
    counselor.press("Start a session")
    counselor.page.get_by_role("heading", level=1, name="Goals").wait_for()


def goals(counselor: Counselor, person: Persona) -> None:
    """What matters, a wish, and the goals with parts, rulers, steps and what they lean on."""
    matters = counselor.turn_to("What matters most")
    counselor.press("Something else that matters", within=matters)
    counselor.write("What matters to me", person.matters, within=matters)
    wish = counselor.turn_to("What you would like")
    counselor.press("Add a wish", within=wish)
    counselor.write("I would like", person.goals[0], within=wish)
    will = counselor.turn_to("What you will do")
    for words in person.goals:
        counselor.press("Add a goal", within=will)
        expect(will.get_by_role("textbox", name="In my own words", exact=True).first).to_have_value("")  # the new one
        counselor.write("In my own words", words, within=will)
    counselor.choose("Because it matters to me", person.matters, within=will)
    counselor.choose("Whose idea is it?", "My own idea", within=will)
    counselor.press("What and when", within=will, role="tab")
    counselor.write("What I will do", "go there", within=will)
    counselor.write("How much I want", "3", within=will)
    counselor.write("By when", "next friday", within=will)
    counselor.press("How sure", within=will, role="tab")
    counselor.choose("How much does this matter to you?", "9", within=will)
    counselor.choose("How sure are you that you can do this?", "5", within=will)
    counselor.press("A smaller step", within=will)
    counselor.press("Add a step", within=will)
    counselor.write("Step", "Take the bus to the meeting", within=will)
    counselor.saved()


def strengths(counselor: Counselor) -> None:
    """What the person brings."""
    counselor.go("Strengths")
    told = (
        ("What you got through", "Add something you got through", "I kept my job for six years"),
        ("What you took care of", "Add something you took care of", "I never missed a shift"),
        ("What you held on to", "Add something you held on to", "I never lied to her"),
        ("What helps you cope", "Add something that helps you", "Music calms me down"),
        ("What you are like", "Add how you are", "I show up"),
    )
    for topic, add, words in told:
        leaf = counselor.turn_to(topic)
        counselor.press(add, within=leaf)
        counselor.write("In my own words", words, within=leaf)
    inside = counselor.turn_to("What carries you inside")
    counselor.choose("I believe I can change", "6", within=inside)
    counselor.choose("I can steady my feelings", "4", within=inside)
    counselor.choose("I can think problems through", "7", within=inside)
    counselor.saved()


def kill_and_come_back(counselor: Counselor, app: Served, person: Persona) -> None:
    """Kill the kernel half-way: the page says so, and comes back to the same place with the same words."""
    (kernel,) = app.kernels
    kernel.kill()
    lost = counselor.page.get_by_role("alertdialog")
    expect(lost).to_be_visible()
    counselor.press("Open it again at the same place", within=lost)
    counselor.page.get_by_role("heading", level=1, name="Strengths").wait_for()
    expect(counselor.page.get_by_text("I kept my job for six years").first).to_be_visible()
    expect(counselor.page.get_by_text(person.called, exact=True).first).to_be_visible()


def resources(counselor: Counselor) -> None:
    """What is needed, places, and the circle."""
    counselor.go("Resources")
    needs = counselor.turn_to("What you need")
    counselor.press("Add a need", within=needs)
    counselor.write("What I need", "A way to the clinic", within=needs)
    places = counselor.turn_to("Places that help")
    counselor.press("Add a place", within=places)
    counselor.write("Name", "Riverside meeting", within=places)
    circle = counselor.turn_to("Your people")
    counselor.press("Add somebody", within=circle)
    counselor.write("Name", "Luis", within=circle)
    counselor.write("Phone", "555-0117", within=circle)
    circle.get_by_role("checkbox", name="I can call them when it is hard").click()
    counselor.saved()


def medications(counselor: Counselor, person: Persona) -> None:
    """Health in the person's words, who looks after it, medicines, a visit with a question."""
    counselor.go("Medications and health")
    health = counselor.turn_to("Your health")
    for words in person.conditions:
        counselor.press("Add something about your health", within=health)
        counselor.write("What I call it", words, within=health)
    providers = counselor.turn_to("Who looks after you")
    counselor.press("Add somebody", within=providers)
    counselor.write("Name", "Dr. Shah", within=providers)
    medicines = counselor.turn_to("Your medicines")
    for name, label in person.medicines:
        counselor.press("Add a medicine", within=medicines)
        counselor.write("Name", name, within=medicines)
        counselor.write("How I take it", label, within=medicines)
    visits = counselor.turn_to("Your visits")
    counselor.press("Add a visit", within=visits)
    counselor.choose("With", "Dr. Shah", within=visits)
    counselor.write("Day", "in two weeks", within=visits)
    counselor.saved()


def skills(counselor: Counselor) -> None:
    """A skill, money, and a week."""
    counselor.go("Skills")
    practice = counselor.turn_to("What you practice")
    counselor.press("Add a skill of your own", within=practice)
    counselor.write("The skill", "Pay the bills first", within=practice)
    counselor.choose("How far I am", "Learning it", within=practice)
    bills = counselor.turn_to("Your bills")
    counselor.press("Add a bill", within=bills)
    counselor.write("Bill", "Phone", within=bills)
    counselor.write("How much", "$45", within=bills)
    week = counselor.turn_to("Your week")
    counselor.press("Add something to my week", within=week)
    counselor.write("What I do", "Morning walk", within=week)
    counselor.saved()


def safety(counselor: Counselor) -> None:
    """What can set it off, what shows early, what helps, and the lapse page."""
    counselor.go("Safety")
    for topic, add, label, words in (
        ("What can set it off", "Add what can set it off", "What can set it off", "Payday alone"),
        ("What you notice early", "Add an early sign", "I notice", "I stop answering calls"),
        ("What helps", "Add what helps", "What helps", "A walk by the river"),
    ):
        leaf = counselor.turn_to(topic)
        counselor.press(add, within=leaf)
        counselor.write(label, words, within=leaf)
    lapse = counselor.turn_to("The lapse page")
    counselor.write("What I want to tell myself", "You came back before", within=lapse)
    counselor.saved()


def finish(counselor: Counselor) -> tuple[str, str]:
    """What comes first, the answer, the next day, both papers, and the end. Returns what the papers say."""
    counselor.go("Review and finish")
    first = counselor.turn_to("What you do first")
    counselor.write("What will you do first?", "Call Luis tonight", within=first)
    answer = counselor.turn_to("Whether this is your plan")
    counselor.choose("Is this your plan?", "I agree", within=answer)
    following = counselor.turn_to("When you meet next")
    counselor.write("We meet next on", "in two weeks", within=following)
    counselor.saved()
    papers = paper(counselor, "My plan (PDF)"), paper(counselor, "Session summary (PDF)")
    counselor.press("Finish the session")
    counselor.page.get_by_text("Revision 1 is kept").wait_for()
    counselor.press("Back to the caseload")
    counselor.page.get_by_role("heading", level=1, name="Caseload").wait_for()
    return papers


def paper(counselor: Counselor, name: str) -> str:
    """Make a document on the screen, and return the words of its PDF. Before the first one a question is answered."""
    counselor.press(name)
    link = counselor.page.locator(f"a[download^='{name.removesuffix(' (PDF)')}'][download$='.pdf']").first
    asked = counselor.page.get_by_role("group", name="Could someone find this paper who should not?", exact=True)
    before = asked.and_(counselor.page.locator(".rp-before-printing"))
    link.or_(before).first.wait_for()
    if before.count():
        counselor.press("No", within=before)
    link.wait_for()
    read = subprocess.run(["pdftotext", "-layout", "-", "-"], input=saved(link), capture_output=True, check=True)
    return one_line(read.stdout.decode())


def one_line(words: str) -> str:
    """Return words as one line, for comparing with what a page broke."""
    return re.sub(r"\s+", " ", words).strip()


def assert_nothing_left(window: Playing, app: Served, recovery_key: str, person: Persona) -> None:
    """Nothing went elsewhere, no rule of the page was broken, and the log holds neither words nor keys."""
    assert window.elsewhere == []
    assert window.broken_rules == []
    log = app.log.read_text()
    assert not [secret for secret in (PASSPHRASE, recovery_key, *person.goals) if secret in log]
    assert b"Music calms me down" not in app.store.read_bytes()
