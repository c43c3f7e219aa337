"""What a browser's profile holds: every file searched for words, in the ways a browser may write them."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

BLOCK = 32_768
HEAD = 7
"""A LevelDB log is cut into blocks, and a record into pieces; each piece has a head: checksum, length, kind."""


def found(profile: Path, words: Iterable[str]) -> list[tuple[str, str]]:
    """Return which words stand in which files of a profile."""
    looked_for = {word: tuple(_ways(word)) for word in words}
    files = ((path, bytes_of(path)) for path in sorted(profile.rglob("*")) if path.is_file())
    return [
        (word, str(path.relative_to(profile)))
        for path, contents in files
        for word, ways in looked_for.items()
        if any(way in one for one in contents for way in ways)
    ]


def bytes_of(path: Path) -> list[bytes]:
    """Return a file as it is, and the records of a LevelDB log put together."""
    try:
        raw = path.read_bytes()
    except OSError:  # a browser at work takes files away
        return []
    return [raw, b"".join(_pieces(raw))] if path.suffix == ".log" else [raw]


def _pieces(log: bytes) -> Iterator[bytes]:
    at = 0
    while at + HEAD <= len(log):
        length = int.from_bytes(log[at + 4 : at + 6], "little")
        yield log[at + HEAD : at + HEAD + length]
        at += HEAD + length
        if BLOCK - at % BLOCK < HEAD:
            at += BLOCK - at % BLOCK


def _ways(word: str) -> Iterator[bytes]:
    for plain in (word.encode(), word.encode("utf-16-le")):
        yield plain
        for before in range(3):  # base64 goes by threes: the words may begin at each of the places
            whole = b64encode(bytes(before) + plain)
            yield whole[4 if before else 0 : len(whole) // 4 * 4 - 4]
