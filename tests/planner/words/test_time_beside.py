"""A time that was said with the day is not lost: "Friday at 3"."""

from __future__ import annotations

from datetime import date, time

import pytest

from planner.health.visit import Visit, visit_findings
from planner.sessions.closing import Closing, closing_findings
from planner.week.week import events_between
from planner.words.days.day import clock_words_in
from planner.words.reading import DayWords, TimeWords, read_day, read_time, time_beside
from tests.invented import an_id
from tests.planner.making import a_plan

TODAY = date(2026, 11, 25)
FRIDAY = date(2026, 11, 27)

SAID_WITH_A_DAY = [
    ("Friday at 3", "en", "at 3"),
    ("Friday, 2 pm", "en", "2 pm"),
    ("at 3 on Friday", "en", "at 3"),
    ("10:30 Friday", "en", "10:30"),
    ("Dec 1 at noon", "en", "at noon"),
    ("12/1 9:30 am", "en", "9:30 am"),
    ("el 3 de diciembre a las 10:30", "es", "a las 10:30"),
    ("el lunes al mediodía", "es", "al mediodía"),
    ("December 3", "en", ""),
    ("December", "en", ""),
    ("3 pm", "en", ""),
    ("Friday 2:00-3:00", "en", ""),
    ("tomorrow morning", "en", ""),
    ("whenever it suits, at 3", "en", ""),
]


@pytest.mark.parametrize(("words", "language", "clock"), SAID_WITH_A_DAY)
def test_the_words_of_a_time_are_found_beside_a_day(words: str, language: str, clock: str) -> None:
    assert clock_words_in(words, language) == clock


def test_a_time_in_its_own_field_stands_above_the_one_said_with_the_day() -> None:
    day = read_day("Friday at 3 pm", TODAY)

    assert time_beside(TimeWords(), day).reading == time(15)
    assert time_beside(read_time("4 pm"), day).reading == time(16)
    assert time_beside(TimeWords(words="after lunch"), day).reading is None
    assert time_beside(TimeWords(), DayWords()) == TimeWords()


def test_a_visit_stands_in_the_week_at_the_time_said_with_its_day() -> None:
    visit = Visit(id=an_id(1), what_for="Dentist", on=read_day("Friday at 3 pm", TODAY))

    (event,) = events_between(a_plan(visits=(visit,)), FRIDAY, FRIDAY, FRIDAY)
    assert event.starts == time(15)
    assert "time.unread" not in {finding.code for finding in visit_findings(visit, TODAY)}


def test_a_time_that_can_be_morning_or_evening_is_asked_for_in_its_own_field() -> None:
    visit = Visit(id=an_id(1), what_for="Dentist", on=read_day("Friday at 3", TODAY))
    asked = {finding.where.field for finding in visit_findings(visit, TODAY) if finding.code == "time.unread"}
    assert asked == {"at"}

    closing = Closing(next_on=read_day("Friday at 3", TODAY))
    assert [finding.where.field for finding in closing_findings(closing, TODAY)] == ["closing.next_at"]
    settled = closing.amended(next_at=read_time("3 pm"))
    assert list(closing_findings(settled, TODAY)) == []
