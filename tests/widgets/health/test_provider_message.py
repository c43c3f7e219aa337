"""What was noticed reaches a provider only under a consent that covers it, and stands in the accounting then."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import tests.widgets.seat
from planner.consent import Part
from planner.health.medication import Medication
from planner.health.observation import Noticed, Observation
from planner.words.reading import DayWords
from tests.invented import NOW, TODAY, an_id
from tests.planner.store.keeping import raw_of
from tests.widgets.agreed import SHAH, agree, take_back
from tests.widgets.seat import Seat, sit_down
from widgets.health import medications

if TYPE_CHECKING:
    import pytest

BUPE = Medication(id=an_id(62), name="Buprenorphine")
SEEN = Observation(
    id=an_id(66),
    what=Noticed.SLEEP,
    own_words="Awake from three to five",
    on=DayWords(words="today", reading=TODAY),
    medication_id=BUPE.id,
    relay_to=SHAH.id,
)
OTHER = SEEN.amended(id=an_id(67), own_words="A secret of mine", relay_to=None)
MAKE = "Make the message for Dr. Shah"


def _noticed(**parts: Any) -> Seat:
    return sit_down(**({"providers": (SHAH,), "medications": (BUPE,), "observations": (SEEN, OTHER)} | parts))


def _open(seat: Seat) -> None:
    seat.draw(medications.TOPIC_CARDS, "medications.noticed")
    seat.press("Change: Awake from three to five")


def test_without_a_consent_there_is_no_button() -> None:
    seat = _noticed()
    _open(seat)
    assert "Nothing is passed on to Dr. Shah yet." in seat.text()
    assert MAKE not in seat.buttons()


def test_a_consent_for_something_else_is_not_enough() -> None:
    seat = _noticed()
    agree(seat, parts=(Part.MEDICATIONS,))
    _open(seat)
    assert MAKE not in seat.buttons()


def test_the_message_holds_this_one_thing_and_is_noted() -> None:
    seat = _noticed()
    agree(seat)
    _open(seat)
    seat.press(MAKE)

    (message,) = (one.children[0] for one in seat.elements("pre"))
    assert "Awake from three to five" in message
    assert "Buprenorphine" in message
    assert "42 CFR part 2" in message
    assert "A secret of mine" not in message
    (line,) = seat.store.agreements.disclosures(seat.editor.person.id)
    assert (line.to_whom, line.what) == ("Dr. Shah", "Message about what was noticed")


def test_a_medicine_is_not_named_where_the_consent_leaves_medicines_out() -> None:
    seat = _noticed()
    agree(seat, parts=(Part.OBSERVATIONS,))
    _open(seat)
    seat.press(MAKE)
    assert "Buprenorphine" not in seat.elements("pre")[0].children[0]


def test_taken_back_in_another_window_nothing_is_passed_on_and_it_says_why() -> None:
    seat = _noticed()
    signed = agree(seat)
    _open(seat)
    take_back(seat, signed)
    seat.press(MAKE)
    assert seat.elements("pre") == []
    assert "This consent was taken back. Nothing more is shared under it." in seat.text()
    assert MAKE not in seat.buttons()
    assert seat.store.agreements.disclosures(seat.editor.person.id) == ()


def test_without_its_line_in_the_accounting_no_message_is_shown() -> None:
    seat = _noticed()
    agree(seat)
    _open(seat)
    raw_of(seat.store).execute("PRAGMA query_only = ON")
    seat.press(MAKE)
    assert seat.elements("pre") == []
    assert "nothing can be saved in it" in seat.text()
    assert seat.store.agreements.disclosures(seat.editor.person.id) == ()


def test_over_at_midnight_while_the_page_is_open_nothing_is_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    seat = _noticed()
    agree(seat, ends_on=DayWords(words="today", reading=TODAY))
    _open(seat)
    assert MAKE in seat.buttons()
    monkeypatch.setattr(tests.widgets.seat, "NOW", NOW + timedelta(days=1))
    seat.press(MAKE)
    assert seat.elements("pre") == []
    assert "This consent has ended." in seat.text()
    assert MAKE not in seat.buttons()
