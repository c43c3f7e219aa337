"""What stands beside the lines: tables and guards as they were made, values of every kind, heads kept elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planner.sharing.disclosure import Disclosure
from planner.store import (
    DamagedStoreError,
    Head,
    Store,
    back_up,
    back_up_by_rule,
    change_passphrase,
    open_in_memory,
    open_store,
)
from planner.store.file import sqlcipher, sqlite_errors
from planner.store.file.backups.local_backups import folder_of, found_in, head_in
from planner.store.tables import CHAIN, CHAIN_HEAD, CHAINED_TABLES, FORGOTTEN, SESSION
from tests.invented import new_id
from tests.planner.consent.agreeing import signed
from tests.planner.store.chain.test_chain import tamper
from tests.planner.store.keeping import NOON, Clock, plan_of, raw_of, session_with, somebody
from tests.planner.store.test_consents import REVOKED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from planner.caseload.person import Person
    from planner.store import Key

ALTERED = {
    "a guard dropped": ("guards", "DROP TRIGGER consent_stays"),
    "a guard that lets all go": (
        "guards",
        "DROP TRIGGER event_stays",
        "CREATE TRIGGER event_stays BEFORE DELETE ON event WHEN 0 BEGIN SELECT 1; END",
    ),
    "a guard of another table": (
        "guards",
        "DROP TRIGGER chain_stays",
        "CREATE TRIGGER chain_stays BEFORE DELETE ON lease BEGIN SELECT RAISE(ABORT, 'this row is kept for good'); END",
    ),
    "a trigger of somebody else": (
        "guards",
        "CREATE TRIGGER mine AFTER INSERT ON consent BEGIN DELETE FROM lease; END",
    ),
    "a view in a table's place": (
        "tables",
        "DROP TRIGGER event_stays",
        "DROP TRIGGER event_stays_as_it_is",
        "ALTER TABLE event RENAME TO event_before",
        "CREATE VIEW event AS SELECT * FROM event_before WHERE kind <> 'opened'",
    ),
    "a view without an end": (
        "tables",
        "ALTER TABLE chain RENAME TO chain_before",
        "CREATE VIEW chain AS WITH RECURSIVE n(position) AS (SELECT 1 UNION ALL SELECT 1 FROM n) SELECT * FROM n",
    ),
    "a table made anew, looser": (
        "tables",
        "CREATE TABLE other AS SELECT * FROM chain_head",
        "DROP TABLE chain_head",
        "ALTER TABLE other RENAME TO chain_head",
    ),
    "a table gone": ("tables", "DROP TABLE backups"),
    "a column more": ("tables", "ALTER TABLE disclosure ADD COLUMN hidden TEXT"),
    "a table more": ("tables", "CREATE TABLE mine (words TEXT)"),
    "an index gone": ("indexes", "DROP INDEX session_open"),
}


@pytest.mark.parametrize("what", ALTERED)
def test_tables_and_guards_that_were_not_made_so_are_found(store: Store, dana: Person, what: str) -> None:
    room, *statements = ALTERED[what]
    store.note_event("opened", dana.id)
    raw_of(store).execute("PRAGMA foreign_keys = OFF")
    for statement in statements:
        raw_of(store).execute(statement)

    found = store.verify()

    assert room in {problem.room for problem in found}
    assert all(str(problem.says).endswith(".") for problem in found)


def test_a_practice_store_is_looked_at_too() -> None:
    with open_in_memory(now=Clock()) as practice:
        assert practice.verify() == ()
        raw_of(practice).execute("DROP TRIGGER event_stays")
        assert [problem.room for problem in practice.verify()] == ["guards"]


ODD = ("'words'", "5", "-5", "1.5", "x'ff00'", "9223372036854775807", "''", "CAST(x'ff' AS TEXT)", "'[1]'", "'{}'")
_LOOKED_AT = (CHAIN, CHAIN_HEAD, FORGOTTEN, SESSION, *CHAINED_TABLES.values())
COLUMNS = [(table.name, column.name) for table in _LOOKED_AT for column in table.c]


@pytest.fixture
def kept(clock: Clock) -> Iterator[Store]:
    """A row in every room that verify looks at."""
    with open_in_memory(now=clock) as store:
        dana, sol = somebody("Dana"), somebody("Sol")
        for person in (dana, sol):
            store.add_person(person)
        first, second = (_finished(store, dana, clock) for _ in range(2))
        assert first != second
        store.take_back_finish(second)
        store.agreements.note_disclosure(Disclosure(id=new_id(), person_id=dana.id, at=NOON, to_whom="Dr. Reyes"))
        store.agreements.sign(signed(person_id=dana.id))
        store.forget(sol.id)
        yield store


def _finished(store: Store, person: Person, clock: Clock) -> str:
    begun = store.begin(session_with(person))
    store.finish(begun.id, plan_of(person, "walk"), at=clock())
    return begun.id


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=[f"{table}.{column}" for table, column in COLUMNS])
def test_a_value_of_any_kind_is_found_and_told_in_a_sentence(kept: Store, table: str, column: str) -> None:
    before = sqlcipher.in_memory()
    raw_of(kept).backup(before)
    tried = 0
    for odd in ODD:
        if _set(kept, table, column, odd):
            found = kept.verify()
            tried += 1
            assert found, odd
            assert all(str(problem.says).endswith(".") for problem in found)
        before.backup(raw_of(kept))
    before.close()
    assert tried or (table, column) == ("chain_head", "id")
    assert kept.verify() == ()


def _set(store: Store, table: str, column: str, value: str) -> bool:
    """Put a value of another kind into one row, where the table itself takes it; return whether it is another."""
    every = f"SELECT typeof({column}) || hex({column}) AS held FROM {table} ORDER BY held"  # noqa: S608 (our own names)
    before = raw_of(store).execute(every).fetchall()
    try:
        tamper(store, f"UPDATE {table} SET {column} = {value} WHERE rowid = (SELECT min(rowid) FROM {table})")  # noqa: S608
    except sqlite_errors.dbapi.IntegrityError:
        return False
    return raw_of(store).execute(every).fetchall() != before


def _cut_last_line(store: Store) -> None:
    """Take the last line out, and move the head back: what is left holds in itself."""
    position, room = raw_of(store).execute("SELECT position, room FROM chain ORDER BY position DESC LIMIT 1").fetchone()
    tamper(
        store,
        f"DELETE FROM {room} WHERE position = {position}",  # noqa: S608 (our own rooms)
        f"DELETE FROM chain WHERE position = {position}",  # noqa: S608
        "UPDATE chain_head SET (position, link) = (SELECT position, link FROM chain ORDER BY position DESC LIMIT 1)",
    )


def _revoked(store: Store, dana: Person) -> None:
    consent = signed(person_id=dana.id)
    store.agreements.sign(consent)
    store.agreements.end_consent(consent.id, REVOKED)


def test_a_revocation_cut_off_the_end_is_missed_by_the_head_on_paper(store: Store, dana: Person) -> None:
    _revoked(store, dana)
    on_paper = Head.read(str(store.head()))
    assert on_paper
    _cut_last_line(store)

    assert store.verify() == ()  # what is left holds in itself: this is what the paper is for
    (problem,) = store.verify([on_paper])

    assert (problem.room, problem.position) == ("head", 3)
    store.note_event("opened", dana.id)  # the record grows over the gap
    assert store.verify([on_paper]) == (problem,)


def test_a_revocation_cut_off_the_end_is_missed_by_the_stores_own_backup(
    store: Store, dana: Person, path: Path
) -> None:
    _revoked(store, dana)
    backup = back_up_by_rule(store, folder_of(path))
    assert backup
    assert store.verify() == ()
    for _ in range(2):
        _cut_last_line(store)

    (problem,) = store.verify()

    assert (problem.room, problem.position) == ("head", 3)
    assert backup.name in str(problem.says)


def test_an_emptied_record_is_missed_by_a_backup_under_an_earlier_passphrase(
    store: Store, path: Path, key: Key
) -> None:
    """Its name tells its head, whatever its key."""
    store.note_event("opened")
    back_up_by_rule(store, folder_of(path))
    store.close()
    new = change_passphrase(path, key, "another quiet morning", at=NOON)
    with open_store(path, new, now=Clock()) as changed:
        assert changed.verify() == ()
        tamper(
            changed,
            "DELETE FROM event",
            "DELETE FROM chain",
            "UPDATE chain_head SET position = 0, link = zeroblob(32)",
        )
        assert [(problem.room, problem.position) for problem in changed.verify()] == [("head", 1)]


def test_a_backup_that_was_brought_back_is_told_as_such(store: Store, path: Path, key: Key, clock: Clock) -> None:
    store.note_event("opened")
    older = path.with_name("older.store")
    back_up(store, older)
    back_up_by_rule(store, folder_of(path))
    store.close()
    older.replace(path)

    with open_store(path, key, now=clock) as brought_back:
        brought_back.note_event("restored")
        (problem,) = brought_back.verify()

    assert "at line 2 an older backup was brought back" in str(problem.says)


def test_a_backup_that_can_not_be_read_is_told(store: Store, path: Path) -> None:
    backup = back_up_by_rule(store, folder_of(path))
    assert backup
    whole = bytearray(backup.read_bytes())
    whole[100:3000] = bytes(2900)
    backup.write_bytes(whole)

    assert [problem.room for problem in store.verify()] == ["backup"]


@pytest.mark.usefixtures("dana")
def test_each_backup_bears_the_head_of_its_record(store: Store, path: Path) -> None:
    head = store.head()
    back_up_by_rule(store, folder_of(path))

    (backup,) = found_in(folder_of(path))

    assert head.position == 1
    assert head_in(backup) == head
    assert {witness.head for witness in store.place.witnesses()} == {head}
    assert len(store.place.witnesses()) == 2  # by its name, and by what is in it


@pytest.mark.parametrize(
    ("typed", "is_read"),
    [
        ("412-7K3M-QWX2-HD5V-ABCD", True),
        (" 412 7k3mqwx2 hd5v–abcd\n", True),
        ("412-7K3M-0WX2-1D5V-8BCD", True),
        ("412", False),
        ("7K3M-QWX2-HD5V-ABCD", False),
        ("412-7K3M-QWX2-HD5V-ABC", False),
        ("412-7K3M-QWX2-HD5V-ABCDE", False),
        ("-1-7K3M-QWX2-HD5V-ABCD", False),
        ("9" * 5000 + "-7K3M-QWX2-HD5V-ABCD", False),
        ("", False),
    ],
)
def test_a_head_is_read_as_hands_write_it(typed: str, is_read: bool) -> None:  # noqa: FBT001 (a column of the table)
    assert (Head.read(typed) is not None) == is_read


def test_a_head_comes_back_from_paper_as_it_was() -> None:
    for number in range(20):
        head = Head.of(number, bytes([number * 12]) * 32)
        assert Head.read(str(head).lower()) == head


UNREADABLE = {
    "person": "UPDATE person SET value = '{'",
    "session": "UPDATE session SET value = 'words'",
    "event": "UPDATE event SET at = 'yesterday'",
    "disclosure": "UPDATE disclosure SET value = x'00ff'",
    "consent": "UPDATE consent SET value = '[]'",
}


@pytest.mark.parametrize("room", UNREADABLE)
def test_what_can_not_be_read_any_more_is_a_sentence_wherever_it_is_asked_for(
    store: Store, dana: Person, room: str
) -> None:
    store.begin(session_with(dana))
    store.agreements.note_disclosure(Disclosure(id=new_id(), person_id=dana.id, at=NOON, to_whom="Dr. Reyes"))
    store.agreements.sign(signed(person_id=dana.id))
    asked = {
        "person": store.person,
        "session": store.sessions,
        "event": store.events,
        "disclosure": store.agreements.disclosures,
        "consent": store.agreements.consents,
    }
    asked[room](dana.id)
    tamper(store, UNREADABLE[room])

    with pytest.raises(DamagedStoreError):
        asked[room](dana.id)
    if room != "person":  # a person's own row changes from day to day
        assert store.verify()


@pytest.mark.parametrize("told", ["0003", "9999"])
def test_tables_of_another_version_than_the_store_says_are_a_sentence(
    store: Store, path: Path, key: Key, told: str
) -> None:
    raw_of(store).execute("PRAGMA user_version = 3")
    raw_of(store).execute("UPDATE alembic_version SET version_num = ?", (told,))
    store.close()

    with pytest.raises(DamagedStoreError):
        open_store(path, key, now=Clock())
