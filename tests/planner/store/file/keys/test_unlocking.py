"""Making a store and opening it again: with the passphrase, with the paper, and with neither."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from planner.store import (
    DamagedStoreError,
    EmptyPassphraseError,
    Key,
    MistypedRecoveryKeyError,
    NewerStoreError,
    NoStoreError,
    NotAStoreError,
    Store,
    StoreBusyError,
    StoreClosedError,
    StoreExistsError,
    WrongPassphraseError,
    back_up,
    create_store,
    open_store,
    unlock,
)
from planner.store.file import sqlcipher, sqlite_errors
from planner.store.file.keys.key import derive
from planner.store.file.schema import VERSION
from tests.invented import TODAY, new_id
from tests.planner.store.keeping import PASSPHRASE, Clock, plan_of, raw_of, somebody

if TYPE_CHECKING:
    from pathlib import Path

    from planner.caseload.person import Person

MARKER = "zanzibar-lemon-tree"


def test_a_passphrase_opens_what_it_made(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "my store #1 %.db"

    made = create_store(path, PASSPHRASE)

    assert unlock(path, PASSPHRASE) == made
    with open_store(path, made, now=Clock()) as store:
        assert store.caseload(today=TODAY).total == 0
        assert store.verify() == ()


def test_the_paper_opens_it_too(path: Path, key: Key) -> None:
    assert unlock(path, key.recovery) == key
    assert unlock(path, key.recovery.lower().replace("-", " ")) == key


@pytest.mark.skipif(os.name != "posix", reason="files have no such modes here")
def test_only_this_user_may_read_what_is_made(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "store.db"
    with open_store(path, create_store(path, PASSPHRASE), now=Clock()) as store:
        store.add_person(somebody())
        files = {place.name: stat.S_IMODE(place.stat().st_mode) for place in path.parent.iterdir()}

    assert files == dict.fromkeys(["store.db", "store.db-wal", "store.db-shm"], 0o600)
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.parent.parent.stat().st_mode) == 0o700


def test_a_store_is_never_made_over_another_file(tmp_path: Path) -> None:
    path = tmp_path / "letters.txt"
    path.write_text("dear all")

    with pytest.raises(StoreExistsError, match="letters"):
        create_store(path, PASSPHRASE)

    assert path.read_text() == "dear all"
    assert list(tmp_path.iterdir()) == [path]


def test_a_store_needs_a_passphrase(tmp_path: Path) -> None:
    with pytest.raises(EmptyPassphraseError):
        create_store(tmp_path / "store.db", "")

    assert not list(tmp_path.iterdir())


def test_two_stores_under_one_passphrase_have_two_keys(tmp_path: Path) -> None:
    assert create_store(tmp_path / "one", PASSPHRASE) != create_store(tmp_path / "two", PASSPHRASE)


@pytest.mark.parametrize("typed", ["", PASSPHRASE + " ", PASSPHRASE.upper(), "\ud83d", "x" * 10_000])
def test_a_wrong_passphrase_gets_a_calm_sentence(path: Path, typed: str) -> None:
    with pytest.raises(WrongPassphraseError, match="does not open this store") as refused:
        unlock(path, typed)

    assert refused.value.says.text.startswith("This passphrase does not open")
    assert unlock(path, PASSPHRASE)


def test_a_slip_on_the_paper_is_told_apart_from_a_wrong_key(path: Path, key: Key) -> None:
    slip = ("0" if key.recovery[0] != "0" else "1") + key.recovery[1:]
    another = derive("something else", key.salt).recovery

    with pytest.raises(MistypedRecoveryKeyError, match="group 1"):
        unlock(path, slip)
    with pytest.raises(WrongPassphraseError, match="does not open") as refused:
        unlock(path, another)
    assert type(refused.value) is WrongPassphraseError


def test_a_passphrase_that_looks_like_a_slipped_recovery_key_still_opens(tmp_path: Path) -> None:
    looks_like_one = "abcde " * 12 + "fghjk"
    key = create_store(tmp_path / "store.db", looks_like_one)

    assert unlock(tmp_path / "store.db", looks_like_one) == key


def test_the_key_of_another_store_does_not_open_this_one(path: Path, key: Key, tmp_path: Path) -> None:
    other = create_store(tmp_path / "other.db", PASSPHRASE)

    with pytest.raises(WrongPassphraseError):
        open_store(path, other, now=Clock())
    with pytest.raises(WrongPassphraseError):
        open_store(path, Key(bytes(32), key.salt), now=Clock())


def test_where_nothing_is_nothing_is_made(tmp_path: Path, key: Key) -> None:
    with pytest.raises(NoStoreError, match="nowhere"):
        unlock(tmp_path / "nowhere.db", PASSPHRASE)
    with pytest.raises(NoStoreError, match="nowhere"):
        open_store(tmp_path / "nowhere.db", key, now=Clock())
    assert not list(tmp_path.iterdir())


def _plain_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as plain, plain:
        plain.execute("CREATE TABLE notes (words TEXT)")


def _foreign_encrypted(path: Path) -> None:
    path.touch()
    raw = sqlcipher.opened(path, derive(PASSPHRASE, bytes(range(16))))
    raw.execute("CREATE TABLE notes (words TEXT)")
    raw.close()


@pytest.mark.parametrize(
    "make",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"a letter to my aunt"),
        lambda path: path.write_bytes(os.urandom(4095)),
        _plain_database,
        _foreign_encrypted,
    ],
    ids=["empty", "short", "too small", "plain SQLite", "encrypted by another program"],
)
def test_a_foreign_file_is_called_one_and_left_alone(tmp_path: Path, make: object) -> None:
    path = tmp_path / "thing.db"
    make(path)  # type: ignore[operator]
    before = path.read_bytes()

    with pytest.raises(NotAStoreError, match="not a store of this program"):
        unlock(path, PASSPHRASE)

    assert path.read_bytes() == before


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(NotAStoreError):
        unlock(tmp_path, PASSPHRASE)


@pytest.mark.parametrize("at", [0, 15, 16, 100, 4000], ids=lambda at: f"byte {at}")
def test_a_damaged_beginning_and_a_wrong_passphrase_share_one_honest_sentence(path: Path, at: int) -> None:
    _flip(path, at)

    with pytest.raises(WrongPassphraseError, match="the file may be damaged"):
        unlock(path, PASSPHRASE)


def test_damage_further_on_is_called_damage(path: Path) -> None:
    for page in range(1, path.stat().st_size // sqlcipher.PAGE_BYTES):
        _flip(path, page * sqlcipher.PAGE_BYTES + 2000)

    with pytest.raises(DamagedStoreError, match="latest backup"):
        unlock(path, PASSPHRASE)


def test_damage_among_the_people_is_found_when_they_are_read(path: Path, key: Key, store: Store) -> None:
    store.add_person(somebody())
    page = raw_of(store).execute("SELECT rootpage FROM sqlite_master WHERE name = 'person'").fetchone()[0]
    store.close()
    _flip(path, (page - 1) * sqlcipher.PAGE_BYTES + 2000)

    with open_store(path, key, now=Clock()) as damaged:
        assert [problem.room for problem in damaged.verify()] == ["file"]
        with pytest.raises(DamagedStoreError, match="latest backup"):
            damaged.caseload(today=TODAY)


def _flip(path: Path, at: int) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        byte = file.read(1)[0]
        file.seek(at)
        file.write(bytes([byte ^ 1]))


def test_a_store_of_a_later_version_says_so_and_stays(path: Path, key: Key) -> None:
    with closing(sqlcipher.opened(path, key)) as raw:
        raw.execute(f"PRAGMA user_version = {VERSION + 1}")

    with pytest.raises(NewerStoreError, match="newer version of this program"):
        unlock(path, PASSPHRASE)
    with pytest.raises(NewerStoreError, match=str(VERSION + 1)):
        open_store(path, key, now=Clock())


def test_other_tools_open_the_file_with_the_passphrase_alone(path: Path, store: Store, dana: Person) -> None:
    store.close()
    with closing(sqlite_errors.dbapi.connect(str(path))) as raw:
        raw.execute(f"PRAGMA key = '{PASSPHRASE}'")
        assert raw.execute("SELECT id FROM person").fetchall() == [(dana.id,)]


def test_neither_key_nor_words_stand_in_the_files(path: Path, key: Key, store: Store) -> None:
    person = somebody(MARKER)
    store.add_person(person)
    for visit in range(30):
        store.drafts.keep(
            person.id,
            plan_of(person, f"{MARKER} {visit}"),
            sequence=visit,
            base_revision=0,
            place=MARKER,
            visit=f"{visit}",
        )
    while_open = _all_bytes(path)
    store.close()
    at_rest = _all_bytes(path)

    for kept in (while_open, at_rest):
        assert key.salt in kept
        assert MARKER.encode() not in kept
        assert person.id.encode() not in kept
        assert PASSPHRASE.encode() not in kept
        assert key.raw[:32] not in kept
        assert key.raw[:32].hex().encode() not in kept.lower()


def _all_bytes(path: Path) -> bytes:
    return b"".join(place.read_bytes() for place in sorted(path.parent.iterdir()))


def test_the_store_is_set_to_keep_what_it_confirms(store: Store) -> None:
    def pragma(name: str) -> object:
        return raw_of(store).execute(f"PRAGMA {name}").fetchone()[0]

    assert [pragma("journal_mode"), pragma("synchronous"), pragma("secure_delete")] == ["wal", 2, 1]
    assert [pragma("temp_store"), pragma("foreign_keys"), pragma("fullfsync")] == [2, 1, 1]


def test_a_closed_store_says_that_it_is_locked(store: Store, tmp_path: Path) -> None:
    store.close()
    store.close()

    for ask in (store.agency, store.verify, lambda: store.person(new_id()), lambda: back_up(store, tmp_path / "b")):
        with pytest.raises(StoreClosedError, match="Unlock it"):
            ask()


def test_a_store_that_another_process_holds_is_called_busy(
    path: Path, key: Key, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlcipher, "BUSY_SECONDS", 0.05)
    with open_store(path, key, now=Clock()) as other:
        raw_of(other).execute("BEGIN IMMEDIATE")
        raw_of(other).execute("UPDATE chain_head SET position = 0")

        with open_store(path, key, now=Clock()) as third, pytest.raises(StoreBusyError, match="Another program"):
            third.add_person(somebody())
        assert store.caseload(today=TODAY).total == 0

        raw_of(other).execute("ROLLBACK")
    store.add_person(somebody())
    assert store.caseload(today=TODAY).total == 1


def test_an_error_tells_no_words(store: Store) -> None:
    with pytest.raises(Exception, match="CHECK") as broken, store.place.writing() as connection:
        connection.exec_driver_sql("INSERT INTO agency (id, value) VALUES (?, ?)", (2, MARKER))

    assert MARKER not in f"{broken.value} {broken.value!r}"
