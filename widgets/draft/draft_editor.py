"""The editor of one person's draft: every change is kept at once.

    component  --put/add/remove-->  DraftEditor  --keep-->  store
        ^                            |
        +------ subscribe -----------+   (the current frozen plan, and the state of its saving)

The editor is the only thing that changes while a session runs. Every change makes a new plan, writes it to the store
at once, and tells the screen. A write that could not be done leaves the words in the editor, which says so.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from planner.model.items import with_item, without_item
from planner.model.path import NoSuchPlaceError, put, value_at
from planner.plan.amending import left_open, removed, taken_up
from planner.review.destination import destination
from planner.store import DraftMovedOnError, StoreError
from widgets.draft.begin import begun
from widgets.draft.concurrent import LaidOver, Neighbors, brought_together, choices, settle, with_what_came_late
from widgets.draft.listeners import Listeners
from widgets.draft.record import PersonRecord
from widgets.draft.save_state import SaveState

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from planner.caseload.person import Person
    from planner.model.entry import Item
    from planner.model.finding import Place
    from planner.model.path import FieldPath as PlanPath
    from planner.plan.plan import NotNow, Plan
    from planner.review.destination import Destination
    from planner.sessions.session import Session
    from planner.store import KeptDraft, Lease, Revision, Store
    from widgets.draft.concurrent import ConflictChoice

AT_REST = timedelta(seconds=5)
"""How long after the last change another page's words may show in a field: the hand has left it."""


