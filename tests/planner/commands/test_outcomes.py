"""How every command ends: one number for each case, and one sentence without the person's words."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from planner.commands.outcome import MEANINGS, Outcome, understood
from planner.store import errors

if TYPE_CHECKING:
    from tests.planner.commands.conftest import Desk


def test_a_wrong_passphrase_is_one_calm_sentence(desk: Desk) -> None:
    desk.passphrase_file.write_text("something else\n", "utf-8")

    answer = desk.planner("people")

    assert answer.code == Outcome.WRONG_PASSPHRASE == 4
    assert answer.out == ""
    assert "does not open this store" in answer.err
    assert "Traceback" not in answer.err


def test_with_json_the_sentence_is_an_object(desk: Desk) -> None:
    desk.passphrase_file.write_text("something else\n", "utf-8")

    answer = desk.planner("people", "--json")

    said = json.loads(answer.err)
    assert (said["stopped"], said["exit_code"]) == ("wrong_passphrase", 4)


def test_no_store_has_a_number_of_its_own(desk: Desk) -> None:
    desk.store.unlink()

    answer = desk.planner("people")

    assert answer.code == Outcome.NO_STORE == 3
    assert "no store" in answer.err


def test_a_file_of_another_kind_has_a_number_of_its_own(desk: Desk) -> None:
    desk.store.write_text("not a store", "utf-8")

    assert desk.planner("people").code == Outcome.NOT_A_STORE == 5


def test_words_that_mean_nothing_end_with_two_and_a_hint(desk: Desk) -> None:
    answer = desk.bare("peple")

    assert answer.code == Outcome.USAGE == 2
    assert "planner --help" in answer.err


def test_no_passphrase_is_taken_from_the_command_line(desk: Desk) -> None:
    answer = desk.bare("people", "--passphrase", "secret")

    assert answer.code == Outcome.USAGE


def test_without_a_keyboard_the_passphrase_file_is_asked_for(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with Path(os.devnull).open(encoding="utf-8") as nobody:
        monkeypatch.setattr("sys.stdin", nobody)
        answer = desk.bare("people", "--store", desk.store)

    assert answer.code == Outcome.USAGE
    assert "--passphrase-file" in answer.err


def test_a_passphrase_file_that_is_no_text_is_one_sentence(desk: Desk) -> None:
    desk.passphrase_file.write_bytes(b"\xff\xfe\xff")

    answer = desk.planner("people")

    assert answer.code == Outcome.USAGE
    assert "Traceback" not in answer.err


@pytest.mark.skipif(os.name != "posix", reason="other systems keep rights in another way")
def test_a_passphrase_file_that_others_can_read_is_pointed_out(desk: Desk) -> None:
    desk.passphrase_file.chmod(0o644)

    answer = desk.planner("people", "--json")

    assert answer.code == 0
    assert "chmod 600" in answer.err


@pytest.mark.parametrize("ending", ["", "\n", "\r\n", "\nsecond line\n"])
def test_only_the_end_of_the_first_line_is_taken_off(desk: Desk, ending: str) -> None:
    words = desk.passphrase_file.read_text("utf-8").rstrip("\n")
    desk.passphrase_file.write_bytes(f"{words}{ending}".encode())

    assert desk.planner("people").code == 0


def test_what_nobody_foresaw_tells_its_kind_and_place_and_none_of_its_words() -> None:
    try:
        int("the person's own words")
    except ValueError as error:
        stopped = understood(error)

    assert stopped.outcome is Outcome.UNFORESEEN
    assert "ValueError" in str(stopped)
    assert "own words" not in str(stopped)


def test_every_outcome_has_a_meaning_and_the_help_tells_it(desk: Desk) -> None:
    assert set(MEANINGS) == set(Outcome)

    answer = desk.bare("--help")

    assert answer.code == 0
    assert all(meaning[:40] in " ".join(answer.out.split()) for meaning in MEANINGS.values())


@pytest.mark.parametrize("error", [errors.StoreBusyError(), errors.StoreFullError(), errors.DamagedStoreError()])
def test_what_the_store_says_is_what_is_shown(error: errors.StoreError) -> None:
    stopped = understood(error)

    assert str(stopped) == str(error.says)
    assert stopped.outcome is not Outcome.UNFORESEEN


def test_the_version_is_told(desk: Desk) -> None:
    answer = desk.bare("--version")

    assert (answer.code, answer.out.count(".")) == (0, 2)


def test_a_reader_who_has_enough_ends_it_without_a_word(desk: Desk) -> None:
    read, write = os.pipe()
    os.close(read)
    command = [
        sys.executable,
        "-m",
        "planner",
        "people",
        "--store",
        desk.store,
        "--passphrase-file",
        desk.passphrase_file,
    ]

    with os.fdopen(write, "w") as gone:
        done = subprocess.run(command, stdout=gone, stderr=subprocess.PIPE, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
