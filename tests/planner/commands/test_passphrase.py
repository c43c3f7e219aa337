"""`planner passphrase` and `planner recovery-key`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from planner.commands.outcome import Outcome
from planner.store import Head, open_store, unlock
from tests.planner.commands.conftest import PASSPHRASE
from tests.planner.store.keeping import Clock

if TYPE_CHECKING:
    from pathlib import Path

    from tests.planner.commands.conftest import Desk

NEW = "a new set of quiet words"


@pytest.fixture
def new_file(desk: Desk) -> Path:
    file = desk.folder / "new.txt"
    file.write_text(f"{NEW}\n", "utf-8")
    file.chmod(0o600)
    return file


def test_the_new_passphrase_and_the_printed_recovery_key_open_the_store(desk: Desk, new_file: Path) -> None:
    answer = desk.planner("passphrase", "--new-passphrase-file", new_file)

    assert answer.code == 0
    assert unlock(desk.store, NEW) == unlock(desk.store, answer.out.strip())
    assert "Backups made until now keep their own key" in answer.err
    assert desk.planner("people").code == Outcome.WRONG_PASSPHRASE


def test_the_recovery_key_can_be_shown_once_more(desk: Desk, new_file: Path) -> None:
    first = desk.planner("recovery-key", "--json").json["recovery_key"]
    changed = desk.planner("passphrase", "--new-passphrase-file", new_file, "--json").json
    desk.passphrase_file.write_text(changed["recovery_key"], "utf-8")

    shown = desk.planner("recovery-key").out.strip()

    assert first != shown == changed["recovery_key"]
    assert "keep their own key" in changed["note"]
    assert Head.read(changed["head"])


def test_a_store_that_is_open_has_a_number_of_its_own_and_stays(desk: Desk, new_file: Path) -> None:
    with open_store(desk.store, unlock(desk.store, PASSPHRASE), now=Clock()):
        answer = desk.planner("passphrase", "--new-passphrase-file", new_file)

    assert answer.code == Outcome.BUSY
    assert unlock(desk.store, PASSPHRASE)


def test_an_empty_new_passphrase_changes_nothing(desk: Desk, new_file: Path) -> None:
    new_file.write_text("\n", "utf-8")

    assert desk.planner("passphrase", "--new-passphrase-file", new_file).code == Outcome.WRONG_PASSPHRASE
    assert unlock(desk.store, PASSPHRASE)


def test_a_short_new_passphrase_is_asked_about_and_taken_from_somebody_who_says_so(
    desk: Desk, new_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    new_file.write_text("x\n", "utf-8")

    asked = desk.planner("passphrase", "--new-passphrase-file", new_file)

    assert asked.code == Outcome.USAGE
    assert "--short" in asked.err
    assert unlock(desk.store, PASSPHRASE)
    assert desk.planner("passphrase", "--new-passphrase-file", new_file, "--short").code == 0
    assert unlock(desk.store, "x")


def test_without_a_keyboard_the_new_passphrase_is_asked_for_in_a_file(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)

    answer = desk.planner("passphrase")

    assert answer.code == Outcome.USAGE
    assert "--new-passphrase-file" in answer.err
    assert unlock(desk.store, PASSPHRASE)


@pytest.mark.skipif(os.name != "posix", reason="links ask for rights there")
def test_a_new_passphrase_through_a_link_is_the_one_of_the_store_itself(desk: Desk, new_file: Path) -> None:
    link = desk.folder / "link.store"
    link.symlink_to(desk.store)

    words = ("--store", link, "--passphrase-file", desk.passphrase_file, "--new-passphrase-file", new_file)
    answer = desk.bare("passphrase", *words)

    assert answer.code == 0
    assert link.is_symlink()
    assert unlock(desk.store, NEW) == unlock(link, NEW)
