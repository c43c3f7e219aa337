"""The tables are the ones the migrations make; Alembic is read only when a migration is due."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import insert, text, update

from planner.caseload.agency import Agency
from planner.sessions.session import ContactKind
from planner.store import Store, events, open_in_memory, open_store, people, revisions, settings
from planner.store.columns import METADATA
from planner.store.file import full_text, schema, sqlcipher
from planner.store.file.migrating import config, newest
from planner.store.tables import CONTACT, PERSON, SESSION
from tests.invented import TODAY
from tests.planner.store.chain.test_chain import tamper
from tests.planner.store.keeping import NOON, Clock, contact_with, plan_of, raw_of, session_with, somebody

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection

    from planner.caseload.person import Person
    from planner.store import Key

OPEN_AND_LOOK = """
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from planner.store import Key, open_in_memory, open_store
key = Key.from_raw(bytes.fromhex(sys.stdin.readline()))
with open_store(Path(sys.argv[1]), key, now=lambda: datetime.now(UTC)) as store:
    print(store.caseload(today=date.today()).total)
with open_in_memory(now=lambda: datetime.now(UTC)) as practice:
    print(practice.caseload(today=date.today()).total)
heavy = ["alembic", "mako", "sqlalchemy.orm", "pandas", "IPython", "ipywidgets", "nbconvert", "sqlite3"]
print([name for name in heavy if name in sys.modules])
"""

NAMES_FOLDED_ANEW = 4
"""The version from which on a search finds names without their apostrophes."""


def test_the_version_is_the_number_of_the_newest_migration(store: Store) -> None:
    assert newest() == f"{schema.VERSION:04}"
    assert sqlcipher.version_of(raw_of(store)) == schema.VERSION


def test_the_migrations_make_the_tables_the_program_knows(store: Store) -> None:
    def is_a_table_of_ours(name: str | None, kind: str, _parents: object) -> bool:
        return kind != "table" or not str(name).startswith(full_text.TABLES)  # SQLite makes those beneath an index

    with store.place.reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": is_a_table_of_ours})
        assert compare_metadata(context, METADATA) == []


def _made(store: Store) -> set[tuple[str, str, str]]:
    """Return every table, index and trigger, with the words of its making as far as they matter."""
    rows = raw_of(store).execute("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE '%alembic%'")
    return {(kind, name, " ".join((sql or "").replace('"', "").split())) for kind, name, sql in rows}


def test_a_practice_store_has_the_same_tables_indexes_and_guards(store: Store) -> None:
    with open_in_memory(now=Clock()) as practice:
        ours, theirs = _made(store), _made(practice)
        triggers = {row for row in ours if row[0] == "trigger"}

        assert len(triggers) == 16
        assert triggers == {row for row in theirs if row[0] == "trigger"}
        assert {row[:2] for row in theirs} == {row[:2] for row in ours}
        assert {row for row in ours if row[0] == "index"} == {row for row in theirs if row[0] == "index"}
        assert sqlcipher.version_of(raw_of(practice)) == schema.VERSION


def test_a_practice_store_does_all_that_a_real_one_does() -> None:
    with open_in_memory(now=Clock()) as practice:
        practice.add_person(somebody())
        practice.note_event("opened")

        assert practice.caseload(today=TODAY).total == 1
        assert practice.verify() == ()


def test_a_store_from_before_the_first_migration_is_brought_up_to_date(tmp_path: Path, key: Key) -> None:
    path = tmp_path / "bare.store"
    path.touch()
    with closing(sqlcipher.opened(path, key)) as raw:
        sqlcipher.make_ready(raw)
        sqlcipher.settle_log(raw)

    for _ in range(2):
        with open_store(path, key, now=Clock()) as store:
            store.add_person(somebody())
            assert sqlcipher.version_of(raw_of(store)) == schema.VERSION
    with open_store(path, key, now=Clock()) as store:
        assert store.caseload(today=TODAY).total == 2


@pytest.mark.parametrize("version", range(1, schema.VERSION))
def test_a_store_of_every_earlier_version_is_brought_up_to_date_with_what_was_in_it(
    tmp_path: Path, key: Key, version: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "earlier.store"
    path.touch()
    dana = somebody("Dana O’Brien")
    with monkeypatch.context() as earlier, closing(sqlcipher.opened(path, key)) as raw:
        earlier.setattr(schema, "VERSION", version)
        sqlcipher.make_ready(raw)
        with sqlcipher.engine_over(raw).connect().execution_options(writes=True) as connection, connection.begin():
            found = config()
            found.attributes["connection"] = connection
            command.upgrade(found, f"{version:04}")
            sqlcipher.stamp(connection, version)
            people.add(connection, dana)
            if version < NAMES_FOLDED_ANEW:
                connection.execute(update(PERSON).values(found_by="dana o’brien"))
            events.note(connection, "opened", dana.id, "", by="Jo", at=Clock()())

    with open_store(path, key, now=Clock()) as store:
        assert store.person(dana.id) == dana
        assert store.caseload("O'Brien", today=TODAY).total == 1
        assert [event.by for event in store.events(dana.id)] == ["Jo"]
        assert store.verify() == ()
        assert _made(store) == _made_new(tmp_path, key)


def _made_new(folder: Path, key: Key) -> set[tuple[str, str, str]]:
    path = folder / "new.store"
    path.touch()
    with closing(sqlcipher.opened(path, key)) as raw:
        sqlcipher.make_ready(raw)
    with open_store(path, key, now=Clock()) as store:
        return _made(store)


def test_a_migration_happens_whole_or_not_at_all(tmp_path: Path, key: Key, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "bare.store"
    path.touch()
    with closing(sqlcipher.opened(path, key)) as raw:
        sqlcipher.make_ready(raw)
        sqlcipher.settle_log(raw)

    def power_cut(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(sqlcipher, "stamp", power_cut)
        with pytest.raises(KeyboardInterrupt):
            open_store(path, key, now=Clock())

    with closing(sqlcipher.opened(path, key)) as raw:
        assert raw.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    with open_store(path, key, now=Clock()) as store:
        assert store.verify() == ()


def test_opening_a_current_store_reads_no_alembic(store: Store, path: Path, key: Key) -> None:
    store.add_person(somebody())

    looked = subprocess.run(
        [sys.executable, "-c", OPEN_AND_LOOK, str(path)],
        input=key.raw.hex(),
        capture_output=True,
        text=True,
        check=True,
    )

    assert looked.stdout.splitlines() == ["1", "0", "[]"]


@contextmanager
def _of_version(version: int, path: Path, key: Key) -> Iterator[Connection]:
    """Make a store as an earlier version of the program did, to be filled."""
    path.touch()
    with closing(sqlcipher.opened(path, key)) as raw:
        sqlcipher.make_ready(raw)
        with sqlcipher.engine_over(raw).connect().execution_options(writes=True) as connection, connection.begin():
            found = config()
            found.attributes["connection"] = connection
            command.upgrade(found, f"{version:04}")
            sqlcipher.stamp(connection, version)
            yield connection


def test_who_was_only_opened_before_is_as_last_met_and_still_due_after_the_upgrade(tmp_path: Path, key: Key) -> None:
    path = tmp_path / "earlier.store"
    dana, sol = somebody("Dana"), somebody("Sol")
    with _of_version(3, path, key) as connection:
        for one in (dana, sol):
            people.add(connection, one)
        _finished_and_opened(connection, dana)

    with open_store(path, key, now=Clock()) as store:
        of_dana, of_sol = store.caseload(today=TODAY).rows
        assert (of_dana.last_seen, of_dana.next_on) == (TODAY - timedelta(days=20), TODAY - timedelta(days=11))
        assert of_dana.ready_to_look_again
        assert (of_sol.last_seen, of_sol.next_on) == (None, None)
        assert store.verify() == ()


def test_an_upgrade_names_the_lines_an_earlier_forgetting_took_and_the_sessions_that_were_finished(
    tmp_path: Path, key: Key
) -> None:
    path = tmp_path / "earlier.store"
    dana, sol = somebody("Dana"), somebody("Sol")
    with _of_version(7, path, key) as connection:
        for one in (dana, sol):
            people.add(connection, one)
            events.note(connection, "added", one.id, "", by="", at=NOON)
        _finished_and_opened(connection, dana)
        connection.execute(text("INSERT INTO forgotten VALUES (2)"))
        connection.execute(text("DELETE FROM event WHERE position = 2"))
        events.note(connection, "forgotten", sol.id, "0 lines of accounting", by="", at=NOON)

    with open_store(path, key, now=Clock()) as store:
        assert store.verify() == ()
        named = next(event for event in store.events() if event.kind == "forgotten")
        assert named.detail == "lines of earlier forgettings; gone: 2"
        tamper(store, "INSERT INTO forgotten VALUES (1)", "DELETE FROM event WHERE position = 1")
        assert [problem.position for problem in store.verify()] == [1, 1]
        tamper(store, "UPDATE session SET value = json_set(value, '$.how', 'phone') WHERE finished IS NOT NULL")
        assert "session" in {problem.room for problem in store.verify()}


def _finished_and_opened(connection: Connection, person: Person) -> None:
    """Write what a store of before holds: a session finished, a call, no answer, and a session opened by mistake."""
    settings.keep(connection, Agency(zone="America/Denver"))
    evening = datetime(2026, 11, 2, 4, tzinfo=UTC)  # in Denver still the first of November
    finished = session_with(person, at=evening).amended(number=1, finished=evening)
    opened = session_with(person).amended(number=2)
    for one in (finished, opened):
        value = one.model_dump_json(exclude={"met_on"})
        connection.execute(
            insert(SESSION).values(
                id=one.id,
                person_id=person.id,
                number=one.number,
                started=one.started,
                finished=one.finished,
                value=value,
            )
        )
    revisions.append(connection, finished, plan_of(person, next_on=TODAY - timedelta(days=11)), at=evening)
    call, no_answer = contact_with(person, at=NOON - timedelta(days=20)), contact_with(person, ContactKind.NO_ANSWER)
    for one in (call, no_answer):
        connection.execute(
            insert(CONTACT).values(id=one.id, person_id=person.id, at=one.at, value=one.model_dump_json())
        )
    connection.execute(
        text("UPDATE person SET last_seen = :today, agreed = '', next_on = NULL WHERE id = :id"),
        {"today": TODAY.isoformat(), "id": person.id},
    )
