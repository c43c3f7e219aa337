"""A plan as text: whatever was typed comes back, and what is no plan is told apart in one calm sentence."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from planner.goals.goal import Goal
from planner.goals.value import Value
from planner.plan.plan import (
    SCHEMA_VERSION,
    LeftOpen,
    NewerPlanError,
    NotAPlanError,
    NotNow,
    find,
    is_left_open,
    read_plan,
    write_plan,
)
from planner.words.reading import CountWords, DayWords
from tests.invented import TODAY, an_id
from tests.planner.making import a_plan, plans

if TYPE_CHECKING:
    from planner.plan.plan import Plan

PLAIN = write_plan(a_plan())


@given(plans())
def test_any_plan_comes_back_as_it_was_written(plan: Plan) -> None:
    assert read_plan(write_plan(plan)) == plan
    assert read_plan(write_plan(plan).encode()) == plan


@pytest.mark.parametrize(
    "words",
    [
        "x" * 100_000,
        "#let x = 1\n$sum$",
        "<script>alert(1)</script>",
        "{{ 7*7 }} {name}",
        "سارة",
        "\x00\x07",
        "\u2028",
        "a\r\nb",
    ],
    ids=["long", "typst", "html", "template", "right to left", "control", "line separator", "lines"],
)
def test_words_are_kept_letter_by_letter(words: str) -> None:
    plan = a_plan(goals=(Goal(id=an_id(1), own_words=words, by_when=DayWords(words=words)),))
    back = read_plan(write_plan(plan)).goals[0]
    assert (back.own_words, back.by_when.words) == (words, words)


def test_half_an_emoji_in_a_file_is_replaced_and_the_plan_still_opens() -> None:
    text = write_plan(a_plan(values=(Value(id=an_id(1), name="HERE"),))).replace("HERE", "cut \\ud83d off")
    assert read_plan(text).values[0].name == "cut \ufffd off"


def test_half_an_emoji_in_a_list_of_words_does_not_stop_the_keeping() -> None:
    plan = a_plan(left_off_paper=("medications", "\ud83d"))
    assert read_plan(write_plan(plan)).left_off_paper == ("medications", "\ufffd")


def test_what_was_never_filled_in_is_not_written() -> None:
    assert set(json.loads(PLAIN)) == {"schema_version", "id", "person_id"}


def test_a_plan_from_a_newer_version_says_what_helps() -> None:
    text = PLAIN.replace(f'"schema_version":{SCHEMA_VERSION}', '"schema_version":99')
    with pytest.raises(NewerPlanError, match="newer version") as newer:
        read_plan(text)
    assert newer.value.says.values["version"] == 99


def _with(**changes: Any) -> str:
    return json.dumps(json.loads(PLAIN) | changes)


HOSTILE: dict[str, str | bytes] = {
    "nothing": "",
    "not JSON": "Dear diary",
    "half a file": PLAIN[:-5],
    "bytes of no text": b"\xff\xfe\x00\xd8",
    "a list": "[]",
    "null": "null",
    "a number": "12",
    "NaN for the version": PLAIN.replace(f":{SCHEMA_VERSION},", ":NaN,", 1),
    "a fraction for the version": PLAIN.replace(f":{SCHEMA_VERSION},", ":1.5,", 1),
    "no version": json.dumps({"id": an_id(1), "person_id": an_id(2)}),
    "version zero": _with(schema_version=0),
    "a true version": _with(schema_version=True),
    "a version in words": _with(schema_version="1"),
    "a number of 10,000 digits": PLAIN.replace(f":{SCHEMA_VERSION},", ":" + "9" * 10_000 + ",", 1),
    "brackets 100,000 deep": "[" * 100_000 + "]" * 100_000,
    "a plan in a plan, deep": '{"goals":' * 50_000 + "1" + "}" * 50_000,
    "an unknown name": _with(notes="x"),
    "goals of the wrong kind": _with(goals="many"),
    "a goal of the wrong kind": _with(goals=[["x"]]),
    "words that are a number": _with(values=[{"id": an_id(1), "name": 5}]),
    "a rating beyond the ruler": _with(goals=[{"id": an_id(1), "confidence": 10**30}]),
    "a rating that is not a number": _with(goals=[{"id": an_id(1), "confidence": float("nan")}]),
    "an id that is not one": _with(values=[{"id": "../../etc", "name": "x"}]),
    "a day that is not one": _with(closing={"next_on": {"words": "x", "reading": "2026-13-45"}}),
    "an endless amount": _with(budget=[{"id": an_id(1), "amount": {"words": "x", "reading": "Infinity"}}]),
    "an amount beyond the world": _with(budget=[{"id": an_id(1), "amount": {"words": "x", "reading": "1E+999999"}}]),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_no_plan_is_told_apart_in_a_calm_sentence(text: str | bytes) -> None:
    with pytest.raises(NotAPlanError) as told:
        read_plan(text)
    assert str(told.value) == "This could not be read as a plan. Open an earlier copy, or ask for help."


def test_of_a_name_that_comes_twice_the_last_counts() -> None:
    twice = PLAIN[:-1] + ',"path":"full","path":"first"}'
    assert read_plan(twice).path == "first"


def test_an_item_is_found_by_its_id() -> None:
    peace = Value(id=an_id(1), name="Peace")
    plan = a_plan(values=(peace,))
    assert find(plan, peace.id) is peace
    assert find(plan, an_id(2)) is None
    assert find(plan, None) is None


def test_a_step_left_open_leaves_its_topics_open_too() -> None:
    plan = a_plan(left_open=(LeftOpen(topic="medications", answer=NotNow.FOR_ME, on=date(2026, 11, 1)),))
    assert is_left_open(plan, "medications.visits")
    assert not is_left_open(plan, "goals.values")


def test_a_reading_is_kept_beside_its_words() -> None:
    plan = a_plan(
        goals=(Goal(id=an_id(1), target=CountWords(words="two or three"), by_when=DayWords(words="x", reading=TODAY)),)
    )
    goal = read_plan(write_plan(plan)).goals[0]
    assert (goal.target.words, goal.target.reading) == ("two or three", None)
    assert goal.by_when.reading == TODAY
