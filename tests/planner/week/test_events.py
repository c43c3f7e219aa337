"""Everything of a plan that has a day, as events of one kind, and what is asked about them."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from planner.health.medication import DoseTime, HowGot, Medication, PickUp
from planner.health.visit import Visit
from planner.model.unit import Unit
from planner.resources.resource import Resource
from planner.skills.bill import Bill
from planner.skills.routine import Routine, RoutineKind, Weekday, routine_findings
from planner.week.clock_change import ClockChange, clock_change
from planner.week.event import EventKind
from planner.week.findings import week_findings
from planner.week.free_time import free_time
from planner.week.week import events_between, week, without_a_day
from planner.words.reading import read_amount, read_count, read_day, read_time
from tests.invented import TODAY, an_id
from tests.planner.making import a_day, a_plan

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
EVERY_DAY = tuple(Weekday)


def _routine(number: int, words: str, starts: str = "", ends: str = "", **changes: Any) -> Routine:
    days = changes.pop("days", (Weekday.MON,))
    return Routine(
        id=an_id(number), own_words=words, days=days, starts=read_time(starts), ends=read_time(ends), **changes
    )


def _pick_up(number: int, on: str, days: str = "", **changes: Any) -> PickUp:
    return PickUp(id=an_id(number), on=a_day(on, past=True), days=read_count(days, Unit.SUPPLY), **changes)


def _bill(number: int, name: str, amount: str, due: str) -> Bill:
    return Bill(id=an_id(number), name=name, amount=read_amount(amount), due=read_count(due, Unit.DAY_OF_MONTH))


def _codes(*routines: Routine, **sections: Any) -> list[str]:
    return [finding.code for finding in week_findings(a_plan(routines=routines, **sections), TODAY)]


def test_what_a_supply_and_a_shot_last_stands_on_its_day() -> None:
    pills = Medication(id=an_id(1), name="Buprenorphine", pick_ups=(_pick_up(2, "2026-11-18", "7"),))
    given = _pick_up(4, "2026-11-01", how=HowGot.INJECTION, next_due=read_day("2026-11-26", TODAY))
    shot = Medication(id=an_id(3), name="Naltrexone", pick_ups=(given,))
    found = week(a_plan(medications=(pills, shot)), MONDAY, TODAY)
    assert [(event.day.isoformat(), event.title, event.kind) for event in found] == [
        ("2026-11-24", "Buprenorphine", EventKind.LAST_PILLS),
        ("2026-11-26", "Naltrexone", EventKind.SHOT),
    ]


def test_a_supply_of_which_nobody_knows_the_days_has_no_last_day() -> None:
    open_one = Medication(id=an_id(1), name="Buprenorphine", pick_ups=(_pick_up(2, "2026-11-18", "a few"),))
    assert week(a_plan(medications=(open_one,)), MONDAY, TODAY) == ()


def test_a_bill_on_the_31st_is_due_on_the_last_day_of_november() -> None:
    plan = a_plan(bills=(_bill(1, "Rent", "$600", "31"), _bill(2, "Phone", "$45", "15")))
    assert [
        (event.day.day, event.title) for event in events_between(plan, date(2026, 11, 1), date(2026, 11, 30), TODAY)
    ] == [
        (15, "Phone"),
        (30, "Rent"),
    ]


@pytest.mark.parametrize(
    ("amount", "due"), [("$20 a week", "5"), ("$900 a year", "5"), ("$45", "32"), ("$45", "payday"), ("$45", "")]
)
def test_a_bill_without_a_sure_day_stands_apart(amount: str, due: str) -> None:
    plan = a_plan(bills=(_bill(1, "Phone", amount, due),))
    assert events_between(plan, date(2026, 11, 1), date(2026, 12, 31), TODAY) == ()
    assert [event.title for event in without_a_day(plan)] == ["Phone"]


def test_the_way_there_stands_before_what_it_leads_to() -> None:
    group = _routine(1, "Group", "12:10 am", "1 am", transport_words="bus 20, 30 minutes")
    way, there = week(a_plan(routines=(group,)), date(2026, 11, 22), TODAY)
    assert (way.kind, way.day, way.starts, way.ends) == (
        EventKind.TRAVEL,
        date(2026, 11, 22),
        time(23, 40),
        time(0, 10),
    )
    assert (there.day, there.starts) == (MONDAY, time(0, 10))


def test_a_routine_at_a_place_has_its_address_and_the_way_there() -> None:
    place = Resource(id=an_id(2), name="St. Paul's", address="12 Oak St", transport_words="bus, 20 minutes")
    way, group = events_between(
        a_plan(routines=(_routine(1, "Group", "6 pm", resource_id=an_id(2)),), resources=(place,)),
        MONDAY,
        MONDAY,
        TODAY,
    )
    assert (way.starts, group.place, group.kind) == (time(17, 40), "12 Oak St", EventKind.SERVICE)


@pytest.mark.parametrize(
    ("how_often", "next_on", "days", "code"),
    [
        ("", "", (), "routine.days"),
        ("now and then", "", EVERY_DAY, "routine.how_often"),
        ("every other week", "", (Weekday.FRI,), "routine.next_on"),
        ("every other week", "soon", (Weekday.FRI,), "routine.next_on"),
        ("every other Friday", "2026-11-26", (), "routine.next_on_fits"),
        ("every other Friday", "2026-11-27", (Weekday.MON,), "routine.which_days"),
        ("first Monday of the month", "2026-12-08", (), "routine.next_on_fits"),
    ],
)
def test_a_routine_whose_days_are_open_is_a_question(how_often: str, next_on: str, days: Any, code: str) -> None:
    routine = _routine(1, "Group", "6 pm", how_often=how_often, next_on=a_day(next_on), days=days)
    assert [finding.code for finding in routine_findings(routine)] == [code]
    plan = a_plan(routines=(routine,))
    assert events_between(plan, MONDAY, date(2026, 12, 31), TODAY) == ()
    assert [event.title for event in without_a_day(plan)] == ["Group"]


def test_every_other_friday_falls_on_every_other_friday() -> None:
    routine = _routine(1, "Payday", how_often="every other Friday", next_on=a_day("2026-11-27"), days=())
    days = [
        event.day.isoformat()
        for event in events_between(a_plan(routines=(routine,)), MONDAY, date(2026, 12, 31), TODAY)
    ]
    assert days == ["2026-11-27", "2026-12-11", "2026-12-25"]


def test_what_begins_later_is_not_there_before() -> None:
    routine = _routine(1, "Class", "6 pm", next_on=a_day("2026-11-30"))
    plan = a_plan(routines=(routine,))
    assert events_between(plan, MONDAY, MONDAY, TODAY) == ()
    assert len(events_between(plan, date(2026, 11, 30), date(2026, 11, 30), TODAY)) == 1


def test_a_way_that_begins_too_early_is_asked_about() -> None:
    work = _routine(1, "Work", "9 am", "5 pm")
    group = _routine(2, "Group", "5:15 pm", transport_words="bus, 30 minutes")
    (clash, _) = week_findings(a_plan(routines=(work, group)), TODAY)
    assert (clash.code, str(clash.says)) == (
        "week.travel",
        "Work is not over when the way to Group begins on Monday. Is there time to get there?",
    )


def test_two_parts_of_one_night_are_no_clash_and_a_shift_in_it_is() -> None:
    sleep = _routine(1, "Sleep", "11 pm", "7 am", kind=RoutineKind.SLEEP, days=EVERY_DAY)
    shift = _routine(2, "Early shift", "6 am", "2 pm", kind=RoutineKind.WORK)
    assert "week.clash" not in _codes(sleep)
    assert "week.clash" in _codes(sleep, shift)


def test_a_short_night_is_asked_about_once_and_a_split_one_is_not() -> None:
    short = _routine(1, "Sleep", "1 am", "6 am", kind=RoutineKind.SLEEP, days=EVERY_DAY)
    nap = _routine(2, "Nap", "2 pm", "4 pm", kind=RoutineKind.SLEEP, days=EVERY_DAY)
    assert _codes(short).count("week.short_night") == 1
    assert "week.short_night" not in _codes(short, nap)
    assert "week.short_night" not in _codes(short.amended(starts=read_time("11 pm")))


def test_a_meal_that_falls_on_something_and_a_day_without_one_are_asked_about() -> None:
    lunch = _routine(1, "Lunch", "noon", "12:30 pm", kind=RoutineKind.MEAL, days=EVERY_DAY)
    visit = Visit(id=an_id(2), what_for="Dentist", on=a_day("2026-11-24"), at=read_time("12:15 pm"))
    assert "week.meal_missed" in _codes(lunch, visits=(visit,))
    assert "week.meal_missed" not in _codes(lunch)
    assert "week.no_meal" in _codes(lunch.amended(days=EVERY_DAY[:5]))


def test_free_hours_lie_between_getting_up_and_lying_down() -> None:
    sleep = _routine(1, "Sleep", "10 pm", "7 am", kind=RoutineKind.SLEEP, days=EVERY_DAY)
    work = _routine(2, "Work", "9 am", "5 pm")
    events = events_between(a_plan(routines=(sleep, work)), date(2026, 11, 22), MONDAY, TODAY)
    assert [(free.starts.hour, free.ends.hour) for free in free_time(events, MONDAY)] == [(7, 9), (17, 22)]
    assert [(free.starts.hour, free.ends.hour) for free in free_time((), MONDAY)] == [(8, 22)]


@pytest.mark.parametrize(
    ("zone", "monday", "change"),
    [
        ("America/Denver", date(2027, 3, 8), ClockChange(date(2027, 3, 14), 60)),
        ("America/Denver", date(2026, 10, 26), ClockChange(date(2026, 11, 1), -60)),
        ("America/Denver", MONDAY, None),
        ("America/Phoenix", date(2027, 3, 8), None),
        ("Nowhere/Town", date(2027, 3, 8), None),
        ("", date(2027, 3, 8), None),
    ],
)
def test_the_day_on_which_clocks_change_is_known_by_the_zone(
    zone: str, monday: date, change: ClockChange | None
) -> None:
    assert clock_change(monday, zone) == change


def test_the_ends_of_the_calendar_hold_a_week_too() -> None:
    sleep = _routine(1, "Sleep", "11 pm", "7 am", kind=RoutineKind.SLEEP, days=EVERY_DAY, transport_words="30 minutes")
    dose = Medication(id=an_id(2), name="Sertraline", doses=(DoseTime(id=an_id(3), at=read_time("8 am")),))
    plan = a_plan(routines=(sleep,), medications=(dose,))
    for day in (date.min, date.max):
        assert week(plan, day, day)
        assert [finding.code for finding in week_findings(plan, day)]
