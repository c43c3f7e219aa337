"""`planner verify`, `planner backup`, `planner restore`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.commands.outcome import Outcome

if TYPE_CHECKING:
    from tests.planner.commands.conftest import Desk


def test_a_store_that_holds_is_said_to_hold(desk: Desk) -> None:
    answer = desk.planner("verify", "--json")

    assert answer.code == 0
    assert answer.json == {"holds": True, "found": []}


def test_a_store_with_changed_bytes_is_told_apart(desk: Desk) -> None:
    kept = bytearray(desk.store.read_bytes())
    kept[len(kept) // 2] ^= 1
    desk.store.write_bytes(kept)

    answer = desk.planner("verify", "--json")

    assert answer.code == Outcome.DAMAGED


def test_after_the_store_is_lost_a_backup_brings_everybody_back(desk: Desk) -> None:
    before = desk.planner("people", "--json").json
    copy = desk.folder / "backup.store"
    assert desk.planner("backup", copy).code == 0
    desk.store.unlink()
    assert desk.planner("people").code == Outcome.NO_STORE

    assert desk.planner("restore", copy).code == 0

    assert desk.planner("people", "--json").json == before


def test_a_backup_leaves_a_file_alone_that_is_already_there(desk: Desk) -> None:
    there = desk.folder / "backup.store"
    there.write_text("mine", "utf-8")

    answer = desk.planner("backup", there)

    assert answer.code == Outcome.ALREADY_THERE
    assert there.read_text("utf-8") == "mine"


def test_a_backup_is_never_brought_back_over_a_store(desk: Desk) -> None:
    copy = desk.folder / "backup.store"
    desk.planner("backup", copy)
    before = desk.store.read_bytes()

    answer = desk.planner("restore", copy)

    assert answer.code == Outcome.ALREADY_THERE
    assert desk.store.read_bytes() == before