class DraftEditor:
    """One person's draft, open in one session."""

    def __init__(
        self,
        store: Store,
        person: Person,
        session: Session,
        *,
        now: Callable[[], datetime],
        new_id: Callable[[], str],
    ) -> None:
        """Open the draft, or the last revision, or a new plan where there is nothing yet.

        Raises:
            StoreError: the store could not be read.
        """
        self._store, self.person, self.session, self.new_id = store, person, session, new_id
        self.record = PersonRecord(store, session)
        self._now = now
        self.revision: Revision | None = None
        """What the session ended with; once it is there, nothing more is changed here."""
        self.elsewhere: Lease | None = None
        """Who else has this plan open."""
        self._here = new_id()
        self._arrivals = 0
        self._listeners = Listeners()
        kept = store.drafts.current(person.id) or begun(store, person, session, new_id)
        self._lay(kept)
        self._laid_over: LaidOver | None = None
        self._wrote = now()
        self.step = kept.place
        self.destination: Destination | None = None
        """The place of the plan somebody went to, by a finding that means it."""
        self.state = SaveState(kept.kept_at)
        self._neighbors = Neighbors()
        self._neighbors.heard_of(store.renew_lease(person.id, self._here, session.author))

    @property
    def plan(self) -> Plan:
        """The current plan."""
        return self._plan

    @property
    def now(self) -> datetime:
        """The moment it is; a signature and a disclosure are noted with theirs."""
        return self._now()

    @property
    def by(self) -> str:
        """Who is named as sitting here, for what is written down about this page."""
        return self.session.author

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return self._kept.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether a change that was taken back can be made again."""
        return self._kept.can_redo

    def put(self, path: PlanPath, value: Any, *, visit: str = "", typing: bool = False) -> None:
        """Change one place. A place that is gone meanwhile (its item was taken out) changes nothing.

        `visit` names the step that undo takes back, where that is not the place itself. While somebody is `typing`,
        patient listeners are told when the hand rests.
        """
        try:
            plan = put(self._plan, path, value)
        except NoSuchPlaceError:
            return
        self._change(plan, visit or "/".join(path), typed=path if typing else None)

    def change(self, path: PlanPath, make: Callable[[Any], Any], *, visit: str = "") -> None:
        """Change one place from what stands there now, so that two quick changes build on each other."""
        try:
            value = value_at(self._plan, path)
        except NoSuchPlaceError:
            return
        self.put(path, make(value), visit=visit)

    def add(self, path: PlanPath, item: Item) -> None:
        """Add an item to the list at a place."""
        self._change(put(self._plan, path, with_item(value_at(self._plan, path), item)), f"add/{item.id}")

    def remove(self, path: PlanPath, item_id: str) -> None:
        """Take an item out of the list at a place, with every link that led to it. Undo brings it back."""
        if len(path) == 1:
            plan = removed(self._plan, path[0], item_id)
        else:
            plan = put(self._plan, path, without_item(value_at(self._plan, path), item_id))
        self._change(plan, f"remove/{item_id}")

    def leave_open(self, topic: str, answer: NotNow, today: date) -> None:
        """Keep "not today" or "not for me" as the answer to a topic."""
        self._change(left_open(self._plan, topic, answer, today), f"leave/{topic}")

    def take_up(self, topic: str) -> None:
        """Open a topic for work again."""
        self._change(taken_up(self._plan, topic), f"take-up/{topic}")

    def go(self, step: str) -> None:
        """Go to a step; it is where a reload comes back to."""
        self.step, self.destination = step, None
        self._keep(self._plan, f"go/{step}")

    def go_to(self, place: Place) -> None:
        """Go to the very field a finding means."""
        self._arrivals += 1
        self.step, self.destination = place.step, destination(self._plan, place, self._arrivals)
        self._keep(self._plan, f"go/{place.step}")

    def undo(self) -> None:
        """Take back the last field visit."""
        self._step_back_or_forth(self._store.drafts.undo)

    def redo(self) -> None:
        """Make again what was taken back."""
        self._step_back_or_forth(self._store.drafts.redo)

    def finish(self, met_on: date | None = None) -> Revision | None:
        """Finish the session: an append-only revision is written. None when the store could not write it now.

        `met_on` is the day the two last met in it, where that is not the day it began.
        """
        try:
            self.revision = self._store.finish(
                self.session.id, self._plan, at=self._now(), sequence=self._kept.sequence, met_on=met_on
            )
        except DraftMovedOnError as moved:
            self._take_over(moved, self._kept.plan)
        except StoreError as problem:
            self._not_saved(problem)
            return None
        self._tell()
        return self.revision

    def take_back_finish(self) -> None:
        """Go on with the session as it was finished, and with what another page wrote after that.

        Raises:
            StoreError: the next session has begun, or the store could not write it now.
        """
        self.session = self._store.take_back_finish(self.session.id, by=self.session.author)
        self.revision = None
        self._lay(self._store.drafts.current(self.person.id) or self._kept)
        self.step = self._kept.place
        self._change(with_what_came_late(self._store, self.person.id, self._plan), "take back")
        self._tell()

    def rest(self) -> None:
        """Show all that was changed, write again what could not be written, and look what other pages wrote."""
        self._listeners.rest()
        if not self.state.is_saved:
            self._keep(self._plan, f"go/{self.step}")
        self._renew_lease()
        is_at_rest = self._now() - self._wrote > AT_REST
        if self.elsewhere and is_at_rest and self.state.is_saved and not self.revision:
            self._look_over()

    def release_lease(self) -> None:
        """Say that the plan is no longer open here."""
        with suppress(StoreError):
            self._store.release_lease(self.person.id, self._here)

    def choices(self) -> tuple[ConflictChoice, ...]:
        """Return the places where two pages wrote something else."""
        return choices(self._store, self.person.id, self._plan)

    def keep_beside(self, before: Plan, ours: Plan) -> None:
        """Keep another version of the plan beside, to choose from; both began from `before`."""
        self._store.drafts.keep_beside(replace(self._kept, plan=ours), before)
        self._tell()

    def choose(self, choice: ConflictChoice, *, ours: bool) -> None:
        """Take the words that stand beside into the plan, or leave those that are there; the store keeps both."""
        left = [one for one in self.choices() if one.beside == choice.beside and one != choice]
        if ours:
            self.put(choice.conflict.path, choice.conflict.mine, visit="choose/" + "/".join(choice.conflict.path))
        if not left and self.state.is_saved:
            self._store.drafts.settle_beside(choice.beside.id)
        self._tell()

    def subscribe(self, listener: Callable[[], None], *, patient: bool = False) -> Callable[[], None]:
        """Call back after every change, or where `patient` when the hand rests; the returned function ends it."""
        return self._listeners.subscribe(listener, patient=patient)

    def _change(self, plan: Plan, visit: str, *, typed: PlanPath | None = None) -> None:
        if plan != self._plan or not self.state.is_saved:
            self._keep(plan, visit, typed=typed)

    def _keep(self, plan: Plan, visit: str, *, typed: PlanPath | None = None) -> None:
        self._plan, self._wrote, on = plan, self._now(), self._made_on(plan, typed)
        try:
            self._listeners.show()  # a letter stands on the sheet while it is being written down
        finally:
            self._write(plan, on, visit, typing=typed is not None)

    def _write(self, plan: Plan, on: KeptDraft, visit: str, *, typing: bool) -> None:
        try:
            self._kept = self._store.drafts.keep(
                self.person.id,
                plan,
                sequence=on.sequence,
                base_revision=on.base_revision,
                place=self.step,
                visit=visit,
                base=on.plan,
            )
        except DraftMovedOnError as moved:
            self._take_over(moved, on.plan)
            self._tell()
        except StoreError as problem:
            self._not_saved(problem)
        else:
            self.state = SaveState(self._now())
            self._listeners.tell(typing=typing)

    def _made_on(self, plan: Plan, typed: PlanPath | None) -> KeptDraft:
        """Return the draft a change was made on: when another page's just came, words for the one before may follow."""
        laid_over, self._laid_over = self._laid_over, None
        return laid_over.made_on(self._kept, plan, self._now(), typed) if laid_over else self._kept

    def _take_over(self, moved: DraftMovedOnError, base: Plan) -> None:
        """Another page wrote first: what both changed is brought together, and written over its draft."""
        ours, current = self._plan, moved.current
        if current is None:
            self.state = SaveState(self.state.at, moved.says)
            return
        try:
            both = brought_together(self._store, base, ours, current)
        except StoreError as problem:
            self._not_saved(problem)
            return
        self._lay(current)
        if both != self._plan:
            self._keep(both, "merge")
        else:
            self.state = SaveState(self._now())
        if self.state.is_saved:
            settle(self._store, self.person.id, base, ours, self._plan)

    def _look_over(self) -> None:
        with suppress(StoreError):
            current = self._store.drafts.current(self.person.id)
            if current and current.sequence != self._kept.sequence:
                self._laid_over = LaidOver(self._kept, self._now())
                self._lay(current)
            self._tell()

    def _lay(self, kept: KeptDraft) -> None:
        self._kept, self._plan = kept, kept.plan

    def _renew_lease(self) -> None:
        """Give a sign of life, and hear of others."""
        was_elsewhere = self.elsewhere is not None
        with suppress(StoreError):
            self.elsewhere = self._neighbors.heard_of(
                self._store.renew_lease(self.person.id, self._here, self.session.author)
            )
        if was_elsewhere != (self.elsewhere is not None):
            self._tell()

    def _not_saved(self, problem: StoreError) -> None:
        self.state = SaveState(self.state.at, problem.says)
        self._tell()

    def _step_back_or_forth(self, move: Callable[[str, int], KeptDraft | None]) -> None:
        try:
            kept = move(self.person.id, self._kept.sequence)
        except DraftMovedOnError as moved:
            self._take_over(moved, self._kept.plan)
        except StoreError as problem:
            self._not_saved(problem)
            return
        else:
            if kept is None:
                return
            self._lay(kept)
            self.step, self.destination = kept.place, None
            self.state = SaveState(self._now())
        self._tell()

    def _tell(self) -> None:
        self._listeners.show()
        self._listeners.tell(typing=False)
