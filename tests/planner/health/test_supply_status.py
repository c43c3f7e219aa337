"""Where a medicine stands today, in the words of its kind: never "without it" for a clinic's dose or an injection."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest

from planner.health.medication import HowGot, Medication, PickUp
from planner.health.provider import Provider
from planner.health.running_out import supply_findings
from planner.health.supply_status import supply_status
from planner.words.language import Language
from planner.words.reading import DayWords, read_count
from tests.invented import an_id

TODAY = date(2026, 12, 12)
ENGLISH = Language("en")


def _got(how: HowGot, on: str, days: str = "", due: str = "", number: int = 2) -> PickUp:
    return PickUp(id=an_id(number), how=how, on=_day(on), days=read_count(days), next_due=_day(due))


def _day(words: str) -> DayWords:
    return DayWords(words=words, reading=date.fromisoformat(words) if words[:2] == "20" else None)


def _medicine(*pick_ups: PickUp, **more: Any) -> Medication:
    return Medication(id=an_id(1), name="Methadone", pick_ups=pick_ups, **more)


@dataclass(frozen=True)
class Case:
    """One medicine, and the line that says where it stands."""

    name: str
    pick_ups: tuple[PickUp, ...]
    says: str


CASES = (
    Case("there", (_got(HowGot.PICKED_UP, "2026-12-01", "30"),), "lasts until Dec 30"),
    Case("last day", (_got(HowGot.PICKED_UP, "2026-12-01", "12"),), "lasts until Dec 12"),
    Case("over since yesterday", (_got(HowGot.PICKED_UP, "2026-12-01", "11"),), "ended yesterday, Dec 11"),
    Case("over for long", (_got(HowGot.PICKED_UP, "2026-11-01", "30"),), "ended 12 days ago, Nov 30"),
    Case("counted, and over", (_got(HowGot.ON_HAND, "2026-11-28", "3"),), "ended 12 days ago, Nov 30"),
    Case("dose today", (_got(HowGot.CLINIC, "2026-12-12"),), "next dose at the clinic Dec 13"),
    Case("dose yesterday", (_got(HowGot.CLINIC, "2026-12-11"),), "next dose at the clinic today"),
    Case(
        "dose long ago",
        (_got(HowGot.CLINIC, "2026-11-27"),),
        "next dose at the clinic; the last one noted is of Nov 27",
    ),
    Case("take-home", (_got(HowGot.TAKE_HOME, "2026-12-11", "3"),), "until Dec 13, next dose at the clinic Dec 14"),
    Case(
        "take-home, over",
        (_got(HowGot.TAKE_HOME, "2026-12-01", "3"),),
        "next dose at the clinic; the last take-home dose was for Dec 3",
    ),
    Case("shot ahead", (_got(HowGot.INJECTION, "2026-12-01", due="2026-12-29"),), "next shot due Dec 29"),
    Case("shot today", (_got(HowGot.INJECTION, "2026-11-14", due="2026-12-12"),), "next shot due today"),
    Case("shot past", (_got(HowGot.INJECTION, "2026-11-02", due="2026-11-30"),), "shot was due Nov 30"),
    Case(
        "counted, and there was none",
        (_got(HowGot.PICKED_UP, "2026-12-01", "30"), _got(HowGot.ON_HAND, "2026-12-10", "none", number=3)),
        "none left, counted Dec 10",
    ),
    Case("nothing noted", (), ""),
    Case("days nobody can read", (_got(HowGot.PICKED_UP, "2026-12-01", "a few"),), ""),
    Case(
        "a shot without its next day after tablets",
        (
            _got(HowGot.PICKED_UP, "2026-10-01", "30"),
            _got(HowGot.INJECTION, "2026-12-01", due="when they call", number=3),
        ),
        "",
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_medicine_says_where_it_stands(case: Case) -> None:
    status = supply_status(_medicine(*case.pick_ups), TODAY)

    assert (ENGLISH(status) if status else "") == case.says


def test_the_clinics_doses_and_injections_are_never_said_to_be_without() -> None:
    closed = Provider(id=an_id(9), name="Main Street", closed_on="Monday, Tuesday, Saturday, Sunday")
    for how in (HowGot.CLINIC, HowGot.TAKE_HOME, HowGot.INJECTION):
        for days in range(-20, 20):
            on = TODAY - timedelta(days=7)
            due = DayWords(words="then", reading=TODAY + timedelta(days=days))
            pick_up = PickUp(id=an_id(2), how=how, on=DayWords(words="then", reading=on), next_due=due)
            counted = pick_up.amended(days=read_count(str(7 + days))) if how is HowGot.TAKE_HOME else pick_up
            for opioid in (True, False):
                medicine = _medicine(counted, for_opioid_use=opioid)
                says = [ENGLISH(one.says) for one in supply_findings(medicine, TODAY, None, closed)]
                assert not [line for line in says if "without" in line or "has run out" in line or "refills" in line]


@pytest.mark.parametrize(
    ("how", "says"),
    [
        (HowGot.INJECTION, "The shot of Methadone was due on November 30, 2026. Is it set?"),
        (HowGot.CLINIC, "The last dose of Methadone noted here is not from today. Have you missed days?"),
        (HowGot.TAKE_HOME, "The last dose of Methadone noted here is not from today. Have you missed days?"),
        (HowGot.PICKED_UP, "By the last pick-up, Methadone has run out. Have you missed days?"),
    ],
)
def test_what_has_ended_speaks_up_in_the_words_of_its_kind(how: HowGot, says: str) -> None:
    days = "" if how in {HowGot.INJECTION, HowGot.CLINIC} else "3"
    due = "2026-11-30" if how is HowGot.INJECTION else ""
    medicine = _medicine(_got(how, "2026-11-02", days, due), for_opioid_use=True)

    assert [ENGLISH(one.says) for one in supply_findings(medicine, TODAY, None)] == [says]
