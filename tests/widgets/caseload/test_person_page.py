"""A person's page: what was agreed and given, namesakes told apart, and forgetting with what the law keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.caseload.person import Person
from planner.teaching.people import practice_person
from tests.invented import TODAY, an_id
from tests.widgets.home import at_home

if TYPE_CHECKING:
    from tests.widgets.home import Home

DANA = practice_person("dana", TODAY)


def _add(home: Home, *people: Person) -> None:
    for one in people:
        home.store.add_person(one)
    home.open()


def _denise(number: int, born: str = "") -> Person:
    return Person(id=an_id(number), called="Denise", added_on=TODAY, born=born)


def test_nobody_is_added_without_a_name() -> None:
    home = at_home()
    home.press("Add the first person")
    home.write("I like to be called", "   ")
    home.press("Add this person")

    assert home.store.caseload(today=TODAY).total == 0
    assert "A name first" in home.text()

    home.write("I like to be called", "Blue cap")
    home.press("Add this person")
    assert [row.person.called for row in home.store.caseload(today=TODAY).rows] == ["Blue cap"]


def test_equal_names_stand_with_their_birth_days() -> None:
    home = at_home()
    _add(
        home,
        _denise(1, born="3/4/1990"),
        _denise(2, born="May 1985"),
        Person(id=an_id(3), called="Luis", added_on=TODAY),
    )

    hints = [str(one.children[0]) for one in home.elements("span") if one.class_ == "rp-person-hint"]
    assert hints == ["Denise, born 3/4/1990", "Denise, born May 1985"]


def test_who_is_pointed_out_as_the_same_is_told_with_the_birth_day() -> None:
    home = at_home()
    _add(home, _denise(1, born="3/4/1990"))
    home.press("Add a person")
    home.write("I like to be called", "Denise")

    assert "Open Denise, born 3/4/1990" in home.buttons()


def test_consents_and_what_was_given_are_read_without_a_session() -> None:
    home = at_home(DANA)
    home.go_to("Dana")

    assert DANA.signed, "somebody with a signed consent"
    assert "Who may know" in home.text()
    assert "Dr. Shah" in home.text()
    assert "Care-team sheet" not in home.text()
    home.press("What was given to others")
    assert DANA.given[0].what in home.text()
    assert home.store.open_session(DANA.person.id) is None


def test_forgetting_asks_first_and_says_what_the_law_keeps() -> None:
    home = at_home(DANA)
    home.go_to("Dana")
    assert "Forget this person" not in home.buttons(), "for staff alone"
    home.press("Read in the staff view") if "Read in the staff view" in home.buttons() else home.press("Note a contact")

    home.press("Forget this person")
    assert f"given to others ({len(DANA.given)})" in home.text()
    home.press("Keep this person")
    assert home.store.person(DANA.person.id) == DANA.person

    home.press("Forget this person")
    home.press(f"Forget for good: {DANA.person.called}")
    assert home.store.caseload(today=TODAY).total == 0
    assert len(home.store.agreements.disclosures(DANA.person.id)) == len(DANA.given)
    assert "Nobody is here yet" in home.text()


def test_the_counselors_name_is_asked_for_once() -> None:
    home = at_home()
    _add(home, _denise(1), Person(id=an_id(3), called="Luis", added_on=TODAY))
    home.go_to("Denise")
    assert home.written("Counselor") == ""
    home.write("Counselor", "Rosa")
    home.press("Start a session")
    assert home.store.agency().counselor == "Rosa"

    home.open()
    home.go_to("Luis")
    assert home.written("Counselor") == "Rosa"
    home.write("Counselor", "Kim")
    home.press("Start a session")
    assert home.store.agency().counselor == "Rosa", "another name for one session is that session's own"
