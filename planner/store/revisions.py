"""Revisions: the plan as it stood at the end of each session, kept for good."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import and_, func, select

from planner.plan.plan import Plan, read_plan, write_plan
from planner.store.chain import chain
from planner.store.errors import NotInStoreError
from planner.store.tables import REVISION, TAKEN_BACK

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from planner.sessions.session import Session


@dataclass(frozen=True, slots=True)
class Revision:
    """One finished session's plan: its number counts from 1 for each person."""

    person_id: str
    number: int
    session_id: str
    author: str
    at: datetime
    taken_back: datetime | None = None
    """When its finish was taken back; it stands as it was, and the session went on from it."""


def newest(connection: Connection, person_id: str) -> int:
    """Return the number of the newest revision, 0 before there is one."""
    return connection.scalar(select(func.max(REVISION.c.number)).where(REVISION.c.person_id == person_id)) or 0


def append(connection: Connection, session: Session, plan: Plan, *, at: datetime) -> Revision:
    """Keep a plan for good."""
    revision = Revision(
        person_id=session.person_id,
        number=newest(connection, session.person_id) + 1,
        session_id=session.id,
        author=session.author,
        at=at,
    )
    chain.append(
        connection,
        "revision",
        at,
        person_id=revision.person_id,
        number=revision.number,
        session_id=revision.session_id,
        author=revision.author,
        plan=write_plan(plan),
    )
    return revision


def of_person(connection: Connection, person_id: str) -> tuple[Revision, ...]:
    """Return a person's revisions, the first one first."""
    columns = (REVISION.c.person_id, REVISION.c.number, REVISION.c.session_id, REVISION.c.author, REVISION.c.at)
    same = and_(TAKEN_BACK.c.person_id == REVISION.c.person_id, TAKEN_BACK.c.number == REVISION.c.number)
    found = select(*columns, TAKEN_BACK.c.at).select_from(REVISION.outerjoin(TAKEN_BACK, same))
    rows = connection.execute(found.where(REVISION.c.person_id == person_id).order_by(REVISION.c.number))
    return tuple(Revision(*row) for row in rows)


def take_back(connection: Connection, revision: Revision, *, by: str, at: datetime) -> None:
    """Note for good that the finish of a revision was taken back. The revision stays as it was written."""
    chain.append(connection, "taken_back", at, person_id=revision.person_id, number=revision.number, by=by)


def text_of(connection: Connection, person_id: str, number: int) -> str:
    """Return a revision's plan as it was kept.

    Raises:
        NotInStoreError: the person has no revision of this number.
    """
    found = select(REVISION.c.plan).where(REVISION.c.person_id == person_id, REVISION.c.number == number)
    text = connection.scalar(found)
    if text is None:
        raise NotInStoreError(person_id, kind=f"revision {number}")
    return text


def read(connection: Connection, person_id: str, number: int) -> Plan:
    """Return a revision's plan, upgraded to the form of today; what is kept stays as it was written.

    Raises:
        NotInStoreError: the person has no revision of this number.
    """
    return read_plan(text_of(connection, person_id, number))
