"""Words on their way to a terminal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

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


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_a_name_on_the_caseload_does_not_act_on_the_terminal(desk: Desk, form: tuple[str, ...]) -> None:
    with open_store(desk.store, unlock(desk.store, PASSPHRASE), now=Clock()) as store:
        store.add_person(somebody("Ann\u202e\u009b2J"))

    answer = desk.planner("people", *form)

    assert "Ann" in answer.out
    assert not set(answer.out) & set("\u202e\u009b\x1b")
