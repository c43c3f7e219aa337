"""Backups by rule: one a day, the latest seven and the latest of four weeks stay; each opens and holds."""

from __future__ import annotations

import os
import stat
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.store import (
    DamagedStoreError,
    NotInStoreError,
    Store,
    back_up_by_rule,
    change_passphrase,
    create_store,
    finish_forgetting,
    open_store,
    unlock,
)
from planner.store.file.backups import backups, local_backups
from planner.store.file.backups.local_backups import found_in, kept_days
from planner.store.file.place import FilePlace
from tests.planner.store.keeping import NOON, PASSPHRASE, Clock

if TYPE_CHECKING:
    from pathlib import Path

    from planner.caseload.person import Person
    from planner.store import Key


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def test_the_first_unlocking_of_a_day_makes_a_backup_that_opens(
    store: Store, dana: Person, folder: Path, clock: Clock
) -> None:
    first = back_up_by_rule(store, folder)
    again = back_up_by_rule(store, folder)

    assert first is not None
    assert again is None
    if os.name == "posix":
        assert stat.S_IMODE(first.stat().st_mode) == 0o600
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    with open_store(first, unlock(first, PASSPHRASE), now=clock) as copy:
        assert copy.person(dana.id) == dana
        assert copy.verify() == ()


def test_after_two_months_of_days_the_last_seven_and_four_weeks_are_there(
    store: Store, folder: Path, clock: Clock
) -> None:
    for day in range(60):
        clock.at = datetime(2026, 9, 1, 15, tzinfo=UTC) + timedelta(days=day)
        back_up_by_rule(store, folder)

    days = sorted(found_in(folder).values())

    assert days[-7:] == [date(2026, 10, 24) + timedelta(days=n) for n in range(7)]
    assert days[:-7] == [date(2026, 10, 11), date(2026, 10, 18)]


def test_a_new_passphrase_brings_a_new_backup_the_same_day(store: Store, path: Path, key: Key, folder: Path) -> None:
    before = back_up_by_rule(store, folder)
    store.close()
    new = change_passphrase(path, key, "another quiet morning", at=NOON)

    with open_store(path, new, now=Clock()) as changed:
        after = back_up_by_rule(changed, folder)

    assert before
    assert after
    assert before.exists()
    assert unlock(after, "another quiet morning") == new


def test_a_damaged_store_lets_go_of_no_backup(store: Store, path: Path, key: Key, folder: Path, clock: Clock) -> None:
    for _ in range(12):
        clock.at += timedelta(days=1)
        back_up_by_rule(store, folder)
    before = found_in(folder)
    store.close()
    kept = bytearray(path.read_bytes())
    kept[-2000] ^= 1
    path.write_bytes(kept)
    clock.at += timedelta(days=30)

    with open_store(path, key, now=clock) as damaged, pytest.raises(DamagedStoreError):
        back_up_by_rule(damaged, folder)

    assert found_in(folder) == before


def test_files_of_other_names_are_left_alone(store: Store, folder: Path) -> None:
    folder.mkdir()
    for name in ("letters.txt", "caseload 2020-13-99 abcdef01.store", "caseload 2020-01-01.store"):
        (folder / name).write_text("mine")

    back_up_by_rule(store, folder)

    assert len(list(folder.iterdir())) == 4
    assert len(found_in(folder)) == 1


@given(st.sets(st.dates(date(2020, 1, 1), date(2027, 1, 1)), max_size=80))
def test_the_latest_day_always_stays_and_never_more_than_eleven(days: set[date]) -> None:
    kept = kept_days(days)

    assert kept <= days
    assert len(kept) <= 11
    assert not days or max(days) in kept
    assert kept_days(kept) == kept


def test_a_clock_once_ahead_takes_no_later_backup_away(store: Store, folder: Path, clock: Clock) -> None:
    today = clock.at
    for day in range(35):
        clock.at = today + timedelta(days=400 + day)
        back_up_by_rule(store, folder)
    clock.at = today

    made = back_up_by_rule(store, folder)

    assert made is not None
    assert made.exists()


def test_a_day_whose_backup_a_wrong_clock_made_has_one_of_its_own(store: Store, folder: Path, clock: Clock) -> None:
    today = clock.at
    clock.at = today + timedelta(days=3)
    early = back_up_by_rule(store, folder)
    for day in range(3):
        clock.at = today + timedelta(days=day)
        back_up_by_rule(store, folder)
    clock.at = today + timedelta(days=3)

    made = back_up_by_rule(store, folder)

    assert early is not None
    assert made is not None
    assert found_in(folder)[made] == found_in(folder)[early]
    assert back_up_by_rule(store, folder) is None


def test_forgetting_in_one_store_leaves_the_backups_of_another_in_the_same_folder(
    store: Store, dana: Person, folder: Path, tmp_path: Path, clock: Clock
) -> None:
    other = tmp_path / "caseload.old"
    with open_store(other, create_store(other, PASSPHRASE), now=clock) as beside:
        others = back_up_by_rule(beside, folder)
    mine = back_up_by_rule(store, folder)
    assert mine is not None
    without_id = folder / f"{' '.join(mine.name.split()[:3])}.store"
    mine.rename(without_id)

    store.forget(dana.id)
    renewed = finish_forgetting(store, folder)

    assert others is not None
    assert others.exists()
    assert not without_id.exists()
    assert (renewed.replaced, renewed.left_alone) == (1, (others.name,))


def test_backups_under_a_former_passphrase_go_when_somebody_is_forgotten(
    store: Store, dana: Person, path: Path, key: Key, folder: Path
) -> None:
    before = back_up_by_rule(store, folder)
    store.close()
    new = change_passphrase(path, key, "another quiet morning", at=NOON)
    with open_store(path, new, now=Clock()) as changed:
        changed.forget(dana.id)
        finish_forgetting(changed, folder)

    assert before is not None
    assert not before.exists()
    assert len(found_in(folder)) == 1


@pytest.mark.parametrize("ends_at", ["wipe", "copy_to", "take_away", "take_place"])
def test_a_forgetting_that_was_cut_off_is_finished_by_the_next_opening(
    store: Store, dana: Person, path: Path, key: Key, folder: Path, ends_at: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = back_up_by_rule(store, folder)
    assert before is not None
    (folder / f".{before.name}.{'a' * 32}").write_bytes(before.read_bytes())
    place = {"take_away": local_backups, "take_place": backups}.get(ends_at, FilePlace)
    with monkeypatch.context() as cut:
        cut.setattr(place, ends_at, _cut_off)
        with pytest.raises(KeyboardInterrupt):
            _forget_and_finish(store, dana, folder)
    store.close()

    with open_store(path, key, now=Clock()) as opened:
        opened.forget(dana.id)
        back_up_by_rule(opened, folder)
        with pytest.raises(NotInStoreError):
            opened.forget(dana.id)

    (after,) = folder.iterdir()
    with open_store(after, key, now=Clock()) as copy, pytest.raises(NotInStoreError):
        copy.person(dana.id)


def _forget_and_finish(store: Store, person: Person, folder: Path) -> None:
    store.forget(person.id)
    finish_forgetting(store, folder)


def _cut_off(*_: object) -> None:
    raise KeyboardInterrupt
