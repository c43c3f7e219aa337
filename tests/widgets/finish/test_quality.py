"""How the plan reads to a colleague, for staff only; no word of another plan comes to the page."""

from __future__ import annotations

from typing import Any

from planner.caseload.person import Person
from planner.goals.goal import Goal
from planner.plan.plan import Plan
from planner.sessions.session import Session
from planner.store.practice import settle
from planner.teaching.people import practice_person
from tests.invented import NOW, TODAY, an_id
from tests.widgets.seat import Seat, sit_down
from widgets.finish.quality import Quality

TITLE = "How the plan reads to a colleague"
OWN = "I want to walk by the river with my sister each Sunday"


def _seat(*, staff: bool = True, **parts: Any) -> Seat:
    seat = sit_down(staff=staff, **parts)
    _lay(seat)
    return seat


def _lay(seat: Seat) -> None:
    seat.lay(Quality)
    if TITLE in seat.buttons():
        seat.press(TITLE)


def _everybody_else(seat: Seat, words: str) -> None:
    store, other = seat.store, Person(id=an_id(500), called="Somebody Else", added_on=TODAY)
    store.add_person(other)
    session = store.begin(Session(id=an_id(501), person_id=other.id, started=NOW))
    goal = Goal(id=an_id(503), own_words=words)
    store.finish(session.id, Plan(id=an_id(502), person_id=other.id, goals=(goal,)), at=NOW)


def test_the_together_view_shows_nothing_of_it() -> None:
    goal = Goal(id=an_id(10), own_words=OWN)
    assert "How the plan reads to a colleague" in _seat(goals=(goal,)).text()
    assert _seat(staff=False, goals=(goal,)).text() == ""


def test_a_point_leads_to_its_place() -> None:
    seat = _seat(goals=(Goal(id=an_id(10), own_words=OWN),))
    assert "The goals speak in the person's own words" in seat.text()
    seat.press(OWN)
    assert seat.editor.step == "goals"
    assert seat.editor.destination is not None
    assert seat.editor.destination.path[:2] == ("goals", an_id(10))


def test_it_stands_behind_one_press() -> None:
    seat = sit_down(staff=True, goals=(Goal(id=an_id(10), own_words=OWN),))
    seat.lay(Quality)
    assert "The goals speak in the person's own words" not in seat.text()
    seat.press(TITLE)
    assert "The goals speak in the person's own words" in seat.text()


def test_text_of_another_plan_is_found_without_naming_anybody() -> None:
    seat = sit_down(staff=True, goals=(Goal(id=an_id(10), own_words=OWN),))
    _everybody_else(seat, f"{OWN} and call")
    _lay(seat)
    assert "Almost the same words" not in seat.text()
    seat.press("Compare with the caseload")
    assert "Almost the same words stand in another plan." in seat.text()
    assert "Somebody Else" not in seat.text()


def test_own_words_are_said_to_be_own() -> None:
    seat = sit_down(staff=True, goals=(Goal(id=an_id(10), own_words=OWN),))
    _everybody_else(seat, "Three meetings each week and a call to my sponsor at night")
    _lay(seat)
    seat.press("Compare with the caseload")
    assert "These words stand in no other plan." in seat.text()


def test_the_invented_person_compares_with_the_others() -> None:
    seat = sit_down(staff=True)
    settle(seat.store, (practice_person("terrence", TODAY), practice_person("jo", TODAY)))
    _lay(seat)
    seat.press("Compare with the caseload")
    assert "These words stand in no other plan." in seat.text()
