"""Processes that write as a kernel does, each killed at a moment nobody chose."""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import signal
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from planner.store import Key, WrongPassphraseError, change_passphrase, create_store, open_store, unlock
from tests.invented import new_id
from tests.planner.store.keeping import session_with, somebody
from widgets.draft.draft_editor import DraftEditor

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from pathlib import Path

    from planner.caseload.person import Person
    from planner.sessions.session import Session

LETTERS = "abcdefghij klmnop "
BETWEEN_LETTERS = 0.01
LONGEST_LIFE = 0.5
ROOM = 200_000
"""Bytes a process may still write before its disk is full."""


class PromiseBrokenError(AssertionError):
    """Something that is promised did not hold; its arguments say what."""

    def __init__(self, *what: object) -> None:
        super().__init__(" ".join(map(str, what)))


@dataclass
class Toll:
    """What the killing has cost so far."""

    kills: Counter[str] = field(default_factory=Counter)
    """How often each kind of process was killed."""

    lost: list[float] = field(default_factory=list)
    """Seconds of typing that were gone, hand by hand."""

    def struck(self, kind: str, times: int = 1) -> None:
        """Count the killing of some processes of a kind."""
        self.kills[kind] += times


def now() -> datetime:
    return datetime.now(UTC)


def killed(run: Callable[[Connection], None], after: float) -> tuple[list[tuple[str, float]], float]:
    """Run something in a process of its own, kill it, and return what it had said, and when it was killed."""
    fork = multiprocessing.get_context("fork")
    ours, theirs = fork.Pipe(duplex=False)
    process = fork.Process(target=run, args=(theirs,))
    process.start()
    theirs.close()
    time.sleep(after)
    at = time.monotonic()
    os.kill(process.pid or 0, signal.SIGKILL)
    process.join()
    said: list[tuple[str, float]] = []
    try:
        while ours.poll():
            said.append(ours.recv())
    except (EOFError, OSError):
        pass
    ours.close()
    return said, at


def typing(path: Path, key: Key, person: Person, session: Session, *, room: int = 0) -> Callable[[Connection], None]:
    """Return what a kernel does while somebody types; each letter is told before it is kept."""

    def run(tell: Connection) -> None:
        if room:
            import resource

            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            most = path.stat().st_size + room
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        with open_store(path, key, now=now) as store:
            desk = DraftEditor(store, person, session, now=now, new_id=new_id)
            words = desk.plan.tonight.how_today
            for number in range(100_000):
                words += LETTERS[number % len(LETTERS)] * (500 if room else 1)
                tell.send((words, time.monotonic()))
                desk.put(("tonight", "how_today"), words, visit=str(number // 20))
                time.sleep(0 if room else BETWEEN_LETTERS)

    return run


def kill_writers(folder: Path, times: int, seed: int, toll: Toll) -> None:
    """Type into a store and kill, again and again; every fifth time the disk is nearly full as well."""
    dice = random.Random(seed)  # noqa: S311 (moments, no secrets)
    for number in range(times):
        if number % 25 == 0:
            path, key, person, session = _new_store(folder, number)
        full = ROOM if number % 5 == 4 else 0
        before = _kept(path, key, person)
        said, at = killed(typing(path, key, person, session, room=full), dice.uniform(0.02, LONGEST_LIFE))
        kept = _kept(path, key, person)
        toll.struck("writer, disk full" if full else "writer")
        if not full:
            toll.lost.append(seconds_lost(said, kept, at))
        if not kept.startswith(before):
            raise PromiseBrokenError(path.name, number)


def seconds_lost(said: list[tuple[str, float]], kept: str, at: float) -> float:
    """Return how long before the end the first letter was typed that is not kept."""
    gone = [typed for words, typed in said if len(words) > len(kept)]
    return max(0.0, at - gone[0]) if gone else 0.0


def _new_store(folder: Path, number: int) -> tuple[Path, Key, Person, Session]:
    path = folder / f"{number}.store"
    key = create_store(path, "four calm words here")
    person = somebody()
    with open_store(path, key, now=now) as store:
        store.add_person(person)
        session = store.begin(session_with(person))
    return path, key, person, session


def _kept(path: Path, key: Key, person: Person) -> str:
    """Open the store as the next page does, look whether its chain holds, and return the words in it."""
    with open_store(path, key, now=now) as store:
        found = store.verify()
        if found:
            raise PromiseBrokenError(str(found))
        draft = store.drafts.current(person.id)
        return draft.plan.tonight.how_today if draft else ""


def kill_while_changing_passphrase(folder: Path, times: int, seed: int, toll: Toll) -> None:
    """Change the passphrase and kill: one of the two opens all of it."""
    dice = random.Random(seed)  # noqa: S311 (moments, no secrets)
    first, key, person, _ = _new_store(folder, -1)
    shutil.copy(first, folder / "kept.store")
    for _ in range(times):
        path = shutil.copy(folder / "kept.store", folder / "changing.store")
        said, _at = killed(_changing(path, key), dice.uniform(0.05, 0.6))
        opens = _which(path, key, person)
        toll.struck("passphrase change")
        if said and opens != "new":
            raise PromiseBrokenError(path.name, opens)


def _changing(path: Path, key: Key) -> Callable[[Connection], None]:
    def run(tell: Connection) -> None:
        change_passphrase(path, key, "other calm words", at=now())
        tell.send(("done", time.monotonic()))

    return run


def _which(path: Path, key: Key, person: Person) -> str:
    try:
        _kept(path, key, person)
    except WrongPassphraseError:
        _kept(path, unlock(path, "other calm words"), person)
        return "new"
    return "old"
