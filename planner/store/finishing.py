"""Finishing a session: its plan becomes a revision, its draft ends, and the days it agrees on are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.next_contact import agreed_days
from planner.plan import write_plan
from planner.store import drafts, people, revisions, sessions

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from planner.plan import Plan
    from planner.store.revisions import Revision


def finish(connection: Connection, session_id: str, plan: Plan, *, at: datetime, sequence: int | None) -> Revision:
    """Finish a session, all of it or nothing.

    Raises:
        SessionFinishedError: it is finished already.
        DraftMovedOnError: the draft has another sequence than the one named.
        NotInStoreError: no session is kept under this id.
    """
    session = sessions.end(connection, session_id, at=at)
    drafts.end(connection, session.person_id, write_plan(plan), sequence=sequence)
    people.agree(connection, session.person_id, agreed_days(plan))
    return revisions.append(connection, session, plan, at=at)
