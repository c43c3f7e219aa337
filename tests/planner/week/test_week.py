"""One week of routines, visits and doses."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from planner.health.medication import DoseTime, Medication
from planner.health.provider import Provider
from planner.health.visit import Visit
from planner.skills.routine import Routine, RoutineKind, Weekday
from planner.week.findings import clashes, week_findings
from planner.week.week import events_between, week, without_a_day
from planner.words.reading import read_time
from tests.invented import TODAY, an_id
from tests.planner.making import a_day, a_plan

MONDAY = date(2026, 11, 23)


def _routine(number: int, words: str, starts: str, ends: str = "", **changes: Any) -> Routine:
    days = changes.pop("days", (Weekday.MON, Weekday.WED))
    return Routine(
        id=an_id(number), own_words=words, days=days, starts=read_time(starts), ends=read_time(ends), **changes
    )


WORK = _routine(1, "Work", "9 am", "5 pm", kind=RoutineKind.WORK)
GROUP = _routine(2, "Group", "4 pm", "6 pm", kind=RoutineKind.MEETING)
LUNCH = _routine(3, "Lunch", "noon", "1 pm", kind=RoutineKind.MEAL)
SLEEP = _routine(4, "Sleep", "10 pm", "6 am", kind=RoutineKind.SLEEP, days=tuple(Weekday))
DOCTOR = Visit(id=an_id(5), provider_id=an_id(6), on=a_day("2026-11-23"), at=read_time("10 am"))
MORNING = Medication(id=an_id(7), name="Sertraline", doses=(DoseTime(id=an_id(8), at=read_time("8 am")),), days="Mon")


def test_a_week_holds_routines_visits_and_doses_in_order() -> None:
    plan = a_plan(
        routines=(WORK, GROUP),
        visits=(DOCTOR,),
        medications=(MORNING,),
        providers=(Provider(id=an_id(6), name="Dr. Shah"),),
    )
    monday = [event.title for event in events_between(plan, MONDAY, MONDAY, TODAY)]
    assert monday == ["Sertraline", "Work", "Dr. Shah", "Group"]
    assert len(week(plan, MONDAY, TODAY)) == 6


def test_a_night_reaches_into_the_next_morning() -> None:
    plan = a_plan(routines=(SLEEP,))
    assert [(event.starts, event.ends) for event in events_between(plan, MONDAY, MONDAY, TODAY)] == [
        (time(22), time(6))
    ]
    early = _routine(9, "Early shift", "5 am", "7 am", kind=RoutineKind.WORK, days=(Weekday.TUE,))
    assert [code.code for code in week_findings(a_plan(routines=(SLEEP, early)), TODAY)] == ["week.clash", "week.meals"]


def test_what_has_no_readable_time_stands_on_its_days_without_an_hour() -> None:
    vague = _routine(9, "Call home", "after lunch")
    no_days = MORNING.amended(days="every other day")
    plan = a_plan(routines=(vague,), medications=(no_days,))
    assert [(event.title, event.starts, event.when) for event in week(plan, MONDAY, TODAY)] == [
        ("Call home", None, "after lunch")
    ] * 2
    assert [(event.title, event.when) for event in without_a_day(plan)] == [("Sertraline", "every other day")]


@pytest.mark.parametrize(
    ("routines", "visits", "pairs"),
    [
        ((WORK, GROUP), (), [("Work", "Group")]),
        ((WORK,), (DOCTOR,), [("Work", "")]),
        ((WORK, LUNCH), (), []),
        ((WORK, GROUP.amended(days=(Weekday.FRI,))), (), []),
        ((WORK, GROUP.amended(starts=read_time("5 pm"))), (), []),
    ],
    ids=["two routines", "a visit at work", "lunch at work", "other days", "one after the other"],
)
def test_two_things_at_one_time_are_found(routines: Any, visits: Any, pairs: list[tuple[str, str]]) -> None:
    plan = a_plan(routines=routines, visits=visits)
    assert [(one.title, other.title) for one, other in clashes(events_between(plan, MONDAY, MONDAY, TODAY))] == pairs


def test_what_ends_when_the_other_begins_does_not_meet_it() -> None:
    work, group = events_between(
        a_plan(routines=(WORK, GROUP.amended(starts=read_time("5 pm")))), MONDAY, MONDAY, TODAY
    )
    assert not work.meets(group)
    assert not group.meets(work)


def test_a_clash_is_said_once_though_it_comes_twice_a_week() -> None:
    (clash, _) = week_findings(a_plan(routines=(WORK, GROUP)), TODAY)
    assert str(clash.says) == "Work and Group are at the same time on Monday. Which one can move?"
    assert (clash.where.step, clash.where.item) == ("skills", WORK.id)


def test_a_visit_weeks_ahead_is_held_against_the_week() -> None:
    later = DOCTOR.amended(on=a_day("2026-12-14"))
    assert "week.clash" in [finding.code for finding in week_findings(a_plan(routines=(WORK,), visits=(later,)), TODAY)]


def test_a_week_is_asked_for_one_steady_thing_at_a_time() -> None:
    def gaps(*routines: Routine) -> list[str]:
        return [finding.code for finding in week_findings(a_plan(routines=routines), TODAY)]

    meals = LUNCH.amended(days=tuple(Weekday))
    calm = _routine(10, "Sit by the water", "7 am", kind=RoutineKind.CALM)
    assert gaps() == []
    assert gaps(WORK) == ["week.sleep"]
    assert gaps(WORK, SLEEP) == ["week.meals"]
    assert gaps(WORK, SLEEP, meals) == ["week.calm"]
    assert gaps(WORK, SLEEP, meals, calm) == []
