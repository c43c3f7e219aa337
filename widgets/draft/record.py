"""What is kept about one person beside the draft: what was agreed, what left, and what was before."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.plan.plan import Plan
    from planner.sessions.session import Contact, Session
    from planner.store import Store
    from planner.week.what_if import WeekTrial


class PersonRecord:
    """One person's record, as far as a page may read and write it."""

    def __init__(self, store: Store, session: Session) -> None:
        """Open the record of the person of a session."""
        self._store, self._session = store, session
        self.agreements, self.giving, self.directory = store.agreements, store.giving, store.directory

    def week_trial(self) -> WeekTrial | None:
        """Return the copy of the week that something is tried on, as it was left."""
        return self._store.week_trials.of_person(self._session.person_id)

    def keep_week_trial(self, trial: WeekTrial | None) -> None:
        """Keep that copy; with nothing, it is over."""
        self._store.week_trials.keep(self._session.person_id, trial)

    def contacts_since_last(self) -> tuple[Contact, ...]:
        """Return the contacts since the session before this one, the latest first."""
        sessions = self._store.sessions(self._session.person_id)
        before = [session.started for session in sessions if session.number < self._session.number]
        return self._store.contacts(self._session.person_id, since=max(before, default=None))

    def plan_before(self) -> Plan | None:
        """Return the plan as the last session left it; nothing before one was finished."""
        last = self._store.newest_revision(self._session.person_id)
        return self._store.revision(last.person_id, last.number) if last else None

    def mark(self) -> str:
        """Return the mark of the whole record as it is now, to be kept outside of it."""
        return str(self._store.head())

    def every_plan(self) -> Iterator[Plan]:
        """Yield the plan of everybody on the caseload, one at a time, to be compared and let go."""
        for person_id in self._store.everybody_with_a_plan():
            if plan := self._store.plan_of(person_id):
                yield plan
