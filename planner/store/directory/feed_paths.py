"""A feed on this computer: a file, a folder, or a zip archive."""

from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile

from planner.directory.feeds.report import BROKEN_OFF, NOT_A_FEED, NotAFeedError

_SUFFIXES = frozenset((".json", ".js", ".txt", ".csv", ".tsv"))
_LARGEST_ZIPPED = 2 << 30
"""Bytes one file of an archive may unfold to; a small archive can be made to hold any number of zeros."""


class PathFiles:
    """A file, or the files in a folder and the folders in it."""

    def __init__(self, path: Path) -> None:
        """Look what lies there; nothing is opened yet."""
        self.name = path.name
        found = [path] if path.is_file() else sorted(one for one in path.rglob("*") if one.is_file())
        self._paths = {one.name: one for one in found if one.suffix.casefold() in _SUFFIXES}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the files that can be part of a feed."""
        return tuple(self._paths)

    def open(self, name: str) -> IO[bytes]:
        """Open one of them."""
        return self._paths[name].open("rb")


class ZippedFiles:
    """The files in an archive."""

    def __init__(self, path: Path) -> None:
        """Read what is in the archive; nothing is unpacked onto the disk."""
        try:
            self._archive = ZipFile(path)
        except (BadZipFile, OSError) as broken:
            raise NotAFeedError(BROKEN_OFF) from broken
        self.name = path.name
        parts = [part for part in self._archive.infolist() if Path(part.filename).suffix.casefold() in _SUFFIXES]
        self._parts = {Path(part.filename).name: part for part in parts if not part.filename.startswith("__MACOSX")}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the files that can be part of a feed."""
        return tuple(self._parts)

    def open(self, name: str) -> IO[bytes]:
        """Open one of them."""
        if self._parts[name].file_size > _LARGEST_ZIPPED:
            raise NotAFeedError(NOT_A_FEED)
        return self._archive.open(self._parts[name])


def files_at(path: Path) -> PathFiles | ZippedFiles:
    """Return the files of a feed at a place on this computer."""
    return ZippedFiles(path) if path.suffix.casefold() == ".zip" else PathFiles(path)
