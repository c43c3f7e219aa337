"""Looking after the file: that what was kept holds, that there are copies of it, and that it can forget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.model.instant import local_day
from planner.store import chain, events, forgetting, settings
from planner.store.file import local_backups
from planner.store.file.files import take_place
from planner.store.file.open_file import OpenFile

if TYPE_CHECKING:
    from pathlib import Path

    from planner.store.chain import Problem
    from planner.store.forgetting import Forgotten


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
        to = self._backup_of_today(folder)
        made = None if to.exists() else to
        if made:
            self.backup(made)
        local_backups.let_go(folder)
        return made

    def renew_backups(self, folder: Path) -> int:
        """Put one new backup in the place of those in a folder, which hold somebody who was forgotten.

        Returns how many went; where there were none, none is made. None goes before the new one is read through.
        """
        before = tuple(local_backups.found_in(folder))
        to = self._backup_of_today(folder)
        if before:
            aside = to.with_name(f".{to.name}")
            local_backups.take_away([aside])
            self.backup(aside)
            local_backups.take_away(before)
            take_place(aside, to)
        return len(before)

    def _backup_of_today(self, folder: Path) -> Path:
        with self._reading() as connection:
            today = local_day(self._now(), settings.read(connection).zone)
        return folder / local_backups.name_for(today, self.salt)

    def forget(self, person_id: str) -> Forgotten:
        """Forget a person, in the tables and on the free pages; what the law makes the agency keep stays.

        Backups made before still hold the person.

        Raises:
            NotInStoreError: nobody is kept under this id.
            StoreBusyError: it is done, but another process reads old pages: close it there, and forget once more.
        """
        with self._writing() as connection:
            forgotten = forgetting.forget(connection, person_id, at=self._now())
        self._wipe_free_pages()
        return forgotten
