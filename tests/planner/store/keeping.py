"""What the tests of the store keep in it: invented people, small plans, and a clock that ticks when it is asked."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from planner.caseload.person import Person
from planner.goals.goal import Goal
from planner.plan.plan import Plan
from planner.sessions.closing import Closing
from planner.sessions.session import Contact, ContactKind, Session
from planner.store.file.place import FilePlace
from planner.words.reading import DayWords
from tests.invented import TODAY, new_id

if TYPE_CHECKING:
    from sqlite3 import Connection as RawConnection

    from planner.store import Store

PASSPHRASE = "a quiet blue morning"
NOON = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)


class Clock:
    """It moves on by a second each time somebody looks at it."""

    def __init__(self) -> None:
        self.at = NOON

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


def somebody(called: str = "Dana", **words: str) -> Person:
    return Person(id=new_id(), called=called, added_on=TODAY, **words)


def session_with(person: Person, *, at: datetime = NOON) -> Session:
    return Session(id=new_id(), person_id=person.id, started=at, author="Jo")


def contact_with(person: Person, kind: ContactKind = ContactKind.CALL, *, at: datetime = NOON) -> Contact:
    return Contact(id=new_id(), person_id=person.id, at=at, kind=kind, by="Jo")


def plan_of(person: Person, *words: str, next_on: date | None = None) -> Plan:
    """Return a plan with one goal for each of the words."""
    goals = tuple(Goal(id=new_id(), own_words=said) for said in words)
    closing = Closing(next_on=DayWords(words=str(next_on or ""), reading=next_on))
    return Plan(id=new_id(), person_id=person.id, goals=goals, closing=closing)


def raw_of(store: Store) -> RawConnection:
    """Return the connection under a store in a file, for what only a file has."""
    assert isinstance(store.place, FilePlace)
    return store.place.raw
