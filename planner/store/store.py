"""The store: every question and every change, each in one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.consent.sharing import share
from planner.instant import local_day
from planner.store import chain, consents, drafts, events, finishing, people, revisions, sessions, settings
from planner.store.errors import DraftMovedOnError
from planner.store.open_file import OpenFile

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path

    from planner.agency import Agency
    from planner.consent.checking import Asked
    from planner.consent.sharing import Sharing
    from planner.consent.signed import Ended, SignedConsent
    from planner.disclosure import Disclosure
    from planner.person import Person
    from planner.plan import Plan
    from planner.session import Contact, Session
    from planner.store.chain import Problem
    from planner.store.drafts import KeptBeside, KeptDraft
    from planner.store.events import Event, EventKind
    from planner.store.people import Caseload
    from planner.store.revisions import Revision


class Store(OpenFile):
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
        """Keep the agency's settings."""
        with self._writing() as connection:
            settings.keep(connection, agency)

    def add_person(self, person: Person) -> None:
        """Add somebody new.

        Raises:
            AlreadyInStoreError: somebody is kept under this id.
        """
        with self._writing() as connection:
            people.add(connection, person)

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
            return sessions.begin(connection, session, zone=settings.read(connection).zone)

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
        self, person_id: str, plan: Plan, *, sequence: int, base_revision: int, place: str, visit: str
    ) -> KeptDraft:
        """Keep a change to a plan. `sequence` is the one of the draft it was made on, 0 when there is none yet.

        Changes within one visit to a field are one step for undo. For undo to reach back to an empty plan before the
        first revision, keep the empty plan first.

        Raises:
            DraftMovedOnError: somebody else changed it first. The change is kept beside; the error brings the draft.
            NotInStoreError: nobody is kept under this id.
        """
        change = drafts.Change(plan, sequence, base_revision, place, visit, self._now())
        with self._writing() as connection:
            kept = drafts.keep(connection, person_id, change)
        if kept is None:
            raise DraftMovedOnError(self.draft(person_id))
        return kept

    def undo(self, person_id: str, sequence: int) -> KeptDraft | None:
        """Take the last step back, and return the draft at the place of that step; nothing when there is none.

        Raises:
            DraftMovedOnError: the draft has another sequence by now.
        """
        with self._writing() as connection:
            return drafts.turn(connection, person_id, sequence, back=True, at=self._now())

    def redo(self, person_id: str, sequence: int) -> KeptDraft | None:
        """Take an undone step again, and return the draft at the place of that step; nothing when there is none.

        Raises:
            DraftMovedOnError: the draft has another sequence by now.
        """
        with self._writing() as connection:
            return drafts.turn(connection, person_id, sequence, back=False, at=self._now())

    def kept_beside(self, person_id: str) -> tuple[KeptBeside, ...]:
        """Return the changes that came too late and that nobody has compared yet, the earliest first."""
        with self._reading() as connection:
            return drafts.beside(connection, person_id)

    def settle_beside(self, beside_id: int) -> None:
        """Note that a change kept beside was compared; it stays, and is not offered again."""
        with self._writing() as connection:
            drafts.settle(connection, beside_id)

    def finish(self, session_id: str, plan: Plan, *, at: datetime, sequence: int | None = None) -> Revision:
        """Finish a session: its plan becomes a revision and the draft ends.

        With `sequence`, the draft the counselor has seen, nothing of another page is passed over. Without it a draft
        that differs from the plan is kept beside.

        Raises:
            SessionFinishedError: it is finished already.
            DraftMovedOnError: the draft has another sequence by now.
            NotInStoreError: no session is kept under this id.
        """
        with self._writing() as connection:
            return finishing.finish(connection, session_id, plan, at=at, sequence=sequence)

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

    def note_event(self, kind: EventKind, person_id: str | None = None, detail: str = "", *, by: str = "") -> None:
        """Note that something was opened, changed, printed, exported …; it is kept for good."""
        with self._writing() as connection:
            events.note(connection, kind, person_id, detail, by=by, at=self._now())

    def events(self, person_id: str | None = None, *, limit: int = 100) -> tuple[Event, ...]:
        """Return the latest events first; with a person only those of their record."""
        with self._reading() as connection:
            return events.read(connection, person_id, limit=limit)

    def note_disclosure(self, disclosure: Disclosure) -> None:
        """Add a line to the accounting of a person; it is kept for good."""
        with self._writing() as connection:
            events.disclose(connection, disclosure)

    def disclosures(self, person_id: str) -> tuple[Disclosure, ...]:
        """Return the accounting of a person, the earliest line first."""
        with self._reading() as connection:
            return events.disclosures(connection, person_id)

    def sign(self, signed: SignedConsent) -> None:
        """Keep a consent that was signed; it is kept for good.

        Raises:
            AlreadyInStoreError: a consent was signed under this id; it stays as it was signed.
            NotInStoreError: nobody is kept under the person's id.
        """
        with self._writing() as connection:
            consents.sign(connection, signed, at=self._now())

    def end_consent(self, consent_id: str, how: Ended) -> SignedConsent:
        """End a consent, and return it; one that has ended stays as it ended first.

        Raises:
            NotInStoreError: none was signed under this id.
        """
        with self._writing() as connection:
            return consents.end(connection, consent_id, how, at=self._now())

    def consents(self, person_id: str) -> tuple[SignedConsent, ...]:
        """Return every consent a person signed, as it stands now, the first one signed first."""
        with self._reading() as connection:
            return consents.of_person(connection, person_id)

    def share(self, plan: Plan, consent_id: str, asked: Asked, *, disclosure_id: str) -> Sharing:
        """Return what a consent, as it stands now, covers of a plan. Nothing has been handed over yet.

        Raises:
            NotAgreedError: the consent does not permit it.
            NotInStoreError: none was signed under this id.
        """
        with self._reading() as connection:
            signed, agency = consents.read(connection, consent_id), settings.read(connection)
        return share(plan, signed, asked, disclosure_id=disclosure_id, part2_applies=agency.part2_applies)

    def hand_over(self, sharing: Sharing) -> None:
        """Look at the consent once more, and add the line to the accounting. Offer the document only after this.

        Raises:
            NotAgreedError: the consent ended, or was taken back, since the page was made.
            NotInStoreError: it was never signed here.
        """
        at = self._now()
        with self._writing() as connection:
            today = local_day(at, settings.read(connection).zone)
            consents.hand_over(connection, sharing, today=today, at=at)

    def verify(self) -> tuple[Problem, ...]:
        """Read everything kept for good, and return what was changed, moved or taken away; nothing when all holds."""
        damage = chain.file_problems(self._damaged_pages())
        if damage:
            return damage
        with self._reading(any_bytes=True) as connection:
            return tuple(chain.problems(connection))

    def backup(self, to: Path) -> None:
        """Write an encrypted copy that opens with the same passphrase, and read it through.

        Raises:
            StoreExistsError: something is already there; it stays as it is.
            DamagedStoreError: the copy does not read back.
            PracticeStoreError: a store in memory has no passphrase to keep a copy under.
        """
        self._copy_to(to)
        self.note_event("backed up")
