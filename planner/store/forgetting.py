"""Forgetting a person: every row about them goes, with the salts in the chain, and the chain still holds.

What stays is what the law makes an agency keep: the accounting of what left it, and the consents it rests on, for the
years the agency has set (45 CFR 164.528 and 164.530(j) ask for six, 42 CFR 2.25 for three). Each time somebody is
forgotten, what has been kept long enough goes too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Table, and_, delete, func, insert, select, update

from planner.store import events, people, settings
from planner.store.chain import gaps
from planner.store.errors import NotInStoreError
from planner.store.tables import (
    BACKUPS,
    CONSENT,
    CONTACT,
    DIRECTORY_OUTCOME,
    DISCLOSURE,
    DRAFT,
    DRAFT_KEPT_BESIDE,
    DRAFT_STEP,
    EVENT,
    FORGOTTEN,
    LEASE,
    PERSON,
    REVISION,
    SESSION,
    SESSION_HISTORY,
    TAKEN_BACK,
    WEEK_TRIAL,
)

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

_OF_A_PERSON = (WEEK_TRIAL, DIRECTORY_OUTCOME, LEASE, DRAFT_STEP, DRAFT_KEPT_BESIDE, DRAFT, CONTACT, SESSION)
_BY_LAW = (DISCLOSURE, CONSENT)
_DAYS_A_YEAR = 366
"""Rather a few days too long than one too short."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What became of a person's record: how many lines of accounting and consents stay, and for how many years."""

    kept_lines: int
    kept_consents: int
    years: int


def forget(connection: Connection, person_id: str, *, at: datetime) -> Forgotten:
    """Take everything about a person out of the tables, but for what the law makes the agency keep.

    Raises:
        NotInStoreError: nobody is kept under this id, and nothing is kept by law either.
    """
    if not _is_known(connection, person_id):
        if is_unfinished(connection) and _was_forgotten(connection, person_id):
            return Forgotten(0, 0, settings.read(connection).keep_accounting_years)
        raise NotInStoreError(person_id, kind="person")
    note_unfinished(connection)
    years = settings.read(connection).keep_accounting_years
    for table in _OF_A_PERSON:
        connection.execute(delete(table).where(table.c.person_id == person_id))
    connection.execute(delete(PERSON).where(PERSON.c.id == person_id))
    own_events = and_(EVENT.c.person_id == person_id, EVENT.c.kind != "forgotten")
    gone = [
        *_take_out(connection, REVISION, REVISION.c.person_id == person_id),
        *_take_out(connection, TAKEN_BACK, TAKEN_BACK.c.person_id == person_id),
        *_take_out(connection, SESSION_HISTORY, SESSION_HISTORY.c.person_id == person_id),
        *_take_out(connection, EVENT, own_events),
        *let_go(connection, at=at, years=years),
    ]
    kept = Forgotten(_count(connection, DISCLOSURE, person_id), _count(connection, CONSENT, person_id), years)
    detail = f"{kept.kept_lines} lines of accounting and {kept.kept_consents} consents stay for {years} years"
    detail += gaps.told(gone)
    events.note(connection, "forgotten", person_id, detail, by="", at=at)
    return kept


def is_unfinished(connection: Connection) -> bool:
    """Tell whether free pages or backups may still hold somebody who was forgotten."""
    return bool(connection.scalar(select(BACKUPS.c.stale)))


def note_unfinished(connection: Connection, *, unfinished: bool = True) -> None:
    """Note that free pages and backups are still to be seen to, or that they have been."""
    connection.execute(update(BACKUPS).values(stale=int(unfinished)))


def _was_forgotten(connection: Connection, person_id: str) -> bool:
    told = and_(EVENT.c.person_id == person_id, EVENT.c.kind == "forgotten")
    return bool(connection.scalar(select(func.count()).select_from(EVENT).where(told)))


def _is_known(connection: Connection, person_id: str) -> bool:
    try:
        people.read(connection, person_id)
    except NotInStoreError:
        return any(_count(connection, table, person_id) for table in _BY_LAW)
    return True


def let_go(connection: Connection, *, at: datetime, years: int) -> list[int]:
    """Take out what was kept by law of people who were forgotten, once the years are over; return its positions."""
    since = at - timedelta(days=_DAYS_A_YEAR * years)
    lines = _take_out(connection, DISCLOSURE, and_(_is_forgotten(DISCLOSURE), DISCLOSURE.c.at < since))
    is_over = and_(_is_forgotten(CONSENT), CONSENT.c.at < since)
    unaccounted = CONSENT.c.person_id.not_in(select(DISCLOSURE.c.person_id))
    return [*lines, *_take_out(connection, CONSENT, and_(is_over, unaccounted))]


def _is_forgotten(room: Table) -> ColumnElement[bool]:
    return room.c.person_id.not_in(select(PERSON.c.id))


def _take_out(connection: Connection, room: Table, which: ColumnElement[bool]) -> list[int]:
    """Take rows out of the chain's rooms: first their positions are noted, then the guard lets them go."""
    gone = list(connection.scalars(select(room.c.position).where(which)))
    connection.execute(insert(FORGOTTEN).from_select(["position"], select(room.c.position).where(which)))
    connection.execute(delete(room).where(which))
    return gone


def _count(connection: Connection, room: Table, person_id: str) -> int:
    return connection.scalar(select(func.count()).select_from(room).where(room.c.person_id == person_id)) or 0
