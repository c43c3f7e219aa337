"""What any field can raise, wherever it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planner.goals.goal import Goal, Ladder, Step
from planner.health.condition import Condition
from planner.model.finding import Finding, Place
from planner.skills.budget import BudgetLine
from planner.skills.routine import Routine
from planner.words.legible import legible_findings
from planner.words.reading import AmountWords, CountWords, DayWords, TimeWords, Typed
from tests.invented import TODAY, an_id

if TYPE_CHECKING:
    from planner.goals.value import Value


def _found(entry: Goal | Value | Routine | BudgetLine) -> list[Finding]:
    return list(legible_findings(entry, "goals", entry.id))


def test_words_beyond_the_limit_are_kept_and_the_heart_is_asked_for() -> None:
    assert _found(Goal(id=an_id(1), own_words="x" * 200)) == []
    (finding,) = _found(Goal(id=an_id(1), own_words="x" * 201))
    assert (finding.code, finding.where) == ("words.long", Place("goals", an_id(1), "own_words"))
    assert str(finding.says) == "This reads best in under 200 characters. What is the heart of it?"


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (Goal(id=an_id(1), by_when=DayWords(words="when I am ready")), "day.unread"),
        (Goal(id=an_id(1), target=CountWords(words="two or three")), "count.unread"),
        (Routine(id=an_id(1), starts=TimeWords(words="after lunch")), "time.unread"),
        (BudgetLine(id=an_id(1), amount=AmountWords(words="not much")), "amount.unread"),
    ],
)
def test_words_that_were_not_read_are_told_which_forms_are(entry: Goal, code: str) -> None:
    (finding,) = _found(entry)
    assert finding.code == code
    assert str(finding.says).startswith("Kept as you said it.")
    assert finding.try_this


def test_what_was_read_and_what_is_empty_raise_nothing() -> None:
    goal = Goal(id=an_id(1), by_when=DayWords(words="today", reading=TODAY), start=DayWords(words="  "))
    assert _found(goal) == []


def test_a_day_that_may_stay_vague_is_not_asked_for() -> None:
    asthma = Condition(id=an_id(1), own_words="Asthma", since=DayWords(words="as a child"))
    assert list(legible_findings(asthma, "medications", asthma.id)) == []


def test_a_part_with_an_id_is_the_place_itself_and_one_without_is_a_path() -> None:
    goal = Goal(
        id=an_id(1),
        steps=(Step(id=an_id(2), by=DayWords(words="soon")),),
        ladder=Ladder(expected="x" * 161),
    )
    assert {finding.where for finding in _found(goal)} == {
        Place("goals", an_id(2), "by"),
        Place("goals", an_id(1), "ladder.expected"),
    }


def test_every_kind_of_reading_has_its_sentence() -> None:
    kinds = {kind.__name__ for kind in Typed.__subclasses__()}
    assert kinds == {"DayWords", "TimeWords", "AmountWords", "CountWords"}
