"""Backups that are made by themselves and kept by a rule: seven days, and four weeks.

They stand beside the store and share its fate with the disk; they help when the file is damaged or a mistake is found
late. A copy on another drive stays the counselor's to make.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from planner.store.chain.head import Head
from planner.store.file.backups import copies
from planner.store.file.files import disk_meaning
from planner.store.file.keys.unlocking import is_key_of
from planner.store.verifying import Witness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from planner.store.file.keys.key import Key

DAYS = 7
WEEKS = 4
_NAME = re.compile(
    r"caseload (\d{4}-\d{2}-\d{2}) ([0-9a-f]{8})(?: ([0-9a-f]{8}))?(?: ([0-9]{1,15}(?:-[A-Z2-7]{4}){4}))?\.store"
)
_HALF_MADE = re.compile(r"\.+(caseload [-0-9a-fA-Z ]+\.store)(?:\.[0-9a-f]{32})?(?:-wal|-shm|-journal)?")


def folder_of(store: Path) -> Path:
    """Return the folder beside a store."""
    return store.with_name(f"{store.stem} backups")


def name_for(day: date, salt: bytes, store_id: str, head: Head) -> str:
    """Return the name of a day's backup. It tells which key opens it, whose it is whatever its key, and its record."""
    return f"caseload {day.isoformat()} {salt.hex()[:8]} {store_id[:8]} {head}.store"


def head_in(file: Path) -> Head | None:
    """Return the head of the record that a backup's name tells; those from before there were heads tell none."""
    match = _NAME.fullmatch(file.name)
    return Head.read(match[4]) if match and match[4] else None


def of_day(backups: Mapping[Path, date], day: date, key: Key) -> Path | None:
    """Return the backup of a day under a key, unless an earlier day's goes further: then a wrong clock named it."""
    made = [file for file, its in backups.items() if its == day and is_key_of(file, key)]
    before = max((_lines(file) for file, its in backups.items() if its < day), default=0)
    return max((file for file in made if _lines(file) >= before), key=_lines, default=None)


def _lines(file: Path) -> int:
    head = head_in(file)
    return head.position if head else 0


def kept_days(days: Iterable[date]) -> frozenset[date]:
    """Return the days whose backups stay: the latest seven, and the latest of each of the latest four weeks."""
    latest_first = sorted(set(days), reverse=True)
    latest_of_week: dict[tuple[int, int], date] = {}
    for day in latest_first:
        latest_of_week.setdefault(day.isocalendar()[:2], day)
    return frozenset([*latest_first[:DAYS], *list(latest_of_week.values())[:WEEKS]])


def found_in(folder: Path) -> dict[Path, date]:
    """Return the backups in a folder with their days; files of other names are somebody else's."""
    if not folder.is_dir():
        return {}
    named = ((file, _NAME.fullmatch(file.name)) for file in sorted(folder.iterdir()))
    return {file: day for file, match in named if match and (day := _day(match[1]))}


def of_store(folder: Path, store_id: str, key: Key) -> dict[Path, date]:
    """Return the backups of one store: by its id, and those from before there were ids when its key opens them."""
    return {file: day for file, day in found_in(folder).items() if _is_of(file, store_id, key)}


def _is_of(file: Path, store_id: str, key: Key) -> bool:
    match = _NAME.fullmatch(file.name)
    if match and match[3]:
        return match[3] == store_id[:8]
    return is_key_of(file, key)


def half_made(folder: Path, store_id: str, key: Key) -> tuple[Path, ...]:
    """Return what a kill or a power cut left of a store's backups under hidden names."""
    if not folder.is_dir():
        return ()
    named = ((file, _HALF_MADE.fullmatch(file.name)) for file in sorted(folder.iterdir()))
    meant = ((file, _NAME.fullmatch(match[1])) for file, match in named if match)
    return tuple(
        file
        for file, match in meant
        if match and (match[3] == store_id[:8] if match[3] else match[2] == key.salt.hex()[:8])
    )


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


def let_go(backups: Mapping[Path, date], today: date) -> None:
    """Take away the backups that the rule does not keep; days after today, of a clock once ahead, do not count."""
    past = {file: day for file, day in backups.items() if day <= today}
    kept = kept_days(past.values())
    take_away(file for file, day in past.items() if day not in kept)


def take_away(files: Iterable[Path]) -> None:
    """Take files away.

    Raises:
        StoreError: the folder cannot be written.
    """
    with disk_meaning():
        for file in files:
            file.unlink(missing_ok=True)


def witnesses(folder: Path, store_id: str, key: Key) -> tuple[Witness, ...]:
    """Return what a store's backups tell of its record: by their names, and by what is in those its key opens."""
    return tuple(witness for file in of_store(folder, store_id, key) for witness in _told_by(file, key))


def _told_by(backup: Path, key: Key) -> Iterator[Witness]:
    if head := head_in(backup):
        yield Witness(head, backup.name)
    if is_key_of(backup, key):
        yield Witness(copies.head_of(backup, key), backup.name)
