"""Staff view says in words that it is, and what is for staff is drawn nowhere else."""

from __future__ import annotations

from datetime import timedelta

from planner.sessions.session import Contact, ContactKind
from planner.teaching.people import practice_person
from tests.invented import NOW, TODAY, an_id
from tests.widgets.home import Home, at_home
from tests.widgets.seat import Drawn, sit_down
from widgets.draft.context import SessionContext
from widgets.frame.session_page import SessionPage

DANA = practice_person("dana", TODAY)
TOLD = "Her brother called. She is not to know that he did"
WHO = "Curtis Reed"


def _home() -> Home:
    home = at_home(DANA)
    noted = Contact(
        id=an_id(900),
        person_id=DANA.person.id,
        at=NOW - timedelta(hours=1),
        kind=ContactKind.CALL,
        note=TOLD,
        by=WHO,
    )
    home.store.note_contact(noted)
    home.go_to("Dana")
    return home


def _bars(drawn: Drawn) -> list[str]:
    return [one.children[0].children[0] for one in drawn.elements("div") if one.class_ == "rp-staff-bar"]


def test_the_page_where_both_look_shows_nothing_of_what_staff_noted() -> None:
    home = _home()

    assert TOLD not in home.text()
    assert WHO not in home.text()
    assert "contacts are noted" in home.text()
    assert _bars(home) == []


def test_what_was_noted_opens_under_the_bar_of_the_staff_view_and_leaves_with_it() -> None:
    home = _home()

    home.press("Read in the staff view")
    assert TOLD in home.text()
    assert WHO in home.text()
    assert _bars(home) == ["Staff view"]

    home.press("Back to the shared view")
    assert TOLD not in home.text()
    assert WHO not in home.text()
    assert _bars(home) == []


def test_a_contact_is_written_under_the_bar_and_turning_back_puts_the_form_away() -> None:
    home = _home()
    home.press("Note a contact")
    assert _bars(home) == ["Staff view"]
    home.write("Note", "Said in confidence")

    home.press("Back to the shared view")
    assert "Said in confidence" not in home.text()

    home.press("Note a contact")
    assert home.written("Note") == "Said in confidence"


def test_the_caseload_is_for_staff_and_says_so() -> None:
    assert _bars(at_home(DANA)) == ["Staff view"]


def test_the_bar_stands_on_every_step_of_a_session_in_staff_view_and_on_none_in_the_shared_one() -> None:
    seat = sit_down()
    seat.show(SessionPage(SessionContext(seat.context.t, TODAY, seat.editor, seat.context.agency), lambda: None, None))
    assert _bars(seat) == []
    before = seat.text()

    seat.press("Staff view")
    for step in ("Strengths", "Resources", "Medications and health", "Skills", "Safety", "Review and finish", "Goals"):
        seat.press(next(name for name in seat.buttons() if name.startswith(step)))
        assert _bars(seat) == ["Staff view"]

    seat.press("Back to the shared view")
    assert _bars(seat) == []
    assert seat.text() == before


def test_help_when_somebody_is_not_safe_is_on_every_page_of_a_session() -> None:
    seat = sit_down()
    seat.show(SessionPage(SessionContext(seat.context.t, TODAY, seat.editor, seat.context.agency), lambda: None, None))

    for step in ("Strengths", "Resources", "Medications and health", "Skills", "Safety", "Review and finish"):
        seat.press(next(name for name in seat.buttons() if name.startswith(step)))
        assert "Not safe right now" in seat.buttons()
    seat.press("Finish the session")

    assert "is finished" in seat.text()
    seat.press("Not safe right now")
    assert any(one.attributes.get("role") == "dialog" for one in seat.elements())
