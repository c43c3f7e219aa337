"""The backups of a store in a file: made, made by the rule, and renewed once somebody was forgotten."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from planner.store import forgetting
from planner.store.errors import PracticeStoreError, StoreBusyError
from planner.store.file.backups import local_backups
from planner.store.file.files import take_place
from planner.store.file.place import FilePlace
from planner.store.tables import BACKUPS

if TYPE_CHECKING:
    from pathlib import Path

    from planner.store.store import Store


@dataclass(frozen=True, slots=True)
class Renewed:
    """How many backups one new one has replaced, and which nobody can tell to be this store's; those stay."""

    replaced: int = 0
    left_alone: tuple[str, ...] = ()


def back_up(store: Store, to: Path) -> None:
    """Write an encrypted copy that opens with the same passphrase, and read it through.

    Raises:
        StoreExistsError: something is already there; it stays as it is.
        DamagedStoreError: the copy does not read back.
        PracticeStoreError: a store in memory has no passphrase to keep a copy under.
    """
    _file_of(store).copy_to(to)
    store.note_event("backed up")


def back_up_by_rule(store: Store, folder: Path) -> Path | None:
    """Write today's backup into a folder, unless it is there, and let go of those the rule does not keep.

    Returns the new file, or nothing. Raises as `back_up` does; older backups stay when today's could not be made.
    """
    with suppress(StoreBusyError):  # the next opening tries again; the backup of the day is made all the same
        finish_forgetting(store, folder)
    store_id, key = _id_of(store), _file_of(store).key
    today, own = store.today(), local_backups.of_store(folder, store_id, key)
    made = None if local_backups.of_day(own, today, key) else _name_in(store, folder)
    if made:
        back_up(store, made)
    local_backups.let_go(local_backups.of_store(folder, store_id, key), today)
    return made


def finish_forgetting(store: Store, folder: Path) -> Renewed:
    """Wipe the free pages and renew the backups in a folder, while somebody forgotten may still stand there.

    Raises:
        StoreBusyError: another process reads old pages; the next opening tries again.
    """
    place = _file_of(store)
    with place.reading() as connection:
        if not forgetting.is_unfinished(connection):
            return Renewed()
    place.wipe()
    renewed = _renew(store, folder)
    with place.writing() as connection:
        forgetting.note_unfinished(connection, unfinished=False)
    return renewed


def _renew(store: Store, folder: Path) -> Renewed:
    """Put one new backup in the place of this store's; none of them goes before the new one is read through."""
    store_id, key = _id_of(store), _file_of(store).key
    local_backups.take_away(local_backups.half_made(folder, store_id, key))
    before = tuple(local_backups.of_store(folder, store_id, key))
    others = sorted(set(local_backups.found_in(folder)) - set(before))
    to = _name_in(store, folder)
    if before:
        aside = to.with_name(f".{to.name}")
        back_up(store, aside)
        take_place(aside, to)
        local_backups.take_away(file for file in before if file != to)
    return Renewed(len(before), tuple(file.name for file in others))


def _name_in(store: Store, folder: Path) -> Path:
    return folder / local_backups.name_for(store.today(), _file_of(store).key.salt, _id_of(store), store.head())


def _id_of(store: Store) -> str:
    with store.place.reading() as connection:
        return connection.scalars(select(BACKUPS.c.store_id)).one()


def _file_of(store: Store) -> FilePlace:
    if not isinstance(store.place, FilePlace):
        raise PracticeStoreError
    return store.place
