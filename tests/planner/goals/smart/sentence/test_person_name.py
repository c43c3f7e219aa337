"""A name is read whole or not at all, in any script and spelling; in small letters none is offered."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from planner.goals.smart.reading import read_goal
from tests.invented import TODAY


@dataclass(frozen=True)
class Said:
    words: str
    who: str
    language: str = "en"


WHOLE = (
    Said("Walk with Nguyễn on Sundays", "Nguyễn"),
    Said("Walk with Nguye\u0302\u0303n on Sundays", "Nguye\u0302\u0303n"),
    Said("Walk with Đặng Thị Hồng Gấm on Sundays", "Đặng Thị Hồng Gấm"),
    Said("Walk with Ṣẹ́gun daily", "Ṣẹ́gun"),
    Said("Call José every day", "José"),
    Said("Meet McDonald twice a week", "McDonald"),
    Said("Call DeShawn daily", "DeShawn"),
    Said("Call O'Brien on Mondays", "O'Brien"),
    Said("Call O’Brien-Núñez on Mondays", "O’Brien-Núñez"),
    Said("Talk to Kaʻahumanu daily", "Kaʻahumanu"),  # noqa: RUF001
    Said("Call Smith‑Jones weekly", "Smith‑Jones"),  # noqa: RUF001
    Said("Walk with d'Angelo daily", "d'Angelo"),
    Said("call al-Hassan daily", "al-Hassan"),
    Said("Have coffee with Maria de la Cruz once a week", "Maria de la Cruz"),
    Said("See van der Berg on Friday", "van der Berg"),
    Said("See Dr. Shah every week", "Dr. Shah"),
    Said("See Dr Shah every week", "Dr Shah"),
    Said("Call Pastor Mike weekly", "Pastor Mike"),
    Said("Call J. R. Smith on Friday", "J. R. Smith"),
    Said("Call J.R. Smith on Friday", "J.R. Smith"),
    Said("Call Mary-Ann O'Neil III weekly", "Mary-Ann O'Neil III"),
    Said("Call Luis and Rosa weekly", "Luis and Rosa"),
    Said("Call Bob & Tom weekly", "Bob & Tom"),
    Said("Walk with Bob, Tom and Ana", "Bob, Tom and Ana"),
    Said("Walk with Luis or Rosa", "Luis or Rosa"),
    Said("Call Tom and my sister weekly", "Tom and my sister"),
    Said("Call my sister and Tom weekly", "my sister and Tom"),
    Said("Call Mom and Dad weekly", "Mom and Dad"),
    Said("Call Tom Jr. and Ana weekly", "Tom Jr. and Ana"),
    Said("Visit Mary Ann and Lou Ann", "Mary Ann and Lou Ann"),
    Said("Walk with Mary Ann's brother", "Mary Ann's brother"),
    Said("Call Luis and walk", "Luis"),
    Said("Call Tom, my sponsor, daily", "Tom"),
    Said("Call Luis Monday", "Luis"),
    Said("Call Ana. Then sleep.", "Ana"),
    Said("tell Ana I am sorry", "Ana"),
    Said("Meet my friend Ana María Pérez for coffee", "my friend Ana María Pérez"),
    Said("Call my sister Rosa every Sunday", "my sister Rosa"),
    Said("Call Luis's sponsor daily", "Luis's sponsor"),
    Said("Walk with 李明 on Sundays", "李明"),
    Said("Walk with محمد علي on Sundays", "محمد علي"),
    Said("Text Анна every day", "Анна"),
    Said("Caminar con Ana María los domingos", "Ana María", "es"),
    Said("Llamar a José los lunes", "José", "es"),
    Said("Hablar con el Sr. Pérez cada semana", "el Sr. Pérez", "es"),
    Said("Hablar con la Dra. López cada semana", "la Dra. López", "es"),
    Said("Ver a la Sra. Núñez y a Luis", "la Sra. Núñez y a Luis", "es"),
    Said("Hablar con Ana María y José cada semana", "Ana María y José", "es"),
    Said("Ir con mi hermana Rosa María al parque", "mi hermana Rosa María", "es"),
    Said("Caminar con Íñigo", "Íñigo", "es"),
    Said("Caminar con Ana, Luis y Rosa", "Ana, Luis y Rosa", "es"),
    Said("Caminar con mi hermana y Ana", "mi hermana y Ana", "es"),
    Said("Hablar con Ana y la mamá de Luis", "Ana y la mamá de Luis", "es"),
    Said("Caminar con Ana y caminar más", "Ana", "es"),
    Said("Llamar a Ana María el Lunes", "Ana María", "es"),
    Said("Ir con María al Centro", "María", "es"),
)


@pytest.mark.parametrize("said", WHOLE, ids=lambda said: ascii(said.words))
def test_a_name_is_offered_whole(said: Said) -> None:
    with_whom = read_goal(said.words, TODAY, said.language).with_whom
    assert with_whom
    assert with_whom.words == said.who
    assert said.words[with_whom.start : with_whom.end] == said.who


NOT_OFFERED = (
    *("walk with nguyễn on sundays", "call o'brien daily", "Walk With Luis On Sundays", "WALK WITH LUIS ON SUNDAYS"),
    *("Meet Monday and Wednesday", "Call Ana2 daily", "Walk with Ana NASA", "Call AA daily", "Go to NA with God"),
    *("call Medicaid this week", "Call Social Security by Friday", "Visit St. Mary's", "Hablar con Plácido Domingo"),
    *("See Mercy Hospital on Friday", "Call Hope House"),
    *("Call Bob and Tom's dad daily", "Call Luis and Rosa’s sponsor", "Talk to Bob and Alice's kids about school"),
    *("Call my sponsor Bob and Tom's dad", "Talk to Ana's and Tom's mom", "Have dinner with Mary Ann's"),
    *("Eat with the Garcías on Sunday", "Walk with Ana and Alcoholics Anonymous", 'Call Ana "Nita" Lopez'),
    *("Walk with Uncle Joe and Aunt May", "Call Dr. Shah and Dr. Ortiz's nurse", "Comer con los García y Ana"),
    *("Meet with Tran Van A on Monday", "Salir con Ma. Elena los jueves", "Call Wm. Smith weekly"),
    *("Help with Suboxone", "call ", "with", "Walk with Ana_b", "Call Ana@home"),
)


@pytest.mark.parametrize("words", NOT_OFFERED)
def test_what_cannot_be_told_whole_is_not_offered(words: str) -> None:
    assert read_goal(words, TODAY).with_whom is None
