"""Killed in the middle of its writes, at many moments, the store still holds everything it confirmed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from planner.store import Store, WrongPassphraseError, open_store, unlock
from tests.planner.store.keeping import PASSPHRASE, Clock, plan_of, session_with

if TYPE_CHECKING:
    from pathlib import Path

    from planner.caseload.person import Person
    from planner.store import Key

WRITES = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from planner.store import Key, open_store
key = Key.from_raw(bytes.fromhex(sys.stdin.readline()))
store = open_store(Path(sys.argv[1]), key, now=lambda: datetime.now(UTC))
kept = store.drafts.current(sys.argv[2])
for number in range(1, 100_000):
    plan = kept.plan.amended(left_off_paper=(str(number), "w" * 20_000))
    kept = store.drafts.keep(
        sys.argv[2], plan, sequence=kept.sequence, base_revision=0, place="goals", visit=str(number)
    )
    store.note_event("changed", sys.argv[2], str(number))
    print(number, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="there is no SIGKILL here")
@pytest.mark.parametrize("after", [1, 2, 7, 40, 41, 120], ids=lambda after: f"after {after} writes")
def test_a_killed_process_loses_nothing_it_confirmed(
    store: Store, dana: Person, path: Path, key: Key, after: int
) -> None:
    store.drafts.keep(dana.id, plan_of(dana, "begin"), sequence=0, base_revision=0, place="", visit="")
    store.close()

    confirmed = _confirmed_before_it_was_killed(path, key, dana, after)

    with pytest.raises(WrongPassphraseError):  # trying the wrong one on what the crash left harms nothing
        unlock(path, "another passphrase")
    with open_store(path, unlock(path, PASSPHRASE), now=Clock()) as reopened:
        kept = reopened.drafts.current(dana.id)
        assert kept
        assert int(kept.plan.left_off_paper[0]) in (confirmed, confirmed + 1)
        an_id = [event for event in reopened.events(dana.id, limit=1000) if event.detail]
        assert len(an_id) in (confirmed, confirmed + 1)
        assert reopened.verify() == ()
        undone = reopened.drafts.undo(dana.id, kept.sequence)
        assert undone
        begun = reopened.begin(session_with(dana))
        reopened.finish(begun.id, undone.plan, at=Clock()())
        assert reopened.verify() == ()


def _confirmed_before_it_was_killed(path: Path, key: Key, dana: Person, after: int) -> int:
    with subprocess.Popen(
        [sys.executable, "-c", WRITES, str(path), dana.id], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as writing:
        assert writing.stdin
        assert writing.stdout
        writing.stdin.write(key.raw.hex() + "\n")
        writing.stdin.flush()
        for _ in range(after):
            confirmed = writing.stdout.readline()
        writing.send_signal(signal.SIGKILL)
        rest = writing.stdout.read().splitlines(keepends=True)
    return int([confirmed, *(line for line in rest if line.endswith("\n"))][-1])
