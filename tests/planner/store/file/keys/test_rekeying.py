"""A new passphrase opens the store and the old one does not; killed at any moment, one of the two opens all of it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from planner.store import (
    DamagedStoreError,
    EmptyPassphraseError,
    Store,
    StoreBusyError,
    StoreFullError,
    WrongPassphraseError,
    back_up,
    change_passphrase,
    open_store,
    restore,
    unlock,
)
from planner.store.file import sqlcipher
from planner.store.file.keys import rekeying as rekeying_module
from tests.invented import TODAY
from tests.planner.store.keeping import NOON, PASSPHRASE, Clock, plan_of, session_with, somebody

if TYPE_CHECKING:
    from pathlib import Path

    from planner.caseload.person import Person
    from planner.store import Key

NEW = "another quiet morning"

CHANGE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from planner.store import Key, change_passphrase
key = Key.from_raw(bytes.fromhex(sys.stdin.readline()))
print("begun", flush=True)
change_passphrase(Path(sys.argv[1]), key, sys.argv[2], at=datetime.now(UTC))
print("done", flush=True)
"""


@pytest.fixture
def filled(store: Store, dana: Person, path: Path, clock: Clock) -> Path:
    begun = store.begin(session_with(dana))
    store.finish(begun.id, plan_of(dana, "walk by the river"), at=clock())
    store.drafts.keep(dana.id, plan_of(dana, "half a sent"), sequence=0, base_revision=1, place="goals", visit="g")
    store.close()
    return path


def test_a_new_passphrase_and_its_recovery_key_open_all_that_was_kept(filled: Path, key: Key, dana: Person) -> None:
    new = change_passphrase(filled, key, NEW, at=NOON)

    assert new != key
    assert unlock(filled, NEW) == unlock(filled, new.recovery) == new
    for old in (PASSPHRASE, key.recovery):
        with pytest.raises(WrongPassphraseError):
            unlock(filled, old)
    with open_store(filled, new, now=Clock()) as store:
        draft = store.drafts.current(dana.id)
        assert draft
        assert draft.plan.goals[0].own_words == "half a sent"
        assert store.revision(dana.id, 1).goals[0].own_words == "walk by the river"
        assert store.events()[0].kind == "passphrase changed"
        assert store.verify() == ()
        store.add_person(somebody())
    assert [place.name for place in filled.parent.iterdir()] == [filled.name]


def test_somebody_who_forgot_the_passphrase_sets_a_new_one_with_the_recovery_key(filled: Path, key: Key) -> None:
    change_passphrase(filled, unlock(filled, key.recovery), NEW, at=NOON)

    assert unlock(filled, NEW)


def test_a_backup_from_before_opens_with_the_passphrase_from_before(
    store: Store, path: Path, key: Key, tmp_path: Path
) -> None:
    store.add_person(somebody())
    back_up(store, tmp_path / "backup.store")
    store.close()
    change_passphrase(path, key, NEW, at=NOON)

    with pytest.raises(WrongPassphraseError):
        unlock(tmp_path / "backup.store", NEW)
    restore(tmp_path / "backup.store", tmp_path / "back.store", unlock(tmp_path / "backup.store", PASSPHRASE))


def test_a_store_that_is_open_elsewhere_keeps_its_key(store: Store, path: Path, key: Key) -> None:
    store.add_person(somebody())

    with pytest.raises(StoreBusyError):
        change_passphrase(path, key, NEW, at=NOON)

    assert store.caseload(today=TODAY).total == 1
    assert unlock(path, PASSPHRASE) == key


def test_a_store_needs_a_passphrase(filled: Path, key: Key) -> None:
    with pytest.raises(EmptyPassphraseError):
        change_passphrase(filled, key, "", at=NOON)


@pytest.mark.parametrize("stopped", [StoreFullError, DamagedStoreError])
def test_when_the_new_file_can_not_be_made_the_old_one_stays(
    filled: Path, key: Key, stopped: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise stopped

    monkeypatch.setattr(rekeying_module, "read_through", stop)

    with pytest.raises(stopped):
        change_passphrase(filled, key, NEW, at=NOON)

    assert [place.name for place in filled.parent.iterdir()] == [filled.name]
    with open_store(filled, unlock(filled, PASSPHRASE), now=Clock()) as store:
        assert store.verify() == ()


def test_whoever_opened_the_old_file_just_before_it_was_replaced_is_told(
    filled: Path, key: Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between opening and holding on, another process changes the passphrase."""
    opened = sqlcipher.opened

    def opened_too_early(path: Path, with_key: Key) -> object:
        raw = opened(path, with_key)
        raw.execute("PRAGMA journal_mode = DELETE")
        monkeypatch.setattr(sqlcipher, "opened", opened)
        change_passphrase(filled, key, NEW, at=NOON)
        return raw

    monkeypatch.setattr(sqlcipher, "opened", opened_too_early)

    with pytest.raises(WrongPassphraseError):
        open_store(filled, key, now=Clock())
    assert unlock(filled, NEW)


def one_of_the_two_opens_all_of_it(path: Path, dana: Person) -> str:
    """Return which passphrase opens the store, having looked at all that is in it, and written to it."""
    for words in (PASSPHRASE, NEW):
        try:
            key = unlock(path, words)
        except WrongPassphraseError:
            continue
        with open_store(path, key, now=Clock()) as store:
            assert store.verify() == ()
            draft = store.drafts.current(dana.id)
            assert draft
            assert draft.plan.goals[0].own_words == "half a sent"
            store.add_person(somebody())
        return words
    pytest.fail("neither passphrase opens the store")


def killed_while_changing(path: Path, key: Key, after: float) -> bool:
    """Change the passphrase in another process, kill it after some seconds, and tell whether it had finished."""
    with subprocess.Popen(
        [sys.executable, "-c", CHANGE, str(path), NEW], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as changing:
        assert changing.stdin
        assert changing.stdout
        changing.stdin.write(key.raw.hex() + "\n")
        changing.stdin.flush()
        assert changing.stdout.readline() == "begun\n"
        time.sleep(after)
        changing.send_signal(signal.SIGKILL)
        return changing.stdout.read() == "done\n"


@pytest.mark.skipif(os.name != "posix", reason="there is no SIGKILL here")
@pytest.mark.parametrize("attempt", range(6))
def test_killed_at_any_moment_one_of_the_two_passphrases_opens_all_of_it(
    filled: Path, key: Key, dana: Person, attempt: int
) -> None:
    done = killed_while_changing(filled, key, attempt * 0.07)

    opens = one_of_the_two_opens_all_of_it(filled, dana)

    assert opens == NEW or not done
    left = change_passphrase(filled, unlock(filled, opens), "a third one", at=NOON)
    assert unlock(filled, "a third one") == left
    assert [place.name for place in filled.parent.iterdir()] == [filled.name]
