"""`planner read-goal`."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import dataclass
from typing import Any

import pytest

from planner.commands.front_door import run

KEYS = [
    *("action", "quantity", "unit", "frequency", "duration"),
    *("starts", "ends", "where", "with_whom", "open"),
]


@dataclass(frozen=True)
class Line:
    """`planner read-goal`, with standard input to give."""

    patch: pytest.MonkeyPatch
    capture: pytest.CaptureFixture[str]

    def reads(self, given: bytes | str, *words: str) -> list[dict[str, Any]]:
        data = given if isinstance(given, bytes) else given.encode()
        self.patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        assert run(["read-goal", *words]) == 0
        return [json.loads(line) for line in self.capture.readouterr().out.splitlines()]


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Line:
    return Line(monkeypatch, capsys)


def test_a_line_in_is_a_line_of_json_out(line: Line) -> None:
    goals = "Go to three NA meetings a week until the end of March\nwalk 2-3 miles with Maria at the park\n"
    first, second = line.reads(goals, "--today", "2026-11-25")

    assert list(first) == KEYS
    assert first["action"] == "Go to three NA meetings"
    assert (first["quantity"], first["unit"], first["frequency"]) == (3, "NA meetings", "a week")
    assert (first["starts"], first["ends"]) == (None, "2027-03-31")
    assert [one["letter"] for one in first["open"]] == ["A", "R"]
    assert second["quantity"] == [2, 3]
    assert (second["where"], second["with_whom"]) == ("the park", "Maria")
    assert all(one["question"].endswith("?") for one in [*first["open"], *second["open"]])


def test_questions_are_asked_in_the_language_of_the_goals(line: Line) -> None:
    (answer,) = line.reads("caminar media hora al día", "--language", "es")

    assert (answer["quantity"], answer["duration"]) == (0.5, "media hora")
    assert answer["open"][0] == {"letter": "A", "question": "¿Cuánta confianza tienes en que puedes hacerlo?"}


def test_an_empty_line_has_its_answer_so_that_lines_stay_beside_each_other(line: Line) -> None:
    answers = line.reads("\nwalk\n\n", "--today", "2026-11-25")

    assert [answer["action"] for answer in answers] == [None, "walk", None]
    assert "".join(one["letter"] for one in answers[0]["open"]) == "SMART"


@pytest.mark.parametrize(
    "given",
    [
        b"\xff\xfe\x00 call mom",
        "😀 " * 3_000,
        "x" * 10_000,
        b"\xef\xbb\xbfcall mom",
        "call mom\r\n",
        "call\u2028mom\x85now",
    ],
    ids=["no text", "emoji", "long", "byte order mark", "windows", "line separator"],
)
def test_whatever_comes_in_is_one_answer(line: Line, given: bytes | str) -> None:
    assert len(line.reads(given)) == 1


def test_nothing_in_is_nothing_out(line: Line) -> None:
    assert line.reads("") == []


def test_a_day_that_is_none_says_how_to_write_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read-goal", "--today", "soon"]) == 2
    assert "2026-12-01" in capsys.readouterr().err
