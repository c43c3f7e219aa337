"""The files of a feed, wherever they lie: a reader opens them by name and reads them as streams."""

from __future__ import annotations

import codecs
import csv
import io
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any, Protocol, cast

from planner.directory.feeds.report import BROKEN_OFF, NotAFeedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_CHUNK = 1 << 20
_WIDEST = 1 << 22
"""Signs of one field; csv's own limit is too low for a feed with a book in it, and a quote left open ends somewhere."""

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


class FeedFiles(Protocol):
    """What a feed lies in: one file, a folder or an archive."""

    @property
    def name(self) -> str:
        """What the whole is called."""
        ...

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the files in it, without folders."""
        ...

    def open(self, name: str) -> IO[bytes]:
        """Open one of them from its beginning."""
        ...


@dataclass(frozen=True, slots=True)
class InMemory:
    """Files that are in memory already."""

    name: str
    files: dict[str, bytes]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the files."""
        return tuple(self.files)

    def open(self, name: str) -> IO[bytes]:
        """Open one of them."""
        return io.BytesIO(self.files[name])


def encoding_of(opened: Callable[[], IO[bytes]]) -> str:
    """Return the encoding in which all of a file can be read; what is no Unicode is from an older Windows."""
    with opened() as stream:
        start = stream.read(4)
        for mark, encoding in _MARKS:
            if start.startswith(mark):
                return encoding
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            decoder.decode(start)
            while chunk := stream.read(_CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8"


def json_stream(files: FeedFiles, name: str) -> IO[bytes]:
    """Open a JSON file as UTF-8 without a mark in front."""
    encoding = encoding_of(lambda: files.open(name))
    stream = files.open(name)
    if encoding == "utf-8":
        return stream
    if encoding == "utf-8-sig":
        stream.read(len(codecs.BOM_UTF8))
        return stream
    text = io.TextIOWrapper(stream, encoding=encoding, errors="replace")
    return cast("IO[bytes]", io.BufferedReader(_Recoded(text)))


class _Recoded(io.RawIOBase):
    """Text read as UTF-8 bytes."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        super().__init__()
        self._text, self._rest = text, b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        wanted = len(buffer)
        if not self._rest:
            self._rest = self._text.read(max(1, wanted // 4)).encode("utf-8", "replace")
        given, self._rest = self._rest[:wanted], self._rest[wanted:]
        buffer[: len(given)] = given
        return len(given)

    def close(self) -> None:
        self._text.close()
        super().close()


def rows(files: FeedFiles, name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a CSV file by column name, the names small and without space around.

    Raises:
        NotAFeedError: a field is wider than any memory likes, or the text can not be read.
    """
    csv.field_size_limit(_WIDEST)
    encoding = encoding_of(lambda: files.open(name))
    with io.TextIOWrapper(files.open(name), encoding=encoding, errors="replace", newline="") as text:
        sample = text.readline()
        text.seek(0)
        reader = csv.reader((part.replace("\0", "") for part in text), delimiter=_delimiter(sample))
        try:
            columns = [column.strip().casefold() for column in next(reader, list[str]())]
            for row in reader:
                if any(row):
                    yield dict(zip(columns, row, strict=False))
        except csv.Error as broken:
            raise NotAFeedError(BROKEN_OFF) from broken


def _delimiter(header: str) -> str:
    return max(",;\t|", key=header.count)


def columns_of(files: FeedFiles, name: str) -> tuple[str, ...]:
    """Return the column names of a CSV file as they are written."""
    with io.TextIOWrapper(files.open(name), encoding=encoding_of(lambda: files.open(name)), errors="replace") as text:
        header = text.readline(_CHUNK)
    try:
        return tuple(column.strip() for column in next(csv.reader([header], delimiter=_delimiter(header)), list[str]()))
    except csv.Error:
        return ()
