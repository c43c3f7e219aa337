"""A sentence offers only what it says, and only where the goal says nothing yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from planner.goals.fill_in import fillable
from planner.goals.goal import Goal, Per
from planner.goals.smart import read_goal
from planner.words.reading import read_count
from tests.invented import TODAY, an_id
from tests.planner.making import WORDS, a_day


@dataclass(frozen=True)
class Case:
    """A sentence, and what it offers to an empty goal, in plain words."""

    sentence: str
    offers: dict[str, str]
    language: str = "en"


CASES = (
    Case(
        "Go to three NA meetings a week until the end of March",
        {
            "action": "Go to three NA meetings",
            "target": "three",
            "measure": "NA meetings",
            "per": "week",
            "by_when": "until the end of March",
        },
    ),
    Case("call my sister on Sundays", {"action": "call my sister", "with_whom": "my sister"}),
    Case("walk 20 min every day", {"action": "walk 20 min", "target": "20", "measure": "min", "per": "day"}),
    Case("row 2 miles 3 times a week", {"action": "row 2 miles", "target": "2", "measure": "miles"}),
    Case("find a job", {"action": "find a job"}),
    Case("quit by my birthday", {"action": "quit"}),
    Case(
        "caminar 20 minutos cada día",
        {"action": "caminar 20 minutos", "target": "20", "measure": "minutos", "per": "day"},
        "es",
    ),
    Case("", {}),
)


def _goal(words: str, **parts: Any) -> Goal:
    return Goal(id=an_id(1), own_words=words, **parts)


def _offered(goal: Goal, language: str = "en") -> dict[str, Any]:
    return fillable(goal, read_goal(goal.own_words, TODAY, language))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.sentence)
def test_what_is_said_is_offered_in_the_words_it_was_said(case: Case) -> None:
    offered = _offered(_goal(case.sentence), case.language)
    assert {name: getattr(value, "words", value) for name, value in offered.items()} == case.offers


def test_what_is_offered_fits_the_goal_with_its_readings() -> None:
    goal = _goal(CASES[0].sentence)
    filled = goal.amended(**_offered(goal))
    assert (filled.target.reading, filled.per, filled.by_when.reading) == (3, Per.WEEK, date(2027, 3, 31))
    assert filled.own_words == goal.own_words
    assert _offered(filled) == {}


def test_nothing_that_stands_there_is_offered_again() -> None:
    goal = _goal(CASES[0].sentence, target=read_count("2"), by_when=a_day("Friday"))
    assert set(_offered(goal)) == {"action"}


@settings(max_examples=60, deadline=None)
@given(WORDS)
def test_whatever_is_written_the_offer_can_be_taken(words: str) -> None:
    goal = Goal.model_validate({"id": an_id(1), "own_words": words})
    assert goal.amended(**_offered(goal)).own_words == goal.own_words


@pytest.mark.parametrize(
    "words",
    [
        "do the 12 week IOP thing, judge said, three nights a week",
        "finish my 90 day program",
        "start the 30-day plan",
        "see my son who is 12 every Sunday",
    ],
)
def test_a_number_that_counts_nothing_is_not_offered(words: str) -> None:
    offered = _offered(_goal(words))

    assert not {"target", "measure", "per"} & offered.keys()


def test_a_number_with_what_it_counts_is_offered() -> None:
    assert {"target", "measure"} <= _offered(_goal("go to 3 meetings a week")).keys()
    assert {"target", "measure"} <= _offered(_goal("stay home for 5 nights a week")).keys()
