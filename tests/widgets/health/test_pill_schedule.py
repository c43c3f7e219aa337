"""The pill schedule as a table of times and days, and what fits no table in words."""

from __future__ import annotations

from datetime import time
from typing import Any

from planner.health.medication import DoseTime, Medication, PickUp
from planner.words.reading import CountWords, DayWords, TimeWords
from tests.invented import TODAY, an_id
from tests.widgets.seat import Seat, sit_down
from widgets.health import medications

MORNING = DoseTime(id=an_id(71), at=TimeWords(words="8 am", reading=time(8)), how_much="one film")
NIGHT = DoseTime(id=an_id(72), at=TimeWords(words="bedtime"), how_much="one tablet")
BUPE = Medication(id=an_id(62), name="Buprenorphine", doses=(MORNING, NIGHT))


def _medicines(*medicines: Medication) -> Seat:
    seat = sit_down(medications=medicines)
    seat.draw(medications.TOPIC_CARDS, "medications.medicines")
    return seat


def _table(seat: Seat) -> list[str]:
    def words(widget: Any) -> str:
        return widget if isinstance(widget, str) else " ".join(words(one) for one in widget.children)

    return [words(row) for row in seat.elements("tr")]


def test_days_that_are_all_alike_are_one_column() -> None:
    head, *rows = _table(_medicines(BUPE))
    assert head == "Time Every day"
    assert rows == ["8:00 AM Buprenorphine one film", "bedtime Buprenorphine one tablet"]


def test_what_it_is_for_and_how_it_is_taken_stand_with_each_dose() -> None:
    _, first, second = _table(_medicines(BUPE.amended(for_what="to stay well", how_taken="Do not chew")))
    assert first == "8:00 AM Buprenorphine · to stay well one film Do not chew"
    assert second == "bedtime Buprenorphine · to stay well one tablet Do not chew"


def test_a_dose_without_a_time_stands_below_the_table() -> None:
    alone = DoseTime(id=an_id(73), how_much="half a film")
    seat = _medicines(BUPE.amended(doses=(MORNING, alone)))
    assert "Another dose, without a time: half a film" in seat.text()


def test_days_that_differ_have_a_column_each() -> None:
    head, row, *_ = _table(_medicines(BUPE.amended(days="Monday and Thursday")))
    assert head.split()[1:] == ["Medicine", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert row == "8:00 AM Buprenorphine one film Mon ✓ Tue – Wed – Thu ✓ Fri – Sat – Sun –"


def test_as_needed_stands_in_words_below() -> None:
    seat = _medicines(Medication(id=an_id(63), name="Ibuprofen", as_needed=True, how_taken="after a meal"))
    assert _table(seat) == []
    assert "Only when I need it · after a meal" in seat.text()


def test_it_can_be_shown_large_and_closed_again() -> None:
    seat = _medicines(BUPE)
    seat.press("Show it large")
    assert len(seat.elements("table")) == 2
    seat.press("Close")
    assert len(seat.elements("table")) == 1


def test_nobody_who_takes_nothing_sees_a_schedule() -> None:
    assert "When I take what" not in _medicines().text()


def _on_pick_ups(medicine: Medication) -> Seat:
    seat = _medicines(medicine)
    seat.press(f"Change: {medicine.name}")
    seat.press("Pick-ups")
    return seat


def test_a_dose_at_the_clinic_is_one_press() -> None:
    seat = _on_pick_ups(BUPE)
    seat.press("Taken at the clinic")
    assert seat.plan.medications[0].pick_ups[0].on.reading == TODAY
    assert "Next dose at the clinic Monday, November 23" in seat.text()
    assert "On hand" not in seat.text()
    assert "Lasts how many days" not in seat.text()


def test_an_injection_asks_when_the_next_one_is_due() -> None:
    seat = _on_pick_ups(BUPE)
    seat.press("An injection")
    seat.write("When", "today")
    seat.write("Next one due", "December 20")
    assert "Next one due Sunday, December 20" in seat.text()


def test_the_days_before_a_visit_are_counted() -> None:
    pick_up = PickUp(
        id=an_id(73),
        on=DayWords(words="today", reading=TODAY),
        days=CountWords(words="7", reading=7),
        refills_left=CountWords(words="0", reading=0),
    )
    seat = _on_pick_ups(BUPE.amended(pick_ups=(pick_up,)))
    assert "On hand 7 days" in seat.text()
    assert "Refills left 0" in seat.text()


def test_what_is_taken_when_needed_has_no_end() -> None:
    seat = _on_pick_ups(BUPE.amended(as_needed=True))
    assert "has no day on which it ends" in seat.text()
