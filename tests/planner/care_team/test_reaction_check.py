"""A reaction is held against every medicine; what could not be compared is said, and never that there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planner.care_team.reaction_check import reaction_check_findings
from planner.health.medication import Medication, MedicationStatus, Reaction
from planner.model.finding import Weight
from planner.review.review import CLINICAL, findings
from tests.invented import TODAY, an_id
from tests.planner.making import a_plan

if TYPE_CHECKING:
    from planner.plan.plan import Plan

ALIKE, UNREAD = "medication.reaction", "medication.not_compared"


def _plan(reactions: tuple[str, ...], *medicines: str, **changes: object) -> Plan:
    return a_plan(
        reactions=tuple(Reaction(id=an_id(50 + place), to_what=words) for place, words in enumerate(reactions)),
        medications=tuple(
            Medication(id=an_id(20 + place), name=name).amended(**changes) for place, name in enumerate(medicines)
        ),
    )


def _found(plan: Plan) -> list[tuple[str, str]]:
    return [(finding.code, finding.where.item) for finding in reaction_check_findings(plan)]


MEDICINE, SECOND, NOTED = an_id(20), an_id(21), an_id(50)


@pytest.mark.parametrize(
    ("reaction", "medicine"),
    [
        ("sertraline", "Sertraline 50 mg"),
        ("Sertralina", "Zoloft"),
        ("penicillin, sulfa", "Penicillin VK"),
        ("Zorbaxil (rash)", "zorbaxil 20 mg"),
        ("zorbaxil", "Generic for Zorbaxil"),
        ("peanuts and zorbaxil", "Zorbaxil"),
        ("cacahuates y Zorbaxil", "zorbaxil 5"),
    ],
)
def test_a_medicine_the_person_reacts_to_is_asked_about(reaction: str, medicine: str) -> None:
    plan = _plan((reaction,), medicine)
    assert _found(plan)[0] == (ALIKE, MEDICINE)
    (asked,) = (finding for finding in findings(plan, TODAY) if finding.code == ALIKE)
    assert asked.weight > Weight.SAFETY
    assert str(asked.says).endswith("Does the prescriber know?")


def test_it_is_known_by_its_other_name() -> None:
    plan = _plan(("Bactrim",), "Old yellow one", also_called="sulfamethoxazole")
    assert (ALIKE, MEDICINE) in _found(plan)


@pytest.mark.parametrize("status", [MedicationStatus.TAKING, MedicationStatus.PLANNED, MedicationStatus.PAUSED])
def test_it_is_asked_about_as_long_as_it_may_be_taken(status: MedicationStatus) -> None:
    assert _found(_plan(("aspirin",), "Excedrin", status=status)) == [(ALIKE, MEDICINE)]
    assert _found(_plan(("aspirin",), "Excedrin", status=MedicationStatus.STOPPED)) == []


def test_what_could_not_be_compared_is_said_on_either_side() -> None:
    assert _found(_plan(("penicillin",), "Zorbaxil")) == [(UNREAD, MEDICINE)]
    assert _found(_plan(("peanuts",), "Sertraline")) == [(UNREAD, NOTED)]
    assert _found(_plan(("peanuts",), "Zorbaxil", "Zoloft")) == [(UNREAD, MEDICINE), (UNREAD, NOTED)]
    assert _found(_plan(("penicillin and Zorbaxil",), "Amoxil", "Zoloft")) == [(ALIKE, MEDICINE), (UNREAD, NOTED)]
    (finding,) = reaction_check_findings(_plan(("peanuts",), "Sertraline"))
    assert str(finding.says).endswith("We could not compare this one: ask the pharmacist.")
    assert finding.weight >= Weight.SAFETY


@pytest.mark.parametrize("answer", ["none", "NKDA", "No known allergies", "ninguna", "  "])
def test_that_there_is_none_is_an_answer_and_leads_to_nothing(answer: str) -> None:
    assert _found(_plan((answer,), "Sertraline", "Zorbaxil")) == []


def test_nothing_is_said_where_nothing_alike_was_found() -> None:
    assert _found(_plan(("penicillin",), "Sertraline")) == []
    assert _found(_plan(("peanuts",))) == []
    assert _found(_plan((), "Zorbaxil")) == []


def test_a_clinician_reads_every_sentence() -> None:
    assert {ALIKE, UNREAD} <= CLINICAL
