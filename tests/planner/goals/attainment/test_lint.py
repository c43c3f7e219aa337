"""The ten rules of goal attainment scaling speak to staff, once each, and keep quiet about small plans."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.goals.attainment import ladder_findings, scale_findings
from planner.goals.attainment.amount import Amount, amount_in, things_counted
from planner.goals.attainment.score import LEVELS
from planner.goals.goal import Goal, GoalStatus, Ladder, Per
from planner.model.finding import Audience
from tests.invented import an_id
from tests.planner.making import WORDS

HOLDS = Ladder(
    much_less="No meeting in the week",
    less="One or two meetings a week",
    expected="Three meetings a week",
    more="Four meetings a week",
    much_more="Five or more meetings a week",
    source="Her calendar",
)
VUELTA = Ladder(
    much_less="Ninguna reunión",
    less="Una o dos reuniones",
    expected="Tres reuniones por semana",
    more="Cuatro reuniones por semana",
    much_more="Cinco o más reuniones",
    source="Su calendario",
)


def _goal(ladder: Ladder | None, number: int = 1, **given: Any) -> Goal:
    return Goal(id=an_id(number), own_words="Go to meetings", ladder=ladder, **given)


def _codes(ladder: Ladder, **given: Any) -> list[str]:
    return [finding.code.removeprefix("ladder.") for finding in ladder_findings(_goal(ladder, **given))]


@dataclass(frozen=True)
class Case:
    name: str
    ladder: Ladder
    codes: tuple[str, ...] = ()
    field: str = ""


CASES = [
    Case("holds", HOLDS),
    Case("holds in Spanish", VUELTA),
    Case("one blank", HOLDS.amended(much_less="")),
    Case("nothing yet", Ladder(), ("levels",), "ladder.expected"),
    Case("two levels only", Ladder(expected="3 walks", more="4 walks", source="Her list"), ("levels", "blanks")),
    Case("none above", HOLDS.amended(more="", much_more=""), ("levels", "blanks"), "ladder.expected"),
    Case("no middle", HOLDS.amended(expected=""), ("levels",), "ladder.expected"),
    Case("two blanks beside each other", HOLDS.amended(much_less="", less=""), ("levels", "blanks")),
    Case(
        "two things counted",
        HOLDS.amended(more="Four meetings and two walks a week"),
        ("variable",),
        "ladder.more",
    ),
    Case(
        "something added",
        HOLDS.amended(much_more="Five meetings a week, and I help set up"),
        ("variable",),
        "ladder.much_more",
    ),
    Case("how long and how often is one thing", HOLDS.amended(expected="3 meetings in 7 days")),
    Case("better than before", HOLDS.amended(more="More meetings than before"), ("start",), "ladder.more"),
    Case("mejor que antes", VUELTA.amended(more="Mejor que antes"), ("start",), "ladder.more"),
    Case("improved", HOLDS.amended(more="Improved attendance"), ("start",)),
    Case(
        "by a day, one earlier than the other",
        Ladder(less="Not by May 1", expected="Done by May 1", more="Done by April 1", source="Her calendar"),
    ),
    Case("vague", HOLDS.amended(more="Goes often"), ("vague",), "ladder.more"),
    Case("vague in Spanish", VUELTA.amended(less="A veces"), ("vague",), "ladder.less"),
    Case("vague words beside a number", HOLDS.amended(more="A good four meetings a week")),
    Case("the same words twice", HOLDS.amended(more="three  meetings a week"), ("overlap",), "ladder.more"),
    Case("ranges that meet", HOLDS.amended(less="One to three meetings a week"), ("overlap",), "ladder.expected"),
    Case("at least", HOLDS.amended(expected="At least three meetings"), ("overlap",)),
    Case("fewer than does not meet", HOLDS.amended(much_less="", less="Fewer than three meetings")),
    Case("no source", HOLDS.amended(source=" "), ("source",), "ladder.source"),
    Case(
        "nothing below what is expected",
        Ladder(
            much_less="5 drinks",
            less="2 drinks",
            expected="0 drinks",
            more="Asleep by ten",
            much_more="Up at six",
            source="Her list",
        ),
        ("reach",),
        "ladder.expected",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_ladder_is_read_by_the_rules(case: Case) -> None:
    found = list(ladder_findings(_goal(case.ladder)))
    assert tuple(finding.code.removeprefix("ladder.") for finding in found) == case.codes
    assert {finding.audience for finding in found} <= {Audience.STAFF}
    if case.field:
        assert found[-1 if len(case.codes) == 1 else 0].where.field == case.field


def test_what_is_expected_on_every_day_there_is_leaves_nothing_beyond_it() -> None:
    ladder = Ladder(less="2 to 6 nights", expected="7 nights", more="7 nights, by ten", source="Her list")
    assert "reach" not in _codes(ladder, measure="nights")
    assert "reach" in _codes(ladder, measure="nights", per=Per.WEEK)


def test_a_goal_without_a_ladder_or_at_rest_is_left_alone() -> None:
    assert list(ladder_findings(_goal(None))) == []
    assert _codes(Ladder()) == ["levels"]
    assert list(ladder_findings(_goal(Ladder(), status=GoalStatus.REACHED))) == []


@pytest.mark.parametrize(
    ("goals", "laddered", "codes"),
    [(1, 1, []), (2, 1, []), (3, 1, ["scales"]), (3, 3, []), (4, 0, []), (5, 2, ["scales"])],
)
def test_three_ladders_are_wished_for_only_where_there_are_three_goals(
    goals: int, laddered: int, codes: list[str]
) -> None:
    made = [_goal(HOLDS if number < laddered else None, number + 1) for number in range(goals)]
    assert [finding.code.removeprefix("ladder.") for finding in scale_findings(made)] == codes


def test_either_all_ladders_are_weighed_or_none() -> None:
    def codes(*weights: int | None) -> list[str]:
        goals = [_goal(HOLDS, number + 1, weight=weight) for number, weight in enumerate(weights)]
        return [finding.code for finding in scale_findings(goals)]

    assert codes(None, None, None) == codes(1, 2, 3) == codes(2) == []
    assert codes(2, None, 1) == ["ladder.weights"]


@pytest.mark.parametrize(
    ("level", "amount"),
    [
        ("Three meetings", (3, 3)),
        ("1 or 2 walks", (1, 2)),
        ("2–3 times", (2, 3)),
        ("at most 4", (0, 4)),
        ("No meeting at all", (0, 0)),
        ("Ninguna", (0, 0)),
        ("dos veces", (2, 2)),
        ("meetings with friends", None),
        ("3 meetings and 2 walks", None),
        ("", None),
        ("10 miles or more", (10, "Infinity")),
        ("0 to 2 miles", (0, 2)),
        ("≤ 1,700 calories a day", (0, 1700)),
        ("≥3 walks a week", (3, "Infinity")),
        ("$20 to $39 a month", (20, 39)),
        ("entre 2 y 4 juntas", (2, 4)),
        ("de 1 a 3 días a la semana", (1, 3)),
        ("5 cigarettes or less", (0, 5)),
        ("once a week", (1, 1)),
        ("twice a week", (2, 2)),
        ("una o dos veces", (1, 2)),
        ("once paseos", (11, 11)),
        ("Finished by March 1, 2027", None),
        ("Terminado el 1 de marzo", None),
        ("3 meetings by 2027-03-01", (3, 3)),
    ],
)
def test_an_amount_is_read_where_there_is_exactly_one(level: str, amount: tuple[int, int] | None) -> None:
    found = amount_in(level)
    assert (found and (found.low, found.high)) == (amount and tuple(map(Decimal, amount)))


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ("2 or more", "3", True),
        ("more than 3", "3", False),
        ("fewer than 3", "3", False),
        ("up to 3", "3 to 4", True),
        ("1 to 2", "3", False),
        ("at least 3", "5 or more", True),
    ],
)
def test_amounts_overlap_when_one_number_fits_both(one: str, other: str, *, overlap: bool) -> None:
    first, second = amount_in(one), amount_in(other)
    assert first
    assert second
    assert first.overlaps(second) is second.overlaps(first) is overlap


_KEPT = tomllib.loads((Path(__file__).parent / "ladders.toml").read_text(encoding="utf-8"))


def ladder_of(line: str) -> Ladder:
    return Ladder(source="Her list", **dict(zip(LEVELS.values(), line.split(" | "), strict=True)))


@pytest.mark.parametrize("line", _KEPT["sound"])
def test_no_rule_speaks_about_a_sound_ladder(line: str) -> None:
    assert _codes(ladder_of(line)) == []


@pytest.mark.parametrize("line", _KEPT["overlapping"])
def test_levels_are_put_beside_each_other_by_their_period(line: str) -> None:
    assert _codes(ladder_of(line)) == ["overlap"]


def test_an_amount_overlaps_itself() -> None:
    assert Amount(Decimal(1), Decimal(1)).overlaps(Amount(Decimal(1), Decimal(1)))


def test_what_is_counted_is_told_apart_from_how_often() -> None:
    assert things_counted("3 meetings in 2 weeks") == {"meeting"}
    assert things_counted("3 meetings and 1 walk") == {"meeting", "walk"}


@settings(max_examples=60, deadline=None)
@given(st.builds(Ladder, much_less=WORDS, less=WORDS, expected=WORDS, more=WORDS, much_more=WORDS, source=WORDS))
def test_any_words_can_stand_on_a_ladder(ladder: Ladder) -> None:
    found = list(ladder_findings(_goal(ladder)))
    assert len({finding.code for finding in found}) == len(found)
