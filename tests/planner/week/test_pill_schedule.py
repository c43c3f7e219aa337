"""The table of times and days, as it was said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from planner.health.medication import DoseTime, Medication, MedicationStatus
from planner.week.pill_schedule import PillSchedule, pill_schedule
from planner.words.days.weekdays import weekdays_in
from planner.words.reading import read_time
from tests.invented import an_id
from tests.planner.making import a_plan, plans

if TYPE_CHECKING:
    from planner.plan.plan import Plan


def _medicine(name: str, *times: str, **changes: Any) -> Medication:
    doses = tuple(DoseTime(id=an_id(n), at=read_time(at), how_much="one tablet") for n, at in enumerate(times, 50))
    return Medication(id=an_id(sum(map(ord, name))), name=name, doses=doses, **changes)


def _schedule(*medicines: Medication) -> PillSchedule:
    return pill_schedule(a_plan(medications=medicines))


def test_rows_come_in_the_order_of_the_day_and_words_last() -> None:
    found = _schedule(_medicine("A", "8 pm", "when it is quiet"), _medicine("B", "8:00 am", "20:00"))
    assert [row.at.words for row in found.rows] == ["8:00 am", "8 pm", "when it is quiet"]
    assert [dose.name for dose in found.rows[1].days[0]] == ["A", "B"]
    assert found.is_every_day
    assert found.in_words == ()


def test_a_medicine_of_certain_days_stands_on_them_only() -> None:
    found = _schedule(_medicine("A", "8 am", days="Monday and Thursday"))
    assert [bool(day) for day in found.rows[0].days] == [True, False, False, True, False, False, False]
    assert not found.is_every_day


def test_what_does_not_fit_a_table_stands_in_words() -> None:
    found = _schedule(
        _medicine("A", "8 am", days="every other day"),
        _medicine("B", "8 am", as_needed=True),
        _medicine("C", how_taken="as it says on the box"),
        _medicine("D", "8 am", taper="half from next week"),
    )
    assert [(one.name, one.as_needed) for one in found.in_words] == [
        ("A", False),
        ("B", True),
        ("C", False),
        ("D", False),
    ]
    assert found.in_words[0].says == ("8 am one tablet", "every other day")
    assert found.in_words[3].says == ("half from next week",)
    assert [dose.name for row in found.rows for dose in row.days[0]] == ["D"]


@pytest.mark.parametrize(
    "words",
    [
        "every other day, with food",
        "Every 2 days",
        "every third day",
        "Once a week on an empty stomach",
        "weekly",
        "Mondays and Fridays",
        "Take on Sunday only",
        "for 10 days",
        "until it is empty, five days",
        "every day except Sunday",
        "weekends",
        "as needed for pain",
        "PRN",
        "skip it when dizzy",
        "cada dos días con comida",
        "un día sí y un día no",
        "una vez por semana",
        "los lunes",
        "todos los días menos el domingo",
        "cuando lo necesite",
        "días alternos",
        "durante una semana",
        "every 48 hours",
        "q48h",
        "every seventy-two hours",
        "every other night",
        "every 2 nights",
        "3 x wk",
        "on the 1st and the 15th",
        "even dates",
        "5 on, 2 off",
        "x10d",
        "q.o.d.",
        "before dialysis",
        "cada 48 horas",
        "c/72h",
        "cada otra noche",
        "cada dos noches",
        "una noche sí y otra no",
    ],
)
def test_words_of_certain_days_fill_no_seven_boxes(words: str) -> None:
    for medicine in (
        _medicine("A", "8 am", how_taken=words),
        _medicine("A", f"8 am {words}"),
        _medicine("A", "8 am", days=words) if weekdays_in(words) is None else _medicine("A", how_taken=words),
    ):
        found = _schedule(medicine)
        assert found.rows == ()
        assert any(words in line for line in found.in_words[0].says)


@pytest.mark.parametrize(
    "words",
    ["", "one tablet twice a day, with food", "Do not crush", "daily", "con comida, dos veces al día", "1x daily",
     "under the tongue", "every day at the same time of day", "every 12 hours", "q8h", "every 4 to 6 hours",
     "every four hours", "cada 8 horas", "c/12h", "every night with water", "cada noche", "2 tablets BID with food"],
)  # fmt: skip
def test_words_of_every_day_keep_their_boxes_and_stand_with_each_dose(words: str) -> None:
    (row,) = _schedule(_medicine("A", "8 am", how_taken=words, for_what="to sleep")).rows
    assert row.is_every_day
    (dose,) = row.days[6]
    assert dose.title == ("A", "to sleep")
    assert dose.notes == (("one tablet", words) if words else ("one tablet",))


def test_a_dose_of_a_meal_stands_with_its_meal() -> None:
    found = _schedule(
        _medicine("A", "8 pm", "with dinner", "with lunch"),
        _medicine("B", "9 am", "con el desayuno y la cena", "bedtime"),
    )
    assert [row.at.words for row in found.rows] == [
        "con el desayuno y la cena",
        "9 am",
        "with lunch",
        "con el desayuno y la cena",
        "with dinner",
        "8 pm",
        "bedtime",
    ]


def test_nothing_that_was_said_is_left_out() -> None:
    alone = DoseTime(id=an_id(60), how_much="half a tablet")
    medicine = _medicine("A", "8 am", how_taken="Do not crush", taper="less in May", watch_for="no grapefruit")
    found = _schedule(medicine.amended(doses=(*medicine.doses, alone)))

    assert found.rows[0].days[0][0].notes == ("one tablet", "Do not crush")
    (below,) = found.in_words
    assert (below.untimed, below.says, below.watch_for) == (("half a tablet",), ("less in May",), "no grapefruit")


def test_only_what_is_taken_now_is_in_it() -> None:
    assert _schedule(_medicine("A", "8 am", status=MedicationStatus.PAUSED), _medicine(" ", "8 am")).rows == ()


@given(plans())
def test_every_medicine_that_is_taken_stands_somewhere(plan: Plan) -> None:
    found = pill_schedule(plan)
    shown = {dose.medication_id for row in found.rows for day in row.days for dose in day}
    shown |= {one.medication_id for one in found.in_words}
    taken = {m.id for m in plan.medications if m.status is MedicationStatus.TAKING and m.name.strip()}
    assert shown == taken
