"""The table of times and days, as it was said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import given

from planner.medication import DoseTime, Medication, MedicationStatus
from planner.pill_schedule import PillSchedule, pill_schedule
from planner.reading import read_time
from tests.planner.making import a_plan, an_id, plans

if TYPE_CHECKING:
    from planner.plan import Plan


def _medicine(name: str, *times: str, **changes: Any) -> Medication:
    doses = tuple(DoseTime(id=an_id(n), at=read_time(at), how_much="one tablet") for n, at in enumerate(times, 50))
    return Medication(id=an_id(sum(map(ord, name))), name=name, doses=doses, **changes)


def _schedule(*medicines: Medication) -> PillSchedule:
    return pill_schedule(a_plan(medications=medicines))


def test_rows_come_in_the_order_of_the_day_and_words_last() -> None:
    found = _schedule(_medicine("A", "8 pm", "with breakfast"), _medicine("B", "8:00 am", "20:00"))
    assert [row.at.words for row in found.rows] == ["8:00 am", "8 pm", "with breakfast"]
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


def test_only_what_is_taken_now_is_in_it() -> None:
    assert _schedule(_medicine("A", "8 am", status=MedicationStatus.PAUSED), _medicine(" ", "8 am")).rows == ()


@given(plans())
def test_every_medicine_that_is_taken_stands_somewhere(plan: Plan) -> None:
    found = pill_schedule(plan)
    shown = {dose.medication_id for row in found.rows for day in row.days for dose in day}
    shown |= {one.medication_id for one in found.in_words}
    taken = {m.id for m in plan.medications if m.status is MedicationStatus.TAKING and m.name.strip()}
    assert shown == taken
