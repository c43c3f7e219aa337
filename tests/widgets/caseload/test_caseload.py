"""The caseload finds somebody, shows who is ready to look at again, and goes to the table."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from planner.caseload.agency import Agency
from planner.caseload.person import Person, SpokenLanguage
from planner.plan.plan import Plan
from planner.sessions.closing import Closing, HowMet
from planner.sessions.session import ContactKind, SessionKind
from planner.teaching.people import practice_people, practice_person
from planner.words.language import Language
from planner.words.reading import DayWords
from tests.invented import TODAY
from tests.widgets.home import Home, at_home

if TYPE_CHECKING:
    from planner.store import Store

PEOPLE = practice_people(TODAY)
DANA = practice_person("dana", TODAY)
JO = practice_person("jo", TODAY)


def _add(store: Store, *names: str) -> None:
    for name in names:
        store.add_person(Person(id=str(uuid4()), called=name, added_on=TODAY))


def _agree_on_today(store: Store, person: Person) -> None:
    closing = Closing(next_on=DayWords(words="today", reading=TODAY))
    plan = Plan(id=str(uuid4()), person_id=person.id, closing=closing)
    store.drafts.keep(person.id, plan, sequence=0, base_revision=0, place="review", visit="")


def test_an_empty_caseload_invites_to_add_the_first_person() -> None:
    home = at_home()

    home.press("Add the first person")
    home.write("I like to be called", "Ángela")
    home.press("Add this person")

    assert "Sit down together" in home.text()
    assert [row.person.called for row in home.store.caseload(today=TODAY).rows] == ["Ángela"]
    assert [event.kind for event in home.store.events(limit=1)] == ["added"]


def test_a_search_shows_only_those_it_finds_whatever_the_accents() -> None:
    home = at_home(DANA)
    _add(home.store, "Ángela Muñoz", "Luis")

    home.write("Find somebody by name", "munoz")

    assert home.names() == ["Ángela Muñoz"]
    assert "1 person" in home.text()


def test_a_name_nobody_has_can_be_added_as_it_was_searched() -> None:
    home = at_home(DANA)
    home.write("Find somebody by name", " Rosalind ")

    home.press("Add this person")

    assert home.written("I like to be called") == "Rosalind"


def test_who_is_ready_to_look_at_again_stands_first_and_nobody_is_overdue() -> None:
    home = at_home(*PEOPLE)
    ready = [row.person.called for row in home.store.caseload(today=TODAY, due_only=True).rows]

    assert ready
    assert home.names()[: len(ready)] == ready
    assert "Ready to look at again" in home.text()
    assert "overdue" not in home.text().lower()


def test_all_who_are_ready_open_where_there_are_more_than_the_first_few() -> None:
    home = at_home()
    _add(home.store, *(f"Person {number}" for number in range(8)))
    for row in home.store.caseload(today=TODAY).rows[:7]:
        _agree_on_today(home.store, row.person)
    assert len(home.open().names()) == 5 + 8

    home.press("Show all 7")
    assert len(home.names()) == 7

    home.press("Show everybody")
    assert len(home.names()) == 5 + 8


def test_a_long_list_stands_on_pages_of_twenty_five() -> None:
    home = at_home()
    _add(home.store, *(f"Person {number:03}" for number in range(60)))
    home.open()

    assert (len(home.names()), "1 to 25 of 60" in home.text()) == (25, True)
    home.press("More people")
    home.press("More people")

    assert home.names() == [f"Person {number:03}" for number in range(50, 60)]
    assert "More people" not in home.buttons()


def test_markup_in_a_name_shows_as_these_characters() -> None:
    home = at_home()
    _add(home.store, "<b>Dana</b> {name}")

    assert home.open().names() == ["<b>Dana</b> {name}"]


def test_somebody_of_the_same_name_is_pointed_out_with_a_way_to_their_page() -> None:
    home = at_home(DANA)
    home.press("Add a person")
    home.write("I like to be called", "Da")
    assert "Somebody with this name is here already." not in home.text()

    home.write("I like to be called", "dana")
    home.press(f"Open Dana, born {DANA.person.born}")

    assert "Sit down together" in home.text()
    assert home.store.caseload(today=TODAY).total == 1


def test_what_was_written_about_a_new_person_is_there_when_the_form_opens_again() -> None:
    home = at_home(DANA)
    home.press("Add a person")
    home.write("I like to be called", "Terrence")
    home.press("Caseload")

    home.press("Add a person")

    assert home.written("I like to be called") == "Terrence"


def test_a_new_persons_papers_begin_in_the_language_of_the_screen() -> None:
    home = at_home(language="es")
    t = Language("es")
    home.press(t("Add the first person"))
    home.write(t("I like to be called"), "Luz")
    home.press(t("Add this person"))

    assert home.store.caseload(today=TODAY).rows[0].person.language is SpokenLanguage.SPANISH


def test_a_session_begins_as_the_two_meet_with_the_counselors_name() -> None:
    home = at_home(DANA)
    home.go_to("Dana")
    home.press("By phone")
    home.write("Counselor", "Ana Ruiz")

    home.press("Start a session")

    ((person, session),) = home.sat_down
    assert (person.called, session.how, session.author) == ("Dana", HowMet.PHONE, "Ana Ruiz")
    assert session == home.store.open_session(person.id)
    assert session.kind is SessionKind.SESSION


def test_somebody_is_known_again_by_any_of_their_names_however_typed() -> None:
    home = at_home(DANA)
    _add(home.store, "Siobhán O’Brien", "Bo", "Bobby", "de la Cruz, José")
    home.press("Add a person")

    for field, name, known in (
        ("I like to be called", "o'brien", ["Open Siobhán O’Brien"]),
        ("I like to be called", "Bo", ["Open Bo"]),
        ("Full name", "José De La Cruz", ["Open Bo", "Open de la Cruz, José"]),
    ):
        home.write(field, name)
        assert [one.children[0] for one in home.elements("button") if str(one.children[0]).startswith("Open ")] == [
            f"{one}, added on November 22, 2026" for one in known
        ]


def test_somebody_known_by_a_part_of_the_name_that_is_typed_is_pointed_out() -> None:
    home = at_home()
    _add(home.store, "Denise", "Mill")
    home.open().press("Add a person")
    home.write("I like to be called", "Denise Miller")

    assert "Open Denise" in home.text()
    assert "Open Mill" not in home.text()


def test_a_birth_day_that_can_be_two_is_chosen_wherever_it_is_typed() -> None:
    home = at_home(language="es")
    _add(home.store, "Denise")
    home.open(language="es").go_to("Denise")
    home.press("Cambiar nombre, teléfono o idioma")
    home.write("Nacimiento", "5/9/1998")
    home.press("5 de septiembre de 1998")

    (row,) = home.store.caseload(today=TODAY).rows
    assert row.person.born == "5 de septiembre de 1998"


def test_the_counselor_of_last_time_stands_there_already() -> None:
    home = at_home(DANA)
    home.go_to("Dana")

    assert home.written("Counselor") == DANA.finished[-1].session.author


def test_the_first_twenty_minutes_are_a_way_to_begin() -> None:
    home = at_home(JO)
    home.go_to("Jo")

    home.press("The first twenty minutes")

    assert home.sat_down[0][1].kind is SessionKind.FIRST_PATH


def test_a_session_that_is_open_is_gone_on_with_and_not_begun_twice() -> None:
    home = at_home(DANA)
    home.go_to("Dana")
    home.press("Start a session")
    home.open().go_to("Dana")
    assert "Start a session" not in home.buttons()

    home.press("Go on with it")

    assert home.sat_down[0][1] == home.sat_down[1][1]


def test_a_session_begun_on_another_page_meanwhile_is_the_one_that_opens() -> None:
    home = at_home(DANA)
    other = Home(home.store).open()
    home.go_to("Dana")
    other.go_to("Dana")
    other.press("Start a session")

    home.press("Start a session")

    assert home.sat_down[0][1] == other.sat_down[0][1]


def test_a_contact_is_noted_from_the_row_and_the_person_is_no_longer_due() -> None:
    home = at_home(DANA)
    assert home.store.caseload(today=TODAY, due_only=True).total == 1

    home.press("Note a contact with Dana")
    home.press("Text")
    home.write("Note", "Got the job interview")
    home.press("Keep it")

    (contact, *_) = home.store.contacts(DANA.person.id)
    assert (contact.kind, contact.note) == (ContactKind.TEXT, "Got the job interview")
    assert contact.by == DANA.finished[-1].session.author
    assert home.store.caseload(today=TODAY, due_only=True).total == 0
    assert "Noted for Dana." in home.text()


def test_a_call_nobody_answered_leaves_the_person_ready_to_look_at_again() -> None:
    home = at_home(DANA)
    home.press("Note a contact with Dana")
    home.press("No answer")

    home.press("Keep it")

    assert home.store.caseload(today=TODAY, due_only=True).total == 1


def test_a_note_that_was_not_kept_yet_is_there_when_the_form_opens_again() -> None:
    home = at_home(DANA)
    home.press("Note a contact with Dana")
    home.write("Note", "Call back on")
    home.press("Close")
    assert "Call back on" not in home.text()

    home.press("Note a contact with Dana")

    assert home.written("Note") == "Call back on"


def test_a_persons_page_shows_what_was_noted_since_the_last_session() -> None:
    home = at_home(DANA)
    home.go_to("Dana")
    home.press("Note a contact")
    home.write("Note", "She sounds well")
    home.press("Keep it")

    assert "She sounds well" in home.text()


def test_what_is_known_about_a_person_changes_at_once() -> None:
    home = at_home(DANA)
    home.go_to("Dana")
    home.press("Change name, phone or language")
    home.write("I like to be called", "Dee")

    assert home.store.person(DANA.person.id).called == "Dee"
    assert "Dee" in home.text()


def test_a_persons_page_holds_nobody_else() -> None:
    home = at_home(*PEOPLE)
    assert "Marisol" in home.text()

    home.go_to("Dana")

    assert "Marisol" not in home.text()


def test_what_the_store_can_not_do_is_said_and_what_was_typed_stays() -> None:
    home = at_home(DANA)
    home.go_to("Dana")
    home.write("Counselor", "Ana Ruiz")
    home.store.close()

    home.press("Start a session")

    alerts = [one for one in home.elements("p") if one.attributes.get("role") == "alert"]
    assert sum(bool(alert.children[0]) for alert in alerts) == 1
    assert home.written("Counselor") == "Ana Ruiz"
    assert not home.sat_down


def test_practice_says_that_it_is_practice() -> None:
    said = "these people are invented"

    assert said in at_home(DANA, practice=True).text()
    assert said not in at_home(DANA).text()


def test_an_agency_that_was_never_set_up_is_asked_to_be() -> None:
    assert "Set up your agency" in at_home(agency=Agency()).buttons()
    assert "Set up your agency" not in at_home(agency=Agency(name="Harbor House")).buttons()
    assert "Set up your agency" in at_home(agency=Agency(counselor="Rosa")).buttons(), "a name alone is no set-up"
