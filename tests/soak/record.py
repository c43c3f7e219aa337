"""What is left of a forgotten person after kills, and what of a changed record is hidden from verify."""

from __future__ import annotations

import random
import shutil
import time
from typing import TYPE_CHECKING

from planner.store import StoreError, back_up_by_rule, create_store, finish_forgetting, open_store
from planner.store.file import sqlcipher
from planner.store.file.backups.local_backups import folder_of
from planner.store.forgetting import is_unfinished
from tests.planner.store.chain.test_chain import CASES, a_record, tamper
from tests.planner.store.keeping import PASSPHRASE, Clock, plan_of, somebody
from tests.soak.figures import Figure
from tests.soak.writers import PromiseBrokenError, killed, now

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from pathlib import Path

    from planner.store import Key
    from tests.soak.writers import Toll

MARK = "zanzibar"
LONGEST = 0.6


def lines_hidden_from_verify(folder: Path) -> Figure:
    """Count the ways of changing the record, with the key and without computing a hash, that verify misses."""
    path = folder / "record.store"
    key = create_store(path, PASSPHRASE)
    with open_store(path, key, now=Clock()) as store:
        dana = somebody("Dana")
        store.add_person(dana)
        a_record(store, dana, Clock())
        if store.verify():
            raise PromiseBrokenError(*store.verify())
    hidden: list[str] = []
    for case in CASES:
        changed = folder / "changed.store"
        shutil.copy(path, changed)
        with open_store(changed, key, now=Clock()) as store:
            tamper(store, *case.how)
            hidden += [] if store.verify() else [case.what]
        for left in folder.glob("changed.store*"):
            left.unlink()
    return Figure("lines hidden from verify", f"{len(hidden)} of {len(CASES)} ways", "0", holds=not hidden)


def files_of_somebody_forgotten(folder: Path, times: int, seed: int, toll: Toll) -> Figure:
    """Kill while somebody is forgotten, open the store as the next page does, and count the files that hold them."""
    dice = random.Random(seed)  # noqa: S311 (moments, no secrets)
    kept = folder / "kept"
    kept.mkdir()
    key, person_id = _with_backups(kept / "caseload.store")
    begun = files = 0
    for _ in range(times):
        shutil.rmtree(folder / "killed", ignore_errors=True)
        path = shutil.copytree(kept, folder / "killed") / "caseload.store"
        killed(_forgetting(path, key, person_id), dice.uniform(0.01, LONGEST))
        toll.struck("forgetting")
        if _is_forgotten(path, key, person_id):
            begun += 1
            files += sum(_holds(file, key) for file in path.parent.rglob("*") if file.is_file())
    return Figure(
        "files of a forgotten person", f"{files}, {begun} of {times} begun", "0", holds=not files and begun > 0
    )


def _with_backups(path: Path) -> tuple[Key, str]:
    key, clock, person = create_store(path, PASSPHRASE), Clock(), somebody(MARK)
    with open_store(path, key, now=clock) as store:
        store.add_person(person)
        store.drafts.keep(person.id, plan_of(person, MARK * 500), sequence=0, base_revision=0, place="goals", visit="")
        back_up_by_rule(store, folder_of(path))
    return key, person.id


def _forgetting(path: Path, key: Key, person_id: str) -> Callable[[Connection], None]:
    def run(tell: Connection) -> None:
        with open_store(path, key, now=now) as store:
            store.forget(person_id)
            finish_forgetting(store, folder_of(path))
        tell.send(("done", time.monotonic()))

    return run


def _is_forgotten(path: Path, key: Key, person_id: str) -> bool:
    """Open the store once more, which finishes what was begun; tell whether the forgetting had come that far."""
    with open_store(path, key, now=now) as store:
        finish_forgetting(store, folder_of(path))
        with store.place.reading() as connection:
            if is_unfinished(connection):
                raise PromiseBrokenError(path.name)
        return any(event.kind == "forgotten" for event in store.events(person_id))


def _holds(file: Path, key: Key) -> bool:
    """Whether a file opens as a store and holds a word of the person in any table."""
    try:
        raw = sqlcipher.opened(file, key)
    except (StoreError, ValueError):
        return False
    try:
        tables = [name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return any(MARK in str(raw.execute(f'SELECT * FROM "{name}"').fetchall()) for name in tables)  # noqa: S608
    finally:
        raw.close()
