"""The week as a calendar file: parsed back it is the week, and it tells a stranger nothing."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar

from exports.interchange.calendar_file import NOTHING, Told, calendar_file
from planner.caseload.agency import Agency
from planner.health.medication import DoseTime, Medication
from planner.health.visit import Visit
from planner.skills.routine import Routine, RoutineKind, Weekday
from planner.week.week import events_between
from planner.words.language import Language
from planner.words.reading import read_time
from tests.exports.making_plans import DANA, occasion
from tests.invented import TODAY, an_id
from tests.planner.making import a_day, a_plan

if TYPE_CHECKING:
    from planner.plan.plan import Plan

DENVER = Agency(zone="America/Denver")
LAST = TODAY + timedelta(weeks=12)


def _routine(number: int, words: str, starts: str, ends: str = "", **changes: Any) -> Routine:
    days = changes.pop("days", (Weekday.MON, Weekday.WED))
    return Routine(
        id=an_id(number), own_words=words, days=days, starts=read_time(starts), ends=read_time(ends), **changes
    )


GROUP = _routine(1, "Meeting with Luis", "6 pm", "7 pm", kind=RoutineKind.MEETING, place="St. Paul's")
NIGHT = _routine(2, "Sleep", "11 pm", "7 am", kind=RoutineKind.SLEEP, days=tuple(Weekday))
PAYDAY = _routine(3, "Payday", "", how_often="every other Friday", next_on=a_day("2026-11-27"), days=())
FIRST_MONDAY = _routine(4, "Court", "9 am", how_often="first Monday of the month", days=())
MONTH_END = _routine(5, "Rent to Carla", "noon", how_often="the 31st of each month", days=())
DOCTOR = Visit(id=an_id(6), what_for="Dr. Shah", on=a_day("2027-03-16"), at=read_time("10 am"), place="Harbor Clinic")
PILL = Medication(id=an_id(7), name="Sertraline", doses=(DoseTime(id=an_id(8), at=read_time("8 am")),))
PLAN = a_plan(routines=(GROUP, NIGHT, PAYDAY, FIRST_MONDAY, MONTH_END), visits=(DOCTOR,), medications=(PILL,))


def _made(plan: Plan = PLAN, told: Told = NOTHING, **more: Any) -> bytes:
    return calendar_file(occasion(plan, **{"agency": DENVER, **more}), told)


def _entries(data: bytes) -> dict[str, Any]:
    return {str(entry["uid"]): entry for entry in Calendar.from_ical(data).walk("VEVENT")}


def _days(entry: Any) -> list[date]:
    """Return the days of an entry as another program counts them."""
    start = entry["dtstart"].dt
    if "rrule" not in entry:
        return [start.date() if isinstance(start, datetime) else start]
    begins = start if isinstance(start, datetime) else datetime.combine(start, time())
    rule = rrulestr(entry["rrule"].to_ical().decode(), dtstart=begins)
    return [at.date() for at in rule]


@pytest.mark.parametrize("routine", PLAN.routines, ids=lambda routine: routine.own_words)
def test_parsed_back_it_equals_the_week(routine: Routine) -> None:
    entry = _entries(_made())[f"{routine.id}@recovery-planner"]
    expected = [e.day for e in events_between(a_plan(routines=(routine,)), TODAY, LAST, TODAY)]
    assert expected
    assert _days(entry) == expected


def test_hours_are_those_of_the_agency_and_a_night_ends_the_next_day() -> None:
    entries = _entries(_made())
    night = entries[f"{NIGHT.id}@recovery-planner"]
    visit = entries[f"{DOCTOR.id}@recovery-planner"]
    assert (night["dtend"].dt - night["dtstart"].dt) == timedelta(hours=8)
    assert str(visit["dtstart"].params["TZID"]) == "America/Denver"
    assert visit["dtstart"].dt.utcoffset() == timedelta(hours=-6)
    assert night["dtstart"].dt.utcoffset() == timedelta(hours=-7)
    assert len(Calendar.from_ical(_made()).walk("VTIMEZONE")) == 1


def test_nothing_is_told_that_was_not_ticked() -> None:
    data = _made().decode()
    assert "SUMMARY:A visit" in data
    for word in ("Luis", "Paul", "Shah", "Sertraline", "Harbor", "LOCATION", "DESCRIPTION", "VALARM"):
        assert word not in data
    assert "SUMMARY:Cita" in _made(language=Language("es")).decode()


def test_what_was_ticked_is_told_and_no_medicine_all_the_same() -> None:
    titles, both = _made(told=Told(titles=True)).decode(), _made(told=Told(titles=True, places=True)).decode()
    assert "Meeting with Luis" in titles
    assert "LOCATION" not in titles
    assert "LOCATION:Harbor Clinic" in both
    assert "Sertraline" not in both


def test_the_same_input_is_the_same_bytes_and_ids_stay_on_another_day() -> None:
    assert _made() == _made()
    assert set(_entries(_made())) == set(_entries(_made(today=date(2026, 12, 1))))


def test_without_a_zone_times_are_those_of_the_phone() -> None:
    data = _made(agency=Agency()).decode()
    assert "TZID" not in data
    assert "VTIMEZONE" not in data


def test_it_ends_at_the_next_meeting_and_words_are_text() -> None:
    plan = a_plan(routines=(GROUP.amended(own_words="A; b, c\nEND:VEVENT"),))
    plan = plan.amended(closing=plan.closing.amended(next_on=a_day("2026-12-01")))
    entries = _entries(_made(plan, Told(titles=True)))
    group = entries[f"{GROUP.id}@recovery-planner"]
    assert _days(group)[-1] == date(2026, 11, 30)
    assert str(group["summary"]) == "A; b, c\nEND:VEVENT"
    assert len(entries) == 2


def test_an_empty_plan_and_invented_people_are_files_too() -> None:
    assert _entries(_made(a_plan())) == {}
    assert _entries(_made(DANA.plan))
