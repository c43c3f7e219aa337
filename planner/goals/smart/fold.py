"""A sentence made plain letter by letter, so that what is found in it stands at the same place in the sentence."""

from __future__ import annotations

import unicodedata

NUMBER, CLOCK, DAY, NAME, TAKEN = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
"""Letters of no script: each stands for one letter of what was found there. `NAME` is a number that counts nothing."""

_OURS = frozenset((NUMBER, CLOCK, DAY, NAME, TAKEN))
_HALVES = "\ud800", "\udfff"
"""Halves of an emoji that was cut in two; the reader of number words stops at them."""

_QUOTES = {"’": "'", "‘": "'", "`": "'", "´": "'"}  # noqa: RUF001 (the very letters people type)


def fold(sentence: str) -> str:
    """Return the sentence in small letters without accents, of the same length."""
    return "".join(map(_plain, sentence))


def _plain(letter: str) -> str:
    if letter in _OURS or letter.isspace() or _HALVES[0] <= letter <= _HALVES[1]:
        return " "
    if letter in _QUOTES:
        return _QUOTES[letter]
    small = unicodedata.normalize("NFD", letter.lower())[0]
    return small if len(small) == 1 else letter


def masked(text: str, start: int, end: int, mark: str) -> str:
    """Return the text with a stretch of it hidden behind marks."""
    return text[:start] + mark * (end - start) + text[end:]
