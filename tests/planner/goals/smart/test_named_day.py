"""A day that has a name and no date is asked for; a place, a person and a means behind the same words never are."""

from __future__ import annotations

from datetime import date

import pytest

from planner.goals.coach import Letter
from planner.goals.smart import open_letters, read_goal

WEDNESDAY = date(2026, 11, 25)

NO_DAY_EN = """
walk by the river · walk by the lake before work · sit by my grandmother's bed · swing by the pharmacy
go by bus · get there by my sister's · do it by myself · walk by the church · turn before the fire station
get off before the bridge · drive until the gas station · put my keys by the door · be seen by the doctor
get my hair done by my aunt Rosa · send it by mail · be treated by the nurse · live by the rules · walk until the park
be supported by the team · get custody by court order · meet by the court house · walk by the wedding chapel
pass by the test center · park by the graduation hall · jog by Fall Creek · stay at the Summer House
stay clean until I feel better · rest until I am calm · lock the door before I leave · walk until my legs hurt
put the phone away before the kids come home · leave before the bar opens · be in bed before the kids
camp by the old mill · stand by my brother · be guided by my faith · walk by May Street · run on Easter Road
go to May Lake · hike at Sun Valley · drive on Highway 5 · walk to 4th of July Park
be home before the streetlights come on
"""
NO_DAY_ES = """
caminar junto al río · caminar por el parque · ir en autobús · caminar hasta el río · caminar hasta mi casa
bajarme antes del puente · parar antes de la licorería · ahorrar para mi carro · comprar comida para mi familia
trabajar para mi mamá · sentarme antes de mi hermana · orar antes de mi comida · llegar antes de que el bus salga
irme antes de que el bar abra · caminar hasta que mis pies duelan · descansar hasta que mi cuerpo sane
manejar hasta la corte · pagar con tarjeta · ir por la iglesia · caminar por la calle 5 de mayo
ir a la escuela 20 de noviembre · pasar por mi mamá · llegar hasta el final de la calle · estar ahí para mi abuela
"""


def _each(said: str, language: str) -> list[tuple[str, str]]:
    return [(one.strip(), language) for line in said.strip().splitlines() for one in line.split("·")]


@pytest.mark.parametrize(("says", "language"), [*_each(NO_DAY_EN, "en"), *_each(NO_DAY_ES, "es")])
def test_a_place_a_person_or_a_means_is_never_asked_which_day_it_is(says: str, language: str) -> None:
    reading = read_goal(says, WEDNESDAY, language)

    assert (reading.event, reading.starts, reading.ends) == (None, None, None)
    asked = next(one.question.text for one in open_letters(reading) if one.letter is Letter.TIMED)
    assert asked == "By when do you look at whether it worked?"


NO_MONTH = """
march 3 times a week · I will march 2 miles · I want to march on · I may 3 times a week · may 2 meetings be enough
Walk with April 3 times a week · Go to May · Drive to June · Make dinner for June 2 times a week · Apologize to May
Give August 20 dollars · Walk with Jan 3 times a week · Sat with my sponsor 2 times a week · sat 3 hours with my son
sun 20 minutes a day · Sun myself 10 minutes a day · wed 2 hours of quiet · tell june 3 things I love about her
"""
NO_MONTH_ES = """
ir al mar 3 veces por semana · nadar en el mar 3 veces · por mar 3 veces · ver a Julio 3 veces por semana
llamar a Abril por la tarde · llevar a Domingo a la escuela cada día · hablar con Agosto dos veces por semana
marchar 2 millas · decidir 3 cosas
"""


@pytest.mark.parametrize(("says", "language"), [*_each(NO_MONTH, "en"), *_each(NO_MONTH_ES, "es")])
def test_a_verb_a_count_or_somebody_s_name_is_no_month_and_no_weekday(says: str, language: str) -> None:
    reading = read_goal(says, WEDNESDAY, language)
    assert (reading.starts, reading.ends) == (None, None)


DATED = {
    "march on March 3": date(2027, 3, 3),
    "see June by June 5": date(2027, 6, 5),
    "gym sat 10am": date(2026, 11, 28),
    "Call mom on Sat": date(2026, 11, 28),
    "finish the class from May to June": date(2027, 6, 30),
    "ver a Julio el 5 de julio": date(2027, 7, 5),
    "visitar a mi hija en julio": date(2027, 7, 31),
}


@pytest.mark.parametrize("says", DATED)
def test_a_month_or_a_weekday_beside_such_words_is_still_read(says: str) -> None:
    reading = read_goal(says, WEDNESDAY, "en")
    assert reading.ends
    assert reading.ends.day == DATED[says]


NAMED = {
    "finish it by my birthday": "my birthday",
    "be sober by my daughter's wedding": "my daughter's wedding",
    "learn 3 songs by Ana's recital": "Ana's recital",
    "have an ID by my next court date": "my next court date",
    "get my license back before my probation ends": "my probation ends",
    "find a job before my lease is up": "my lease is up",
    "have my own room before I turn 40": "I turn 40",
    "save up by payday": "payday",
    "get my records by the end of my parole": "the end of my parole",
    "see my kids by the start of the school year": "the start of the school year",
    "move out before winter starts": "winter starts",
    "paint the room before the twins arrive": "the twins arrive",
    "have a job by the time I get out of treatment": "the time I get out of treatment",
    "have things ready before surgery": "surgery",
    "walk by the lake until the reunion": "the reunion",
    "estar sobrio para mi cumpleaños": "mi cumpleaños",
    "bajar de peso para la boda de mi hija": "la boda de mi hija",
    "hablar con mi abogada antes de la audiencia": "la audiencia",
    "tener cuna antes de que nazca mi bebé": "nazca mi bebé",
    "conseguir cuarto antes de que venza el contrato": "venza el contrato",
    "sacar mi licencia antes del juicio": "el juicio",
    "caminar junto al río hasta mi cita médica": "mi cita médica",
    "terminar antes del fin del semestre": "el fin del semestre",
}


@pytest.mark.parametrize("says", NAMED)
def test_an_occasion_without_a_date_is_asked_which_day_it_is(says: str) -> None:
    reading = read_goal(says, WEDNESDAY, "en")

    assert reading.event
    assert reading.event.words == NAMED[says]
    assert not reading.is_timed
    asked = next(one.question for one in open_letters(reading) if one.letter is Letter.TIMED)
    assert asked.values == {"words": NAMED[says]}


def test_a_day_before_a_word_that_begins_something_else_stays_a_day() -> None:
    for says in ("finish by Fri I hope", "be done by Friday park the car", "finish by Friday drive to work"):
        ends = read_goal(says, WEDNESDAY).ends
        assert ends
        assert ends.day == date(2026, 11, 27)
    ends = read_goal("ir a la plaza el 5 de mayo", WEDNESDAY, "es").ends
    assert ends
    assert ends.day == date(2027, 5, 5)
