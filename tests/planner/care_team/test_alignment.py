"""Where providers may know different things: a question for a visit, and never an answer."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from planner.care_team.alignment import alignment_findings, care, consent_missing, unshared
from planner.care_team.visit_questions import may_be_asked
from planner.consent import Ended, EndReason
from planner.health.advice import DifferentAdvice, advice_findings
from planner.health.medication import Medication, MedicationStatus, is_same_medicine
from planner.health.provider import ClosedDays, Provider
from planner.health.visit import Visit
from planner.model.finding import Weight
from planner.sharing.recipient import as_recipient
from tests.invented import TODAY, an_id
from tests.planner.consent.agreeing import NOON, for_all_care, signed
from tests.planner.making import a_day, a_plan

if TYPE_CHECKING:
    from planner.plan.plan import Plan

SHAH = Provider(id=an_id(1), name="Dr. Shah", knows_others=True)
ORTIZ = Provider(id=an_id(2), name="Dr. Ortiz", knows_others=True)
ONE = Medication(id=an_id(3), name="Sertraline 50 mg", prescriber_id=SHAH.id)
OTHER = Medication(id=an_id(4), name="Clonidine", prescriber_id=ORTIZ.id)
BOTH = a_plan(providers=(SHAH, ORTIZ), medications=(ONE, OTHER))


def _codes(plan: Plan) -> list[str]:
    return [finding.code for finding in alignment_findings(plan, TODAY)]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Sertraline", "sertraline 100 mg", True),
        ("Sertraline 50 mg", "SERTRALINE 100 mg", True),
        ("Buprenorphine with naloxone, 8 mg film", "Buprenorphine", True),
        ("Vitamin D", "Vitamin B12", False),
        ("Ser", "Sertraline", False),
        ("", "", False),
        ("50 mg", "100 mg", False),
        ("Lithium (extended release)", "Metformin (extended release)", False),
        ("Suboxone", "Buprenorphine", True),
        ("Suboxone", "Naltrexone", False),
        ("Percocet", "Tylenol", True),
        ("Percocet", "Oxycodone 5 mg", True),
        ("Suboxone generic for buprenorphine-naloxone", "Buprenorphine/naloxone 8 mg", True),
    ],
)
def test_one_name_is_known_with_any_strength(one: str, other: str, same: bool) -> None:  # noqa: FBT001 (a case)
    medicines = [Medication(id=an_id(5), name=name) for name in (one, other)]
    assert is_same_medicine(*medicines) is same
    assert is_same_medicine(*reversed(medicines)) is same


def test_one_medicine_from_two_prescribers_leads_to_a_question() -> None:
    twice = BOTH.amended(medications=(ONE, OTHER.amended(name="Sertraline")))
    (finding,) = alignment_findings(twice, TODAY)
    assert (finding.code, finding.weight) == ("alignment.same", Weight.SAFETY)
    assert str(finding.ways[0]).endswith("?")
    assert _codes(BOTH) == []
    assert _codes(twice.amended(medications=(ONE, twice.medications[1].amended(prescriber_id=SHAH.id)))) == []


@pytest.mark.parametrize(
    ("one", "also", "other", "same"),
    [
        ("Suboxone", "buprenorphine-naloxone", "Buprenorphine/Naloxone 8 mg", True),
        ("Zoloft", "generic for sertraline", "Sertraline 50 mg", True),
        ("Advil", "", "IBUPROFENO", True),
        ("Zorbax", "", "Zorbaxil", False),
        ("Advil", "Motrin, ibuprofeno", "Ibuprofeno 400 mg", True),
        ("Zoloft", "genérico de sertralina o Lustral", "lustral", True),
        ("Zoloft", "8 mg; ", "8 mg", False),
    ],
)
def test_a_brand_and_its_plain_name_are_one_medicine(
    one: str,
    also: str,
    other: str,
    same: bool,  # noqa: FBT001 (a case)
) -> None:
    brand, plain = Medication(id=an_id(5), name=one, also_called=also), Medication(id=an_id(6), name=other)
    assert is_same_medicine(brand, plain) is same
    assert is_same_medicine(plain, brand) is same


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"for_opioid_use": True}, ["alignment.purpose"]),
        ({"for_what": "  To SLEEP "}, ["alignment.purpose"]),
        ({"for_what": "to sleep", "prescriber_id": SHAH.id}, []),
        ({"for_what": "to sleep", "status": MedicationStatus.STOPPED}, []),
        ({"for_what": "to stay calm"}, []),
    ],
    ids=str,
)
def test_two_medicines_for_one_thing_from_two_people_lead_to_a_question_for_both(
    changes: dict[str, Any], codes: list[str]
) -> None:
    one = ONE.amended(for_what="To sleep", for_opioid_use=True)
    plan = BOTH.amended(medications=(one, OTHER.amended(**changes)))
    found = [*alignment_findings(plan, TODAY)]
    assert [finding.code for finding in found] == codes
    assert all(may_be_asked(plan, finding) == (SHAH, ORTIZ) for finding in found)


def test_a_brand_and_what_it_has_in_it_from_two_people_lead_to_a_question_that_names_both() -> None:
    plan = BOTH.amended(medications=(ONE.amended(name="Percocet"), OTHER.amended(name="oxycodone 5 mg")))
    (finding,) = alignment_findings(plan, TODAY)
    assert finding.code == "alignment.same"
    assert {"Percocet", "oxycodone 5 mg"} == set(finding.says.values.values())


def test_one_medicine_from_three_people_is_asked_about_once_for_each_of_the_others() -> None:
    third = Provider(id=an_id(9), name="Dr. Lee", knows_others=True)
    same = (ONE, ONE.amended(id=an_id(7), prescriber_id=ORTIZ.id), ONE.amended(id=an_id(8), prescriber_id=third.id))
    plan = a_plan(providers=(SHAH, ORTIZ, third), medications=same)
    assert [finding.where.item for finding in alignment_findings(plan, TODAY)] == [an_id(7), an_id(8)]


def test_a_visit_on_a_day_on_which_the_place_is_closed_is_asked_about() -> None:
    away = ClosedDays(id=an_id(7), first=a_day("2026-12-24"), last=a_day("2026-12-26"))
    visit = Visit(id=an_id(6), provider_id=SHAH.id, on=a_day("2026-12-25"))
    plan = BOTH.amended(providers=(SHAH.amended(closed_dates=(away,)), ORTIZ), visits=(visit,))
    assert _codes(plan) == ["alignment.closed"]
    assert _codes(plan.amended(visits=(visit.amended(on=a_day("2026-12-28")),))) == []
    assert _codes(plan.amended(visits=(visit.amended(provider_id=ORTIZ.id),))) == []


def test_a_prescriber_who_may_not_know_of_the_other_is_asked_about() -> None:
    unsure = BOTH.amended(providers=(SHAH, ORTIZ.amended(knows_others=None)))
    assert _codes(unsure) == ["alignment.knows"]
    assert _codes(unsure.amended(medications=(OTHER,))) == []


def test_a_prescriber_without_a_next_visit_is_asked_about() -> None:
    often = BOTH.amended(providers=(SHAH.amended(sees_me="every four weeks"), ORTIZ))
    assert _codes(often) == ["alignment.visit"]
    ahead = Visit(id=an_id(6), provider_id=SHAH.id, on=a_day("2026-12-01"))
    assert _codes(often.amended(visits=(ahead,))) == []
    assert _codes(often.amended(visits=(ahead.amended(on=a_day("2026-11-01")),))) == ["alignment.visit"]


def test_who_prescribes_what_and_when_they_meet() -> None:
    visits = tuple(
        Visit(id=an_id(number), provider_id=SHAH.id, on=a_day(day))
        for number, day in ((10, "2026-12-20"), (11, "2026-12-01"), (12, "2026-10-01"), (13, "some day"))
    )
    first, second = care(BOTH.amended(visits=visits), TODAY)
    assert (first.medications, first.last_visit) == ((ONE,), date(2026, 10, 1))
    assert first.next_visit == visits[1]
    assert (second.last_visit, second.next_visit) == (None, None)


def test_a_prescriber_no_consent_names_is_known() -> None:
    named = signed(recipients=(as_recipient(SHAH),))
    assert unshared(BOTH, [named], TODAY) == (ORTIZ,)
    assert unshared(BOTH, [for_all_care()], TODAY) == ()
    over = named.amended(ended=Ended(reason=EndReason.REVOKED, at=NOON))
    assert unshared(BOTH, [over], TODAY) == (SHAH, ORTIZ)
    assert [finding.where.item for finding in consent_missing(BOTH, [named], TODAY)] == [ORTIZ.id]
    assert list(consent_missing(BOTH.amended(medications=(OTHER,)), [], TODAY)) == []


def test_two_words_of_advice_stay_side_by_side_until_they_are_settled() -> None:
    advice = DifferentAdvice(id=an_id(7), about="Sleep", one_says="Wait", other_says="Take it now")
    (finding,) = advice_findings(advice)
    assert finding.code == "advice.different"
    assert not list(advice_findings(advice.amended(settled="They spoke on the phone")))
    assert not list(advice_findings(advice.amended(other_says=" ")))


def test_nothing_here_tells_anybody_what_to_take() -> None:
    advising = re.compile(r"\b(take|stop|start|lower|raise|double|skip) (it|them|the|your|less|more)\b", re.IGNORECASE)
    assert advising.search("Stop the medicine")
    unsure = BOTH.amended(
        providers=(SHAH.amended(sees_me="often"), ORTIZ.amended(knows_others=None)),
        medications=(ONE, OTHER.amended(name="Sertraline")),
    )
    found = [*alignment_findings(unsure, TODAY), *consent_missing(unsure, [], TODAY)]
    assert len(found) == 5
    for finding in found:
        assert not advising.search(f"{finding.says} {finding.try_this}")
