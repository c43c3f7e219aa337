"""Backups that are made by themselves and kept by a rule: seven days, and four weeks.

They stand beside the store and share its fate with the disk; they help when the file is damaged or a mistake is found
late. A copy on another drive stays the counselor's to make.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from planner.store.file.files import disk_meaning

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

DAYS = 7
WEEKS = 4
_NAME = re.compile(r"caseload (\d{4}-\d{2}-\d{2}) [0-9a-f]{8}\.store")


def folder_of(store: Path) -> Path:
    """Return the folder beside a store."""
    return store.with_name(f"{store.stem} backups")


def name_for(day: date, salt: bytes) -> str:
    """Return the name of a day's backup. It tells which key opens it: a new passphrase brings a new ending."""
    return f"caseload {day.isoformat()} {salt.hex()[:8]}.store"


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


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


def let_go(folder: Path) -> None:
    """Take away the backups that the rule does not keep."""
    found = found_in(folder)
    kept = kept_days(found.values())
    take_away(file for file, day in found.items() if day not in kept)


def take_away(files: Iterable[Path]) -> None:
    """Take files away.

    Raises:
        StoreError: the folder cannot be written.
    """
    with disk_meaning():
        for file in files:
            file.unlink(missing_ok=True)
