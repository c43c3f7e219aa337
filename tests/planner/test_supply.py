"""How long a medicine lasts, and what a gap would mean."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.coverage import Covered
from planner.finding import Weight
from planner.language import Language
from planner.medication import HowGot, Medication, MedicationStatus, PickUp
from planner.provider import ClosedDays, Provider, provider_findings
from planner.reading import DayWords, read_count
from planner.running_out import supply_findings
from planner.supply import days_covered, fills, lasts_until, refills_left, reported, runs_out, supply
from tests.planner.making import TODAY, a_day, an_id, plans

if TYPE_CHECKING:
    from planner.plan import Plan


def _picked_up(on: str, days: str) -> PickUp:
    return PickUp(id=an_id(2), on=a_day(on, past=True), days=read_count(days))


def _medicine(*pick_ups: PickUp, **changes: Any) -> Medication:
    return Medication(**{"id": an_id(1), "name": "Sertraline", "pick_ups": pick_ups} | changes)


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
    assert {finding.code for finding in supply_findings(medicine, TODAY, TODAY)} <= {"supply.days", "supply.ahead"}


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


def _got(on: str, how: HowGot, **changes: Any) -> PickUp:
    return PickUp(id=an_id(3), on=a_day(on, past=True), how=how, **changes)


def _codes(medicine: Medication, today: date = TODAY, place: Provider | None = None) -> list[str]:
    return [finding.code for finding in supply_findings(medicine, today, None, place)]


def test_an_early_refill_begins_when_the_one_before_it_ends() -> None:
    medicine = _medicine(_picked_up("2026-10-26", "30"), _picked_up("2026-11-20", "30"))
    known = supply(medicine, TODAY)
    assert known is not None
    assert (known.runs_out, known.days_on_hand) == (date(2026, 12, 25), 33)


def test_a_pick_up_on_a_day_to_come_is_asked_about_and_does_not_count_yet() -> None:
    medicine = _medicine(
        _picked_up("2026-11-20", "30"), PickUp(id=an_id(7), on=a_day("2031-01-01"), days=read_count("30"))
    )
    assert _codes(medicine) == ["supply.ahead"]
    assert runs_out(medicine, TODAY) == date(2026, 12, 20)


def test_an_injection_due_before_it_was_given_is_asked_about() -> None:
    given = _got("2026-11-20", HowGot.INJECTION, next_due=a_day("2026-11-20"))
    assert _codes(_medicine(given)) == ["supply.due_order"]
    assert _codes(_medicine(given.amended(next_due=a_day("2027-02-20")))) == []


def test_it_lasts_until_the_last_day_it_is_there() -> None:
    medicine = _medicine(_picked_up("2026-11-20", "3"))
    assert (runs_out(medicine, TODAY), lasts_until(medicine, TODAY)) == (date(2026, 11, 23), TODAY)
    assert lasts_until(medicine, date(2026, 11, 23)) is None
    (soon,) = supply_findings(medicine, TODAY, None)
    assert soon.says.values["day"] == TODAY


def test_a_line_noted_twice_counts_once_and_is_asked_about() -> None:
    medicine = _medicine(_picked_up("2026-11-20", "30"), _picked_up("2026-11-20", "7"))
    assert runs_out(medicine, TODAY) == date(2026, 12, 20)
    assert _codes(medicine) == ["supply.twice"]


def test_a_clinic_dose_lasts_for_its_day_and_take_homes_follow_it() -> None:
    dose = _got("2026-11-22", HowGot.CLINIC)
    assert runs_out(_medicine(dose), TODAY) == date(2026, 11, 23)
    home = _got("2026-11-22", HowGot.TAKE_HOME, days=read_count("6"))
    assert runs_out(_medicine(home, dose), TODAY) == date(2026, 11, 29)


def test_an_injection_lasts_until_the_next_one_is_due() -> None:
    given = _got("2026-11-01", HowGot.INJECTION, next_due=a_day("2026-11-29"))
    assert runs_out(_medicine(given), TODAY) == date(2026, 11, 29)
    (finding,) = supply_findings(_medicine(given, for_opioid_use=True), TODAY, None)
    assert (finding.code, finding.weight) == ("supply.due", Weight.SAFETY)
    assert runs_out(_medicine(_got("2026-11-01", HowGot.INJECTION)), TODAY) is None


def test_refills_left_are_those_of_the_latest_pick_up_that_says_so() -> None:
    known = _picked_up("2026-11-01", "14").amended(refills_left=read_count("0"))
    medicine = _medicine(known, _picked_up("2026-11-15", "14"), _picked_up("2026-10-01", "30"))
    assert refills_left(medicine, TODAY) == 0
    assert "supply.no_refill" in _codes(medicine)
    assert "supply.no_refill" not in _codes(medicine.amended(pick_ups=(known.amended(refills_left=read_count("2")),)))
    assert refills_left(_medicine(_picked_up("2026-11-01", "14")), TODAY) is None


def test_days_without_it_before_a_visit_are_counted() -> None:
    known = supply(_medicine(_picked_up("2026-11-20", "14")), TODAY)
    assert known is not None
    assert known.days_without_before(date(2026, 12, 14)) == 10
    assert known.days_without_before(date(2026, 12, 4)) == 0
    assert known.days_without_before(TODAY) == 0


def test_any_day_without_a_medicine_for_opioid_use_weighs_more_than_all_else() -> None:
    back_again = _medicine(_picked_up("2026-11-01", "17"), _picked_up("2026-11-20", "14"))
    assert _codes(back_again) == []
    (gap,) = supply_findings(back_again.amended(for_opioid_use=True), TODAY, None)
    assert (gap.code, gap.weight) == ("supply.gap", Weight.LIFE)
    assert str(gap.says).startswith("By the pick-ups, Sertraline was not there for 2 days")
    assert _codes(back_again.amended(for_opioid_use=True), date(2026, 11, 27)) == ["supply.soon"]
    assert max(Weight) == Weight.LIFE


@pytest.mark.parametrize(
    ("closed_on", "says"),
    [
        ("", None),
        ("Sunday", None),
        ("Monday", "Go by November 22"),
        ("Mondays and Sundays", "Call today"),
        ("Tuesday", "Go by November 23"),
        ("every second Friday", None),
    ],
)
def test_a_pharmacy_closed_just_before_the_end_moves_the_day_to_go(closed_on: str, says: str | None) -> None:
    place = Provider(id=an_id(9), name="Main Street Pharmacy", closed_on=closed_on)
    found = supply_findings(_medicine(_picked_up("2026-11-10", "14")), TODAY, None, place)
    closed = [Language("en")(finding.try_this or "") for finding in found if finding.code == "supply.closed"]
    assert bool(closed) is bool(says)
    assert all(one.startswith(says or "") for one in closed)


def test_a_clinic_that_closes_tomorrow_is_asked_for_a_take_home_dose() -> None:
    place = Provider(id=an_id(9), name="Clinic", closed_on="Monday")
    medicine = _medicine(_got("2026-11-22", HowGot.CLINIC), for_opioid_use=True)
    assert _codes(medicine, TODAY, place) == ["supply.closed"]
    assert _codes(medicine, TODAY, place.amended(closed_on="Tuesday")) == []
    home = _got("2026-11-22", HowGot.TAKE_HOME, days=read_count("1"))
    assert _codes(medicine.amended(pick_ups=(*medicine.pick_ups, home)), TODAY, place) == ["supply.soon"]


def _closed(first: str, last: str = "") -> Provider:
    away = ClosedDays(id=an_id(8), first=a_day(first), last=a_day(last), why="A holiday")
    return Provider(id=an_id(9), name="Main Street", closed_dates=(away,))


@pytest.mark.parametrize(
    ("place", "says"),
    [
        (_closed("2026-11-23"), "Go by November 22"),
        (_closed("2026-11-24"), "Go by November 23"),
        (_closed("2026-11-22", "2026-11-24"), "Call today"),
        (_closed("2026-11-21", "2026-11-23").amended(closed_on="Tuesday"), "Call today"),
        (_closed("2026-11-26"), None),
        (_closed("after the feast"), None),
        (_closed("2026-11-25", "2026-11-20"), None),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_holiday_moves_the_day_to_go_as_a_weekday_does(place: Provider, says: str | None) -> None:
    found = supply_findings(_medicine(_picked_up("2026-11-10", "14")), TODAY, None, place)
    closed = [Language("en")(finding.try_this or "") for finding in found if finding.code == "supply.closed"]
    assert bool(closed) is bool(says)
    assert all(one.startswith(says or "") for one in closed)


def test_a_holiday_of_the_clinic_is_asked_about_in_the_week_before_it() -> None:
    medicine = _medicine(_got("2026-11-22", HowGot.CLINIC), for_opioid_use=True)
    (finding,) = supply_findings(medicine, TODAY, None, _closed("2026-11-26"))
    assert (finding.code, str(finding.says)) == (
        "supply.closed",
        "Main Street is closed on 2026-11-26. Who has your dose for then?",
    )
    assert _codes(medicine, TODAY, _closed("2026-12-24")) == []
    home = _got("2026-11-22", HowGot.TAKE_HOME, days=read_count("5"))
    assert "supply.closed" not in _codes(
        medicine.amended(pick_ups=(*medicine.pick_ups, home)), TODAY, _closed("2026-11-26")
    )


@given(plans(), st.dates())
def test_no_closed_day_is_too_odd_to_count(plan: Plan, day: date) -> None:
    for provider in plan.providers:
        assert provider.is_closed(day) is (provider.is_away(day) or day.weekday() in provider.closed_weekdays)
        assert all(finding.says for finding in provider_findings(provider))


def test_reports_count_the_past_half_year_from_the_first_pick_up_in_it() -> None:
    found = reported(_medicine(_picked_up("2026-10-11", "9"), _picked_up("2026-10-30", "28")), TODAY)
    assert found is not None
    assert (found.covered, found.since) == (Covered(33, 43), date(2026, 10, 11))
    assert (found.has_long_gap, found.is_continuous) == (True, False)
    assert reported(_medicine(), TODAY) is None
    assert reported(_medicine(_picked_up("2025-01-01", "30")), TODAY) is None


def test_treatment_of_half_a_year_without_a_long_gap_is_continuous() -> None:
    monthly = [_picked_up(f"2026-{month:02}-01", "28") for month in range(4, 12)]
    found = reported(_medicine(*monthly), TODAY)
    assert found is not None
    assert (found.has_long_gap, found.is_continuous) == (False, True)
    missing = reported(_medicine(*monthly[:4], *monthly[5:]), TODAY)
    assert missing is not None
    assert (missing.has_long_gap, missing.is_continuous) == (True, False)


@given(plans(), st.dates())
def test_no_pick_up_is_too_odd_to_count(plan: Plan, today: date) -> None:
    for medicine in plan.medications:
        known = supply(medicine, today)
        if known:
            assert known.days_on_hand <= sum(fill.days for fill in fills(medicine))
            assert known.is_out is (known.runs_out <= today)
        told = reported(medicine, today)
        assert told is None or 0 < told.covered.days <= told.covered.of <= 180


def test_a_paused_medicine_for_opioid_use_is_days_without_it() -> None:
    paused = _medicine(_picked_up("2026-11-20", "14"), status=MedicationStatus.PAUSED)
    assert _codes(paused) == []
    (finding,) = supply_findings(paused.amended(for_opioid_use=True), TODAY, None)
    assert (finding.code, finding.weight) == ("supply.paused", Weight.LIFE)


def test_how_long_a_medicine_for_opioid_use_lasts_is_asked_when_nobody_knows() -> None:
    assert _codes(_medicine(for_opioid_use=True)) == ["supply.unknown"]
    assert _codes(_medicine(_picked_up("a while ago", "14"), for_opioid_use=True)) == ["supply.unknown"]
    assert _codes(_medicine(status=MedicationStatus.PLANNED, for_opioid_use=True)) == []


def test_days_covered_are_those_of_the_measure() -> None:
    fills_of_a_year = [_picked_up(f"2018-{day}", "90") for day in ("01-01", "03-25", "07-05", "10-15")]
    medicine = _medicine(*fills_of_a_year, name="Metformin")
    assert days_covered(medicine, date(2018, 1, 1), date(2018, 12, 31)) == Covered(348, 365)
