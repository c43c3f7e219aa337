"""How a session ends: it is finished, its finish is taken back, or it is discarded because nobody meant to begin it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.plan.next_contact import agreed_days
from planner.plan.plan import write_plan
from planner.store import events, people, revisions, sessions, settings
from planner.store.directory import outcomes
from planner.store.drafts import drafts
from planner.store.errors import FinishStandsError

if TYPE_CHECKING:
    from datetime import date, datetime

    from sqlalchemy import Connection

    from planner.plan.plan import Plan
    from planner.sessions.session import Session
    from planner.store.revisions import Revision


def finish(
    connection: Connection,
    session_id: str,
    plan: Plan,
    *,
    at: datetime,
    sequence: int | None,
    met_on: date | None,
) -> Revision:
    """Finish a session, all of it or nothing: its plan becomes a revision, its draft ends, its days are kept.

    Raises:
        SessionFinishedError: it is finished already.
        DraftMovedOnError: the draft has another sequence than the one named.
        NotInStoreError: no session is kept under this id.
    """
    session = sessions.end(connection, session_id, at=at, met_on=met_on, zone=settings.read(connection).zone)
    drafts.end(connection, session.person_id, write_plan(plan), sequence=sequence)
    people.agree_at_finish(connection, session.person_id, agreed_days(plan))
    outcomes.note(connection, session.person_id, plan)
    revision = revisions.append(connection, session, plan, at=at)
    events.note(connection, "finished", session.person_id, f"revision {revision.number}", by=session.author, at=at)
    return revision


def take_back(connection: Connection, session_id: str, *, by: str, at: datetime) -> Session:
    """Open a finished session again, with the plan as it was finished; its revision stays, and says so.

    Raises:
        FinishStandsError: the next session has begun, or this one is under way.
        NotInStoreError: no session is kept under this id.
    """
    session = sessions.open_again(connection, session_id, at=at, zone=settings.read(connection).zone)
    revision = revisions.of_person(connection, session.person_id)[-1]
    if revision.session_id != session_id:
        raise FinishStandsError(session_id)
    revisions.take_back(connection, revision, by=by, at=at)
    events.note(connection, "finish taken back", session.person_id, f"revision {revision.number}", by=by, at=at)
    drafts.go_on_from(connection, revision, at=at)
    return session


def discard(connection: Connection, session_id: str, *, by: str, at: datetime) -> bool:
    """Take out a session that was opened by mistake; return whether words written in it stay, for the next one.

    Raises:
        SessionFinishedError: it is finished.
        NotInStoreError: no session is kept under this id.
    """
    session = sessions.discard(connection, session_id)
    events.note(connection, "discarded", session.person_id, f"session {session.number}", by=by, at=at)
    if drafts.is_written_in(connection, session.person_id):
        return True
    drafts.drop(connection, session.person_id)
    people.agree(connection, session.person_id, people.standing(connection, session.person_id).agreed_at_finish)
    outcomes.go_back(connection, session.person_id)
    return False
