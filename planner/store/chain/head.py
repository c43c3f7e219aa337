"""The head of the record: how many lines it has, and a digest of all of them, short enough for paper.

Whoever has it somewhere else, on paper or in a backup, can see later whether the record still begins with these lines.
"""

from __future__ import annotations

import re
from base64 import b32encode
from dataclasses import dataclass
from typing import Self

_BYTES = 10
"""Of a link's 32: nobody finds another chain that ends in the same 80 bits."""

_GROUP = 4
_READ_AS = str.maketrans({"0": "O", "1": "I", "8": "B"})
_WRITTEN = re.compile(r"\s*([0-9]{1,15})[\s\-\u2010-\u2015:]+([A-Za-z0-9\s\-\u2010-\u2015]+)")


@dataclass(frozen=True, slots=True)
class Head:
    """The last line of the record, and the digest of everything up to it."""

    position: int
    digest: str

    @classmethod
    def of(cls, position: int, link: bytes) -> Self:
        """Return the head of a record that ends with this link."""
        return cls(position, b32encode(link[:_BYTES]).decode())

    @classmethod
    def read(cls, words: str) -> Self | None:
        """Return the head that somebody typed, in letters of any size, or nothing when it is none."""
        found = _WRITTEN.fullmatch(words)
        if found is None:
            return None
        signs = re.sub(r"[^A-Z0-9]", "", found[2].upper()).translate(_READ_AS)
        return cls(int(found[1]), signs) if re.fullmatch(r"[A-Z2-7]{16}", signs) else None

    def __str__(self) -> str:
        """Write it for paper: the number of the line, then four groups of four."""
        groups = (self.digest[start : start + _GROUP] for start in range(0, len(self.digest), _GROUP))
        return "-".join((str(self.position), *groups))
