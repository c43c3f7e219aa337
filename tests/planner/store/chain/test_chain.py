"""The chain finds the one byte that was changed, the row that was taken away or swapped, and says where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from planner.sharing.disclosure import Disclosure
from planner.store import events, forgetting
from planner.store.chain.links import vouches
from planner.store.tables import EVENT
from tests.invented import new_id
from tests.planner.store.keeping import NOON, Clock, plan_of, raw_of, session_with, somebody

if TYPE_CHECKING:
    from planner.caseload.person import Person
    from planner.store import Store


@pytest.fixture
def record(store: Store, dana: Person, clock: Clock) -> Store:
    return a_record(store, dana, clock)


def a_record(store: Store, dana: Person, clock: Clock) -> Store:
    """Lines 1 to 11: added, opened; session, revision, finished; printed, a disclosure; the three again; exported."""
    store.note_event("opened", dana.id, by="Jo")
    _finish(store, dana, clock, "walk")
    store.note_event("printed", dana.id, "My plan", by="Jo")
    store.agreements.note_disclosure(Disclosure(id=new_id(), person_id=dana.id, at=NOON, to_whom="Dr. Reyes"))
    _finish(store, dana, clock, "sleep")
    store.note_event("exported", dana.id, "CSV", by="Jo")
    return store


def _finish(store: Store, dana: Person, clock: Clock, words: str) -> None:
    begun = store.begin(session_with(dana))
    store.finish(begun.id, plan_of(dana, words), at=clock())


def tamper(store: Store, *statements: str) -> None:
    """Change the tables as somebody with the key and other tools could, and put the guards back."""
    raw_of(store).execute("PRAGMA foreign_keys = OFF")
    guards = raw_of(store).execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in guards:
        raw_of(store).execute(f"DROP TRIGGER {name}")
    for statement in statements:
        assert raw_of(store).execute(statement).rowcount > 0, statement
    for _, sql in guards:
        raw_of(store).execute(sql)


def test_an_untouched_record_holds(record: Store) -> None:
    assert raw_of(record).execute("SELECT count(*) FROM chain").fetchone() == (11,)
    assert record.verify() == ()


def test_an_empty_record_holds(store: Store) -> None:
    assert store.verify() == ()


@dataclass(frozen=True)
class Tampering:
    what: str
    how: tuple[str, ...]
    found: tuple[tuple[str, int], ...]


CASES = [
    Tampering(
        "one byte of a revision",
        ("UPDATE revision SET plan = replace(plan, 'walk', 'wamk') WHERE number = 1",),
        (("revision", 4),),
    ),
    Tampering(
        "one byte of an event, no text any more",
        ("UPDATE event SET by = CAST(X'4aff' AS TEXT) WHERE position = 6",),
        (("event", 6),),
    ),
    Tampering(
        "the author", ("UPDATE revision SET author = 'Kim' WHERE number = 2",), (("revision", 9), ("session", 9))
    ),
    Tampering("the moment", ("UPDATE event SET at = 'yesterday' WHERE position = 2",), (("event", 2),)),
    Tampering("whose it was", ("UPDATE event SET person_id = 'somebody else' WHERE position = 11",), (("event", 11),)),
    Tampering("a person became nobody", ("UPDATE event SET person_id = NULL WHERE position = 11",), (("event", 11),)),
    Tampering("the salt", ("UPDATE disclosure SET salt = zeroblob(32)",), (("disclosure", 7),)),
    Tampering("the salt's kind", ("UPDATE disclosure SET salt = 'salt'",), (("disclosure", 7),)),
    Tampering("a number became text", ("UPDATE revision SET number = '1x' WHERE number = 1",), (("revision", 4),)),
    Tampering("a row taken away", ("DELETE FROM event WHERE position = 6",), (("event", 6),)),
    Tampering("the last row taken away", ("DELETE FROM event WHERE position = 11",), (("event", 11),)),
    Tampering(
        "a row and its link taken away",
        ("DELETE FROM event WHERE position = 6", "DELETE FROM chain WHERE position = 6"),
        (("chain", 6),),
    ),
    Tampering(
        "the last row and its link taken away",
        ("DELETE FROM event WHERE position = 11", "DELETE FROM chain WHERE position = 11"),
        (("chain", 11),),
    ),
    Tampering("a link taken away", ("DELETE FROM chain WHERE position = 7",), (("chain", 7), ("disclosure", 7))),
    Tampering(
        "two revisions swapped",
        (
            "UPDATE revision SET position = -1 WHERE position = 4",
            "UPDATE revision SET position = 4 WHERE position = 9",
            "UPDATE revision SET position = 9 WHERE position = -1",
        ),
        (("revision", 4), ("revision", 9)),
    ),
    Tampering(
        "two links swapped",
        (
            "UPDATE chain SET position = -1 WHERE position = 4",
            "UPDATE chain SET position = 4 WHERE position = 9",
            "UPDATE chain SET position = 9 WHERE position = -1",
        ),
        (("chain", 4), ("revision", 4), ("chain", 5), ("chain", 9), ("revision", 9), ("chain", 10)),
    ),
    Tampering("the moment of a link", ("UPDATE chain SET at = 'x' WHERE position = 4",), (("chain", 4),)),
    Tampering(
        "the room of a link", ("UPDATE chain SET room = 'attic' WHERE position = 6",), (("chain", 6), ("event", 6))
    ),
    Tampering(
        "a digest that is no digest",
        ("UPDATE chain SET digest = 5 WHERE position = 6",),
        (("chain", 6), ("event", 6)),
    ),
    Tampering(
        "a link that is no link", ("UPDATE chain SET link = 5 WHERE position = 6",), (("chain", 6), ("chain", 7))
    ),
    Tampering("the head", ("UPDATE chain_head SET link = zeroblob(32)",), (("chain", 11),)),
    Tampering("no head", ("DELETE FROM chain_head",), (("chain", 11),)),
    Tampering("a head further on", ("UPDATE chain_head SET position = 13",), (("chain", 12),)),
    Tampering(
        "a row hidden behind a forgetting that nobody asked for",
        ("INSERT INTO forgotten VALUES (6)", "DELETE FROM event WHERE position = 6"),
        (("event", 6), ("forgotten", 6)),
    ),
    Tampering("a guard told to let a line go", ("INSERT INTO forgotten VALUES (6)",), (("forgotten", 6),)),
    Tampering(
        "what was given, hidden behind a forgetting that nobody asked for",
        ("INSERT INTO forgotten VALUES (7)", "DELETE FROM disclosure WHERE position = 7"),
        (("disclosure", 7), ("forgotten", 7)),
    ),
    Tampering("a finished session deleted", ("DELETE FROM session WHERE number = 1",), (("session", 3),)),
    Tampering(
        "a finished session open again", ("UPDATE session SET finished = NULL WHERE number = 2",), (("session", 8),)
    ),
    Tampering(
        "the author of a finished session",
        ("UPDATE session SET value = json_set(value, '$.author', 'Kim') WHERE number = 2",),
        (("session", 8),),
    ),
    Tampering(
        "the day of a finished session",
        ("UPDATE session SET value = json_set(value, '$.met_on', '2026-01-01') WHERE number = 1",),
        (("session", 3),),
    ),
    Tampering(
        "how the two met",
        ("UPDATE session SET value = json_set(value, '$.how', 'phone') WHERE number = 1",),
        (("session", 3),),
    ),
    Tampering("when a session began", ("UPDATE session SET started = '2020' WHERE number = 1",), (("session", 3),)),
    Tampering("when a session ended", ("UPDATE session SET finished = '2020' WHERE number = 1",), (("session", 3),)),
    Tampering("a session counted otherwise", ("UPDATE session SET number = 9 WHERE number = 1",), (("session", 3),)),
    Tampering(
        "a session under another id",
        ("UPDATE session SET id = 'x' WHERE number = 1",),
        (("session", 3), ("session", 0)),
    ),
    Tampering(
        "a finished session open again, in its value too",
        (
            "UPDATE session SET value = json_set(value, '$.finished', NULL) WHERE number = 2",
            "UPDATE session SET finished = NULL WHERE number = 2",
        ),
        (("session", 8),),
    ),
    Tampering(
        "the line of a session and the session changed alike",
        (
            "UPDATE session_history SET value = json_set(value, '$.how', 'phone') WHERE position = 3",
            "UPDATE session SET value = json_set(value, '$.how', 'phone') WHERE number = 1",
        ),
        (("session_history", 3),),
    ),
    Tampering(
        "a session that nobody finished",
        ("INSERT INTO session SELECT 'x', person_id, 3, started, finished, value FROM session WHERE number = 2",),
        (("session", 0),),
    ),
    Tampering(
        "the whole record emptied, with the sessions",
        (
            "DELETE FROM event",
            "DELETE FROM revision",
            "DELETE FROM disclosure",
            "DELETE FROM session_history",
            "DELETE FROM session",
            "DELETE FROM chain",
            "UPDATE chain_head SET position = 0, link = zeroblob(32)",
        ),
        (("chain", 0),),
    ),
    Tampering(
        "the whole record emptied",
        (
            "DELETE FROM event",
            "DELETE FROM revision",
            "DELETE FROM disclosure",
            "DELETE FROM session_history",
            "DELETE FROM chain",
            "UPDATE chain_head SET position = 0, link = zeroblob(32)",
        ),
        (("chain", 0), ("session", 0)),
    ),
    Tampering(
        "a row from elsewhere",
        ("INSERT INTO event SELECT 14, person_id, kind, detail, by, at, salt FROM event WHERE position = 2",),
        (("event", 14),),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.what)
def test_every_tampering_is_found_where_it_was_done(record: Store, case: Tampering) -> None:
    tamper(record, *case.how)

    found = record.verify()

    assert tuple((problem.room, problem.position) for problem in found) == case.found
    assert all(str(problem.position) in str(problem.says) for problem in found if problem.position)


def test_a_problem_tells_no_words(record: Store) -> None:
    tamper(record, "UPDATE revision SET plan = replace(plan, 'walk', 'zanzibar')")

    (problem,) = record.verify()

    assert str(problem.says) == "What line 4 of the record stands for was changed, or swapped."


def test_a_forgetting_names_the_lines_that_went_and_hides_no_others(record: Store, dana: Person) -> None:
    other = somebody("Marisol")
    record.add_person(other)
    record.note_event("opened", other.id)
    record.forget(dana.id)

    detail = record.events(dana.id)[0].detail
    assert detail.endswith("; gone: 1-6, 8-11")
    assert record.verify() == ()
    tamper(record, "INSERT INTO forgotten VALUES (13)", "DELETE FROM event WHERE position = 13")
    assert [(problem.room, problem.position) for problem in record.verify()] == [
        ("event", 13),
        ("forgotten", 13),
    ]


def test_a_forgetting_that_names_no_line_explains_none(record: Store, dana: Person) -> None:
    """Those of the first version are named when such a store is brought up to date: `test_schema`."""
    with record.place.writing() as connection:
        forgetting._take_out(connection, EVENT, EVENT.c.position == 6)
        events.note(
            connection, "forgotten", dana.id, "1 lines of accounting and 0 consents stay for 6 years", by="", at=NOON
        )
    assert [(problem.room, problem.position) for problem in record.verify()] == [("event", 6), ("forgotten", 6)]


def test_a_forgotten_row_leaves_a_chain_that_holds(record: Store, dana: Person) -> None:
    """Row and salt go; what stays is a digest nobody can guess from."""
    record.forget(dana.id)

    assert record.revisions(dana.id) == ()
    assert record.verify() == ()
    record.note_event("backed up")
    assert record.verify() == ()


def test_two_equal_rows_have_different_digests(record: Store) -> None:
    record.note_event("opened")
    record.note_event("opened")

    digests = raw_of(record).execute("SELECT digest FROM chain ORDER BY position DESC LIMIT 2").fetchall()

    assert digests[0] != digests[1]


@pytest.mark.parametrize("digest", ["words", 5, 1.5, b"short"])
def test_a_digest_of_another_kind_is_a_problem_and_nobodys(digest: object) -> None:
    assert not vouches(digest, b"salt", {"position": 1})
    assert not vouches(b"short", digest if not isinstance(digest, bytes) else None, {"position": 1})
