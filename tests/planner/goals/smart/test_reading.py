"""Reading one goal: what each part is, that any words can be read, and that the sentence stays as it is."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.goals.coach import Letter
from planner.goals.smart import open_letters, read_goal
from planner.words.language import Language
from tests.planner.goals.smart.rated import HALVES, rated

WEDNESDAY = date(2026, 11, 25)
SAID = sorted({goal.says for half in HALVES for goal in rated(half)})


def test_every_part_is_the_words_of_the_sentence_at_its_place() -> None:
    says = "Starting Monday, walk 2–3 miles with Maria at the park every other day before work until the end of March"
    reading = read_goal(says, WEDNESDAY)

    assert [says[part.start : part.end] for part in reading.parts] == [part.words for part in reading.parts]
    assert {part.words for part in reading.parts} == {
        *("walk 2–3 miles with Maria at the park", "2–3", "miles", "Maria", "the park"),
        *("every other day", "before work", "Starting Monday", "until the end of March"),
    }


PARTS_OF_A_TIME = [
    "stay with the group for the first three months of the year",
    "read for the first two weeks of December",
    "go to group for the last two weeks of my probation",
    "cumplir los primeros tres meses del año",
    "asistir los tres primeros meses a terapia",
]


@pytest.mark.parametrize("says", PARTS_OF_A_TIME)
def test_a_part_of_a_time_is_neither_a_number_to_reach_nor_counted_from_today(says: str) -> None:
    reading = read_goal(says, WEDNESDAY)

    assert (reading.quantity, reading.starts, reading.ends) == (None, None, None)


WORDS_LIKE_WEEKDAYS = [
    "get 30 minutes of sun a day",
    "sat with my sponsor",
    "get some sun",
    "church sun with my sister",
]


@pytest.mark.parametrize("says", WORDS_LIKE_WEEKDAYS)
def test_a_word_that_only_looks_like_a_weekday_is_no_day(says: str) -> None:
    assert read_goal(says, WEDNESDAY).ends is None


@pytest.mark.parametrize(("says", "day"), [("call mom sat", 28), ("sat 10am meeting", 28), ("Go to church on sun", 29)])
def test_a_weekday_in_small_letters_is_a_day(says: str, day: int) -> None:
    ends = read_goal(says, WEDNESDAY).ends
    assert ends
    assert ends.day == date(2026, 11, day)


def test_a_rhythm_says_every_how_many_of_which_unit() -> None:
    every_other = read_goal("run every other day", WEDNESDAY).frequency
    assert every_other
    assert (every_other.unit, every_other.every) == ("day", 2)

    weeks = read_goal("see my therapist every 2 weeks", WEDNESDAY)
    assert weeks.frequency
    assert (weeks.frequency.unit, weeks.frequency.every, weeks.quantity) == ("week", 2, None)

    days = read_goal("swim Monday to Wednesday and rest", WEDNESDAY).frequency
    assert days
    assert (days.unit, days.weekdays) == ("week", {0, 1, 2})

    spanish = read_goal("nadar los martes y jueves", WEDNESDAY, "es").frequency
    assert spanish
    assert (spanish.unit, spanish.weekdays) == ("week", {1, 3})


@dataclass(frozen=True)
class Numbered:
    says: str
    low: str | None
    high: str = ""
    language: str = "en"


NUMBERS = [
    Numbered("walk 2-3 miles", "2", "3"),
    Numbered("call two or three friends", "2", "3"),
    Numbered("walk 8,000 steps", "8000"),
    Numbered("walk 8k steps", "8000"),
    Numbered("do twenty-five squats", "25"),
    Numbered("go from 4000 to 6000 steps", "6000"),
    Numbered("cook twice a week", "2"),
    Numbered("read half an hour", "0.5"),
    Numbered("read for 1/2 hour", "0.5"),
    Numbered("read an hour and a half", None),  # the length says it; no number stands there alone
    Numbered("cut down to one and a half packs", "1.5"),
    Numbered("save $50", "50"),
    Numbered("caminar 1,5 km", "1.5", language="es"),
    Numbered("caminar dos mil quinientos pasos", "2500", language="es"),
    Numbered("asistir a dos o tres reuniones", "2", "3", "es"),
    Numbered("unirme a un grupo", None, language="es"),
    Numbered("finish step 4", None),
    Numbered("get up at 6:30", None),
    Numbered("be home by 9", None),
    Numbered("be reachable 24/7", None),
    Numbered("see my mom on March 3", None),
    Numbered("turn 50 in good health", None),
    Numbered("drive Highway 61", None),
    Numbered("go to AA at 7", None),
    Numbered("pass Math 101", None),
    Numbered("spend time with my 2 kids", None),
    Numbered("be the #1 dad", None),
    Numbered("get a 9-5 job", None),
    Numbered("give 110%", None),
    Numbered("put the phone away from 7-9 pm", None),
    Numbered("pay the fee on the 15th", None),
    Numbered("save $2000", "2000"),  # no year
    Numbered("save 5k", "5000"),
    Numbered("run a 5k", "5"),  # no thousands
    Numbered("lower my a1c from 8.2 to 7", "7"),
    Numbered("cut my smoking in half", "0.5"),
    Numbered("get up a half-hour earlier", "0.5"),
    Numbered("vivir un día a la vez", None, language="es"),
]


@pytest.mark.parametrize("said", NUMBERS, ids=lambda said: said.says)
def test_what_is_counted_is_told_from_what_only_has_a_number(said: Numbered) -> None:
    quantity = read_goal(said.says, WEDNESDAY, said.language).quantity

    assert (quantity and str(quantity.low)) == said.low
    if said.high and quantity:
        assert quantity.high == Decimal(said.high)


@dataclass(frozen=True)
class Until:
    says: str
    ends: date | None
    language: str = "en"
    starts: date | None = None


ENDS = [
    Until("go until the end of March", date(2027, 3, 31)),
    Until("go for 3 weeks", date(2026, 12, 16)),
    Until("starting December 7, go for 3 weeks", date(2026, 12, 28), starts=date(2026, 12, 7)),
    Until("go by June", date(2027, 6, 1)),
    Until("go by the end of the year", date(2026, 12, 31)),
    Until("go by December 15", date(2026, 12, 15)),
    Until("go by the 15th of December, 2026", date(2026, 12, 15)),
    Until("from January 1 to March 31, go", date(2027, 3, 31), starts=date(2027, 1, 1)),
    Until("go by Christmas", date(2026, 12, 25)),
    Until("go this weekend", date(2026, 11, 29), starts=date(2026, 11, 28)),
    Until("go next month", date(2026, 12, 31), starts=date(2026, 12, 1)),
    Until("go tomorrow", date(2026, 11, 26), starts=date(2026, 11, 26)),
    Until("go on Wednesday", date(2026, 12, 2), starts=date(2026, 12, 2)),
    Until("go by February 31", None),
    Until("go by next Friday", None),  # in two days, or in nine
    Until("go by my birthday", None),
    Until("go by the 15th", date(2026, 12, 15)),
    Until("go on the 30th", date(2026, 11, 30)),
    Until("go Tuesday the 8th", date(2026, 12, 8)),
    Until("go Monday the 8th", None),  # the 8th is a Tuesday
    Until("go tmrw", date(2026, 11, 26)),
    Until("go by year end", date(2026, 12, 31)),
    Until("go before the year is over", date(2026, 12, 31)),
    Until("go for the rest of the month", date(2026, 11, 30)),
    Until("go by the last day of school", None),
    Until("teach Sunday school", None),
    Until("finish the 28 day program", None),
    Until("ir el martes 8", date(2026, 12, 8), "es"),
    Until("ir antes de que termine el año", date(2026, 12, 31), "es"),
    Until("estar sano para mis hijos", None, "es"),
    Until("ir hasta fines de marzo", date(2027, 3, 31), "es"),
    Until("ir dentro de dos semanas", date(2026, 12, 9), "es"),
    Until("ir el primero de diciembre", date(2026, 12, 1), "es"),
    Until("ir antes del 31 de diciembre", date(2026, 12, 31), "es"),
    Until("ir antes de Navidad", date(2026, 12, 25), "es"),
    Until("ir la próxima semana", date(2026, 12, 6), "es", date(2026, 11, 30)),
    Until("go by the 20th of next month", date(2026, 12, 20)),
    Until("go by the third Thursday in January", date(2027, 1, 21)),
    Until("go by mid-January", date(2027, 1, 15)),
    Until("go in two and a half months", date(2027, 2, 9)),
    Until("go in a year and a half", date(2028, 5, 25)),
    Until("go by New Year's Eve", date(2026, 12, 31)),
    Until("go by Valentine's Day", date(2027, 2, 14)),
    Until("go by this Wednesday", WEDNESDAY),
    Until("go by the day after Thanksgiving", date(2026, 11, 27)),
    Until("go by two weeks from Friday", date(2026, 12, 11)),
    Until("no beer until next month", date(2026, 11, 30)),
    Until("see my kids before the weekend", date(2026, 11, 27)),
    Until("go by Tues", date(2026, 12, 1)),
    Until("go by Friday or Saturday", None),
    Until("go by the end of the month after next", None),
    Until("go by the second week of January", None),
    Until("go by 30 days clean", None),
    Until("go in a week or two", None),
    Until("not before Friday, call home", None),
    Until("what I began two years ago: a walk", None),
    Until("ski in Sun Valley", None),
    Until("pay rent on the 1st and the 15th", None),
    Until("go daily except Sunday", None),
    Until("by the 1st floor, turn left", None),
    Until("apply by 5/1/98", None),
    Until("ir por la mañana", None, "es"),
    Until("ir en la mañana al parque", None, "es"),
    Until("ir los domingos en la mañana", None, "es"),
    Until("caminar mañana y noche", None, "es"),
    Until("ir mañana por la mañana", date(2026, 11, 26), "es"),
    Until("ver al juez de hoy en ocho", date(2026, 12, 2), "es"),
    Until("mudarme en dos meses y medio", date(2027, 2, 9), "es"),
    Until("llamar antes del 20", date(2026, 12, 20), "es"),
    Until("ir para el segundo martes de enero", date(2027, 1, 12), "es"),
    Until("pagar para la quincena", None, "es"),
    Until("hace dos semanas dejé de fumar", None, "es"),
    Until("no tomar hasta el próximo año", date(2026, 12, 31), "es"),
    Until("ir a misa todos los días menos el domingo", None, "es"),
]


@pytest.mark.parametrize(
    ("says", "day"),
    [
        ("go by the end of the week", date(2026, 12, 5)),
        ("go this week", date(2026, 12, 5)),
        ("go by this weekend", date(2026, 11, 29)),
        ("go by Sunday", date(2026, 12, 6)),
        ("go by next Friday", None),
        ("go by next week", None),
    ],
)
def test_on_a_sunday_a_week_is_not_over_yet(says: str, day: date | None) -> None:
    ends = read_goal(says, date(2026, 11, 29)).ends

    assert ends
    assert ends.day == day


@pytest.mark.parametrize(
    ("says", "language", "words", "unit", "weekdays"),
    [
        ("get my meds on the 1st and the 15th", "en", "on the 1st and the 15th", "month", set()),
        ("walk daily except Sunday", "en", "daily except Sunday", "week", {0, 1, 2, 3, 4, 5}),
        ("walk every day but weekends", "en", "every day but weekends", "week", {0, 1, 2, 3, 4}),
        ("walk every weekday except Friday", "en", "every weekday except Friday", "week", {0, 1, 2, 3}),
        ("pagar el 1 y el 15", "es", "el 1 y el 15", "month", set()),
        ("ir todos los días menos el domingo", "es", "todos los días menos el domingo", "week", {0, 1, 2, 3, 4, 5}),
    ],
)
def test_what_comes_again_keeps_its_exceptions_and_ends_on_no_day(
    says: str, language: str, words: str, unit: str, weekdays: set[int]
) -> None:
    reading = read_goal(says, WEDNESDAY, language)

    assert reading.frequency
    assert (reading.frequency.words, reading.frequency.unit, reading.frequency.weekdays) == (words, unit, weekdays)
    assert (reading.starts, reading.ends, reading.quantity) == (None, None, None)


def test_every_other_and_every_second_are_told_from_every() -> None:
    alternate, biweekly = (
        read_goal(says, WEDNESDAY).frequency for says in ("meet alternate Fridays", "meet bi-weekly")
    )

    assert alternate
    assert biweekly
    assert (alternate.unit, alternate.every) == ("week", 2)
    assert biweekly.unit == "fortnight"


AMOUNTS = [
    ("find a day job in the next five months", None),
    ("within three weeks, climb the stairs", None),
    ("bring my PHQ-9 from 17 to under 8", 8),
    ("bring my GAD 7 from 15 down to 6", 6),
    ("lower my worry from 9/10 to 4/10", 4),
    ("go from two walks a week to five a week", 5),
    ("stay sober for 45 days", 45),
    ("read chapters 3 and 4", None),
    ("see my aunt for coffee each week for the next two months", None),
]


@pytest.mark.parametrize(("says", "amount"), AMOUNTS)
def test_a_deadline_and_the_name_of_an_instrument_are_no_amount(says: str, amount: int | None) -> None:
    quantity = read_goal(says, WEDNESDAY).quantity

    assert (quantity and quantity.high) == amount


@pytest.mark.parametrize("said", ENDS, ids=lambda said: said.says)
def test_an_end_is_a_day_where_the_words_can_mean_one_day_only(said: Until) -> None:
    reading = read_goal(said.says, WEDNESDAY, said.language)

    assert (reading.ends and reading.ends.day) == said.ends
    assert reading.is_timed is (said.ends is not None)
    if said.starts:
        assert reading.starts
        assert reading.starts.day == said.starts


def test_a_day_without_a_date_is_an_open_question_of_its_own() -> None:
    english = read_goal("Walk a mile by my birthday", WEDNESDAY)
    spanish = read_goal("Caminar una milla para mi cumpleaños", WEDNESDAY, "es")
    unclear = read_goal("Call the clinic by next Friday", WEDNESDAY)

    assert [str(one.question) for one in open_letters(english)][-1] == "“my birthday”: which day is that?"
    assert open_letters(spanish)[-1].question.values["words"] == "mi cumpleaños"
    assert [str(one.question) for one in open_letters(unclear)][-1] == "“by next Friday”: which day is that?"


@dataclass(frozen=True)
class Open:
    says: str
    letters: str
    parts: dict[str, Any] = field(default_factory=dict[str, Any])


OPEN = [
    Open("be happier", "SMART"),
    Open("drink more water", "MART"),
    Open("drink two liters of water a day", "ART"),
    Open("drink two liters of water a day until March 1", "AR"),
    Open("", "SMART"),
]


@pytest.mark.parametrize("said", OPEN, ids=lambda said: said.says or "nothing")
def test_the_letters_that_the_wording_leaves_open_each_have_one_question(said: Open) -> None:
    asked = open_letters(read_goal(said.says, WEDNESDAY))

    assert "".join(one.letter for one in asked) == said.letters
    assert all(str(one.question).endswith("?") for one in asked)


def test_achievable_and_relevant_are_never_told_by_wording() -> None:
    for says in SAID:
        letters = [one.letter for one in open_letters(read_goal(says, WEDNESDAY))]
        assert {Letter.ACHIEVABLE, Letter.RELEVANT} <= set(letters)


def test_the_act_is_told_without_what_leads_to_it_and_without_its_times() -> None:
    assert [
        part and part.words
        for part in (
            read_goal(says, WEDNESDAY).action
            for says in (
                "I want to go to three NA meetings a week until the end of March",
                "My goal is to call my sister on Sundays",
                "Every Sunday, call my sister",
                "By the end of the semester, raise my GPA",
                "go to the 7pm meeting at the church every Monday",
                "weigh in every Monday",
                "hold weekly calls with each of my clients by June",
                "practice guitar 20 min a day",
                "spend 20 min a day with my son",
                "in bed, lights out by 10",
                "go to the gym\nand eat better",
                "???",
                "",
            )
        )
    ] == [
        *("go to three NA meetings", "call my sister", "call my sister", "raise my GPA"),
        *("go to the 7pm meeting at the church", "weigh in", "hold weekly calls with each of my clients"),
        *("practice guitar", "spend 20 min", "in bed, lights out", "go to the gym", "???", None),
    ]


_ANY_WORDS = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(" ".join(SAID).split()), max_size=40).map(" ".join),
    st.builds("{}{}".format, st.sampled_from(SAID), st.text(max_size=20)),
    st.text(alphabet="0123456789.,/:-–½ kKxX%$apmAPM#\n", max_size=60),
)


@given(_ANY_WORDS, st.dates(), st.sampled_from(["en", "es", "xx"]))
def test_any_words_are_read_and_stay_as_they_are(says: str, today: date, language: str) -> None:
    reading = read_goal(says, today, language)

    assert reading.sentence == says
    for part in reading.parts:
        assert 0 <= part.start < part.end <= len(says)
        assert says[part.start : part.end] == part.words
    assert all(Language(language)(one.question) for one in open_letters(reading))


@pytest.mark.parametrize(
    "says",
    [
        "walk three miles every day with my sister by Friday, " * 200,
        "a" * 10_000,
        "1 " * 5_000,
        "the " * 2_500,
        "😀" * 5_000,
        "\ud83d cut in two",
        "\ue000\ue001\ue002 letters of no script",
        "\x00\u202e\u200f",
        "by by by until until of of of " * 300,
    ],
    ids=lambda says: says[:12].encode("ascii", "backslashreplace").decode(),
)
def test_a_page_that_was_pasted_in_is_kept_whole(says: str) -> None:
    assert read_goal(says, WEDNESDAY).sentence == says
    assert read_goal(says, WEDNESDAY, "es").sentence == says


@pytest.mark.process
def test_importing_the_reader_opens_neither_calendar_nor_number_words() -> None:
    code = "import sys, planner.goals.smart; print({'dateparser', 'text_to_num', 'babel'} & set(sys.modules) or 'none')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "none"


@pytest.mark.parametrize(
    ("says", "many"),
    [
        ("Get my worry from 7/10 to 3/10", 3),
        ("Bring my PCL-5 under 30", 30),
        ("go from 3 drinks a night to 1", 1),
        ("save from $20 a week to $35", 35),
        ("No gambling for 30 days, 4 days behind me", 30),
        ("fumar de 20 cigarros a 10 al día", 10),
        ("read chapters 2, 3 and 4", None),
        ("find a flat within the next five months", None),
        ("anotar mis gastos cada día por 6 semanas", None),
    ],
)
def test_an_amount_is_what_is_wanted_and_no_name_rating_scale_or_last_day(says: str, many: int | None) -> None:
    quantity = read_goal(says, WEDNESDAY, "es" if "í" in says else "en").quantity

    assert (quantity and quantity.high) == many


ENDS = [
    ("no sugar by Dec 14 no matter what", date(2026, 12, 14)),
    ("stay sober from Dec 1 through Jan 15 no matter what", date(2027, 1, 15)),
    ("by March 3 meetings", None),
    ("by Dec 14 three meetings", None),
    ("be clean through June", date(2027, 6, 30)),
    ("be clean until June", date(2027, 6, 1)),
    ("rest from May to July", date(2027, 7, 31)),
    ("pay rent by the 1st each month", None),
    ("in the new year join a gym", None),
    ("pagar la renta para el 5 de cada mes", None),
    ("quiero descansar de mayo a julio", None),  # a stretch of months is asked about
]


@pytest.mark.parametrize(("says", "day"), ENDS)
def test_a_number_that_may_count_something_makes_no_day_and_a_month_ends_where_it_is_said_to(
    says: str, day: date | None
) -> None:
    ends = read_goal(says, WEDNESDAY, "en").ends
    assert (ends.day if ends else None) == day
