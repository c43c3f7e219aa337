"""Kinds of help, each with the words people and listings use for it, in every language at once.

Somebody who types "despensa" looks for what a listing calls a food pantry; both are one kind here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from planner.library.texts import texts
from planner.words.fold import words_of
from planner.words.language import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SHORTEST_PLURAL = 4


@dataclass(frozen=True, slots=True)
class ServiceKindWords:
    """One kind of help."""

    key: str
    """One word, which the index of the directory holds."""

    area: str
    """The value of the area of life it belongs to."""


def singular(word: str) -> str:
    """Return a word without the s of a plural, for comparing only."""
    if len(word) < _SHORTEST_PLURAL or word.endswith(("ss", "us", "is")):
        return word
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")


@cache
def _phrases() -> Mapping[str, dict[tuple[str, ...], ServiceKindWords]]:
    """Return every phrase by its first word."""
    found: dict[str, dict[tuple[str, ...], ServiceKindWords]] = {}
    for language in LANGUAGES:
        for area, kinds in texts("services", language)["kinds"].items():
            for key, phrases in kinds.items():
                kind = ServiceKindWords(key.replace("_", ""), area)
                for phrase in phrases:
                    parts = tuple(map(singular, words_of(phrase.replace("-", " "))))
                    found.setdefault(parts[0], {})[parts] = kind
    return found


@cache
def little_words() -> frozenset[str]:
    """Return the words that carry no meaning in a search."""
    return frozenset(
        folded for language in LANGUAGES for folded in words_of(texts("services", language)["little_words"])
    )


@dataclass(frozen=True, slots=True)
class KindNamed:
    """A kind of help that a text names, and the words it is named by."""

    kind: ServiceKindWords
    first: int
    last: int
    """The places of its words in the text, both included."""


@lru_cache(maxsize=4096)
def kinds_named(text: str) -> tuple[KindNamed, ...]:
    """Return the kinds of help that a text names, the longest phrase at each place."""
    return tuple(_named(tuple(map(singular, words_of(text.replace("-", " "))))))


def _named(words: tuple[str, ...]) -> Iterator[KindNamed]:
    place = 0
    while place < len(words):
        fitting = [
            (len(parts), kind)
            for parts, kind in _phrases().get(words[place], {}).items()
            if words[place : place + len(parts)] == parts
        ]
        if fitting:
            length, kind = max(fitting, key=lambda one: one[0])
            yield KindNamed(kind, place, place + length - 1)
            place += length
        else:
            place += 1
