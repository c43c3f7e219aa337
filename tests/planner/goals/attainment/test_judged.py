"""Goals as people say them, each with the ladder two careful people would draw, or with none."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from planner.goals.attainment import Part, draft_of, ladder_findings, written
from planner.goals.attainment.amount import amount_in
from planner.goals.fill_in import fillable
from planner.goals.goal import Goal, Ladder
from planner.goals.smart import read_goal
from planner.words.language import Language
from planner.words.reading import read_count
from tests.invented import an_id
from tests.planner.goals.attainment.test_lint import ladder_of

_HERE = Path(__file__).parent
_KEPT = tomllib.loads((_HERE / "goals.toml").read_text(encoding="utf-8"))
_SET_ASIDE = tomllib.loads((_HERE / "set_aside.toml").read_text(encoding="utf-8"))
TODAY = _KEPT["today"]


@dataclass(frozen=True)
class Judged:
    """A goal, how much there is now, and the levels that make sense; none of them where none do."""

    says: str
    now: str = "0"
    language: str = "en"
    levels: tuple[str, ...] = ()

    @property
    def goal(self) -> Goal:
        """The goal with the parts its sentence fills in."""
        goal = Goal(id=an_id(1), own_words=self.says, baseline=read_count(self.now))
        return goal.amended(**fillable(goal, read_goal(self.says, TODAY, self.language)))

    @property
    def ladder(self) -> Ladder | None:
        draft = draft_of(self.goal, TODAY, self.language)
        return written(draft, Language(self.language)) if draft else None


def _judged(lines: list[dict[str, Any]]) -> list[Judged]:
    return [Judged(**{**line, "levels": tuple(line.get("levels", ()))}) for line in lines]


JUDGED = _judged(_KEPT["goals"])
SET_ASIDE = _judged(_SET_ASIDE["goals"])
SOUND_SET_ASIDE = [ladder_of(line) for line in _SET_ASIDE["sound"]]
DRAWN = [judged for judged in JUDGED if judged.levels]


def _levels(ladder: Ladder | None) -> tuple[str, ...]:
    if ladder is None:
        return ()
    return (ladder.much_less, ladder.less, ladder.expected, ladder.more, ladder.much_more)


def nonsense() -> list[str]:
    """Return the goals set aside whose draft is not the one that makes sense."""
    return [judged.says for judged in SET_ASIDE if _levels(judged.ladder) != judged.levels]


def false_alarms() -> list[str]:
    """Return the sound ladders set aside of which a rule speaks, by their expected level."""
    goal = Goal(id=an_id(1), own_words="Go to meetings")
    return [one.expected for one in SOUND_SET_ASIDE if any(ladder_findings(goal.amended(ladder=one)))]


def test_no_draft_of_a_goal_set_aside_is_nonsense_and_no_sound_ladder_is_spoken_of() -> None:
    assert len(SET_ASIDE) >= 30
    assert nonsense() == []
    assert len(SOUND_SET_ASIDE) >= 15
    assert false_alarms() == []


@pytest.mark.parametrize("judged", JUDGED, ids=lambda judged: f"{judged.says} ({judged.now})")
def test_a_ladder_is_the_one_that_makes_sense_or_none(judged: Judged) -> None:
    assert _levels(judged.ladder) == judged.levels


@pytest.mark.parametrize("judged", DRAWN, ids=lambda judged: judged.says)
def test_a_drawn_ladder_holds_by_its_properties(judged: Judged) -> None:
    goal, ladder = judged.goal, judged.ladder
    assert ladder
    draft = draft_of(goal, TODAY, judged.language)
    assert draft
    levels = [level for level in _levels(ladder) if level]
    assert {finding.code for finding in ladder_findings(goal.amended(ladder=ladder))} <= {"ladder.source"}
    assert all(not re.search(r"\b1 [a-záéíóúñ-]+(?<![sui])s\b", level) for level in levels)
    if draft.part is not Part.QUANTITY:
        return
    amounts = [amount for level in levels if (amount := amount_in(level))]
    now, target = goal.baseline.reading, goal.target.reading
    assert now is not None
    assert target is not None
    assert len(amounts) == len(levels)
    pairs = list(pairwise(amounts))
    assert all(one.high < other.low if now < target else one.low > other.high for one, other in pairs)
    less, expected = amount_in(ladder.less), amount_in(ladder.expected)
    assert less
    assert expected
    assert less.low <= now <= less.high
    assert expected.low <= target <= expected.high + ("fewer than" in judged.says)
    assert len({amount.days for amount in amounts}) == 1
