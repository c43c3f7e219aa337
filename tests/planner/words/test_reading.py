"""Words that are understood: never wrong rather than often right."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.model.side import Side
from planner.model.unit import Unit
from planner.words.days.weekdays import weekdays_in
from planner.words.reading import AmountWords, CountWords, TimeWords, read_amount, read_count, read_day, read_time

WEDNESDAY = date(2026, 11, 25)


@dataclass(frozen=True)
class Said:
    words: str
    day: date | None
    language: str = "en"
    past: bool = False


READ_DAYS = [
    Said("2026-12-01", date(2026, 12, 1)),
    Said("December 1", date(2026, 12, 1)),
    Said("Dec. 1st, 2027", date(2027, 12, 1)),
    Said("the 1st of December", date(2026, 12, 1)),
    Said("Friday, December 4", date(2026, 12, 4)),
    Said("12/1", date(2026, 12, 1)),
    Said("12/1/26", date(2026, 12, 1)),
    Said("13/4/2027", date(2027, 4, 13)),
    Said("today", WEDNESDAY),
    Said("Tomorrow", date(2026, 11, 26)),
    Said("the day after tomorrow", date(2026, 11, 27)),
    Said("Friday", date(2026, 11, 27)),
    Said("by Friday.", date(2026, 11, 27)),
    Said("this Friday", date(2026, 11, 27)),
    Said("next Monday", date(2026, 11, 30)),
    Said("in two weeks", date(2026, 12, 9)),
    Said("3 weeks from now", date(2026, 12, 16)),
    Said("a week from today", date(2026, 12, 2)),
    Said("in three months", date(2027, 2, 25)),
    Said("Jan 31", date(2027, 1, 31)),
    Said("end of the month", date(2026, 11, 30)),
    Said("December 31 at 5 pm", date(2026, 12, 31)),
    Said("the 3rd", date(2026, 12, 3)),
    Said("last Friday", date(2026, 11, 20), past=True),
    Said("Friday", date(2026, 11, 20), past=True),
    Said("November 20", date(2026, 11, 20), past=True),
    Said("2 weeks ago", date(2026, 11, 11), past=True),
    Said("yesterday", date(2026, 11, 24), past=True),
    Said("hoy", WEDNESDAY, "es"),
    Said("mañana", date(2026, 11, 26), "es"),
    Said("pasado mañana", date(2026, 11, 27), "es"),
    Said("el viernes", date(2026, 11, 27), "es"),
    Said("Miércoles 2 de diciembre", date(2026, 12, 2), "es"),
    Said("el lunes que viene", date(2026, 11, 30), "es"),
    Said("el próximo lunes", date(2026, 11, 30), "es"),
    Said("el viernes pasado", date(2026, 11, 20), "es", past=True),
    Said("el 3 de enero", date(2027, 1, 3), "es"),
    Said("1 de diciembre del 2026", date(2026, 12, 1), "es"),
    Said("primero de diciembre", date(2026, 12, 1), "es"),
    Said("3 dic", date(2026, 12, 3), "es"),
    Said("en dos semanas", date(2026, 12, 9), "es"),
    Said("dentro de 3 días", date(2026, 11, 28), "es"),
    Said("hace una semana", date(2026, 11, 18), "es", past=True),
    Said("December 1", date(2026, 12, 1), "es"),
]

OPEN_DAYS = [
    Said("", None),
    Said("soon", None),
    Said("2026-0", None),
    Said("2026-02-30", None),
    Said("February 30", None),
    Said("2 or 3", None),
    Said("12", None),
    Said("May", None),
    Said("May 2027", None),
    Said("5 may 27", None),  # a day, or a year
    Said("Feb 29", None),  # years ahead
    Said("next week", None),
    Said("3 days", None),  # ahead or ago
    Said("Wednesday", None),  # today, or in a week
    Said("next Friday", None),  # in two days, or in nine
    Said("el viernes que viene", None, "es"),
    Said("last Monday", None, past=True),  # two days ago, or nine
    Said("this Monday", None),  # gone by
    Said("November 20", None),  # five days ago, or in a year
    Said("November 28", None, past=True),
    Said("Friday December 5", None),  # a Saturday
    Said("3/4", None, "es"),  # March or April
    Said("1.12.2026", None),
    Said("May 3 times", None),
    Said("December 1 " + "x" * 100_000, None),
]


@pytest.mark.parametrize("said", [*READ_DAYS, *OPEN_DAYS], ids=lambda said: said.words[:30])
def test_a_day_is_read_only_where_every_reader_takes_it_for_the_same(said: Said) -> None:
    read = read_day(said.words, WEDNESDAY, language=said.language, side=Side.BACK if said.past else Side.EITHER)
    assert read.words == said.words
    assert read.reading == said.day


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("6 pm", time(18)),
        ("6:30 PM", time(18, 30)),
        ("8.30 p. m.", time(20, 30)),
        ("at 7 in the morning", time(7)),
        ("8 at night", time(20)),
        ("18:30", time(18, 30)),
        ("06:30", time(6, 30)),
        ("0:15", time(0, 15)),
        ("12 am", time(0)),
        ("12:30 pm", time(12, 30)),
        ("Noon", time(12)),
        ("midnight", time(0)),
        ("a las 8 de la noche", time(20)),
        ("a la 1 de la tarde", time(13)),
        ("8 de la mañana", time(8)),
        ("12 de la noche", time(0)),
        ("mediodía", time(12)),
        ("6", None),
        ("6:30", None),
        ("a las 8", None),
        ("2 at night", None),
        ("13 pm", None),
        ("25:00", None),
        ("7:61 pm", None),
        ("6 or 7 pm", None),
        ("after lunch", None),
        ("9" * 100_000, None),
    ],
)
def test_a_time_is_read_only_where_it_comes_once_a_day(words: str, at: time | None) -> None:
    assert read_time(words) == TimeWords(words=words, reading=at)


NUMBERS = [
    ("3", "3"),
    ("0", "0"),
    ("3 times", "3"),
    ("3x a week", "3"),
    ("1.5 miles", "1.5"),
    ("1,5 horas", "1.5"),
    ("$1,250.50", "1250.50"),
    ("$1.250,50", "1250.50"),
    ("1,250", "1250"),
    ("about 300 dollars", "300"),
    ("~45", "45"),
    ("$ 40.", "40"),
    ("3/week", "3"),
    ("1st", "1"),
    ("el 15", "15"),
    ("1.250", None),  # a thousand and more in one country, one and a bit in the other
    ("two", None),
    ("2 or three", None),
    ("2 or 3", None),
    ("20-30", None),
    ("45 50", None),
    ("1/2", None),
    ("3½", None),
    ("3 and a half", None),
    ("less than 3", None),
    ("menos de 3", None),
    ("every 3 days", None),
    ("3+", None),
    ("-3", None),
    ("50 cents", None),
    ("2 dozen", None),
    ("2 grand", None),
    ("2 thou", None),
    ("3 Gs", None),
    ("3 figures", None),
    ("10 percent", None),
    ("200 y pico", None),
    ("all but 20", None),
    ("45k", None),
    ("10%", None),
    ("10 pm", None),
    ("1.2.3", None),
    ("1e9", None),
    ("9" * 20, None),
    ("9" * 100_000, None),
    ("1.2k", None),
    ("-$45", None),
    ("- 45", None),
    ("(45)", None),
    (".5", "0.5"),
    ("1," * 30, None),
    ("1" * 60, None),
    ("", None),
]


@pytest.mark.parametrize(("words", "number"), NUMBERS, ids=[words[:20] for words, _ in NUMBERS])
def test_a_number_is_read_only_where_it_stands_alone(words: str, number: str | None) -> None:
    reading = Decimal(number) if number else None
    assert read_amount(words) == AmountWords(words=words, reading=reading)
    assert read_count(words) == CountWords(words=words, reading=reading)


IN_A_UNIT = [
    (Unit.ANY, "7.5mg", "7.5"),
    (Unit.ANY, "0.5tab", "0.5"),
    (Unit.ANY, "5 days after payday", None),
    (Unit.ANY, "30 days from the bill", None),
    (Unit.DAYS, "2 weeks", "14"),
    (Unit.DAYS, "1 month", None),
    (Unit.DAYS, "7.5mg", None),
    (Unit.DAYS, "1,200", "1200"),
    (Unit.DAY_OF_MONTH, "5", "5"),
    (Unit.DAY_OF_MONTH, "the 5th", "5"),
    (Unit.DAY_OF_MONTH, "1st of the month", "1"),
    (Unit.DAY_OF_MONTH, "el primero", "1"),
    (Unit.DAY_OF_MONTH, "día 15", "15"),
    (Unit.DAY_OF_MONTH, "fin de mes", "31"),
    (Unit.DAY_OF_MONTH, "last day of the month", "31"),
    (Unit.DAY_OF_MONTH, "5 days after payday", None),
    (Unit.DAY_OF_MONTH, "30 days from the bill", None),
    (Unit.DAY_OF_MONTH, "1st and 15th", None),
    (Unit.DAY_OF_MONTH, "15 days", None),
    (Unit.REFILLS, "2 refills left", "2"),
    (Unit.REFILLS, "none", "0"),
    (Unit.REFILLS, "2 of 5", None),
    (Unit.REFILLS, "2 months", None),
]


@pytest.mark.parametrize(
    ("unit", "words", "number"), IN_A_UNIT, ids=[f"{unit}: {words}" for unit, words, _ in IN_A_UNIT]
)
def test_a_number_is_read_in_the_unit_of_its_field_or_stays_words(unit: Unit, words: str, number: str | None) -> None:
    assert read_count(words, unit) == CountWords(words=words, reading=Decimal(number) if number else None)


MONEY = [
    ("1,200USD", "1200"),
    ("800/wk", "800"),
    ("50 every month", "50"),
    ("1200 every two weeks", "1200"),
    ("800 on the 1st and 15th", "800"),
    ("300 cada quince días", "300"),
    ("US$45", "45"),
    ("7.5mg", None),
    ("€45", None),
    ("45 pesos", None),
    ("S/ 200", None),
    ("RD$500", None),
    ("Rs. 500", None),
    ("₡500", None),
    ("HTG 500", None),
    ("500 gourdes", None),
    ("50 kr", None),
    ("US$50", "50"),
    ("50 from my sister", "50"),
    ("3 quarters", None),
    ("C$40", None),
    ("600 plus utilities", None),
    ("between 40 and 50", None),
    ("($40)", None),
    ("$—40", None),
    ("40–", None),
    ("40-", None),
    ("±40", None),
    ("negative 40", None),
    ("$40 short", None),
    ("faltan 40", None),
    ("at least $40", None),
    ("$40 max", None),
    ("hasta 40", None),
    ("por lo menos 40", None),
    ("900 gross", None),
    ("almost 40", "40"),
    ("casi 40", "40"),
    ("from Max 40", None),
]


@pytest.mark.parametrize(("words", "amount"), MONEY)
def test_money_is_read_in_the_agencys_currency_and_apart_from_how_often(words: str, amount: str | None) -> None:
    assert read_amount(words) == AmountWords(words=words, reading=Decimal(amount) if amount else None)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("", set(range(7))),
        ("every day", set(range(7))),
        ("todos los días", set(range(7))),
        ("Mon, Wed and Fri", {0, 2, 4}),
        ("Mondays", {0}),
        ("lunes y jueves", {0, 3}),
        ("Monday through Friday", set(range(5))),
        ("Mon-Fri", set(range(5))),
        ("de lunes a viernes", set(range(5))),
        ("Fri-Mon", {4, 5, 6, 0}),
        ("Mon-Wed-Fri", {0, 2, 4}),
        ("weekends", {5, 6}),
        ("entre semana", set(range(5))),
        ("every day except Sunday", set(range(6))),
        ("todos los días menos el domingo", set(range(6))),
        ("Sunday afternoons", None),
        ("every other day", None),
        ("when I feel like it", None),
        ("not on Mondays", None),
    ],
)
def test_the_days_of_a_medicine_are_read_where_they_are_plain(words: str, days: set[int] | None) -> None:
    assert weekdays_in(words) == days


@given(st.text(max_size=60), st.dates(), st.sampled_from(["en", "es", "xx"]), st.sampled_from(Side))
def test_any_words_can_be_kept_as_a_day(words: str, today: date, language: str, side: Side) -> None:
    read = read_day(words, today, language=language, side=side)
    assert read.words == words
    assert read.reading is None or side.holds(read.reading, today)


@given(st.text(max_size=60))
def test_any_words_can_be_kept_as_a_time_and_a_number(words: str) -> None:
    counts = {read_count(words, unit).words for unit in Unit}
    assert {read_time(words).words, read_amount(words).words, *counts} == {words}
