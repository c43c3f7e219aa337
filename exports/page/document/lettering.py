"""Letters the bundled fonts can print: what they lack shows as U+FFFD and is reported, never lost in silence."""

from __future__ import annotations

import json
import re
import unicodedata
from bisect import bisect_right
from functools import cache
from pathlib import Path

MISSING = "\N{REPLACEMENT CHARACTER}"
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_JOINERS = {0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0xAD, 0x2060, 0x061C, 0xFE0E, 0xFE0F, *range(0x2066, 0x206A)}
"""Invisible marks that shape the letters beside them, which every font may lack."""

_NEVER = {0xFEFF, *range(0x202A, 0x202F)}
"""A byte order mark is no letter; embeddings and overrides could turn a number or a name round."""

_PLAIN = re.compile("[\n -~\xa1-\xac\xae-\xff–—‘’“”•…]*")
"""What every text font prints: most text is nothing else, and is done with here."""


@cache
def _coverage() -> tuple[list[int], list[tuple[int, int]]]:
    """Return where the ranges start, and for each its end and the fonts that print it, as bits."""
    table = json.loads(Path(__file__).parents[2].joinpath("fonts").joinpath("coverage.json").read_bytes())
    return [start for start, _, _ in table["ranges"]], [(end, fonts) for _, end, fonts in table["ranges"]]


def fonts_for(character: str) -> int:
    """Return the families that print a character, one bit each."""
    starts, ranges = _coverage()
    end, fonts = ranges[bisect_right(starts, ord(character)) - 1]
    return fonts if starts[0] <= ord(character) <= end else 0


class _Letters(dict[int, str | None]):
    """What each character is printed as, learned as they come."""

    def __missing__(self, point: int) -> str | None:
        self[point] = shown = _shown(chr(point))
        return shown


def _shown(character: str) -> str | None:
    if character == "\n" or ord(character) in _JOINERS:
        return character
    if character == "\t":
        return "    "
    if unicodedata.category(character) == "Cc" or ord(character) in _NEVER:
        return None
    if fonts_for(character) and unicodedata.category(character) != "Co":
        return character
    if character.isspace():
        return " "
    return None if unicodedata.category(character) == "Cf" else MISSING


_LETTERS = _Letters()


def printable(words: str, missing: set[str]) -> str:
    """Return words as they can be printed, and add to `missing` what no bundled font has."""
    if _PLAIN.fullmatch(words):
        return words
    whole = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", words))
    missing.update(character for character in set(whole) if _LETTERS[ord(character)] == MISSING)
    return _with_marks_that_fit(whole.translate(_LETTERS), missing)


def _with_marks_that_fit(words: str, missing: set[str]) -> str:
    """Replace a combining mark when no one font has both it and the letter it sits on."""
    shown: list[str] = []
    together = 0
    for character in words:
        fonts = fonts_for(character)
        if unicodedata.category(character) not in {"Mn", "Mc", "Me"} or ord(character) in _JOINERS:
            together = together if ord(character) in _JOINERS else fonts
        elif together & fonts or not together:
            together &= fonts or together
        else:
            missing.add(character)
            shown.append(MISSING)
            together = 0
            continue
        shown.append(character)
    return "".join(shown)


def has_ink(words: str) -> bool:
    """Whether anything of these words is seen on a page."""
    return any(ord(character) not in _JOINERS and not character.isspace() for character in words)
