"""How a draft begins: from the last revision, or from an empty plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.check_in.carry_over import asked_anew
from planner.model.instant import local_day
from planner.plan.plan import Plan, SessionPath
from planner.sessions.session import SessionKind
from widgets.draft.concurrent import with_what_came_late

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.caseload.person import Person
    from planner.sessions.session import Session
    from planner.store import KeptDraft, Store


def begun(store: Store, person: Person, session: Session, new_id: Callable[[], str]) -> KeptDraft:
    """Begin a draft, kept before anything is changed, so that undo reaches back to it.

    Each session takes the way it was begun for: after the first twenty minutes the next one has the whole plan.
    """
    last = store.newest_revision(person.id)
    plan = store.plan_of(person.id) or Plan(id=new_id(), person_id=person.id)
    plan = with_what_came_late(store, person.id, plan)
    plan = asked_anew(plan, local_day(session.started, store.agency().zone), session.author)
    first = session.kind is SessionKind.FIRST_PATH
    again = "check-in" if session.number > 1 else "goals"
    return store.drafts.keep(
        person.id,
        plan.amended(path=SessionPath.FIRST if first else SessionPath.FULL),
        sequence=0,
        base_revision=last.number if last else 0,
        place="first" if first else again,
        visit="begin",
    )
