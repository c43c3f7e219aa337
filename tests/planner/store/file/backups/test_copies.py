"""A backup is a whole, encrypted, readable copy; losing the file is made good with it."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from planner.store import (
    DamagedStoreError,
    NoStoreError,
    PracticeStoreError,
    Store,
    StoreExistsError,
    StoreMovedError,
    WrongPassphraseError,
    back_up,
    create_store,
    open_in_memory,
    open_store,
    restore,
    unlock,
)
from tests.invented import TODAY
from tests.planner.store.keeping import PASSPHRASE, Clock, contact_with, plan_of, session_with

if TYPE_CHECKING:
    from pathlib import Path

    from planner.caseload.person import Person
    from planner.store import Key


@pytest.fixture
def kept(store: Store, dana: Person, clock: Clock) -> Store:
    begun = store.begin(session_with(dana))
    store.finish(begun.id, plan_of(dana, "zanzibar"), at=clock())
    store.drafts.keep(dana.id, plan_of(dana, "half a sent"), sequence=0, base_revision=1, place="goals", visit="g")
    return store


def test_a_lost_store_comes_back_from_its_backup(
    kept: Store, dana: Person, path: Path, key: Key, tmp_path: Path, clock: Clock
) -> None:
    backup = tmp_path / "drive" / "backup.store"
    back_up(kept, backup)
    before = (kept.drafts.current(dana.id), kept.revisions(dana.id))
    kept.close()
    for lost in list(path.parent.glob("caseload.store*")):
        lost.unlink()

    restore(backup, path, unlock(backup, PASSPHRASE))

    with open_store(path, key, now=clock) as back:
        assert (back.drafts.current(dana.id), back.revisions(dana.id)) == before
        assert back.verify() == ()
        assert back.caseload(today=TODAY).total == 1


def test_a_log_left_by_a_store_that_was_moved_away_is_not_read_into_the_one_that_comes_back(
    kept: Store, dana: Person, path: Path, key: Key, tmp_path: Path, clock: Clock
) -> None:
    backup = tmp_path / "drive" / "backup.store"
    back_up(kept, backup)
    before = kept.drafts.current(dana.id)
    for _ in range(20):
        kept.note_contact(contact_with(dana))
    log = path.with_name(path.name + "-wal")
    held = log.read_bytes()
    assert held
    path.rename(tmp_path / "moved.store")

    restore(backup, path, key)

    with open_store(path, key, now=clock) as back:
        assert back.verify() == ()
        assert back.contacts(dana.id) == ()
        assert back.drafts.current(dana.id) == before
    assert held in [file.read_bytes() for file in path.parent.glob("*-wal.left-*")]


def test_a_page_whose_file_was_replaced_is_told_before_it_writes_where_nobody_looks(
    kept: Store, dana: Person, path: Path, key: Key, tmp_path: Path
) -> None:
    backup = tmp_path / "backup.store"
    back_up(kept, backup)
    path.rename(tmp_path / "moved.store")
    with pytest.raises(StoreMovedError):
        kept.drafts.current(dana.id)

    restore(backup, path, key)

    for attempt in (lambda: kept.note_event("opened"), lambda: kept.person(dana.id)):
        with pytest.raises(StoreMovedError, match="Copy what you wrote last"):
            attempt()


def test_a_backup_is_taken_while_the_store_is_in_use_and_noted(kept: Store, tmp_path: Path, key: Key) -> None:
    back_up(kept, tmp_path / "one")
    kept.note_event("opened")
    back_up(kept, tmp_path / "two")

    assert [event.kind for event in kept.events(limit=3)] == ["backed up", "opened", "backed up"]
    with open_store(tmp_path / "two", key, now=Clock()) as copy:
        assert [event.kind for event in copy.events(limit=2)] == ["opened", "backed up"]


def test_a_backup_is_encrypted_and_for_this_user_only(kept: Store, tmp_path: Path, key: Key) -> None:
    backup = tmp_path / "backup.store"
    back_up(kept, backup)
    raw = backup.read_bytes()

    assert raw[:16] == key.salt
    assert b"zanzibar" not in raw
    assert sorted(place.name for place in tmp_path.iterdir() if "backup" in place.name) == ["backup.store"]
    if os.name == "posix":
        assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    with pytest.raises(WrongPassphraseError):
        unlock(backup, "another passphrase")


def test_a_backup_falls_on_no_file(kept: Store, path: Path, tmp_path: Path) -> None:
    other = tmp_path / "letters.txt"
    other.write_text("dear all")

    for place in (other, path):
        with pytest.raises(StoreExistsError):
            back_up(kept, place)

    assert other.read_text() == "dear all"
    assert kept.verify() == ()


def test_a_store_is_restored_over_no_file(kept: Store, path: Path, tmp_path: Path, key: Key) -> None:
    back_up(kept, tmp_path / "backup.store")

    with pytest.raises(StoreExistsError):
        restore(tmp_path / "backup.store", path, key)


def test_a_damaged_store_gives_no_backup(kept: Store, path: Path, key: Key, tmp_path: Path) -> None:
    kept.close()
    _damage(path)

    with open_store(path, key, now=Clock()) as damaged, pytest.raises(DamagedStoreError):
        back_up(damaged, tmp_path / "backup.store")
    assert not (tmp_path / "backup.store").exists()


def test_a_damaged_backup_is_not_restored(kept: Store, tmp_path: Path, key: Key) -> None:
    backup = tmp_path / "backup.store"
    back_up(kept, backup)
    _damage(backup)

    with pytest.raises(DamagedStoreError):
        restore(backup, tmp_path / "restored.store", key)
    assert not (tmp_path / "restored.store").exists()


def _damage(path: Path) -> None:
    """Change one byte on the last page, which nothing needs for opening."""
    with path.open("r+b") as file:
        file.seek(path.stat().st_size - 2000)
        byte = file.read(1)[0]
        file.seek(path.stat().st_size - 2000)
        file.write(bytes([byte ^ 1]))


def test_a_backup_needs_its_own_key(kept: Store, tmp_path: Path) -> None:
    back_up(kept, tmp_path / "backup.store")
    other = create_store(tmp_path / "other.store", PASSPHRASE)

    with pytest.raises(WrongPassphraseError):
        restore(tmp_path / "backup.store", tmp_path / "restored.store", other)
    with pytest.raises(NoStoreError):
        restore(tmp_path / "nowhere.store", tmp_path / "restored.store", other)
    assert not (tmp_path / "restored.store").exists()


def test_a_practice_store_has_nothing_to_back_up(tmp_path: Path) -> None:
    with open_in_memory(now=Clock()) as practice, pytest.raises(PracticeStoreError):
        back_up(practice, tmp_path / "backup.store")
    assert not list(tmp_path.iterdir())
