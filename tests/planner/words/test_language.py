"""Messages, days, times, numbers and lists, as each reader writes them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.goals.goal import GoalStatus
from planner.model.message import say, say_count
from planner.words.language import LANGUAGES, Language

ENGLISH, SPANISH = Language("en"), Language("es")
SUNDAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Shown:
    name: str
    value: object
    english: str
    spanish: str


SHOWN = (
    Shown("a day", SUNDAY, "November 22, 2026", "22 de noviembre de 2026"),
    Shown("a time", time(18, 5), "6:05 PM", "6:05 p.m."),
    Shown(
        "an instant",
        datetime(2026, 11, 22, 9, 0, tzinfo=UTC),
        "November 22, 2026, 9:00 AM",
        "22 de noviembre de 2026, 9:00 a.m.",
    ),
    Shown("a fraction", Decimal("2.5"), "2.5", "2.5"),
    Shown("a whole number keeps its digits, so that a year reads as one", 2026, "2026", "2026"),
    Shown("a list", ["a walk", "music"], "a walk and music", "a walk y music"),
    Shown("nothing", None, "", ""),
    Shown("a choice, by its label", GoalStatus.REACHED, "Reached", "Lograda"),
    Shown("words, untouched", " {n} %s \\ “ñ” ", " {n} %s \\ “ñ” ", " {n} %s \\ “ñ” "),
)


@pytest.mark.parametrize("case", SHOWN, ids=lambda case: case.name)
def test_a_value_is_shown_as_its_reader_writes_it(case: Shown) -> None:
    assert ENGLISH.show(case.value) == case.english
    assert SPANISH.show(case.value) == case.spanish


@dataclass(frozen=True)
class DayForm:
    form: str
    english: str
    spanish: str


DAY_FORMS = (
    DayForm("full", "Sunday, November 22, 2026", "domingo, 22 de noviembre de 2026"),
    DayForm("weekday", "Sunday, November 22", "domingo, 22 de noviembre"),
    DayForm("brief", "Sun, Nov 22", "dom, 22 de nov"),
    DayForm("day", "November 22", "22 de noviembre"),
    DayForm("month", "November 2026", "noviembre de 2026"),
    DayForm("medium", "Nov 22, 2026", "22 nov 2026"),
    DayForm("short", "11/22/26", "22/11/2026"),
    DayForm("yyyy.MM.dd", "2026.11.22", "2026.11.22"),
)


@pytest.mark.parametrize("case", DAY_FORMS, ids=lambda case: case.form)
def test_a_day_has_a_form_for_each_place(case: DayForm) -> None:
    assert ENGLISH.day(SUNDAY, case.form) == case.english
    assert SPANISH.day(SUNDAY, case.form) == case.spanish


def test_monday_is_the_first_weekday() -> None:
    assert [ENGLISH.weekday(0), SPANISH.weekday(0)] == ["Monday", "lunes"]
    assert [ENGLISH.weekday(6, "abbreviated"), SPANISH.weekday(6, "abbreviated")] == ["Sun", "dom"]


def test_an_instant_is_written_in_the_zone_it_carries() -> None:
    eastern = timezone(timedelta(hours=-5))
    assert ENGLISH.time(datetime(2026, 11, 22, 23, 30, tzinfo=UTC).astimezone(eastern)) == "6:30 PM"


def test_money_is_written_in_dollars_in_both_languages() -> None:
    assert ENGLISH.money(Decimal("1234.5")) == "$1,234.50"
    assert SPANISH.money(Decimal("1234.5")) == "$1,234.50"


@pytest.mark.parametrize("amount", ["1E+50", "9" * 60, "NaN", "-Infinity"])
def test_an_odd_number_is_shown_and_never_raises(amount: str) -> None:
    assert ENGLISH.money(Decimal(amount))
    assert ENGLISH.number(Decimal(amount))


def test_a_literal_is_translated_and_its_names_are_filled() -> None:
    assert SPANISH("A place to live") == "Un lugar donde vivir"
    assert (
        ENGLISH("Made with {counselor} on {day}", counselor="Rosa", day=SUNDAY) == "Made with Rosa on November 22, 2026"
    )


def test_a_message_within_a_message_is_translated_too() -> None:
    outer = say("{what}: {why}", what=say("Reached"), why="{what}")
    assert SPANISH(outer) == "Lograda: {what}"


def test_the_plural_is_chosen_by_n() -> None:
    def sentence(n: int) -> str:
        return ENGLISH(say_count("{n} thing still open", "{n} things still open", n))

    assert [sentence(n) for n in (0, 1, 2)] == ["0 things still open", "1 thing still open", "2 things still open"]


def test_a_name_without_a_value_is_left_standing() -> None:
    assert ENGLISH("Hello {name}") == "Hello {name}"
    assert ENGLISH("Hello {name}", other="x") == "Hello {name}"
    assert str(say("Hello {name}", other="x")) == "Hello {name}"


def test_the_header_of_a_catalogue_is_never_shown() -> None:
    assert [SPANISH(""), SPANISH(say(""))] == ["", ""]


@given(st.text(), st.text())
def test_words_come_through_every_language_unchanged(first: str, second: str) -> None:
    for code in LANGUAGES:
        assert Language(code)("{a}|{b}", a=first, b=second) == f"{first}|{second}"


@given(st.text())
def test_an_unknown_code_reads_as_one_of_our_languages(code: str) -> None:
    assert Language(code).known_code in LANGUAGES


def test_a_region_speaks_its_language_and_a_stranger_speaks_english() -> None:
    assert [Language(code).known_code for code in ("es-MX", "es_US", "ES", "fr", "")] == ["es", "es", "es", "en", "en"]


@dataclass(frozen=True)
class Listed:
    parts: tuple[str, ...]
    english: str
    spanish: str
    style: str = "standard"


LISTED = (
    Listed((), "", ""),
    Listed(("", "Ana"), "Ana", "Ana"),
    Listed(("a", "b", "c"), "a, b, and c", "a, b y c"),
    Listed(("María", "Inés"), "María and Inés", "María e Inés"),
    Listed(("Ana", "Híjar"), "Ana and Híjar", "Ana e Híjar"),
    Listed(("Ana", "Íñigo"), "Ana and Íñigo", "Ana e Íñigo"),
    Listed(("agua", "hielo"), "agua and hielo", "agua y hielo"),
    Listed(("padre", "hijo"), "padre and hijo", "padre e hijo"),
    Listed(("uno", "otro"), "uno or otro", "uno u otro", "or"),
    Listed(("{0}", "{1}"), "{0} and {1}", "{0} y {1}"),
)


@pytest.mark.parametrize("case", LISTED, ids=lambda case: " ".join(case.parts))
def test_a_list_reads_as_a_sentence(case: Listed) -> None:
    assert ENGLISH.list(case.parts, case.style) == case.english
    assert SPANISH.list(case.parts, case.style) == case.spanish
