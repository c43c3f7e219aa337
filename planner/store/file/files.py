"""Files that are made whole or not at all, for this user only, and never over another one."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

from planner.store.errors import (
    StoreExistsError,
    StoreFullError,
    StoreMovedError,
    StoreNotWritableError,
    StoreUnreachableError,
)

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path
    from typing import Self

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NOT_WRITABLE = {errno.EACCES, errno.EPERM, errno.EROFS}
_BESIDE = ("", "-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Standing:
    """Which file stands at a place. An open file stays open when another takes its name; then this tells."""

    path: Path
    file: tuple[int, int]

    @classmethod
    def at(cls, path: Path) -> Self:
        """Look which file stands there now.

        Raises:
            StoreMovedError: none.
        """
        try:
            about = path.stat()
        except OSError as gone:
            raise StoreMovedError from gone
        return cls(path, (about.st_dev, about.st_ino))

    def check(self) -> None:
        """See that the same file still stands there.

        Raises:
            StoreMovedError: another one does, or none.
        """
        if Standing.at(self.path) != self:
            raise StoreMovedError


@contextmanager
def new_file(path: Path) -> Generator[Path]:
    """Yield an empty file beside `path`; it takes that name when the block ends well, and is gone when it does not.

    Raises:
        StoreExistsError: the name is taken, before or after the block.
        StoreError: the folder cannot be written, or the disk is full.
    """
    if path.exists():
        raise StoreExistsError(path)
    making = path.with_name(f".{path.name}.{uuid4().hex}")
    with disk_meaning():
        _make_folder(path.parent)
        os.close(os.open(making, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        yield making
        with disk_meaning():
            _set_aside_logs(path)
            _take_name(making, path)
    finally:
        _take_away(making)


@contextmanager
def empty_file(making: Path) -> Generator[None]:
    """Make an empty file for a block, over one that a power cut has left; what is still there at the end goes."""
    _take_away(making)
    try:
        with disk_meaning():
            os.close(os.open(making, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        yield
    finally:
        _take_away(making)


def _take_away(file: Path) -> None:
    for part in _BESIDE:
        file.with_name(file.name + part).unlink(missing_ok=True)


def take_place(making: Path, path: Path) -> None:
    """Put a finished file in the place of another, in one step: whoever looks finds the one or the other, whole.

    Raises:
        StoreError: the folder cannot be written, or the disk is full.
    """
    with disk_meaning():
        _sync(making)
        making.replace(path)
        if os.name == "posix":
            _sync(path.parent)


@contextmanager
def disk_meaning() -> Generator[None]:
    """Turn what the system says about a disk in this block into the store's own words."""
    try:
        yield
    except OSError as said:
        if said.errno in _FULL:
            raise StoreFullError from said
        if said.errno in _NOT_WRITABLE:
            raise StoreNotWritableError from said
        raise StoreUnreachableError from said


def _make_folder(folder: Path) -> None:
    """Make what is missing of it, for this user only; a folder that is there keeps its mode."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    for place in reversed(missing):
        place.mkdir(mode=0o700, exist_ok=True)


def _set_aside_logs(path: Path) -> None:
    """Give the log of a store that stood here another name: the new one would read it as its own."""
    for part in _BESIDE[1:]:
        left = path.with_name(path.name + part)
        if left.exists():
            left.rename(left.with_name(f"{left.name}.left-{uuid4().hex[:8]}"))


def _take_name(making: Path, path: Path) -> None:
    """Give the finished file its name in one step that cannot fall on another file."""
    _sync(making)
    try:
        os.link(making, path)
    except FileExistsError as taken:
        raise StoreExistsError(path) from taken
    except OSError:
        if path.exists():
            raise StoreExistsError(path) from None
        making.rename(path)  # a drive without hard links, such as a memory stick
    if os.name == "posix":
        _sync(path.parent)


def _sync(place: Path) -> None:
    handle = os.open(place, os.O_RDONLY if place.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
