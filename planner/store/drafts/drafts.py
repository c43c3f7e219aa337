"""The draft: the plan as it stands now, every step back, and what lost a race, kept beside.

A step is a visit to one field. Its row holds the other side of the change: the plan before it while the step is done,
the plan after it once it is undone; undo and redo change the two over.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, exists, func, insert, select, update

from planner.plan.next_contact import agreed_days
from planner.plan.plan import Plan, read_plan, write_plan
from planner.store import people, revisions
from planner.store.directory import outcomes
from planner.store.drafts.kept import KeptBeside, KeptDraft
from planner.store.errors import DraftMovedOnError
from planner.store.tables import DRAFT, DRAFT_KEPT_BESIDE, DRAFT_STEP

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection, Row

    from planner.store.revisions import Revision

STEPS_KEPT = 200
"""How many steps back a draft remembers."""


@dataclass(frozen=True, slots=True)
class Change:
    """A plan to be kept, the draft it was made on, and where the two were; `base` is the plan it was changed from."""

    plan: Plan
    sequence: int
    base_revision: int
    place: str
    visit: str
    at: datetime
    base: Plan | None = None


def read(connection: Connection, person_id: str) -> KeptDraft | None:
    """Return a person's draft, or nothing when the last session was finished and nothing changed since."""
    row = _row(connection, person_id)
    return _kept(connection, row, read_plan(row.plan)) if row else None


def _row(connection: Connection, person_id: str) -> Row[Any] | None:
    return connection.execute(select(DRAFT).where(DRAFT.c.person_id == person_id)).first()


def _kept(connection: Connection, row: Row[Any], plan: Plan) -> KeptDraft:
    return KeptDraft(
        person_id=row.person_id,
        plan=plan,
        sequence=row.sequence,
        base_revision=row.base_revision,
        place=row.place,
        visit=row.visit,
        kept_at=row.kept_at,
        can_undo=_has_step(connection, row.person_id, undone=False),
        can_redo=_has_step(connection, row.person_id, undone=True),
    )


def _has_step(connection: Connection, person_id: str, *, undone: bool) -> bool:
    found = exists().where(DRAFT_STEP.c.person_id == person_id, DRAFT_STEP.c.undone == undone)
    return bool(connection.scalar(select(found)))


def keep(connection: Connection, person_id: str, change: Change) -> KeptDraft | None:
    """Keep a change; return nothing when the draft has moved on, and keep the change beside it.

    Raises:
        NotInStoreError: nobody is kept under this id.
    """
    row = _row(connection, person_id)
    if row is None:
        people.read(connection, person_id)
    text = write_plan(change.plan)
    if not _is_on(connection, person_id, row, change):
        if row is None or row.plan != text:
            keep_beside(connection, person_id, change, text)
        return None
    if row is None:
        _begin(connection, person_id, change, text)
    else:
        _go_on(connection, row, change, text)
    people.agree(connection, person_id, agreed_days(change.plan))
    outcomes.note(connection, person_id, change.plan)
    written = _row(connection, person_id)
    return _kept(connection, written, change.plan) if written else None


def _is_on(connection: Connection, person_id: str, row: Row[Any] | None, change: Change) -> bool:
    """Whether the change was made on the draft as it stands, or on the newest revision where there is none."""
    if row:
        return (change.sequence, change.base_revision) == (row.sequence, row.base_revision)
    return (change.sequence, change.base_revision) == (0, revisions.newest(connection, person_id))


def _begin(connection: Connection, person_id: str, change: Change, text: str) -> None:
    if change.base_revision:
        before = revisions.text_of(connection, person_id, change.base_revision)
        _remember(connection, person_id, change.place, change.visit, before)
    connection.execute(
        insert(DRAFT).values(
            person_id=person_id, base_revision=change.base_revision, **_state(change, sequence=1), plan=text
        )
    )


def _go_on(connection: Connection, row: Row[Any], change: Change, text: str) -> None:
    """Write the change over the draft, and remember the plan before it when another field was visited.

    Words that did not change make no step: walking to another field only ends the visit to this one.
    """
    state = _state(change, sequence=row.sequence + 1)
    if row.plan == text:
        state |= {"visit": row.visit, "visit_over": row.visit_over or change.visit != row.visit}
    else:
        state |= {"plan": text}
        connection.execute(
            delete(DRAFT_STEP).where(DRAFT_STEP.c.person_id == row.person_id, DRAFT_STEP.c.undone.is_(True))
        )
        if row.visit_over or change.visit != row.visit:
            _remember(connection, row.person_id, change.place, change.visit, row.plan)
    connection.execute(update(DRAFT).where(DRAFT.c.person_id == row.person_id).values(**state))


def _state(change: Change, *, sequence: int) -> dict[str, Any]:
    return {
        "sequence": sequence,
        "place": change.place,
        "visit": change.visit,
        "visit_over": False,
        "kept_at": change.at,
    }


def _remember(connection: Connection, person_id: str, place: str, visit: str, before: str) -> None:
    connection.execute(
        insert(DRAFT_STEP).values(
            person_id=person_id, undone=False, place=place, visit=visit, plan=zlib.compress(before.encode())
        )
    )
    of_person = DRAFT_STEP.c.person_id == person_id
    oldest = select(DRAFT_STEP.c.id).where(of_person).order_by(DRAFT_STEP.c.id.desc()).offset(STEPS_KEPT).limit(1)
    connection.execute(delete(DRAFT_STEP).where(of_person, DRAFT_STEP.c.id <= oldest.scalar_subquery()))


