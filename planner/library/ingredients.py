"""What is in a medicine, from the names it goes by: one comparison of medicine names for everything.

    named_in("Bactrim DS, twice a day").ingredients == {"sulfamethoxazole", "trimethoprim"}
    named_in("penicillin, sulfa (rash)").may_be_like(named_in("Amoxicillin 500 mg"))
    opioid_treatment("methadone 80mg")

A likeness found here leads to a question for a prescriber or a pharmacist. That none was found means nothing: a
name may be missing from the table, and nobody is ever told that two medicines go together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from planner.library import medicine as table
from planner.words.fold import folded, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.library.medicine import MedicineName

_LONGEST = 400
"""Signs that are read; a page that was pasted in stays quick, and counts as not read whole."""

_MOST_WORDS = 4
"""No name of the table has more words."""

_APART = re.compile(r"[,;:()\[\]|\n•·.]+")
_JOINING = re.compile(r"[-‐‑‒–—/+&*_]+")  # noqa: RUF001 (hyphens and dashes as people type them)
_BESIDE_A_NUMBER = re.compile(r"(?<=\d)(?=[^\W\d])|(?<=[^\W\d])(?=\d)")
BREAK = "\n"
"""Stands where one thing ends and another begins."""

_SLIP_FROM = 5
"""Shorter words are too near to too many names."""

_CLOSE, _CLOSE_WHEN_SHORT, _SHORT = 0.84, 0.8, 7
"""How alike two spellings are (`difflib`, 0 to 1) when one may be a slip of the other."""


class Effect(StrEnum):
    """What a medicine does where it matters that every prescriber knows of the others."""

    OPIOID = "opioids"
    SEDATIVE = "sedatives"
    BLOCKER = "opioid blockers"
    """Blocks opioids for long. What is given against an overdose is none of these: nobody thinks twice about it."""


@dataclass(frozen=True)
class Naming:
    """The medicines that words name, those they may name with a slip of the hand, and whether every word was read."""

    names: tuple[MedicineName, ...] = ()
    guesses: tuple[MedicineName, ...] = ()
    is_whole: bool = True

    @property
    def is_known(self) -> bool:
        """Whether at least one medicine was found and nothing is left unread."""
        return bool(self.names or self.guesses) and self.is_whole

    @cached_property
    def ingredients(self) -> frozenset[str]:
        """The active ingredients."""
        return frozenset(ingredient for name in self._all for ingredient in name.ingredients)

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds that are named or that the ingredients are of, with the wider ones."""
        of = (kind for ingredient in self.ingredients for kind in table.kinds_of(ingredient))
        return table.wider((*self._said_kinds, *of))

    @cached_property
    def effects(self) -> frozenset[Effect]:
        """What it does where that matters."""
        return frozenset(effect for effect in Effect if effect in self.kinds)

    @cached_property
    def treats_opioid_use(self) -> bool:
        """Whether a medicine for opioid use disorder is named."""
        return any(name.treats_opioid_use for name in self._all)

    @property
    def _all(self) -> tuple[MedicineName, ...]:
        return (*self.names, *self.guesses)

    @cached_property
    def _said_kinds(self) -> frozenset[str]:
        return frozenset(kind for name in self._all for kind in name.kinds)

    def may_be_like(self, other: Naming) -> bool:
        """Whether both have an ingredient or a narrow kind in common, or the one is of a kind that the other names."""
        if self.ingredients & other.ingredients:
            return True
        both = self.kinds & other.kinds
        return any(not table.is_wide(kind) or kind in self._said_kinds | other._said_kinds for kind in both)


@lru_cache(maxsize=512)
def named_in(words: str) -> Naming:
    """Return the medicines that words name, whatever else they say."""
    return _read(names_folded(words))


def names_folded(words: str) -> tuple[str, ...]:
    """Return the words as the table compares them, with a break where one thing ends and another begins."""
    text = _JOINING.sub(" ", words[:_LONGEST].replace("#", " no "))
    parts = (words_of(_BESIDE_A_NUMBER.sub(" ", part)) for part in _APART.split(text))
    found = tuple(word for part in parts if part for word in (*part, BREAK))
    return (*found, "") if len(words) > _LONGEST else found


def _read(words: tuple[str, ...]) -> Naming:
    names, guesses, is_whole = list["MedicineName"](), list["MedicineName"](), True
    place = 0
    while place < len(words):
        name, length = _name_at(words, place)
        if name:
            names.append(name)
        elif not _stands_around(words[place]):
            guess = _slip_of(words[place])
            guesses += [guess] if guess else []
            is_whole = is_whole and guess is not None
        place += length
    return Naming(tuple(dict.fromkeys(names)), tuple(dict.fromkeys(guesses)), is_whole)


def _name_at(words: tuple[str, ...], place: int) -> tuple[MedicineName | None, int]:
    """Return the longest name that begins at a word, and how many words it takes."""
    for length in range(min(_MOST_WORDS, len(words) - place), 0, -1):
        run = words[place : place + length]
        name = table.names().get("".join(run)) or (table.names().get(run[0].removesuffix("s")) if length == 1 else None)
        if name and not _counts(words, place + length):
            return name, length
    return None, 1


def _counts(words: tuple[str, ...], end: int) -> bool:
    """Whether the number before this place counts something: "Tylenol 3 times a day"."""
    return words[end - 1].isdecimal() and words[end : end + 1] in {("times",), ("x",), ("veces",), ("a",), ("per",)}


@lru_cache(maxsize=1)
def _around() -> frozenset[str]:
    return frozenset(word for kind in ("form", "salt", "when", "about") for word in table.words(kind))


def _stands_around(word: str) -> bool:
    return word == BREAK or word.isdecimal() or (len(word) == 1 and word.isascii()) or word in _around()


def _slip_of(word: str) -> MedicineName | None:
    if len(word) < _SLIP_FROM:
        return None
    close = _CLOSE_WHEN_SHORT if len(word) < _SHORT else _CLOSE
    near = get_close_matches(word, _near(word), n=1, cutoff=close)
    return table.names()[near[0]] if near else None


def _near(word: str) -> Iterator[str]:
    for name in table.names():
        if abs(len(name) - len(word)) <= 2 and (name[0] == word[0] or name[-3:] == word[-3:]):  # noqa: PLR2004
            yield name


def opioid_treatment(words: str) -> bool:
    """Whether words name a medicine for opioid use disorder: "methadone", "my vivitrol shot", "Suboxone 8 mg film"."""
    return named_in(words).treats_opioid_use


def effects_in(words: str) -> frozenset[Effect]:
    """Return whether words name an opioid medicine, a sedative, a medicine that blocks opioids."""
    return named_in(words).effects


@lru_cache(maxsize=512)
def says_none(words: str) -> bool:
    """Whether words are the answer that there is none: "none", "NKDA", "no known allergies", "ninguna"."""
    plain = tuple(re.sub(r"[./]", "", one) for one in folded(words).split())
    said = tuple(word for one in plain for word in words_of(one))
    is_unsure = said[-1:] == ("se",)  # "no sé"
    is_an_answer = not is_unsure and all(word in table.words("none") for word in said)
    return is_an_answer and any(word in table.words("says_none") for word in said)
