"""A forgotten person is nowhere in the file; what the law makes the agency keep stays, and the chain still holds."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from planner.caseload.agency import Agency
from planner.resources.referral import Referral, ReferralStatus
from planner.resources.resource import Resource
from planner.sharing.disclosure import Disclosure
from planner.skills.routine import Routine
from planner.store import NotInStoreError, Store, StoreBusyError
from planner.store.columns import METADATA
from planner.store.file import sqlcipher
from planner.week.what_if import WeekTrial
from tests.invented import TODAY, an_id, new_id
from tests.planner.store.keeping import NOON, Clock, contact_with, plan_of, raw_of, session_with, somebody

if TYPE_CHECKING:
    from pathlib import Path

    from planner.caseload.person import Person
    from planner.store import Key

MARK = "zanzibar"
HELPED = Resource(id=an_id(1), name="Night Shelter", listing_id=an_id(2))
CAME = Referral(id=an_id(3), resource_id=HELPED.id, status=ReferralStatus.WENT)
LATER = timedelta(days=7 * 366)


@pytest.fixture
def two(store: Store, clock: Clock) -> tuple[Person, Person]:
    """Two people of whom everything is kept that can be."""
    both = somebody("Dana", note_to_find=MARK), somebody("Sol")
    for person in both:
        store.add_person(person)
        begun = store.begin(session_with(person))
        store.finish(begun.id, plan_of(person, MARK * 500), at=clock())
        store.take_back_finish(begun.id, by=MARK)
        store.finish(begun.id, plan_of(person, MARK * 500), at=clock())
        store.begin(session_with(person))
        store.note_contact(contact_with(person).amended(note=MARK))
        for sequence, words in enumerate((MARK, MARK * 2, MARK * 400)):
            store.drafts.keep(
                person.id,
                plan_of(person, words).amended(resources=(HELPED,), referrals=(CAME,)),
                sequence=sequence,
                base_revision=2,
                place="goals",
                visit=str(sequence),
            )
        store.week_trials.keep(person.id, WeekTrial(before=(), tried=(Routine(id=new_id(), own_words=MARK),)))
        store.renew_lease(person.id, "a window")
        store.note_event("printed", person.id, MARK)
        store.agreements.note_disclosure(Disclosure(id=new_id(), person_id=person.id, at=NOON, to_whom="Dr. Reyes"))
    return both


def rows_about(store: Store, person: Person) -> dict[str, int]:
    """Return how many rows of each table name the person."""
    found = {}
    for table in METADATA.tables.values():
        column = "person_id" if "person_id" in table.c else "id" if table.name == "person" else ""
        if column:
            asked = f"SELECT count(*) FROM {table.name} WHERE {column} = ?"  # noqa: S608 (our own table names)
            found[table.name] = raw_of(store).execute(asked, (person.id,)).fetchone()[0]
    return found


def everything(store: Store) -> str:
    """Return every row of every table."""
    tables = [name for (name,) in raw_of(store).execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return str([raw_of(store).execute(f"SELECT * FROM {name}").fetchall() for name in tables])  # noqa: S608


def test_nothing_of_a_forgotten_person_is_left_but_the_accounting(store: Store, two: tuple[Person, Person]) -> None:
    dana, _ = two
    before = rows_about(store, dana)
    assert all(count for table, count in before.items() if table not in {"draft_kept_beside", "consent"}), before

    forgotten = store.forget(dana.id)

    left = {table: count for table, count in rows_about(store, dana).items() if count}
    assert left == {"disclosure": 1, "event": 1}
    assert (forgotten.kept_lines, forgotten.kept_consents, forgotten.years) == (1, 0, 6)
    assert [event.kind for event in store.events(dana.id)] == ["forgotten"]
    assert MARK not in store.events(dana.id)[0].detail
    assert store.caseload(MARK, today=TODAY).total == 0
    with pytest.raises(NotInStoreError):
        store.person(dana.id)


def test_the_chain_holds_after_forgetting_and_still_finds_what_is_changed(
    store: Store, two: tuple[Person, Person]
) -> None:
    store.forget(two[0].id)

    assert store.verify() == ()
    raw_of(store).execute("DROP TRIGGER revision_stays_as_it_is")
    raw_of(store).execute(f"UPDATE revision SET plan = replace(plan, '{MARK}', 'x') WHERE number = 1")  # noqa: S608
    assert [problem.room for problem in store.verify()] == ["guards", "revision"]


def test_everybody_else_stays_as_they_were(store: Store, two: tuple[Person, Person]) -> None:
    _, sol = two
    before = (rows_about(store, sol), store.drafts.current(sol.id), store.revisions(sol.id), store.contacts(sol.id))

    store.forget(two[0].id)

    assert (
        rows_about(store, sol),
        store.drafts.current(sol.id),
        store.revisions(sol.id),
        store.contacts(sol.id),
    ) == before
    assert store.drafts.undo(sol.id, 3)


def test_neither_free_pages_nor_the_log_hold_what_was_forgotten(
    store: Store, two: tuple[Person, Person], path: Path
) -> None:
    for person in two:
        store.forget(person.id)
    log = path.with_name(path.name + "-wal")

    assert raw_of(store).execute("PRAGMA secure_delete").fetchone() == (1,)
    assert raw_of(store).execute("PRAGMA freelist_count").fetchone() == (0,)
    assert not log.exists() or log.stat().st_size == 0
    assert MARK not in everything(store)


def test_free_pages_are_there_before_they_are_wiped(store: Store, two: tuple[Person, Person]) -> None:
    """What the test above looks for can be seen."""
    assert MARK in everything(store)
    raw_of(store).execute("DELETE FROM draft_step WHERE person_id = ?", (two[0].id,))
    raw_of(store).execute("DELETE FROM draft WHERE person_id = ?", (two[0].id,))
    raw_of(store).execute("UPDATE draft_kept_beside SET plan = ''")
    assert raw_of(store).execute("PRAGMA freelist_count").fetchone()[0] > 0

    sqlcipher.wipe_free_pages(raw_of(store))
    assert raw_of(store).execute("PRAGMA freelist_count").fetchone() == (0,)


def test_old_pages_that_somebody_still_reads_are_said_and_wiped_the_next_time(
    store: Store, two: tuple[Person, Person], path: Path, key: Key
) -> None:
    reading = sqlcipher.opened(path, key)
    reading.execute("BEGIN")
    reading.execute("SELECT count(*) FROM person").fetchone()
    raw_of(store).execute("PRAGMA busy_timeout = 50")

    with pytest.raises(StoreBusyError):
        store.forget(two[0].id)
    reading.close()

    assert store.forget(two[0].id).kept_lines == 1
    assert store.verify() == ()


def test_an_agency_that_need_not_keep_the_accounting_forgets_it_too(store: Store, two: tuple[Person, Person]) -> None:
    store.keep_agency(Agency(keep_accounting_years=0))

    store.forget(two[0].id)

    assert store.agreements.disclosures(two[0].id) == ()
    assert len(store.agreements.disclosures(two[1].id)) == 1
    assert store.verify() == ()


def test_what_was_kept_by_law_goes_when_its_years_are_over(
    store: Store, two: tuple[Person, Person], clock: Clock
) -> None:
    dana, sol = two
    store.forget(dana.id)
    clock.at += LATER

    store.forget(sol.id)

    assert store.agreements.disclosures(dana.id) == store.agreements.disclosures(sol.id) == ()
    assert store.verify() == ()


def test_the_accounting_of_somebody_on_the_caseload_stays_however_old(
    store: Store, two: tuple[Person, Person], clock: Clock
) -> None:
    clock.at += LATER

    store.forget(two[0].id)

    assert len(store.agreements.disclosures(two[1].id)) == 1


def test_somebody_who_was_never_there_can_not_be_forgotten(store: Store) -> None:
    with pytest.raises(NotInStoreError):
        store.forget(new_id())
    assert store.events() == ()
