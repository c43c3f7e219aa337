"""What tells an act from a wish, an end from what goes on, and one language from another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from planner.goals.smart import read_goal
from tests.planner.goals.smart.rated import found_letters

WEDNESDAY = date(2026, 11, 25)


@dataclass(frozen=True)
class Told:
    """Two goals of nearly the same words, of which one has the letter."""

    letter: str
    has: str
    has_not: str


TOLD = [
    Told("S", "reduce sugar to one spoon a day", "reduce sugar"),
    Told("S", "reduce stress by walking to work", "minimize stress by taking time for myself"),
    Told("S", "limit screens to weekends", "limit screens"),
    Told("S", "visit two colleges", "explore colleges"),
    Told("S", "balance my checkbook", "balance my job and my family"),
    Told("M", "eat vegetables every day", "eat more vegetables every day"),
    Told("M", "go to the dentist by June", "go to the gym more by June"),
    Told("M", "study spanish for 6 months", "learn spanish in 6 months"),
    Told("M", "find a job by June", "look for a job by June"),
    Told("S", "quiero reducir el azúcar a dos cucharadas cada día", "quiero reducir el azúcar de cada día"),
    Told("M", "quiero comer el pan cada día", "quiero comer menos pan cada día"),
    Told("S", "be on time for work", "be better at work"),
    Told("S", "become a nurse", "become a better nurse"),
    Told("S", "stop smoking", "stop being lazy"),
    Told("S", "attend graduation", "gain recognition"),
    Told("S", "learn guitar", "improve my guitar skills"),
    Told("S", "make my bed", "make ends meet"),
    Told("S", "talk to people who work in nursing", "help people"),
    Told("M", "finish my application", "finish applications"),
    Told("M", "pay my bills by Friday", "pay my bills on time"),
    Told("M", "attend all my classes", "attend my classes"),
    Told("M", "get my homework done", "get to my homework"),
    Told("M", "be able to touch my toes", "touch my toes"),
    Told("M", "get married", "get along"),
    Told("M", "stay clean through the holidays", "stay clean"),
    Told("M", "not eat candy", "not eat so much candy"),
    Told("M", "eat breakfast everyday", "deal with everyday life"),
]


@pytest.mark.parametrize("told", TOLD, ids=lambda told: f"{told.letter}: {told.has}")
def test_of_two_goals_one_can_be_seen_or_measured(told: Told) -> None:
    having, lacking = (found_letters(read_goal(says, WEDNESDAY)) for says in (told.has, told.has_not))

    assert told.letter in having
    assert told.letter not in lacking


def test_a_goal_is_read_in_the_language_it_is_said_in() -> None:
    spanish = read_goal("quiero caminar 20 minutos cada día con mi hermana", WEDNESDAY, "en")
    english = read_goal("I want to walk for 20 minutes every day with my sister", WEDNESDAY, "es")

    assert [part and part.words for part in (spanish.frequency, spanish.with_whom)] == ["cada día", "mi hermana"]
    assert [part and part.words for part in (english.frequency, english.with_whom)] == ["every day", "my sister"]


def test_a_place_is_told_from_what_only_sounds_like_one() -> None:
    where = {
        says: (part := read_goal(says, WEDNESDAY).where) and part.words
        for says in ("bike to work on Fridays", "I need to work on my temper", "use a planner to keep track of bills")
    }

    assert list(where.values()) == ["work", None, None]
