"""How often something comes round, how long a way takes, and the part of a day, in everyday words."""

from __future__ import annotations

from datetime import date

import pytest

from planner.words.minutes import minutes_in
from planner.words.part_of_day import PartOfDay, part_in
from planner.words.recurrence import EVERY_WEEK, Recurrence, recurrence_in

MONDAY, TUESDAY, FRIDAY = frozenset({0}), frozenset({1}), frozenset({4})


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("", EVERY_WEEK),
        ("every week", EVERY_WEEK),
        ("Fridays", Recurrence(weekdays=FRIDAY)),
        ("every other Friday", Recurrence(2, weekdays=FRIDAY)),
        ("un viernes sí y otro no", Recurrence(2, weekdays=FRIDAY)),
        ("cada dos semanas los viernes", Recurrence(2, weekdays=FRIDAY)),
        ("every two weeks on Tuesday", Recurrence(2, weekdays=TUESDAY)),
        ("every other week", Recurrence(2)),
        ("every other day", Recurrence(2, "day")),
        ("un día sí y otro no", Recurrence(2, "day")),
        ("every 3 weeks", Recurrence(3)),
        ("the first Monday of the month", Recurrence(unit="month", weekdays=MONDAY, ranks=(1,))),
        ("el primer lunes de cada mes", Recurrence(unit="month", weekdays=MONDAY, ranks=(1,))),
        ("first and third Tuesday of each month", Recurrence(unit="month", weekdays=TUESDAY, ranks=(1, 3))),
        ("último viernes del mes", Recurrence(unit="month", weekdays=FRIDAY, ranks=(-1,))),
        ("the 15th of each month", Recurrence(unit="month", day_of_month=15)),
        ("el 31 de cada mes", Recurrence(unit="month", day_of_month=31)),
        ("last day of the month", Recurrence(unit="month", day_of_month=31)),
    ],
)
def test_how_often_is_read_in_both_languages(words: str, means: Recurrence) -> None:
    assert recurrence_in(words) == means


@pytest.mark.parametrize(
    "words",
    [
        "biweekly",
        "twice a month",
        "the first Monday",
        "last Friday",
        "every second Friday",
        "every two Fridays",
        "cada dos viernes",
        "Fridays except holidays",
        "every other day from Monday",
        "monthly",
        "the 32nd of the month",
        "the fifth Friday of the month",
        "when I can",
        "x" * 200,
    ],
)
def test_what_two_readers_would_take_differently_is_not_read(words: str) -> None:
    assert recurrence_in(words) is None


def _falls(words: str, first: date, last: date, begins: date | None = None) -> list[str]:
    found = recurrence_in(words)
    assert found
    return [day.isoformat() for day in found.falls_on(first, last, begins=begins)]


def test_the_first_monday_is_found_in_every_month() -> None:
    days = _falls("first Monday of the month", date(2026, 10, 20), date(2027, 2, 1))
    assert days == ["2026-11-02", "2026-12-07", "2027-01-04", "2027-02-01"]


def test_the_31st_is_the_last_day_of_a_shorter_month() -> None:
    days = _falls("el 31 de cada mes", date(2027, 1, 1), date(2027, 4, 30))
    assert days == ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"]
    assert _falls("el 30 de cada mes", date(2028, 2, 1), date(2028, 2, 29)) == ["2028-02-29"]


def test_every_other_day_and_friday_are_counted_from_a_known_day() -> None:
    begins = date(2026, 11, 20)
    assert _falls("every other day", date(2026, 11, 28), date(2026, 12, 3), begins) == [
        "2026-11-28",
        "2026-11-30",
        "2026-12-02",
    ]
    assert _falls("every other Friday", date(2026, 11, 1), date(2027, 1, 5), begins) == [
        "2026-11-20",
        "2026-12-04",
        "2026-12-18",
        "2027-01-01",
    ]
    assert _falls("every other Friday", date(2026, 11, 1), date(2027, 1, 5)) == []


def test_the_ends_of_the_calendar_are_no_end_of_the_program() -> None:
    assert _falls("Mondays", date(9999, 12, 30), date.max) == []
    assert _falls("every other day", date(9998, 12, 30), date(9998, 12, 31), date.min)
    assert _falls("every other Friday", date.min, date(1, 1, 7), date.max) == []


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("bus 20, 15 minutes", 15),
        ("autobús 12, 25 minutos", 25),
        ("half an hour", 30),
        ("hora y media a pie", 90),
        ("1 h 20 min", 80),
        ("2 hrs", 120),
        ("two rides, 50 minutes", 50),
        ("20-40 min", None),
        ("the bus comes every 15 minutes", None),
        ("5 minutes on foot, then 20 minutes by bus", None),
        ("1.5 hours", None),
        ("15 miles", None),
        ("10 or 15 minutes", None),
        ("bus 20 to 5th street", None),
        ("0 minutes", None),
        ("ride from Luis", None),
        ("", None),
    ],
)
def test_one_length_of_a_way_is_read_and_no_other(words: str, minutes: int | None) -> None:
    assert minutes_in(words) == minutes


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("in the morning", PartOfDay.MORNING),
        ("por la mañana", PartOfDay.MORNING),
        ("with lunch", PartOfDay.AFTERNOON),
        ("por la tarde", PartOfDay.AFTERNOON),
        ("bedtime", PartOfDay.EVENING),
        ("mañana", None),
        ("after lunch", None),
        ("morning and night", None),
        ("not in the evening", None),
    ],
)
def test_one_part_of_the_day_is_read(words: str, part: PartOfDay | None) -> None:
    assert part_in(words) is part
