"""Where an opioid medicine, a sedative or a blocker of opioids meet, one question is asked, and no advice given."""

from __future__ import annotations

import re
from typing import Any

import pytest

from planner.care_team.concomitant import concomitant_findings
from planner.health.medication import Medication, MedicationStatus
from planner.model.finding import Weight
from planner.plan.plan import SessionPath
from planner.review.review import CLINICAL, findings
from planner.sessions.first_path import Tonight
from tests.invented import TODAY, an_id
from tests.planner.making import a_plan


def _medicine(place: int, name: str, **changes: Any) -> Medication:
    return Medication(id=an_id(20 + place), name=name).amended(**changes)


def _found(*names: str) -> list[str]:
    medicines = tuple(_medicine(place, name) for place, name in enumerate(names))
    return [finding.where.item for finding in concomitant_findings(a_plan(medications=medicines))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("methadone", "Vivitrol shot"),
        ("Suboxone", "naltrexone"),
        ("metadona", "diazepam"),
        ("Percocet", "Xanax"),
        ("buprenorfina", "gabapentina"),
        ("methodone", "Klonopin 1 mg"),
        ("Vivitrol", "lorazepam"),
        ("Xanax", "Ambien"),
        ("methadone", "tramadol"),
    ],
)
def test_two_that_meet_lead_to_one_question_whichever_was_written_first(one: str, other: str) -> None:
    assert _found(one, other) == [an_id(21)]
    assert _found(other, one) == [an_id(21)]


@pytest.mark.parametrize(
    "names",
    [
        ("methadone", "Narcan nasal spray"),
        ("Suboxone", "Zubsolv"),
        ("Subutex", "Suboxone"),
        ("methadone", "sertraline"),
        ("naltrexone", "Vivitrol"),
        ("Percocet", "OxyContin"),
        ("methadone",),
        ("methadone", "zzz"),
        (),
    ],
    ids=str,
)
def test_what_does_not_meet_or_is_one_medicine_leads_to_none(names: tuple[str, ...]) -> None:
    assert _found(*names) == []


def test_of_three_each_later_one_is_asked_about_once() -> None:
    medicines = tuple(_medicine(place, name) for place, name in enumerate(("Methadone", "Vivitrol shot", "diazepam")))
    found = list(concomitant_findings(a_plan(medications=medicines)))
    assert [finding.where.item for finding in found] == [an_id(21), an_id(22)]
    assert [dict(finding.says.values) for finding in found] == [
        {"one": "Methadone", "other": "Vivitrol shot"},
        {"one": "Methadone", "other": "diazepam"},
    ]


def test_it_is_a_question_for_today_and_tells_nobody_to_stop_or_take_anything() -> None:
    plan = a_plan(medications=(_medicine(0, "Methadone"), _medicine(1, "Vivitrol")))
    (finding,) = concomitant_findings(plan)
    assert finding.weight > Weight.SAFETY
    assert str(finding.says).endswith("Do both prescribers know?")
    assert str(finding.try_this) == "Ask the prescriber or the pharmacist today, before the next dose."
    assert not re.search(r"\b(stop|take|skip|wait|danger)", f"{finding.says} {finding.try_this}", re.IGNORECASE)
    assert finding in findings(plan, TODAY)
    assert finding.code in CLINICAL


def test_the_tick_is_not_needed_and_the_other_name_counts() -> None:
    film = _medicine(0, "My film", also_called="Suboxone", for_opioid_use=False)
    assert [*concomitant_findings(a_plan(medications=(film, _medicine(1, "Valium"))))]


def test_one_prescriber_of_both_is_asked_about_alone() -> None:
    medicines = tuple(_medicine(place, name, prescriber_id=an_id(5)) for place, name in enumerate(("oxy", "Xanax")))
    (finding,) = concomitant_findings(a_plan(medications=medicines))
    assert str(finding.says).endswith("Does the prescriber know?")


def test_what_was_stopped_meets_only_a_blocker_about_to_begin() -> None:
    stopped = _medicine(0, "methadone", status=MedicationStatus.STOPPED)
    for name, status, asked in (
        ("Vivitrol", MedicationStatus.PLANNED, True),
        ("Vivitrol", MedicationStatus.TAKING, False),
        ("Xanax", MedicationStatus.PLANNED, False),
    ):
        plan = a_plan(medications=(stopped, _medicine(1, name, status=status)))
        assert bool([*concomitant_findings(plan)]) is asked


def test_the_first_twenty_minutes_read_it_in_their_own_words() -> None:
    plan = a_plan(path=SessionPath.FIRST, tonight=Tonight(medicines_words="methadone 80 and my Xanax"))
    (finding,) = concomitant_findings(plan)
    assert (finding.where.step, finding.where.field) == ("first", "tonight.medicines_words")
    assert finding in findings(plan, TODAY)
    assert not [*concomitant_findings(plan.amended(path=SessionPath.FULL))]
