"""Every finished session leaves a revision that stays as it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planner.plan.plan import NewerPlanError
from planner.sharing.disclosure import Disclosure
from planner.store import NotInStoreError
from tests.invented import TODAY, new_id
from tests.planner.store.keeping import NOON, Clock, plan_of, raw_of, session_with, somebody

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.caseload.person import Person
    from planner.store import Revision, Store


@pytest.fixture
def finish(store: Store, dana: Person, clock: Clock) -> Callable[[str], Revision]:
    def finished(words: str) -> Revision:
        begun = store.begin(session_with(dana))
        return store.finish(begun.id, plan_of(dana, words), at=clock())

    return finished


def test_each_finished_session_leaves_a_revision(store: Store, dana: Person, finish: Callable[[str], Revision]) -> None:
    made = tuple(finish(words) for words in ("walk", "sleep", "call Luis"))

    assert store.revisions(dana.id) == made
    assert [revision.number for revision in made] == [1, 2, 3]
    assert made[0].author == "Jo"
    assert [store.revision(dana.id, n).goals[0].own_words for n in (1, 2, 3)] == ["walk", "sleep", "call Luis"]
    with pytest.raises(NotInStoreError):
        store.revision(dana.id, 4)


def test_revisions_are_counted_for_each_person(
    store: Store, dana: Person, clock: Clock, finish: Callable[[str], Revision]
) -> None:
    finish("walk")
    luis = somebody("Luis")
    store.add_person(luis)
    begun = store.begin(session_with(luis))

    assert store.finish(begun.id, plan_of(luis), at=clock()).number == 1
    assert len(store.revisions(dana.id)) == 1


def test_everybody_with_a_plan_is_known_and_nobody_else_is_in_it(
    store: Store, dana: Person, clock: Clock, finish: Callable[[str], Revision]
) -> None:
    assert store.everybody_with_a_plan() == ()
    assert store.newest_revision(dana.id) is None
    for words in ("walk", "sleep"):
        finish(words)
    luis, mia, sol = somebody("Luis"), somebody("Mia"), somebody("Sol")
    for person in (luis, mia, sol):
        store.add_person(person)
    begun = store.begin(session_with(luis))
    store.finish(begun.id, plan_of(luis), at=clock())

    store.drafts.keep(sol.id, plan_of(sol), sequence=0, base_revision=0, place="", visit="")

    assert set(store.everybody_with_a_plan()) == {dana.id, luis.id, sol.id}
    newest = store.newest_revision(dana.id)
    assert newest is not None
    assert newest.number == 2


def test_the_plan_of_a_person_is_the_draft_else_what_was_finished_last(
    store: Store, dana: Person, finish: Callable[[str], Revision]
) -> None:
    assert store.plan_of(dana.id) is None
    for words in ("walk", "sleep"):
        finish(words)
    assert store.plan_of(dana.id) == store.revision(dana.id, 2)

    draft = plan_of(dana, "swim")
    store.drafts.keep(dana.id, draft, sequence=0, base_revision=2, place="", visit="")

    assert store.plan_of(dana.id) == draft


def test_finishing_ends_the_draft_and_its_steps(store: Store, dana: Person, clock: Clock) -> None:
    begun = store.begin(session_with(dana))
    for sequence, words in enumerate(("", "one", "two")):
        kept = store.drafts.keep(
            dana.id, plan_of(dana, words), sequence=sequence, base_revision=0, place="goals", visit=words
        )
    store.finish(begun.id, kept.plan, at=clock(), sequence=kept.sequence)

    assert store.drafts.current(dana.id) is None
    assert store.drafts.undo(dana.id, 0) is None
    assert store.drafts.beside(dana.id) == ()
    assert store.caseload(today=TODAY).rows[0].has_draft is False


def test_the_next_draft_begins_from_the_newest_revision(
    store: Store, dana: Person, finish: Callable[[str], Revision]
) -> None:
    revision = finish("walk")
    plan = store.revision(dana.id, revision.number)

    kept = store.drafts.keep(dana.id, plan, sequence=0, base_revision=revision.number, place="", visit="")

    assert (kept.sequence, kept.base_revision) == (1, 1)


@pytest.mark.parametrize("table", ["revision", "event", "disclosure", "chain", "forgotten"])
@pytest.mark.parametrize(
    "change",
    [
        "UPDATE {table} SET position = position",
        "DELETE FROM {table}",
        "INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
    ],
)
def test_what_is_kept_for_good_can_neither_be_changed_nor_taken_away(
    store: Store, dana: Person, finish: Callable[[str], Revision], table: str, change: str
) -> None:
    store.note_event("unlocked")
    finish("walk")
    store.note_event("opened", dana.id)
    store.agreements.note_disclosure(Disclosure(id=new_id(), person_id=dana.id, at=NOON))
    raw_of(store).execute("INSERT INTO forgotten VALUES (1)")

    with pytest.raises(Exception, match="kept for good"):
        raw_of(store).execute(change.format(table=table))
    assert [problem.room for problem in store.verify()] == ["forgotten"]  # by our own hand, above


def test_a_revision_of_a_later_program_is_not_misread(
    store: Store, dana: Person, finish: Callable[[str], Revision]
) -> None:
    finish("walk")
    raw_of(store).execute("DROP TRIGGER revision_stays_as_it_is")
    raw_of(store).execute("""UPDATE revision SET plan = '{"schema_version": 999}'""")

    with pytest.raises(NewerPlanError):
        store.revision(dana.id, 1)


def test_events_come_latest_first_for_one_person_or_for_all(store: Store, dana: Person) -> None:
    store.note_event("unlocked")
    store.note_event("opened", dana.id, by="Jo")
    store.note_event("printed", dana.id, "My plan, PDF", by="Jo")

    assert [event.kind for event in store.events(limit=3)] == ["printed", "opened", "unlocked"]
    assert [(event.kind, event.detail, event.by) for event in store.events(dana.id)] == [
        ("printed", "My plan, PDF", "Jo"),
        ("opened", "", "Jo"),
        ("added", "", ""),
    ]
    assert len(store.events(limit=1)) == 1


def test_the_accounting_keeps_every_line_in_its_order(store: Store, dana: Person) -> None:
    lines = tuple(
        Disclosure(id=new_id(), person_id=dana.id, at=NOON, to_whom=to, what="care-team sheet", purpose="treatment")
        for to in ("Dr. Reyes", "Harbor Clinic")
    )
    for line in lines:
        store.agreements.note_disclosure(line)

    assert store.agreements.disclosures(dana.id) == lines
    assert store.agreements.disclosures(new_id()) == ()