def turn(connection: Connection, person_id: str, sequence: int, *, back: bool, at: datetime) -> KeptDraft | None:
    """Take the last step back, or with `back=False` the last undone step again; nothing when there is none.

    The draft that comes back stands at the place and visit of the step, where something on the screen changes.

    Raises:
        DraftMovedOnError: the draft has another sequence by now.
    """
    row = _row(connection, person_id)
    if row is None and sequence == 0:
        return None
    if row is None or row.sequence != sequence:
        raise DraftMovedOnError(read(connection, person_id))
    step = _step(connection, person_id, back=back)
    if step is None:
        return None
    text = zlib.decompress(step.plan).decode()
    plan = read_plan(text)
    connection.execute(
        update(DRAFT_STEP).where(DRAFT_STEP.c.id == step.id).values(undone=back, plan=zlib.compress(row.plan.encode()))
    )
    connection.execute(
        update(DRAFT)
        .where(DRAFT.c.person_id == person_id)
        .values(sequence=sequence + 1, place=step.place, visit=step.visit, visit_over=True, kept_at=at, plan=text)
    )
    people.agree(connection, person_id, agreed_days(plan))
    outcomes.note(connection, person_id, plan)
    return read(connection, person_id)


def _step(connection: Connection, person_id: str, *, back: bool) -> Row[Any] | None:
    nearest = DRAFT_STEP.c.id.desc() if back else DRAFT_STEP.c.id
    return connection.execute(
        select(DRAFT_STEP)
        .where(DRAFT_STEP.c.person_id == person_id, DRAFT_STEP.c.undone.is_(not back))
        .order_by(nearest)
        .limit(1)
    ).first()


def end(connection: Connection, person_id: str, text: str, *, sequence: int | None) -> None:
    """End the draft, because its session is finished with this plan.

    A draft that says something else is kept beside, unless the caller names its sequence and so has seen it.

    Raises:
        DraftMovedOnError: the draft has another sequence by now.
    """
    row = _row(connection, person_id)
    if sequence is not None and sequence != (row.sequence if row else 0):
        raise DraftMovedOnError(read(connection, person_id))
    if row is None:
        return
    if sequence is None and row.plan != text:
        change = Change(read_plan(row.plan), row.sequence, row.base_revision, row.place, row.visit, row.kept_at)
        keep_beside(connection, person_id, change, row.plan)
    drop(connection, person_id)


def drop(connection: Connection, person_id: str) -> None:
    """Take out a draft, with its steps."""
    connection.execute(delete(DRAFT_STEP).where(DRAFT_STEP.c.person_id == person_id))
    connection.execute(delete(DRAFT).where(DRAFT.c.person_id == person_id))


def is_written_in(connection: Connection, person_id: str) -> bool:
    """Whether anything stands in a draft that somebody wrote: a step after the one it began with."""
    row = _row(connection, person_id)
    if row is None:
        return False
    counted = select(func.count()).select_from(DRAFT_STEP)
    steps = connection.scalar(counted.where(DRAFT_STEP.c.person_id == person_id)) or 0
    return steps > (1 if row.base_revision else 0)


def go_on_from(connection: Connection, revision: Revision, *, at: datetime) -> None:
    """Begin a draft with a revision as it was finished, at the step where it was. One that is there already stays."""
    if _row(connection, revision.person_id) is None:
        plan = revisions.text_of(connection, revision.person_id, revision.number)
        state = {"sequence": 1, "place": "review", "visit": "take back", "visit_over": True, "kept_at": at}
        connection.execute(
            insert(DRAFT).values(person_id=revision.person_id, base_revision=revision.number, **state, plan=plan)
        )


def keep_beside(connection: Connection, person_id: str, change: Change, text: str) -> None:
    """Keep what another page's words stand in the place of, once: a page that tries again adds nothing."""
    stands = (DRAFT_KEPT_BESIDE.c.person_id == person_id, DRAFT_KEPT_BESIDE.c.settled.is_(False))
    if connection.scalar(select(exists().where(*stands, DRAFT_KEPT_BESIDE.c.plan == text))):
        return
    connection.execute(
        insert(DRAFT_KEPT_BESIDE).values(
            person_id=person_id,
            sequence=change.sequence,
            base_revision=change.base_revision,
            place=change.place,
            visit=change.visit,
            kept_at=change.at,
            settled=False,
            plan=text,
            base=write_plan(change.base) if change.base else None,
        )
    )


def beside(connection: Connection, person_id: str) -> tuple[KeptBeside, ...]:
    """Return what was kept beside and nobody has looked at yet, the earliest first."""
    rows = connection.execute(
        select(DRAFT_KEPT_BESIDE)
        .where(DRAFT_KEPT_BESIDE.c.person_id == person_id, DRAFT_KEPT_BESIDE.c.settled.is_(False))
        .order_by(DRAFT_KEPT_BESIDE.c.id)
    )
    return tuple(
        KeptBeside(
            row.id,
            row.person_id,
            read_plan(row.plan),
            row.sequence,
            row.base_revision,
            row.place,
            row.visit,
            row.kept_at,
            read_plan(row.base) if row.base else None,
        )
        for row in rows
    )


def settle(connection: Connection, beside_id: int) -> None:
    """Note that somebody has compared what was kept beside; it stays, and is not offered again."""
    connection.execute(update(DRAFT_KEPT_BESIDE).where(DRAFT_KEPT_BESIDE.c.id == beside_id).values(settled=True))
