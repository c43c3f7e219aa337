"""Looking after the file: that what was kept holds, that there are copies of it, and that it can forget."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from planner.model.instant import local_day
from planner.store import chain, events, forgetting, settings
from planner.store.errors import StoreBusyError
from planner.store.file import local_backups
from planner.store.file.files import take_place
from planner.store.file.open_file import OpenFile
from planner.store.tables import BACKUPS

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from planner.store.chain import Problem
    from planner.store.forgetting import Forgotten


@dataclass(frozen=True, slots=True)
class Renewed:
    """How many backups one new one has replaced, and which nobody can tell to be this store's; those stay."""

    replaced: int = 0
    left_alone: tuple[str, ...] = ()


class Upkeep(OpenFile):
    """Verifying, backing up and forgetting."""

    def verify(self) -> tuple[Problem, ...]:
        """Read everything kept for good, and return what was changed, moved or taken away; nothing when all holds."""
        damage = chain.file_problems(self._damaged_pages())
        if damage:
            return damage
        with self._reading(any_bytes=True) as connection:
            return tuple(chain.problems(connection))

    def backup(self, to: Path) -> None:
        """Write an encrypted copy that opens with the same passphrase, and read it through.

        Raises:
            StoreExistsError: something is already there; it stays as it is.
            DamagedStoreError: the copy does not read back.
            PracticeStoreError: a store in memory has no passphrase to keep a copy under.
        """
        self._copy_to(to)
        with self._writing() as connection:
            events.note(connection, "backed up", None, "", by="", at=self._now())

    def back_up_by_rule(self, folder: Path) -> Path | None:
        """Write today's backup into a folder, unless it is there, and let go of those the rule does not keep.

        Returns the new file, or nothing. Raises as `backup` does; older backups stay when today's could not be made.
        """
        with suppress(StoreBusyError):  # the next opening tries again; the backup of the day is made all the same
            self.finish_forgetting(folder)
        today, store_id = self._day_and_id()
        to = folder / local_backups.name_for(today, self.key.salt, store_id)
        made = None if to.exists() else to
        if made:
            self.backup(made)
        local_backups.let_go(local_backups.of_store(folder, store_id, self.key), today)
        return made

    def finish_forgetting(self, folder: Path) -> Renewed:
        """Wipe the free pages and renew the backups in a folder, while somebody forgotten may still stand there.

        Raises:
            StoreBusyError: another process reads old pages; the next opening tries again.
        """
        with self._reading() as connection:
            if not forgetting.is_unfinished(connection):
                return Renewed()
        self._wipe_free_pages()
        renewed = self._renew_backups(folder)
        with self._writing() as connection:
            forgetting.note_unfinished(connection, unfinished=False)
        return renewed

    def _renew_backups(self, folder: Path) -> Renewed:
        """Put one new backup in the place of this store's; none of them goes before the new one is read through."""
        today, store_id = self._day_and_id()
        local_backups.take_away(local_backups.half_made(folder, store_id, self.key))
        before = tuple(local_backups.of_store(folder, store_id, self.key))
        others = sorted(set(local_backups.found_in(folder)) - set(before))
        to = folder / local_backups.name_for(today, self.key.salt, store_id)
        if before:
            aside = to.with_name(f".{to.name}")
            self.backup(aside)
            take_place(aside, to)
            local_backups.take_away(file for file in before if file != to)
        return Renewed(len(before), tuple(file.name for file in others))

    def _day_and_id(self) -> tuple[date, str]:
        with self._reading() as connection:
            store_id = connection.scalars(select(BACKUPS.c.store_id)).one()
            return local_day(self._now(), settings.read(connection).zone), store_id

    def forget(self, person_id: str) -> Forgotten:
        """Forget a person, in the tables and on the free pages; what the law makes the agency keep stays.

        Backups made before still hold the person until `finish_forgetting`, which the store asks for until it is done.

        Raises:
            NotInStoreError: nobody is kept under this id.
            StoreBusyError: it is done, but another process reads old pages: close it there, and forget once more;
                until then each opening tries to finish it.
        """
        with self._writing() as connection:
            forgotten = forgetting.forget(connection, person_id, at=self._now())
        self._wipe_free_pages()
        return forgotten
