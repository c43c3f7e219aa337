"""A medicine for opioid use disorder is known by its name until somebody says otherwise."""

from __future__ import annotations

import pytest

from planner.health.medication import Medication, MedicationStatus, medication_findings
from planner.health.running_out import supply_findings
from planner.model.finding import Weight
from planner.plan.plan import read_plan, write_plan
from tests.invented import TODAY, an_id
from tests.planner.making import a_plan

METHADONE = Medication(id=an_id(20), name="methadone 80 mg")


def _asked(medicine: Medication) -> bool:
    return "medication.opioid_use" in {finding.code for finding in medication_findings(medicine)}


@pytest.mark.parametrize("name", ["methadone", "Vivitrol shot", "Suboxone film", "buprenorfina"])
def test_the_tick_is_suggested_from_the_name(name: str) -> None:
    assert _asked(METHADONE.amended(name=name))
    assert METHADONE.amended(name=name).is_for_opioid_use


@pytest.mark.parametrize("answer", [True, False])
def test_an_answer_is_not_asked_for_again_and_counts(answer: bool) -> None:  # noqa: FBT001 (a case)
    medicine = METHADONE.amended(for_opioid_use=answer)
    assert not _asked(medicine)
    assert medicine.is_for_opioid_use is answer


def test_another_medicine_is_not_asked_about_and_can_be_ticked_all_the_same() -> None:
    other = METHADONE.amended(name="Clonidine")
    assert not _asked(other)
    assert not other.is_for_opioid_use
    assert other.amended(for_opioid_use=True).is_for_opioid_use


def test_days_without_it_are_the_gravest_without_any_tick() -> None:
    (paused,) = supply_findings(METHADONE.amended(status=MedicationStatus.PAUSED), TODAY, None)
    assert paused.weight == Weight.LIFE


@pytest.mark.parametrize("answer", [None, True, False])
def test_the_answer_is_kept_and_none_stays_none(answer: bool | None) -> None:  # noqa: FBT001 (a case)
    plan = a_plan(medications=(METHADONE.amended(for_opioid_use=answer),))
    assert read_plan(write_plan(plan)) == plan


def test_a_plan_from_before_the_question_has_no_answer_yet() -> None:
    """A tick that was not set was never written: nobody had seen it."""
    kept = write_plan(a_plan(medications=(METHADONE,)))
    assert "for_opioid_use" not in kept
    assert read_plan(kept).medications[0].for_opioid_use is None
