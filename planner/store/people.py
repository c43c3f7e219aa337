"""The people of a store, and the caseload as a counselor looks through it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, insert, or_, select, true, update

from planner.caseload.person import Person
from planner.plan.next_contact import next_contact
from planner.store.errors import AlreadyInStoreError, NotInStoreError
from planner.store.tables import DRAFT, PERSON, REVISION, SESSION
from planner.words.fold import folded, run_together

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection, Row


_LONGEST_SEARCH = 200
"""What comes after that many signs is not searched for; nobody has such a name."""

_BETWEEN_NAMES = str.maketrans({".": None, **dict.fromkeys(',;()"“”«»', " ")})
"""Marks that one hand writes and another leaves out: "Cruz, José", "J.R.", "Dr. Shah"."""


@dataclass(frozen=True, slots=True)
class CaseloadRow:
    """One person on the caseload.

    `last_seen` is the day of the last finished session, or of the last contact in which somebody was reached; `next_on`
    is the first agreed day after it. A session that was only opened changes neither.
    """

    person: Person
    last_seen: date | None
    next_on: date | None
    has_draft: bool
    has_open_session: bool
    sessions: int
    ready_to_look_again: bool


@dataclass(frozen=True, slots=True)
class Caseload:
    """One page of the caseload; `total` counts everybody who was found."""

    rows: tuple[CaseloadRow, ...]
    total: int


def add(connection: Connection, person: Person) -> None:
    """Add somebody new.

    Raises:
        AlreadyInStoreError: somebody is kept under this id.
    """
    if connection.scalar(select(PERSON.c.id).where(PERSON.c.id == person.id)):
        raise AlreadyInStoreError(person.id, kind="person")
    connection.execute(insert(PERSON).values(id=person.id, agreed="", **_kept(person)))


def keep(connection: Connection, person: Person) -> None:
    """Keep what changed about somebody.

    Raises:
        NotInStoreError: nobody is kept under this id.
    """
    if not connection.execute(update(PERSON).where(PERSON.c.id == person.id).values(**_kept(person))).rowcount:
        raise NotInStoreError(person.id, kind="person")


def _kept(person: Person) -> dict[str, str]:
    found_by = findable(person.called, person.full_name, person.note_to_find)
    return {"value": person.model_dump_json(), "found_by": found_by}


def findable(called: str, full_name: str, note: str) -> str:
    """Return what a search looks through: each part as it compares, then the names once more without spaces.

    A tab sorts before a blank, so that "Ana" comes before "Ana María".
    """
    parts = (_comparable(part) for part in (called, full_name, note))
    return "\t".join(part for part in (*parts, run_together(called), run_together(full_name)) if part)


def _comparable(words: str) -> str:
    return " ".join(folded(words).translate(_BETWEEN_NAMES).split())


def read(connection: Connection, person_id: str) -> Person:
    """Return somebody.

    Raises:
        NotInStoreError: nobody is kept under this id.
    """
    value = connection.scalar(select(PERSON.c.value).where(PERSON.c.id == person_id))
    if value is None:
        raise NotInStoreError(person_id, kind="person")
    return Person.model_validate_json(value)


@dataclass(frozen=True, slots=True)
class Standing:
    """When the two last met or spoke, and which days are agreed on.

    `agreed` is what the plan says as it is being written, `agreed_at_finish` what it said when a session was finished.
    Both count: a day typed into a session nobody finishes is kept, and opening one lets no day go.
    """

    last_seen: date | None
    agreed: tuple[date, ...]
    agreed_at_finish: tuple[date, ...]

    @property
    def next_on(self) -> date | None:
        """The first agreed day on or before which the two have not met."""
        return next_contact((*self.agreed, *self.agreed_at_finish), self.last_seen)


def standing(connection: Connection, person_id: str) -> Standing:
    """Return where a person stands.

    Raises:
        NotInStoreError: nobody is kept under this id.
    """
    columns = (PERSON.c.last_seen, PERSON.c.agreed, PERSON.c.agreed_at_finish)
    row = connection.execute(select(*columns).where(PERSON.c.id == person_id)).first()
    if row is None:
        raise NotInStoreError(person_id, kind="person")
    return Standing(row.last_seen, _days(row.agreed), _days(row.agreed_at_finish))


def _days(words: str) -> tuple[date, ...]:
    return tuple(date.fromisoformat(day) for day in words.split())


def stand(connection: Connection, person_id: str, now: Standing) -> None:
    """Keep where a person stands, if it changed.

    Raises:
        NotInStoreError: nobody is kept under this id.
    """
    if now == standing(connection, person_id):
        return
    connection.execute(
        update(PERSON)
        .where(PERSON.c.id == person_id)
        .values(
            last_seen=now.last_seen,
            agreed=_written(now.agreed),
            agreed_at_finish=_written(now.agreed_at_finish),
            next_on=now.next_on,
        )
    )


def _written(days: Iterable[date]) -> str:
    return " ".join(day.isoformat() for day in days)


def agree(connection: Connection, person_id: str, days: Iterable[date]) -> None:
    """Keep the days the plan agrees on while it is being written."""
    stand(connection, person_id, replace(standing(connection, person_id), agreed=tuple(days)))


def agree_at_finish(connection: Connection, person_id: str, days: Iterable[date]) -> None:
    """Keep the days the plan agrees on as its session is finished; they take the place of all before."""
    known = tuple(days)
    stand(connection, person_id, replace(standing(connection, person_id), agreed=known, agreed_at_finish=known))


def last_seen_on(connection: Connection, person_id: str, day: date | None) -> None:
    """Keep the last day on which the two met or spoke; none before there was one."""
    stand(connection, person_id, replace(standing(connection, person_id), last_seen=day))


def caseload(connection: Connection, search: str, *, today: date, due_only: bool, limit: int, offset: int) -> Caseload:
    """Return one page of those whose names or note hold every word of the search, in any part, by name.

    With `due_only` only those whose agreed day has come, the earliest first.
    """
    ready = and_(PERSON.c.next_on.is_not(None), PERSON.c.next_on <= today)
    found = _found(search, ready if due_only else true())
    order = (PERSON.c.next_on, PERSON.c.found_by) if due_only else (PERSON.c.found_by,)
    rows = connection.execute(_rows(ready).where(found).order_by(*order).limit(limit).offset(offset)).all()
    is_last_page = len(rows) < limit and (rows or offset == 0)
    total = offset + len(rows) if is_last_page else _count(connection, found)
    return Caseload(tuple(_row(row) for row in rows), total)


def with_a_plan(connection: Connection) -> tuple[str, ...]:
    """Return the ids of everybody with a draft or a finished session, in no order that tells anything."""
    has_draft = exists().where(DRAFT.c.person_id == PERSON.c.id)
    has_revision = exists().where(REVISION.c.person_id == PERSON.c.id)
    return tuple(connection.scalars(select(PERSON.c.id).where(or_(has_draft, has_revision)).order_by(PERSON.c.id)))


def _found(search: str, due: ColumnElement[bool]) -> ColumnElement[bool]:
    words = _comparable(search[:_LONGEST_SEARCH]).split()
    return and_(due, *(PERSON.c.found_by.contains(word, autoescape=True) for word in words))


def _count(connection: Connection, found: ColumnElement[bool]) -> int:
    return connection.scalar(select(func.count()).select_from(PERSON).where(found)) or 0


def _rows(ready: ColumnElement[bool]) -> Select[Any, Any, Any, bool, bool, int, bool]:
    has_draft = exists().where(DRAFT.c.person_id == PERSON.c.id)
    has_open = exists().where(SESSION.c.person_id == PERSON.c.id, SESSION.c.finished.is_(None))
    sessions = select(func.count()).select_from(SESSION).where(SESSION.c.person_id == PERSON.c.id).scalar_subquery()
    return select(
        PERSON.c.value,
        PERSON.c.last_seen,
        PERSON.c.next_on,
        has_draft.label("has_draft"),
        has_open.label("has_open_session"),
        sessions.label("sessions"),
        ready.label("ready"),
    )


def _row(row: Row[Any, Any, Any, bool, bool, int, bool]) -> CaseloadRow:
    return CaseloadRow(
        person=Person.model_validate_json(row.value),
        last_seen=row.last_seen,
        next_on=row.next_on,
        has_draft=bool(row.has_draft),
        has_open_session=bool(row.has_open_session),
        sessions=row.sessions,
        ready_to_look_again=bool(row.ready),
    )
