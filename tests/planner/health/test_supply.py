"""How long a medicine lasts, and what a gap would mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.health.coverage import Covered
from planner.health.medication import DoseTime, HowGot, Medication, MedicationStatus, PickUp
from planner.health.provider import ClosedDays, Provider, provider_findings
from planner.health.running_out import supply_findings
from planner.health.supply import (
    days_covered,
    days_of,
    fills,
    lasts_until,
    refills_left,
    reported,
    runs_out,
    stretch_of,
    supply,
)
from planner.model.finding import Weight
from planner.words.language import Language
from planner.words.reading import CountWords, DayWords, read_count, read_time
from tests.invented import TODAY, an_id
from tests.planner.making import a_day, plans

if TYPE_CHECKING:
    from planner.plan.plan import Plan


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
        _medicine(_picked_up("2026-11-10", "a few")),
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


@dataclass(frozen=True)
class Lasts:
    """What was typed under "Lasts how many days", and for how many days that is: for none where it stays words."""

    words: str
    days: int | None
    how_taken: str = ""
    how_much: tuple[str, ...] = ()
    on_days: str = ""
    taper: str = ""


LASTING = [
    Lasts("14", 14),
    Lasts("2 weeks", 14),
    Lasts("two weeks", 14),
    Lasts("2wks", 14),
    Lasts("a week", 7),
    Lasts("dos semanas", 14),
    Lasts("quince días", 15),
    Lasts("veintidós días", 22),
    Lasts("a 14-day supply", 14),
    Lasts("28 days' supply", 28),
    Lasts("about 10 days", 10),
    Lasts("60 tablets", 30, how_much=("one tablet", "one tablet")),
    Lasts("60 tablets", 30, how_taken="two a day"),
    Lasts("60 tablets", 30, how_taken="Take 1 tablet by mouth 2 times daily"),
    Lasts("60 tablets, two a day", 30),
    Lasts("60 pastillas", 30, how_taken="una pastilla cada 12 horas"),
    Lasts("28 films", 14, how_much=("1 film", "1 film")),
    Lasts("15 tabs", 30, how_much=("half a tablet",)),
    Lasts("45 tablets", 22, how_much=("1", "1")),
    Lasts("30 tablets", 30, how_taken="With food", how_much=("one",)),
    Lasts("60 tablets", None),
    Lasts("60 tablets", None, how_much=("",)),
    Lasts("60 tablets", None, how_much=("8 mg",)),
    Lasts("60 tablets", None, how_much=("1 film",)),
    Lasts("60 tablets", None, how_taken="three a day", how_much=("one",)),
    Lasts("60 tablets", None, how_taken="every other day", how_much=("one",)),
    Lasts("60 tablets", None, how_taken="once a day"),
    Lasts("60 tablets", None, how_much=("one",), on_days="Mon, Wed, Fri"),
    Lasts("60 tablets", None, how_much=("one",), taper="half of it next week"),
    Lasts("60 tablets, every other day", None),
    Lasts("60-90 tablets", None, how_much=("one",)),
    Lasts("1 month", None),
    Lasts("un mes", None),
    Lasts("una quincena", None),
    Lasts("2 weeks left", None),
    Lasts("2 or 3 weeks", None),
    Lasts("1.5 weeks", None),
    Lasts("almost two weeks", None),
    Lasts("until Friday", None),
    Lasts("14 days from today", None),
    Lasts("7.5mg", None),
    Lasts("2 bottles", None),
    Lasts("half", None),
    Lasts("-14", None),
    Lasts("once", None),
]


@pytest.mark.parametrize("lasts", LASTING, ids=lambda lasts: f"{lasts.words} {lasts.how_taken}"[:40])
def test_a_supply_is_counted_in_its_own_unit_or_asked_about(lasts: Lasts) -> None:
    pick_up = _picked_up("2026-11-22", lasts.words)
    doses = tuple(DoseTime(id=an_id(20 + at), how_much=words) for at, words in enumerate(lasts.how_much))
    doses = tuple(dose.amended(at=read_time(f"{at + 8}:00 am")) for at, dose in enumerate(doses))
    medicine = _medicine(
        pick_up, doses=doses, how_taken=lasts.how_taken, days=lasts.on_days, taper=lasts.taper, for_opioid_use=True
    )
    assert days_of(pick_up, medicine) == lasts.days
    asked = {finding.code for finding in supply_findings(medicine, TODAY, None)}
    assert (lasts.days is None) is ({"supply.days", "supply.unknown"} <= asked)


def test_a_supply_kept_by_an_earlier_version_without_its_unit_is_read_anew() -> None:
    kept = PickUp(id=an_id(2), on=a_day("2026-11-19", past=True), days=CountWords(words="2 weeks", reading=Decimal(2)))
    medicine = _medicine(kept, for_opioid_use=True)
    known = supply(medicine, TODAY)
    assert known is not None
    assert (known.days_on_hand, known.last_day) == (11, date(2026, 12, 2))
    assert "supply.out" not in _codes(medicine)


def test_tablets_without_their_times_are_asked_about_by_their_own_words() -> None:
    (asked,) = (one for one in supply_findings(_medicine(_picked_up("2026-11-20", "60 tablets")), TODAY, None))
    assert str(asked.says) == "For how many days are “60 tablets” of Sertraline?"
    (asked,) = (one for one in supply_findings(_medicine(_picked_up("2026-11-20", "1 month")), TODAY, None))
    assert "28, 30 or 31" in str(asked.says)


def test_while_the_newest_pick_up_is_open_nobody_says_that_it_has_run_out() -> None:
    older, newest = _picked_up("2026-10-20", "30"), _picked_up("2026-11-19", "1 month").amended(id=an_id(4))
    medicine = _medicine(older, newest, for_opioid_use=True)
    assert supply(medicine, TODAY) is None
    assert _codes(medicine) == ["supply.days", "supply.unknown"]
    nothing_said = _medicine(older, newest.amended(days=read_count("")), for_opioid_use=True)
    assert _codes(nothing_said) == ["supply.days", "supply.unknown"]
    assert "supply.out" in _codes(_medicine(older, for_opioid_use=True))


def test_days_without_it_before_an_open_pick_up_still_weigh_most() -> None:
    older, newest = _picked_up("2026-10-20", "28"), _picked_up("2026-11-20", "1 month").amended(id=an_id(4))
    medicine = _medicine(older, newest, for_opioid_use=True)
    gap = next(one for one in supply_findings(medicine, TODAY, None) if one.code == "supply.gap")
    assert (gap.weight, gap.says.values["n"]) == (Weight.LIFE, 3)


def test_what_is_counted_at_home_may_be_said_as_left_and_nothing_is_out() -> None:
    def counted(words: str) -> Medication:
        on_hand = _picked_up("2026-11-22", words).amended(how=HowGot.ON_HAND)
        return _medicine(on_hand, name="Buprenorphine", how_taken="one a day", for_opioid_use=True)

    assert runs_out(counted("2 weeks left"), TODAY) == date(2026, 12, 6)
    assert runs_out(counted("12 tablets left"), TODAY) == date(2026, 12, 4)
    for nothing in ("0", "none"):
        assert runs_out(counted(nothing), TODAY) is None
        assert _codes(counted(nothing)) == ["supply.out"]


@pytest.mark.parametrize(("words", "left"), [("2", 2), ("none", 0), ("2 refills left", 2), ("two", 2), ("7.5mg", None)])
def test_refills_are_whole_and_no_strength(words: str, left: int | None) -> None:
    kept = _picked_up("2026-11-15", "14").amended(refills_left=CountWords(words=words, reading=Decimal(7)))
    assert refills_left(_medicine(kept), TODAY) == left


def test_the_days_of_one_pick_up_end_after_those_of_the_one_before_it() -> None:
    first, early = _picked_up("2026-11-01", "30"), _picked_up("2026-11-22", "2 weeks").amended(id=an_id(4))
    stretch = stretch_of(early, _medicine(first, early))
    assert stretch is not None
    assert (stretch.first, stretch.last) == (date(2026, 12, 1), date(2026, 12, 14))


def _got(on: str, how: HowGot, **changes: Any) -> PickUp:
    return PickUp(id=an_id(3), on=a_day(on, past=True), how=how, **changes)


def _codes(medicine: Medication, today: date = TODAY, place: Provider | None = None) -> list[str]:
    return [finding.code for finding in supply_findings(medicine, today, None, place)]


def test_an_early_refill_begins_when_the_one_before_it_ends() -> None:
    medicine = _medicine(_picked_up("2026-10-26", "30"), _picked_up("2026-11-20", "30"))
    known = supply(medicine, TODAY)
    assert known is not None
    assert (known.runs_out, known.days_on_hand) == (date(2026, 12, 25), 33)


def test_an_injection_whose_days_and_next_day_differ_is_asked_about() -> None:
    due = a_day("2026-12-18")
    same = _picked_up("2026-11-20", "4 weeks").amended(how=HowGot.INJECTION, next_due=due)
    other = same.amended(days=read_count("30"))

    assert [runs_out(_medicine(one), TODAY) for one in (same, other)] == [date(2026, 12, 18), None]
    asked = [one.code for one in supply_findings(_medicine(other), TODAY, None)]
    assert "supply.days" in asked


def test_a_shot_that_is_due_today_is_not_said_to_be_late() -> None:
    shot = PickUp(id=an_id(2), how=HowGot.INJECTION, on=a_day("2026-10-25", past=True), next_due=a_day("2026-11-22"))
    (found,) = supply_findings(_medicine(shot, name="Vivitrol"), TODAY, None)

    assert Language("en")(found.says) == "The next shot of Vivitrol is due today. Is it set?"
    assert found.weight == Weight.LIFE


def test_a_count_that_found_nothing_ends_what_was_picked_up_before() -> None:
    nothing = _picked_up("2026-11-15", "none").amended(how=HowGot.ON_HAND)
    medicine = _medicine(_picked_up("2026-11-10", "30"), nothing, _picked_up("2026-11-20", "4"))

    assert lasts_until(medicine, TODAY) == date(2026, 11, 23)
    assert [(fill.on.day, fill.days) for fill in fills(medicine)] == [(10, 30), (15, 0), (20, 4)]


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


@pytest.mark.parametrize(
    ("closed_on", "codes"),
    [
        ("closed on weekends", ["supply.closed"]),
        ("Sat‑Sun", ["supply.closed"]),  # noqa: RUF001 (as a word processor writes it)
        ("Sundays & holidays", []),
        ("Saturdays, Sundays & holidays", ["supply.closed"]),
        ("fines de semana", ["supply.closed"]),
        ("open Mon-Fri", ["supply.closed"]),
        ("every second Friday", ["supply.closed_unread"]),
        ("Sunday afternoons", ["supply.closed_unread"]),
        ("never", []),
        ("", []),
    ],
)
def test_closed_days_are_read_or_asked_about_and_never_taken_for_open(closed_on: str, codes: list[str]) -> None:
    place = Provider(id=an_id(9), name="Main Street Pharmacy", closed_on=closed_on)
    medicine = _medicine(_picked_up("2026-11-14", "14"))  # until Friday; the first day without it is a Saturday
    found = _codes(medicine, date(2026, 11, 23), place)
    assert [code for code in found if code.startswith("supply.closed")] == codes
    asked = {finding.code for finding in provider_findings(place)}
    assert ("provider.closed_on" in asked) is (codes == ["supply.closed_unread"])
    assert ("provider.holidays" in asked) is ("holidays" in closed_on)


def test_closed_until_a_day_that_was_not_read_is_no_single_day() -> None:
    place = _closed("2026-11-23", "after the feast")
    medicine = _medicine(_picked_up("2026-11-12", "14"))
    assert [place.may_be_closed(date(2026, 11, day)) for day in (22, 23, 24)] == [False, False, True]
    assert "supply.closed_unread" in _codes(medicine, TODAY, place)


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
