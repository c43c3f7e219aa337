"""The store: every question and every change, each in one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.model.instant import local_day
from planner.plan.plan import write_plan
from planner.store import drafts, events, finishing, leases, people, revisions, sessions, settings
from planner.store.agreements import Agreements
from planner.store.errors import DraftMovedOnError
from planner.store.upkeep import Upkeep

if TYPE_CHECKING:
    from datetime import date, datetime

    from sqlalchemy import Connection

    from planner.caseload.agency import Agency
    from planner.caseload.person import Person
    from planner.plan.plan import Plan
    from planner.sessions.session import Contact, Session
    from planner.store.events import Event, EventKind
    from planner.store.kept import KeptBeside, KeptDraft
    from planner.store.leases import Lease
    from planner.store.people import Caseload
    from planner.store.revisions import Revision


class Store(Agreements, Upkeep):
    """One open store, for the thread that opened it. What a method returns is on the disk when it returns.

    Every method raises a `StoreError` when the disk is full, cannot be written or does not answer, when another
    process holds the store for more than five seconds, when the file is damaged, and when the store is closed.
    """

    def today(self) -> date:
        """Return the day it is where the agency is."""
        return local_day(self._now(), self.agency().zone)

    def agency(self) -> Agency:
        """Return the agency's settings; before anybody chose any, the ones a new agency begins with."""
        with self._reading() as connection:
            return settings.read(connection)

    def keep_agency(self, agency: Agency) -> None:
        """Keep the agency's settings; one event tells that they were set up, however many changes follow at once."""
        with self._writing() as connection:
            settings.keep(connection, agency)
            events.note_once(connection, "set up", None, "agency", by="", at=self._now())

    def add_person(self, person: Person, *, by: str = "") -> None:
        """Add somebody new.

        Raises:
            AlreadyInStoreError: somebody is kept under this id.
        """
        with self._writing() as connection:
            people.add(connection, person)
            events.note(connection, "added", person.id, "", by=by, at=self._now())

    def keep_person(self, person: Person) -> None:
        """Keep what changed about somebody.

        Raises:
            NotInStoreError: nobody is kept under this id.
        """
        with self._writing() as connection:
            people.keep(connection, person)

    def person(self, person_id: str) -> Person:
        """Return somebody.

        Raises:
            NotInStoreError: nobody is kept under this id.
        """
        with self._reading() as connection:
            return people.read(connection, person_id)

    def caseload(
        self, search: str = "", *, today: date, due_only: bool = False, limit: int = 50, offset: int = 0
    ) -> Caseload:
        """Return one page of the caseload by name; with `due_only` those ready to look at again, earliest first.

        A search finds everybody in whose names or note each of its words appears, whatever case and accents.
        """
        with self._reading() as connection:
            return people.caseload(connection, search, today=today, due_only=due_only, limit=limit, offset=offset)

    def begin(self, session: Session) -> Session:
        """Begin a session, and return it with its number.

        Raises:
            SessionAlreadyOpenError: one with this person is under way; go on with the one it brings.
            NotInStoreError: nobody is kept under the person's id.
        """
        with self._writing() as connection:
            return sessions.begin(connection, session)

    def keep_session(self, session: Session) -> Session:
        """Keep what changed about a session under way: its kind, how the two meet, the counselor's name.

        Raises:
            SessionFinishedError: it has ended.
            NotInStoreError: none is kept under this id.
        """
        with self._writing() as connection:
            return sessions.keep(connection, session)

    def open_session(self, person_id: str) -> Session | None:
        """Return the session under way with this person, if there is one."""
        with self._reading() as connection:
            return sessions.open_one(connection, person_id)

    def sessions(self, person_id: str) -> tuple[Session, ...]:
        """Return every session with this person, the first one first."""
        with self._reading() as connection:
            return sessions.of_person(connection, person_id)

    def note_contact(self, contact: Contact) -> None:
        """Note a contact between sessions.

        Raises:
            NotInStoreError: nobody is kept under the person's id.
        """
        with self._writing() as connection:
            sessions.note_contact(connection, contact, zone=settings.read(connection).zone)

    def contacts(self, person_id: str, since: datetime | None = None) -> tuple[Contact, ...]:
        """Return the contacts with this person, the latest first; with `since` only those from that moment on."""
        with self._reading() as connection:
            return sessions.contacts(connection, person_id, since)

    def draft(self, person_id: str) -> KeptDraft | None:
        """Return a person's draft, or nothing when no change was kept since the last finished session."""
        with self._reading() as connection:
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
        with self._writing() as connection:
            kept = drafts.keep(connection, person_id, change)
            if kept:
                self._note_change(connection, person_id)
        if kept is None:
            raise DraftMovedOnError(self.draft(person_id))
        return kept

    def _note_change(self, connection: Connection, person_id: str) -> None:
        """Note that a plan was changed, once after each time it was opened."""
        session = sessions.open_one(connection, person_id)
        by = session.author if session else ""
        events.note_once(connection, "changed", person_id, "", by=by, at=self._now())

    def undo(self, person_id: str, sequence: int) -> KeptDraft | None:
        """Take the last step back, and return the draft at the place of that step; nothing when there is none.

        Raises:
            DraftMovedOnError: the draft has another sequence by now.
        """
        with self._writing() as connection:
            turned = drafts.turn(connection, person_id, sequence, back=True, at=self._now())
            if turned:
                self._note_change(connection, person_id)
            return turned

    def redo(self, person_id: str, sequence: int) -> KeptDraft | None:
        """Take an undone step again, and return the draft at the place of that step; nothing when there is none.

        Raises:
            DraftMovedOnError: the draft has another sequence by now.
        """
        with self._writing() as connection:
            turned = drafts.turn(connection, person_id, sequence, back=False, at=self._now())
            if turned:
                self._note_change(connection, person_id)
            return turned

    def kept_beside(self, person_id: str) -> tuple[KeptBeside, ...]:
        """Return what was kept beside and nobody has compared yet, the earliest first."""
        with self._reading() as connection:
            return drafts.beside(connection, person_id)

    def keep_beside(self, draft: KeptDraft, base: Plan) -> None:
        """Keep a draft beside that is about to be written over; both began from `base`."""
        change = drafts.Change(
            draft.plan, draft.sequence, draft.base_revision, draft.place, draft.visit, self._now(), base
        )
        with self._writing() as connection:
            drafts.keep_beside(connection, draft.person_id, change, write_plan(draft.plan))

    def settle_beside(self, beside_id: int) -> None:
        """Note that a change kept beside was compared; it stays, and is not offered again."""
        with self._writing() as connection:
            drafts.settle(connection, beside_id)

    def renew_lease(self, person_id: str, holder: str, author: str = "") -> Lease | None:
        """Say that a person's plan is open here; return who has it open elsewhere, or nothing.

        To be said again at every sign of life: whoever was not heard of for thirty seconds has left.
        """
        with self._writing() as connection:
            return leases.renew_lease(connection, person_id, holder, author, at=self._now())

    def release_lease(self, person_id: str, holder: str) -> None:
        """Say that a person's plan is no longer open here."""
        with self._writing() as connection:
            leases.release_lease(connection, person_id, holder)

    def finish(
        self,
        session_id: str,
        plan: Plan,
        *,
        at: datetime,
        sequence: int | None = None,
        met_on: date | None = None,
    ) -> Revision:
        """Finish a session: its plan becomes a revision and the draft ends.

        `met_on` is the day the two last met in it, where that is another than the day it began.

        With `sequence`, the draft the counselor has seen, nothing of another page is passed over. Without it a draft
        that differs from the plan is kept beside.

        Raises:
            SessionFinishedError: it is finished already.
            DraftMovedOnError: the draft has another sequence by now.
            NotInStoreError: no session is kept under this id.
        """
        with self._writing() as connection:
            return finishing.finish(connection, session_id, plan, at=at, sequence=sequence, met_on=met_on)

    def take_back_finish(self, session_id: str, *, by: str = "") -> Session:
        """Open the last session again, with the plan as it was finished. The revision stays, and says so.

        Raises:
            FinishStandsError: the next session has begun, or this one is under way.
            NotInStoreError: no session is kept under this id.
        """
        with self._writing() as connection:
            return finishing.take_back(connection, session_id, by=by, at=self._now())

    def discard(self, session_id: str, *, by: str = "") -> bool:
        """Take out a session that was opened by mistake; return whether words written in it stay, for the next one.

        Raises:
            SessionFinishedError: it is finished.
            NotInStoreError: no session is kept under this id.
        """
        with self._writing() as connection:
            return finishing.discard(connection, session_id, by=by, at=self._now())

    def revisions(self, person_id: str) -> tuple[Revision, ...]:
        """Return a person's revisions, the first one first."""
        with self._reading() as connection:
            return revisions.of_person(connection, person_id)

    def revision(self, person_id: str, number: int) -> Plan:
        """Return the plan of a revision.

        Raises:
            NotInStoreError: the person has no revision of this number.
        """
        with self._reading() as connection:
            return revisions.read(connection, person_id, number)

    def newest_revisions(self) -> tuple[tuple[str, int], ...]:
        """Return for each person with a finished session the number of their newest revision.

        What looks across the caseload reads them one by one, and never holds everybody's plan at once.
        """
        with self._reading() as connection:
            return revisions.newest_of_everybody(connection)

    def note_opened(self, person_id: str, what: str, *, by: str) -> None:
        """Note that a person's plan was opened: in a session, or as it was finished.

        Raises:
            NotInStoreError: nobody is kept under this id.
        """
        with self._writing() as connection:
            people.read(connection, person_id)
            events.note(connection, "opened", person_id, what, by=by, at=self._now())

    def note_event(self, kind: EventKind, person_id: str | None = None, detail: str = "", *, by: str = "") -> None:
        """Note that something was done that no other method does: unlocked, locked, restored, printed, exported."""
        with self._writing() as connection:
            events.note(connection, kind, person_id, detail, by=by, at=self._now())

    def events(self, person_id: str | None = None, *, limit: int = 100) -> tuple[Event, ...]:
        """Return the latest events first; with a person only those of their record."""
        with self._reading() as connection:
            return events.read(connection, person_id, limit=limit)
