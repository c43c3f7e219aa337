"""My week on paper: every event in its cell, what is every day above it, and nothing that a stranger should read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings

from exports.documents.my_week import my_week, my_week_neutral, printed_monday
from exports.page.notebook import notebook
from exports.page.week_table import WeekTable
from exports.press.printing import printed
from planner.caseload.agency import Agency
from planner.health.medication import DoseTime, Medication
from planner.health.visit import Visit
from planner.skills.bill import Bill
from planner.skills.routine import Routine, RoutineKind, Weekday
from planner.words.language import Language
from planner.words.reading import read_amount, read_count, read_time
from tests.exports.making_plans import DANA, occasion
from tests.exports.reading_back import pages_of, promises_of, read_html, words_of
from tests.invented import TODAY, an_id
from tests.planner.making import a_day, a_plan, plans

if TYPE_CHECKING:
    from planner.plan.plan import Plan

GROUP = Routine(
    id=an_id(1),
    own_words="Meeting with Luis",
    kind=RoutineKind.MEETING,
    days=(Weekday.MON,),
    starts=read_time("6 pm"),
    place="St. Paul's",
    transport_words="bus 20, 15 minutes",
)
DOCTOR = Visit(id=an_id(2), what_for="Dr. Shah", on=a_day("2026-11-25"), at=read_time("10 am"), place="Harbor Clinic")
PILL = Medication(id=an_id(3), name="Sertraline", doses=(DoseTime(id=an_id(4), at=read_time("8 am")),))
RENT = Bill(id=an_id(5), name="Rent", amount=read_amount("$600"), due=read_count("30"))
PLAN = a_plan(routines=(GROUP,), visits=(DOCTOR,), medications=(PILL,), paper_may_be_found=False)


def lines(plan: Plan, make: Any = my_week, **more: Any) -> list[str]:
    page = make(occasion(plan, **more))
    return [line for block in page.lead for line in block.lines] + [line for one in page.sections for line in one.lines]


def test_each_thing_stands_on_its_day_and_what_is_every_day_above() -> None:
    assert lines(PLAN) == [
        "Dana · Nov 23–29",
        "Every day: 8:00 AM Sertraline",
        "Monday Nov 23, Evening: ☐ 6:00 PM Meeting with Luis (Leave at 5:45 PM)",
        "Wednesday Nov 25, Morning: ☐ 10:00 AM Dr. Shah",
    ]


def test_neutral_words_name_nobody_no_place_and_no_medicine() -> None:
    told = "\n".join(lines(PLAN, my_week_neutral))
    assert "8:00 AM Reminder" in told
    assert "10:00 AM A visit" in told
    for word in ("Dana", "Sertraline", "Luis", "Shah", "Paul", "bus"):
        assert word not in told


def test_a_paper_that_others_may_find_is_neutral_and_names_no_medicine() -> None:
    told = "\n".join(lines(PLAN.amended(paper_may_be_found=True)))
    assert "A visit" in told
    assert "Shah" not in told
    assert "Reminder" not in told


def test_medicines_left_off_the_paper_are_left_off_the_week() -> None:
    assert "Sertraline" not in "\n".join(lines(PLAN.amended(left_off_paper=("health",))))


def test_what_has_no_day_is_asked_for_and_what_has_no_hour_stands_apart() -> None:
    other = PILL.amended(days="every other day")
    plan = a_plan(medications=(other,), bills=(RENT,), paper_may_be_found=False)
    assert lines(plan, today=date(2026, 11, 30))[1:] == [
        "Monday Nov 30, Any time: ☐ Bill due · Rent",
        "☐ Sertraline (every other day)",
    ]


def test_a_full_cell_sends_its_day_below_as_a_list() -> None:
    many = tuple(
        GROUP.amended(id=an_id(10 + n), own_words=f"Thing {n}", starts=read_time(f"{n + 6} pm"), transport_words="")
        for n in range(5)
    )
    told = lines(a_plan(routines=many, paper_may_be_found=False))
    assert told[1].count("☐") == 4
    assert "and 2 more, see below" in told[1]
    assert told[2] == "Monday, Nov 23"
    assert [f"Thing {n}" in told[3 + n] for n in range(5)] == [True] * 5


def test_a_long_title_stands_whole_somewhere_on_the_paper() -> None:
    long = GROUP.amended(own_words="one two three four five six seven eight nine")
    assert any("eight nine" in line for line in lines(a_plan(routines=(long,), paper_may_be_found=False)))


@pytest.mark.parametrize(
    ("today", "monday"),
    [
        ("2026-11-23", "2026-11-23"),
        ("2026-11-27", "2026-11-23"),
        ("2026-11-28", "2026-11-30"),
        ("2027-01-03", "2027-01-04"),
    ],
)
def test_on_a_weekend_the_week_to_come_is_printed(today: str, monday: str) -> None:
    assert printed_monday(date.fromisoformat(today)) == date.fromisoformat(monday)


def test_a_week_in_which_clocks_change_says_so() -> None:
    told = lines(PLAN, today=date(2027, 3, 10), agency=Agency(zone="America/Denver"))
    assert "Clocks go forward on March 14, 2027: one hour less." in told


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.needs("pdftotext")
def test_the_page_lies_on_its_side_and_keeps_its_promises(language: str) -> None:
    plan = DANA.plan.amended(paper_may_be_found=False)
    made = printed(notebook(my_week(occasion(plan, language=Language(language)))), "pdf").data
    assert promises_of(made)
    assert pages_of(made) <= 2
    assert "Parenting" in words_of(made)
    assert b"/MediaBox" in made


def test_the_web_page_has_both_heads_of_the_table() -> None:
    html = printed(notebook(my_week(occasion(PLAN))), "html").data.decode()
    _, tags = read_html(html)
    scopes = [attributes.get("scope") for tag, attributes in tags if tag == "th"]
    assert scopes.count("col") == 7
    assert scopes.count("row") == 4
    assert "landscape" in html


def test_the_notebook_carries_the_week_whole() -> None:
    from exports.page.block_json import as_json, from_json

    (table,) = my_week(occasion(PLAN)).sections[0].blocks
    assert isinstance(table, WeekTable)
    assert from_json(as_json(table)) == table
    assert from_json({"kind": "week", "days": ["a", "b"], "rows": [{"cells": [[{"text": "x"}]], "rules": 10**9}]})


@settings(max_examples=30, deadline=None)
@given(plans())
def test_any_plan_is_a_week(plan: Plan) -> None:
    for make in (my_week, my_week_neutral):
        page = make(replace(occasion(plan), language=Language("es")))
        assert notebook(page)["cells"]
    assert my_week(occasion(plan)) == my_week(occasion(plan, today=TODAY))
