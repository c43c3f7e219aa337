"""Days as people say them: the right day or none, and two buttons where either of two is meant."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, time

import pytest

from planner.words.days.day import days_in
from planner.words.reading import day_choices, read_day, read_time, time_choices
from tests.planner.said_days import HALVES, SaidDay, said_days, share_read, wrong

TUNED, SET_ASIDE = (said_days(half) for half in HALVES)


@pytest.mark.parametrize("said", TUNED, ids=lambda said: f"{said.today} {said.says}")
def test_a_day_is_the_one_that_is_meant_or_one_of_two_or_none(said: SaidDay) -> None:
    assert said.read == said.days


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_unseen_phrase_is_read_as_a_wrong_day_and_most_are_read(language: str) -> None:
    said = [one for one in SET_ASIDE if one.language == language]

    assert [one.says for one in wrong(said)] == []
    assert share_read(said) >= 0.85


def test_the_halves_share_no_phrase_of_the_same_day() -> None:
    tuned, aside = ({(one.says, one.today, one.past, one.language) for one in half} for half in (TUNED, SET_ASIDE))

    assert not tuned & aside
    assert min(len(tuned), len(aside)) > 200


WEDNESDAY = date(2026, 11, 25)


def test_two_days_are_offered_where_either_is_meant_and_none_where_one_is_read() -> None:
    assert day_choices("next Friday", WEDNESDAY) == (date(2026, 11, 27), date(2026, 12, 4))
    assert day_choices("3/4", WEDNESDAY, language="es") == (date(2027, 3, 4), date(2027, 4, 3))
    assert read_day("next Friday", WEDNESDAY).reading is None
    assert day_choices("Friday", WEDNESDAY) == ()
    assert day_choices("whenever", WEDNESDAY) == ()


HEDGED = [
    ("maybe Friday", "en", (date(2026, 11, 27),)),
    ("Friday, I think", "en", (date(2026, 11, 27),)),
    ("about December 1 at 3", "en", (date(2026, 12, 1),)),
    ("probably next Friday", "en", (date(2026, 11, 27), date(2026, 12, 4))),
    ("maybe Friday or Saturday", "en", ()),
    ("maybe in December", "en", ()),  # a month is no day to offer
    ("maybe", "en", ()),
    ("tal vez el viernes", "es", (date(2026, 11, 27),)),
    ("como el 15", "es", (date(2026, 12, 15),)),
    ("a lo mejor mañana", "es", (date(2026, 11, 26),)),
]


@pytest.mark.parametrize(("words", "language", "days"), HEDGED)
def test_a_day_somebody_is_not_sure_of_is_asked_about(words: str, language: str, days: tuple[date, ...]) -> None:
    assert day_choices(words, WEDNESDAY, language=language) == days
    assert read_day(words, WEDNESDAY, language=language).reading is None


def test_two_times_are_offered_where_they_come_twice_a_day() -> None:
    assert time_choices("half past 2") == (time(2, 30), time(14, 30))
    assert time_choices("10:30") == (time(10, 30), time(22, 30))
    assert time_choices("a las 8", language="es") == (time(8), time(20))
    assert read_time("half past 2").reading is None
    assert time_choices("6 pm") == ()
    assert time_choices("after lunch") == ()


TIMES = [
    ("half past two in the afternoon", time(14, 30)),
    ("quarter to 9 am", time(8, 45)),
    ("a quarter past 7 pm", time(19, 15)),
    ("ten to 3 pm", time(14, 50)),
    ("12:15 am", time(0, 15)),
    ("6p", time(18)),
    ("18h30", time(18, 30)),
    ("two thirty pm", time(14, 30)),
    ("quarter to 1 pm", time(12, 45)),
    ("las dos y media de la tarde", time(14, 30)),
    ("8 menos cuarto de la mañana", time(7, 45)),
    ("un cuarto para las 9 de la noche", time(20, 45)),
    ("a las 9 en punto de la mañana", time(9)),
    ("3 de la noche", None),
    ("12 de la mañana", None),  # noon, or midnight
    ("12 in the morning", None),
    ("half past 13", None),
    ("half past two or three", None),
    ("70 past 3 pm", None),
    ("at", None),
]


@pytest.mark.parametrize(("words", "at"), TIMES)
def test_a_time_is_read_in_the_words_of_either_language(words: str, at: time | None) -> None:
    assert read_time(words).reading == at
    assert read_time(words, language="es").reading == at


@pytest.mark.parametrize("today", [date.min, date(4, 2, 29), date(1583, 1, 1), date(9999, 12, 31), date.max])
@pytest.mark.parametrize("past", [True, False])
def test_the_edges_of_the_calendar_are_no_edge_of_the_reader(today: date, *, past: bool) -> None:
    for said in TUNED:
        assert len(days_in(said.says, today, said.language, past=past)) <= 2


@pytest.mark.process
def test_no_library_that_guesses_is_opened_for_a_day() -> None:
    code = (
        "import sys, datetime; from planner.words.days.day import day_in;"
        " day_in('March 3 at 9', datetime.date(2026, 1, 1), 'en', past=False);"
        " print({'dateparser', 'text_to_num', 'babel'} & set(sys.modules) or 'none')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "none"
