"""How long a medicine lasts, and what a gap would mean."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from planner.finding import Weight
from planner.medication import Medication, MedicationStatus, PickUp
from planner.reading import DayWords, read_count
from planner.supply import runs_out, supply_findings
from tests.planner.making import TODAY, a_day, an_id


def _picked_up(on: str, days: str) -> PickUp:
    return PickUp(id=an_id(2), on=a_day(on, past=True), days=read_count(days))


def _medicine(*pick_ups: PickUp, **changes: Any) -> Medication:
    return Medication(id=an_id(1), name="Buprenorphine", pick_ups=pick_ups, **changes)


def test_a_supply_ends_on_the_day_after_its_last_one() -> None:
    assert runs_out(_medicine(_picked_up("2026-11-10", "14")), TODAY) == date(2026, 11, 24)


def test_the_last_pick_up_counts_in_whatever_order_they_stand() -> None:
    medicine = _medicine(_picked_up("2026-11-20", "7 days"), _picked_up("2026-10-20", "30"))
    assert runs_out(medicine, TODAY) == date(2026, 11, 27)


@pytest.mark.parametrize(
    "medicine",
    [
        _medicine(),
        _medicine(_picked_up("a while ago", "14")),
        _medicine(_picked_up("2026-11-10", "two weeks")),
        _medicine(_picked_up("2026-11-10", "0")),
        _medicine(_picked_up("2026-11-10", "5000")),
        _medicine(_picked_up("2026-12-10", "14")),
        _medicine(_picked_up("2026-11-10", "14"), as_needed=True),
        _medicine(_picked_up("2026-11-10", "14"), status=MedicationStatus.STOPPED),
        _medicine(PickUp(id=an_id(2), on=DayWords(words="x", reading=date.max), days=read_count("30"))),
    ],
    ids=["none", "no day", "no number", "no days", "not days", "ahead", "only when needed", "stopped", "end of time"],
)
def test_what_can_not_be_known_is_not_guessed(medicine: Medication) -> None:
    assert runs_out(medicine, TODAY) is None
    assert list(supply_findings(medicine, TODAY, TODAY)) == []


@pytest.mark.parametrize(
    ("last", "next_visit", "code"),
    [
        ("2026-11-01", None, "supply.out"),
        ("2026-11-15", None, "supply.soon"),
        ("2026-11-20", date(2026, 12, 20), "supply.before_visit"),
        ("2026-11-20", date(2026, 11, 30), None),
        ("2026-11-20", None, None),
    ],
)
def test_a_gap_ahead_is_seen_in_time(last: str, next_visit: date | None, code: str | None) -> None:
    medicine = _medicine(_picked_up(last, "14"))
    assert [finding.code for finding in supply_findings(medicine, TODAY, next_visit)] == ([code] if code else [])


def test_a_gap_in_a_medicine_for_opioid_use_weighs_most_and_names_naloxone() -> None:
    for last in ("2026-11-01", "2026-11-15"):
        usual, opioid = (_medicine(_picked_up(last, "14"), for_opioid_use=is_it) for is_it in (False, True))
        (light,), (heavy,) = (tuple(supply_findings(one, TODAY, None)) for one in (usual, opioid))
        assert heavy.weight >= Weight.SAFETY > light.weight
        assert "naloxone" in str(heavy.try_this)
        assert "naloxone" not in str(light.try_this)
    assert "before you start again" in str(next(iter(supply_findings(opioid, date(2026, 12, 24), None))).try_this)
