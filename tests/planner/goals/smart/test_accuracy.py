"""The reading beside careful raters: sentence by sentence where rules were made, in sum where none ever was."""

from __future__ import annotations

import pytest

from tests.planner.goals.smart.rated import (
    COACHING,
    HALVES,
    PARTS,
    Rated,
    agreement,
    agreement_on,
    found_part,
    majority_guess,
    plain_guess,
    rated,
)

TUNED, SET_ASIDE = (rated(half) for half in HALVES)


def test_the_halves_share_no_goal_and_are_of_one_size() -> None:
    tuned, aside = ({goal.says.casefold() for goal in half} for half in (TUNED, SET_ASIDE))

    assert not tuned & aside
    assert 0.7 < len(aside) / len(tuned) < 1.3
    assert min(sum(goal.language == "es" for goal in half) for half in (TUNED, SET_ASIDE)) > 40


@pytest.mark.parametrize("goal", [goal for goal in TUNED if goal.parts or goal.empty], ids=lambda goal: goal.says)
def test_the_parts_of_a_goal_are_read(goal: Rated) -> None:
    reading = goal.reading

    assert {name: found_part(reading, name) for name in goal.parts} == goal.parts
    assert [name for name in goal.empty if found_part(reading, name) is not None] == []


@pytest.mark.parametrize(("letter", "at_least"), [("S", 0.96), ("M", 0.96), ("T", 1.0)])
def test_the_letters_agree_with_the_raters_where_rules_were_made(letter: str, at_least: float) -> None:
    assert agreement(TUNED, letter).share >= at_least


@pytest.mark.parametrize(("letter", "at_least"), [("S", 0.9), ("M", 0.94), ("T", 0.97)])
@pytest.mark.parametrize("language", ["en", "es"])
def test_the_letters_agree_with_the_raters_where_none_was_made(letter: str, at_least: float, language: str) -> None:
    goals = [goal for goal in SET_ASIDE if goal.language == language]

    assert agreement(goals, letter).share >= at_least


@pytest.mark.parametrize("letter", ["S", "M"])
def test_reading_beats_guessing_by_far(letter: str) -> None:
    wrong = 1 - agreement(SET_ASIDE, letter).share
    guessed_wrong = 1 - plain_guess(SET_ASIDE, letter).share

    assert 0 < wrong * 3 < guessed_wrong


def test_the_parts_are_read_where_no_rule_was_made() -> None:
    found = [agreement_on(SET_ASIDE, part) for part in PARTS]

    assert sum(one.of for one in found) > 100
    assert sum(one.right for one in found) / sum(one.of for one in found) >= 0.95


@pytest.mark.parametrize(("letter", "at_least"), [("S", 0.92), ("M", 0.94)])
@pytest.mark.parametrize("half", COACHING)
def test_coaching_goals_are_read_as_a_careful_coach_reads_them(half: str, letter: str, at_least: float) -> None:
    ours, goals = agreement(rated(half), letter), rated(half)

    assert ours.share >= at_least
    assert 1 - ours.share < (1 - max(plain_guess(goals, letter).share, majority_guess(goals, letter).share)) / 2


def test_the_coaching_halves_share_no_goal_with_any_other() -> None:
    said = [goal.says.casefold() for half in (*HALVES, *COACHING) for goal in rated(half)]
    coaching = [goal.says.casefold() for half in COACHING for goal in rated(half)]

    assert len(coaching) == len(set(coaching)) > 300
    assert [says for says in coaching if said.count(says) > 1] == []
