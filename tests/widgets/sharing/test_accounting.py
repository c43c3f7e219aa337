"""What was given to others, line by line, in the views the law asks for."""

from __future__ import annotations

from datetime import UTC, datetime

from planner.consent import ConsentKind, Part
from planner.sharing.disclosure import Disclosure
from tests.invented import NOW, an_id
from tests.planner.store.keeping import raw_of
from tests.widgets.seat import Seat, sit_down
from widgets.sharing.accounting import Given

SHEET = Disclosure(
    id=an_id(90),
    person_id=an_id(1),
    at=NOW,
    to_whom="Dr. Shah",
    what="Care-team sheet",
    parts=(Part.MEDICATIONS,),
    purpose="My care",
    consent_id=an_id(70),
    kind=ConsentKind.SPECIFIC,
    by="Rosa",
)
BY_LAW = SHEET.amended(
    id=an_id(91),
    at=datetime(2022, 5, 1, 12, 0, tzinfo=UTC),
    to_whom="Public health office",
    consent_id=None,
    kind=None,
)


def _given(*lines: Disclosure) -> Seat:
    seat = sit_down()
    for line in lines:
        seat.store.agreements.note_disclosure(line)
    seat.show(Given(seat.editor.person.id))
    return seat


def test_it_opens_only_when_asked_for() -> None:
    seat = _given(SHEET)
    assert "Dr. Shah" not in seat.text()
    seat.press("What was given to others")
    assert "Dr. Shah" in seat.text()


def test_three_years_under_consent_and_six_without_are_two_views() -> None:
    seat = _given(SHEET, BY_LAW)
    seat.press("What was given to others")
    assert "Public health office" not in seat.text()
    assert "From November 22, 2023 to November 22, 2026" in seat.text()

    seat.press("Given without a consent, in the past six years")
    assert "Public health office" in seat.text()
    assert "Dr. Shah" not in seat.text()

    seat.press("All that was given, in the past six years")
    assert "Public health office" in seat.text()
    assert "Dr. Shah" in seat.text()


def test_where_nothing_was_given_it_says_so() -> None:
    seat = _given()
    seat.press("What was given to others")
    assert "Nothing was given in this time." in seat.text()


def test_what_was_made_and_not_given_can_be_marked_and_marked_again() -> None:
    seat = _given(SHEET)
    seat.press("What was given to others")
    seat.press("It was not given: Care-team sheet, Dr. Shah, Nov 22, 2026")
    assert "Made, and not given. Noted on November 22, 2026." in seat.text()
    assert "Dr. Shah" in seat.text()
    seat.press("It was given after all: Care-team sheet, Dr. Shah, Nov 22, 2026")
    assert "Made, and not given" not in seat.text()
    assert len(seat.store.agreements.disclosures(seat.editor.person.id)) == 3


def test_where_nothing_can_be_written_the_list_stays_and_says_why() -> None:
    seat = _given(SHEET)
    seat.press("What was given to others")
    raw_of(seat.store).execute("PRAGMA query_only = ON")
    seat.press("It was not given: Care-team sheet, Dr. Shah, Nov 22, 2026")
    assert "nothing can be saved in it" in seat.text()
    assert "Made, and not given" not in seat.text()
