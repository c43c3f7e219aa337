"""The store: every question and every change, each in one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from planner.model.instant import local_day
from planner.store import events, finishing, forgetting, people, revisions, sessions, settings, verifying
from planner.store.agreements import Agreements
from planner.store.chain import chain
from planner.store.directory.directory import StoredDirectory
from planner.store.drafts import drafts, leases
from planner.store.drafts.drafting import Drafts
from planner.store.giving import Giving
from planner.store.verifying import Witness
from planner.store.week_trials import WeekTrials

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date, datetime

    from planner.caseload.agency import Agency
    from planner.caseload.person import Person
    from planner.plan.plan import Plan
    from planner.sessions.session import Contact, Session
    from planner.store.chain.head import Head
    from planner.store.drafts.leases import Lease
    from planner.store.events import Event, EventKind
    from planner.store.forgetting import Forgotten
    from planner.store.people import Caseload
    from planner.store.place import Place
    from planner.store.revisions import Revision
    from planner.store.verifying import Problem


class Store:
    """One open store, for the thread that opened it. What a method returns is on the disk when it returns.

    Every method raises a `StoreError` when the disk is full, cannot be written or does not answer, when another
    process holds the store for more than five seconds, when the file is damaged, and when the store is closed.
    """

    def __init__(self, place: Place, *, now: Callable[[], datetime]) -> None:
        """Keep everything in a place. `now` returns the moment, with its zone."""
        self.place, self._now = place, now
        self.drafts, self.agreements = Drafts(place, now), Agreements(place, now)
        self.directory, self.giving = StoredDirectory(place), Giving(self)
        self.week_trials = WeekTrials(place)

    def close(self) -> None:
        """Close the store and let go of what opens it. Closing twice does nothing."""
        self.place.close()

    def __enter__(self) -> Self:
        """Keep the store open for a block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it at the end of the block."""
        self.close()

    def today(self) -> date:
        """Return the day it is where the agency is."""
        return local_day(self._now(), self.agency().zone)

    def agency(self) -> Agency:
        """Return the agency's settings; before anybody chose any, the ones a new agency begins with."""
        with self.place.reading() as connection:
            return settings.read(connection)

    def keep_agency(self, agency: Agency) -> None:
        """Keep the agency's settings; one event tells that they were set up, however many changes follow at once."""
        with self.place.writing() as connection:
            settings.keep(connection, agency)
            events.note_once(connection, "set up", None, "agency", by="", at=self._now())

    def add_person(self, person: Person, *, by: str = "") -> None:
        """Add somebody new.

        Raises:
            AlreadyInStoreError: somebody is kept under this id.
        """
        with self.place.writing(about=person.id) as connection:
            people.add(connection, person)
            events.note(connection, "added", person.id, "", by=by, at=self._now())

    def keep_person(self, person: Person) -> None:
        """Keep what changed about somebody.

        Raises:
            NotInStoreError: nobody is kept under this id.
        """
        with self.place.writing(about=person.id) as connection:
            people.keep(connection, person)

    def person(self, person_id: str) -> Person:
        """Return somebody.

        Raises:
            NotInStoreError: nobody is kept under this id.
        """
        with self.place.reading() as connection:
            return people.read(connection, person_id)

    def caseload(
        self, search: str = "", *, today: date, due_only: bool = False, limit: int = 50, offset: int = 0
    ) -> Caseload:
        """Return one page of the caseload by name; with `due_only` those ready to look at again, earliest first.

        A search finds everybody in whose names or note each of its words appears, whatever case and accents.
        """
        with self.place.reading() as connection:
            return people.caseload(connection, search, today=today, due_only=due_only, limit=limit, offset=offset)

    def begin(self, session: Session) -> Session:
        """Begin a session, and return it with its number.

        Raises:
            SessionAlreadyOpenError: one with this person is under way; go on with the one it brings.
            NotInStoreError: nobody is kept under the person's id.
        """
        with self.place.writing(about=session.person_id) as connection:
            return sessions.begin(connection, session)

    def open_session(self, person_id: str) -> Session | None:
        """Return the session under way with this person, if there is one."""
        with self.place.reading() as connection:
            return sessions.open_one(connection, person_id)

    def sessions(self, person_id: str) -> tuple[Session, ...]:
        """Return every session with this person, the first one first."""
        with self.place.reading() as connection:
            return sessions.of_person(connection, person_id)

    def note_contact(self, contact: Contact) -> None:
        """Note a contact between sessions.

        Raises:
            NotInStoreError: nobody is kept under the person's id.
        """
        with self.place.writing(about=contact.person_id) as connection:
            sessions.note_contact(connection, contact, zone=settings.read(connection).zone)

    def contacts(self, person_id: str, since: datetime | None = None) -> tuple[Contact, ...]:
        """Return the contacts with this person, the latest first; with `since` only those from that moment on."""
        with self.place.reading() as connection:
            return sessions.contacts(connection, person_id, since)

    def renew_lease(self, person_id: str, holder: str, author: str = "") -> Lease | None:
        """Say that a person's plan is open here; return who has it open elsewhere, or nothing.

        To be said again at every sign of life: whoever was not heard of for thirty seconds has left.
        """
        with self.place.writing(about=person_id) as connection:
            return leases.renew_lease(connection, person_id, holder, author, at=self._now())

    def release_lease(self, person_id: str, holder: str) -> None:
        """Say that a person's plan is no longer open here."""
        with self.place.writing(about=person_id) as connection:
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
        with self.place.writing(about=plan.person_id) as connection:
            return finishing.finish(connection, session_id, plan, at=at, sequence=sequence, met_on=met_on)

    def take_back_finish(self, session_id: str, *, by: str = "") -> Session:
        """Open the last session again, with the plan as it was finished. The revision stays, and says so.

        Raises:
            FinishStandsError: the next session has begun, or this one is under way.
            NotInStoreError: no session is kept under this id.
        """
        with self.place.writing() as connection:
            return finishing.take_back(connection, session_id, by=by, at=self._now())

    def discard(self, session_id: str, *, by: str = "") -> bool:
        """Take out a session that was opened by mistake; return whether words written in it stay, for the next one.

        Raises:
            SessionFinishedError: it is finished.
            NotInStoreError: no session is kept under this id.
        """
        with self.place.writing() as connection:
            return finishing.discard(connection, session_id, by=by, at=self._now())

    def revisions(self, person_id: str) -> tuple[Revision, ...]:
        """Return a person's revisions, the first one first."""
        with self.place.reading() as connection:
            return revisions.of_person(connection, person_id)

    def newest_revision(self, person_id: str) -> Revision | None:
        """Return a person's newest revision; nothing before the first finished session."""
        return next(reversed(self.revisions(person_id)), None)

    def revision(self, person_id: str, number: int) -> Plan:
        """Return the plan of a revision.

        Raises:
            NotInStoreError: the person has no revision of this number.
        """
        with self.place.reading() as connection:
            return revisions.read(connection, person_id, number)

    def plan_of(self, person_id: str) -> Plan | None:
        """Return the plan as it stands: the draft, else the newest revision; nothing before there is either."""
        with self.place.reading() as connection:
            if draft := drafts.read(connection, person_id):
                return draft.plan
            number = revisions.newest(connection, person_id)
            return revisions.read(connection, person_id, number) if number else None

    def everybody_with_a_plan(self) -> tuple[str, ...]:
        """Return the ids of everybody with a draft or a finished session.

        What looks across the caseload reads their plans one by one, and never holds everybody's at once.
        """
        with self.place.reading() as connection:
            return people.with_a_plan(connection)

    def note_opened(self, person_id: str, what: str, *, by: str) -> None:
        """Note that a person's plan was opened: in a session, or as it was finished.

        Raises:
            NotInStoreError: nobody is kept under this id.
        """
        with self.place.writing(about=person_id) as connection:
            people.read(connection, person_id)
            events.note(connection, "opened", person_id, what, by=by, at=self._now())

    def note_event(self, kind: EventKind, person_id: str | None = None, detail: str = "", *, by: str = "") -> None:
        """Note that something was done that no other method does: unlocked, locked, restored, printed, exported."""
        with self.place.writing(about=person_id) as connection:
            events.note(connection, kind, person_id, detail, by=by, at=self._now())

    def events(self, person_id: str | None = None, *, limit: int = 100) -> tuple[Event, ...]:
        """Return the latest events first; with a person only those of their record."""
        with self.place.reading() as connection:
            return events.read(connection, person_id, limit=limit)

    def verify(self, heads: Iterable[Head] = ()) -> tuple[Problem, ...]:
        """Read everything kept for good, and return what was changed, moved or taken away; nothing when all holds.

        It is held against the store's own backups, and against `heads` that somebody kept elsewhere.
        """
        damage = verifying.damage(self.place.damage())
        made = () if damage else tuple(self.place.made_otherwise())
        if damage or not verifying.can_be_walked(made):
            return (*damage, *made)
        witnesses = [*map(Witness, heads), *self.place.witnesses()]
        with self.place.reading(any_bytes=True) as connection:
            return (*made, *verifying.record(connection, witnesses))

    def head(self) -> Head:
        """Return where the record ends now; whoever writes it down can hold the record against it later."""
        with self.place.reading() as connection:
            return chain.head(connection)

    def forget(self, person_id: str) -> Forgotten:
        """Forget a person, in the tables and on the free pages; what the law makes the agency keep stays.

        Backups made before still hold the person until `finish_forgetting`, which the store asks for until it is done.

        Raises:
            NotInStoreError: nobody is kept under this id.
            StoreBusyError: it is done, but another process reads old pages: close it there, and forget once more;
                until then each opening tries to finish it.
        """
        with self.place.writing(about=person_id) as connection:
            forgotten = forgetting.forget(connection, person_id, at=self._now())
        self.place.wipe()
        return forgotten
