"""Sessions and the contacts between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, func, insert, select, update

from planner.model.instant import local_day
from planner.sessions.session import Contact, Session
from planner.store import people
from planner.store.chain import chain
from planner.store.errors import (
    AlreadyInStoreError,
    FinishStandsError,
    NotInStoreError,
    SessionAlreadyOpenError,
    SessionFinishedError,
)
from planner.store.tables import CONTACT, SESSION

if TYPE_CHECKING:
    from datetime import date, datetime

    from sqlalchemy import Connection


def begin(connection: Connection, session: Session) -> Session:
    """Begin a session, and return it with its number. Only its end says that the two have met.

    Raises:
        SessionAlreadyOpenError: one with this person is under way.
        AlreadyInStoreError: a session is kept under this id.
        NotInStoreError: nobody is kept under the person's id.
    """
    if under_way := open_one(connection, session.person_id):
        raise SessionAlreadyOpenError(under_way)
    if connection.scalar(select(SESSION.c.id).where(SESSION.c.id == session.id)):
        raise AlreadyInStoreError(session.id, kind="session")
    people.read(connection, session.person_id)
    before = connection.scalar(
        select(func.coalesce(func.max(SESSION.c.number), 0)).where(SESSION.c.person_id == session.person_id)
    )
    begun = session.amended(number=(before or 0) + 1, finished=None, met_on=None)
    connection.execute(
        insert(SESSION).values(
            id=begun.id,
            person_id=begun.person_id,
            number=begun.number,
            started=begun.started,
            value=begun.model_dump_json(),
        )
    )
    return begun


def read(connection: Connection, session_id: str) -> Session:
    """Return a session.

    Raises:
        NotInStoreError: none is kept under this id.
    """
    value = connection.scalar(select(SESSION.c.value).where(SESSION.c.id == session_id))
    if value is None:
        raise NotInStoreError(session_id, kind="session")
    return Session.model_validate_json(value)


def end(connection: Connection, session_id: str, *, at: datetime, met_on: date | None, zone: str) -> Session:
    """End a session, on whose last day the two have met: the day it began, unless another is named.

    Raises:
        SessionFinishedError: it has ended before.
        NotInStoreError: none is kept under this id.
    """
    session = _under_way(connection, session_id)
    ended = session.amended(finished=at, met_on=met_on or local_day(session.started, zone))
    return _write(connection, ended, at, zone)


def open_again(connection: Connection, session_id: str, *, at: datetime, zone: str) -> Session:
    """Open the last session with a person again; the two have met when it is finished anew.

    Raises:
        FinishStandsError: another session has begun since, or it is under way.
        NotInStoreError: none is kept under this id.
    """
    session = read(connection, session_id)
    if of_person(connection, session.person_id)[-1].id != session_id or not session.finished:
        raise FinishStandsError(session_id)
    return _write(connection, session.amended(finished=None, met_on=None), at, zone)


def discard(connection: Connection, session_id: str) -> Session:
    """Take out a session under way that nobody meant to begin, and return it; its number is free again.

    Raises:
        SessionFinishedError: it has ended.
        NotInStoreError: none is kept under this id.
    """
    session = _under_way(connection, session_id)
    connection.execute(delete(SESSION).where(SESSION.c.id == session_id))
    return session


def _write(connection: Connection, session: Session, at: datetime, zone: str) -> Session:
    """Keep how a session stands after it was finished or opened again, in its row and for good in the record."""
    value = session.model_dump_json()
    connection.execute(update(SESSION).where(SESSION.c.id == session.id).values(finished=session.finished, value=value))
    chain.append(connection, "session_history", at, person_id=session.person_id, session_id=session.id, value=value)
    _look_when_last_seen(connection, session.person_id, zone)
    return session


def _look_when_last_seen(connection: Connection, person_id: str, zone: str) -> None:
    """Keep the last day the two met or spoke, from the sessions that are finished and the contacts that reached."""
    met = (one.last_met_on(zone) for one in of_person(connection, person_id) if one.finished)
    spoke = (local_day(contact.at, zone) for contact in contacts(connection, person_id, None) if contact.reached)
    people.last_seen_on(connection, person_id, max((*met, *spoke), default=None))


def _under_way(connection: Connection, session_id: str) -> Session:
    session = read(connection, session_id)
    if session.finished:
        raise SessionFinishedError(session_id)
    return session


def open_one(connection: Connection, person_id: str) -> Session | None:
    """Return the session under way with this person, if there is one."""
    value = connection.scalar(
        select(SESSION.c.value).where(SESSION.c.person_id == person_id, SESSION.c.finished.is_(None))
    )
    return Session.model_validate_json(value) if value else None


def of_person(connection: Connection, person_id: str) -> tuple[Session, ...]:
    """Return every session with this person, the first one first."""
    values = connection.scalars(
        select(SESSION.c.value).where(SESSION.c.person_id == person_id).order_by(SESSION.c.number)
    )
    return tuple(Session.model_validate_json(value) for value in values)


def note_contact(connection: Connection, contact: Contact, *, zone: str) -> None:
    """Note a contact between sessions.

    Raises:
        AlreadyInStoreError: a contact is kept under this id.
        NotInStoreError: nobody is kept under the person's id.
    """
    if connection.scalar(select(CONTACT.c.id).where(CONTACT.c.id == contact.id)):
        raise AlreadyInStoreError(contact.id, kind="contact")
    people.read(connection, contact.person_id)
    connection.execute(
        insert(CONTACT).values(
            id=contact.id, person_id=contact.person_id, at=contact.at, value=contact.model_dump_json()
        )
    )
    _look_when_last_seen(connection, contact.person_id, zone)


def contacts(connection: Connection, person_id: str, since: datetime | None) -> tuple[Contact, ...]:
    """Return the contacts with this person, the latest first; with `since` only those from that moment on."""
    asked = select(CONTACT.c.value).where(CONTACT.c.person_id == person_id).order_by(CONTACT.c.at.desc())
    values = connection.scalars(asked.where(CONTACT.c.at >= since) if since else asked)
    return tuple(Contact.model_validate_json(value) for value in values)
