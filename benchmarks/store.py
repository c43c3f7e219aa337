"""The store: one change kept for good, and a search through the caseload."""

from __future__ import annotations

from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.invented import AT, PASSPHRASE, person, plan_with_goals
from benchmarks.measuring import Amount, Measured, in_turns, p95, seconds
from planner.plan.plan import Plan, write_plan
from planner.store import Store, create_store, open_store

CHANGES = 400
SEARCHES = 31
GOALS = 130


def measure() -> list[Measured]:
    """Return the rows on keeping and finding."""
    with TemporaryDirectory() as folder:
        return [*_changes(Path(folder)), *_searches(Path(folder))]


def _opened(path: Path) -> Store:
    return open_store(path, create_store(path, PASSPHRASE), now=lambda: AT)


def _changes(folder: Path) -> list[Measured]:
    with _opened(folder / "changes.store") as store:
        store.add_person(person(0))
        plan = plan_with_goals(GOALS, person_id=person(0).id)
        size = len(write_plan(plan).encode()) // 1000
        taken = [seconds(lambda number=number: _keep(store, plan, number)) * 1000 for number in range(CHANGES)]
    what = f"one change saved, {size} KB plan"
    return [
        Measured(f"{what}: median", Amount(median(taken))),
        Measured(f"{what}: 95 of 100 within", Amount(p95(taken)), within=10),
    ]


def _keep(store: Store, plan: Plan, number: int) -> None:
    changed = plan.amended(goals=(plan.goals[0].amended(own_words=f"letter {number}"), *plan.goals[1:]))
    store.drafts.keep(
        plan.person_id, changed, sequence=number, base_revision=0, place="goals", visit=f"field {number // 20}"
    )


def _searches(folder: Path) -> list[Measured]:
    with _opened(folder / "many.store") as many, _opened(folder / "few.store") as few:
        for store, count in ((many, 10_000), (few, 1_000)):
            for number in range(count):
                store.add_person(person(number))
        ours, theirs = in_turns(SEARCHES, *(lambda store=store: _search(store) for store in (many, few)))
    what = "search, 10,000 people"
    return [Measured(what, ours, "1,000 people", theirs, at_most=2), Measured(what, ours, within=100)]


def _search(store: Store) -> None:
    for words in ("rios", "nad", "larsen theo"):
        store.caseload(words, today=AT.date())
