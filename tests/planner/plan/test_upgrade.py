"""A plan of an earlier version: the words stay, and a number they do not say is let go of."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from planner.plan.plan import SCHEMA_VERSION, Plan, read_plan, write_plan
from tests.invented import an_id
from tests.planner.making import a_plan


def _written_by_version_1(**changes: Any) -> Plan:
    return read_plan(json.dumps(json.loads(write_plan(a_plan())) | {"schema_version": 1} | changes))


def _goal(words: str, reading: str) -> dict[str, Any]:
    return {"id": an_id(1), "own_words": "Walk", "target": {"words": words, "reading": reading}}


AS_THEY_WERE_READ = [
    ("1.2k", "1", None),
    ("0.5tab", "0", Decimal("0.5")),
    ("3 or 4", "3", None),
    ("3 times", "3", Decimal(3)),
    ("1,250", "1250", Decimal(1250)),
    ("three", "3", Decimal(3)),  # offered by the reader of goals, which knows numbers in words
]


@pytest.mark.parametrize(("words", "reading", "now"), AS_THEY_WERE_READ)
def test_a_number_its_words_do_not_say_is_asked_about_again(words: str, reading: str, now: Decimal | None) -> None:
    (goal,) = _written_by_version_1(goals=[_goal(words, reading)]).goals

    assert (goal.target.words, goal.target.reading) == (words, now)


def test_amounts_and_supplies_are_read_anew_in_their_own_unit() -> None:
    plan = _written_by_version_1(
        budget=[{"id": an_id(1), "amount": {"words": "1,200USD", "reading": "1"}}],
        medications=[
            {"id": an_id(2), "pick_ups": [{"id": an_id(3), "days": {"words": "60 tablets", "reading": "60"}}]}
        ],
    )

    assert plan.budget[0].amount.reading == Decimal(1200)
    assert plan.medications[0].pick_ups[0].days.reading is None
    assert plan.medications[0].pick_ups[0].days.words == "60 tablets"


def test_it_is_written_by_todays_version_and_reads_the_same_again() -> None:
    plan = _written_by_version_1(goals=[_goal("1.2k", "1")])

    assert plan.schema_version == SCHEMA_VERSION
    assert read_plan(write_plan(plan)) == plan
