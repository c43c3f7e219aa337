"""`planner verify`, `planner backup`, `planner restore`."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from planner.commands.outcome import Outcome
from planner.store import back_up_by_rule, open_store, unlock
from planner.store.file import sqlcipher
from planner.store.file.backups.local_backups import folder_of
from tests.planner.commands.conftest import PASSPHRASE

if TYPE_CHECKING:
    from tests.planner.commands.conftest import Desk


def test_a_store_that_holds_is_said_to_hold(desk: Desk) -> None:
    answer = desk.planner("verify", "--json")

    assert answer.code == 0
    assert (answer.json["holds"], answer.json["found"], answer.json["backups_compared"]) == (True, [], 0)


def test_a_head_on_paper_is_held_against_the_store(desk: Desk) -> None:
    head = desk.planner("backup", desk.folder / "elsewhere.store", "--json").json["head"]
    other = "1-AAAA-BBBB-CCCC-DDDD"

    holds = desk.planner("verify", "--head", head.lower())
    differs = desk.planner("verify", "--head", head, "--head", other, "--json")
    unread = desk.planner("verify", "--head", "the third of May")

    assert (holds.code, differs.code, unread.code) == (0, Outcome.DAMAGED, Outcome.USAGE)
    assert "Its mark today, to keep on paper: " in holds.out
    assert differs.json["found"] == ["The record up to line 1 is not the one of this mark."]


def test_a_store_is_held_against_its_own_backups(desk: Desk) -> None:
    with open_store(desk.store, unlock(desk.store, PASSPHRASE), now=lambda: datetime.now(UTC)) as store:
        back_up_by_rule(store, folder_of(desk.store))

    assert "the backups beside the store: 1." in desk.planner("verify").out


def test_a_store_without_one_of_its_tables_is_told_in_sentences(desk: Desk) -> None:
    with closing(sqlcipher.opened(desk.store, unlock(desk.store, PASSPHRASE))) as raw:
        raw.execute("DROP TABLE backups")

    answer = desk.planner("verify", "--json")

    assert answer.code == Outcome.DAMAGED
    assert answer.json["found"] == ["backups is missing: this program made it to keep the record as it is."]


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


def test_what_was_brought_back_says_so_in_its_events(desk: Desk) -> None:
    copy = desk.folder / "backup.store"
    assert desk.planner("backup", copy).code == 0
    desk.store.unlink()
    assert desk.planner("restore", copy).code == 0

    with open_store(desk.store, unlock(desk.store, PASSPHRASE), now=lambda: datetime.now(UTC)) as store:
        assert [event.kind for event in store.events(limit=1)] == ["restored"]
        assert store.verify() == ()


def broken_in_the_middle(kept: bytes) -> bytes:
    middle = len(kept) // 2
    return kept[:middle] + bytes(4096) + kept[middle + 4096 :]


def of_a_later_version(kept: bytes) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder, "later.store")
        path.write_bytes(kept)
        with closing(sqlcipher.opened(path, unlock(path, PASSPHRASE))) as raw:
            raw.execute("PRAGMA user_version = 99")
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return path.read_bytes()


BACKUPS = {
    "empty": (lambda _: b"", Outcome.NOT_A_STORE),
    "a letter": (lambda _: b"a letter\n", Outcome.NOT_A_STORE),
    # nothing tells a long one from an encrypted file of somebody else
    "a long letter": (lambda _: b"a letter\n" * 1000, Outcome.WRONG_PASSPHRASE),
    "a database without a passphrase": (lambda kept: b"SQLite format 3\x00" + kept[16:], Outcome.NOT_A_STORE),
    "cut off in its first page": (lambda kept: kept[:1000], Outcome.NOT_A_STORE),
    "with another beginning": (lambda kept: bytes(16) + kept[16:], Outcome.WRONG_PASSPHRASE),
    "cut off later": (lambda kept: kept[: len(kept) // 2], Outcome.DAMAGED),
    "broken in the middle": (broken_in_the_middle, Outcome.DAMAGED),
    "of a later version": (of_a_later_version, Outcome.NEWER_STORE),
}


@pytest.mark.parametrize("kind", BACKUPS)
def test_a_backup_that_can_not_be_brought_back_has_a_number_and_makes_no_store(kind: str, desk: Desk) -> None:
    change, outcome = BACKUPS[kind]
    copy = desk.folder / "backup.store"
    copy.write_bytes(change(desk.store.read_bytes()))
    before = copy.read_bytes()
    desk.store.unlink()
    stood = {place.name for place in desk.folder.iterdir()}

    answer = desk.planner("restore", copy)

    assert answer.code == outcome
    assert answer.err.count("\n") == 1
    assert "Traceback" not in answer.err
    assert copy.read_bytes() == before
    assert {place.name for place in desk.folder.iterdir()} == stood


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_a_place_that_can_not_be_written_has_a_number_and_leaves_the_store(command: str, desk: Desk) -> None:
    before = desk.store.read_bytes()
    in_the_way = desk.folder / "file"
    in_the_way.touch()
    there = in_the_way / "new.store"
    named = ["--passphrase-file", desk.passphrase_file]

    if command == "backup":
        answer = desk.bare("backup", there, "--store", desk.store, *named)
    else:
        answer = desk.bare("restore", desk.store, "--store", there, *named)

    assert answer.code == Outcome.NOT_WRITABLE
    assert "Traceback" not in answer.err
    assert desk.store.read_bytes() == before
