"""The drafts of an open store: kept change by change, taken back and taken again, and what was kept beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.plan.plan import write_plan
from planner.store import events, sessions
from planner.store.drafts import drafts
from planner.store.errors import DraftMovedOnError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sqlalchemy import Connection

    from planner.plan.plan import Plan
    from planner.store.drafts.kept import KeptBeside, KeptDraft
    from planner.store.place import Place


class Drafts:
    """The draft of each person, with its steps, and the changes that came too late."""

    def __init__(self, place: Place, now: Callable[[], datetime]) -> None:
        """Work on the rows of an open store."""
        self._place, self._now = place, now

    def current(self, person_id: str) -> KeptDraft | None:
        """Return a person's draft, or nothing when no change was kept since the last finished session."""
        with self._place.reading() as connection:
            return drafts.read(connection, person_id)

    def keep(
        self,
        person_id: str,
        plan: Plan,
        *,
        sequence: int,
        base_revision: int,
        place: str,
        visit: str,
        base: Plan | None = None,
    ) -> KeptDraft:
        """Keep a change to a plan. `sequence` is the one of the draft it was made on, 0 when there is none yet.

        `base` is the plan of that draft, kept beside with a change that comes too late, so that the two can be merged.

        Changes within one visit to a field are one step for undo. For undo to reach back to an empty plan before the
        first revision, keep the empty plan first.

        Raises:
            DraftMovedOnError: somebody else changed it first. The change is kept beside; the error brings the draft.
            NotInStoreError: nobody is kept under this id.
        """
        change = drafts.Change(plan, sequence, base_revision, place, visit, self._now(), base)
        with self._place.writing(about=person_id) as connection:
            kept = drafts.keep(connection, person_id, change)
            if kept:
                self._note_change(connection, person_id)
        if kept is None:
            raise DraftMovedOnError(self.current(person_id))
        return kept

    def undo(self, person_id: str, sequence: int) -> KeptDraft | None:
        """Take the last step back, and return the draft at the place of that step; nothing when there is none.

        Raises:
            DraftMovedOnError: the draft has another sequence by now.
        """
        return self._turn(person_id, sequence, back=True)

    def redo(self, person_id: str, sequence: int) -> KeptDraft | None:
        """Take an undone step again, and return the draft at the place of that step; nothing when there is none.

        Raises:
            DraftMovedOnError: the draft has another sequence by now.
        """
        return self._turn(person_id, sequence, back=False)

    def beside(self, person_id: str) -> tuple[KeptBeside, ...]:
        """Return what was kept beside and nobody has compared yet, the earliest first."""
        with self._place.reading() as connection:
            return drafts.beside(connection, person_id)

    def keep_beside(self, draft: KeptDraft, base: Plan) -> None:
        """Keep a draft beside that is about to be written over; both began from `base`."""
        change = drafts.Change(
            draft.plan, draft.sequence, draft.base_revision, draft.place, draft.visit, self._now(), base
        )
        with self._place.writing(about=draft.person_id) as connection:
            drafts.keep_beside(connection, draft.person_id, change, write_plan(draft.plan))

    def settle_beside(self, beside_id: int) -> None:
        """Note that a change kept beside was compared; it stays, and is not offered again."""
        with self._place.writing() as connection:
            drafts.settle(connection, beside_id)

    def _turn(self, person_id: str, sequence: int, *, back: bool) -> KeptDraft | None:
        with self._place.writing(about=person_id) as connection:
            turned = drafts.turn(connection, person_id, sequence, back=back, at=self._now())
            if turned:
                self._note_change(connection, person_id)
            return turned

    def _note_change(self, connection: Connection, person_id: str) -> None:
        """Note that a plan was changed, once after each time it was opened."""
        session = sessions.open_one(connection, person_id)
        by = session.author if session else ""
        events.note_once(connection, "changed", person_id, "", by=by, at=self._now())
