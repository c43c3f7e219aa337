"""Words on their way to a terminal."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from planner import commands
from planner.commands.terminal import visible
from planner.store import open_store, unlock
from tests.planner.commands.conftest import PASSPHRASE
from tests.planner.store.keeping import Clock, somebody

if TYPE_CHECKING:
    from tests.planner.commands.conftest import Desk

ACTING = "\x1b\x07\x9b\r\u202e\u2066\u200f\u2028"


@pytest.mark.parametrize("words", ["Íñigo Ríos", "שרה", "می‌خواهم", "👩‍👧", "two\nlines"])
def test_words_of_any_script_stay_as_they_are(words: str) -> None:
    assert visible(words) == words


def test_what_acts_on_a_terminal_is_written_out_and_json_reads_it_back() -> None:
    assert not set(visible(ACTING)) & set(ACTING)
    assert json.loads(f'"{visible(ACTING)}"') == ACTING


def test_every_command_tells_and_warns_through_one_place() -> None:
    folder = Path(commands.__file__).parent
    direct = re.compile(r"(?:sys\.std(?:out|err)\.write(?:lines)?|(?<!\.)print|typer\.(?:echo|secho))\(")

    found = [file.name for file in folder.glob("*.py") if direct.search(file.read_text("utf-8"))]

    assert found == ["terminal.py"]


@pytest.mark.parametrize(
    "words",
    [
        ("export", f"nobody {ACTING}"),
        ("verify", "--head", f"3 {ACTING}"),
        ("restore", f"{ACTING}.store"),
        ("directory", "import", f"{ACTING}.csv"),
        ("people", f"--{ACTING}"),
        (f"{ACTING}",),
    ],
    ids=lambda words: words[0] if words[0].isalpha() else "no command",
)
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_no_word_that_a_command_repeats_acts_on_the_terminal(
    desk: Desk, words: tuple[str, ...], form: tuple[str, ...]
) -> None:
    answer = desk.planner(*words, *form)

    assert answer.code != 0
    assert not set(answer.out + answer.err) & set(ACTING)


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_a_name_on_the_caseload_does_not_act_on_the_terminal(desk: Desk, form: tuple[str, ...]) -> None:
    with open_store(desk.store, unlock(desk.store, PASSPHRASE), now=Clock()) as store:
        store.add_person(somebody("Ann\u202e\u009b2J"))

    answer = desk.planner("people", *form)

    assert "Ann" in answer.out
    assert not set(answer.out) & set("\u202e\u009b\x1b")
