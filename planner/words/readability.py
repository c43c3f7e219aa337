"""How easy a text is to read, by two published formulas for each language.

English is graded by US school years, and grade 6 or below is plain (NIH and AMA ask it of handouts). Spanish is
graded by ease from 0 to 100, where more is easier. Both are counted, never judged: the person's own words are left
as they are.
"""

from __future__ import annotations

import logging
import math
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

PLAIN_GRADE = 6.0
"""The highest US school grade that counts as plain."""

PLAIN_HUERTA = 70.0
"""From 70 on a Spanish text suits the sixth school year (Fernández Huerta 1959)."""

PLAIN_INFLESZ = 65.0
"""From 65 on a Spanish text is "fairly easy" on the INFLESZ scale (Barrio-Cantalejo 2008)."""

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?…:;]+|\n+")
_SPANISH_NUCLEUS = re.compile(r"[iuü]?[aeoáéó](?:[iuü](?![aeoáéóíúiuü])|y\b)?|[íú]|[iuü]+y?|\by\b")
_SILENT_U = re.compile(r"(?<=q)u(?=[eiéí])|(?<=g)u(?=[eiéí])")
_LONG_WORD = 3
_SMOG_SAMPLE = 30


@dataclass(frozen=True, slots=True)
class Counts:
    """What the formulas count. A text without a word has no sentence either."""

    sentences: int
    words: int
    syllables: int
    long_words: int
    """Words of three syllables or more."""


@dataclass(frozen=True, slots=True)
class Ease:
    """One text by the two formulas of its language."""

    by: tuple[tuple[str, float], ...]
    """Each formula's name and what it gives."""

    plain: bool
    """Whether both formulas find it plain. A text without words is plain."""


def counted(text: str, language: str = "en") -> Counts:
    """Count sentences, words and syllables. A line of a list is a sentence of its own."""
    sentences = [words for part in _SENTENCE_END.split(text) if (words := _WORD.findall(part))]
    syllables = [_syllables(word, language) for words in sentences for word in words]
    return Counts(
        sentences=len(sentences),
        words=len(syllables),
        syllables=sum(syllables),
        long_words=sum(count >= _LONG_WORD for count in syllables),
    )


def ease(text: str, language: str = "en") -> Ease:
    """Read a text by both formulas of its language; any other language is counted as English."""
    counts = counted(text, language)
    if language == "es":
        huerta, inflesz = fernandez_huerta(counts), szigriszt(counts)
        return Ease(
            (("Fernández Huerta", huerta), ("INFLESZ", inflesz)),
            plain=not counts.words or (huerta >= PLAIN_HUERTA and inflesz >= PLAIN_INFLESZ),
        )
    grades = (("Flesch-Kincaid", flesch_kincaid(counts)), ("SMOG", smog(counts)))
    return Ease(grades, plain=not counts.words or all(grade <= PLAIN_GRADE for _, grade in grades))


def flesch_kincaid(counts: Counts) -> float:
    """Return the US school grade (Kincaid, Fishburne, Rogers and Chissom 1975), not below 0."""
    if not counts.words:
        return 0.0
    grade = 0.39 * counts.words / counts.sentences + 11.8 * counts.syllables / counts.words - 15.59
    return max(0.0, grade)


def smog(counts: Counts) -> float:
    """Return the US school grade (McLaughlin 1969), a shorter text reckoned up to the 30 sentences of the formula."""
    if not counts.words:
        return 0.0
    return 3.1291 + 1.0430 * math.sqrt(counts.long_words * _SMOG_SAMPLE / counts.sentences)


def fernandez_huerta(counts: Counts) -> float:
    """Return the ease of a Spanish text (Fernández Huerta 1959, as corrected by Law 2011)."""
    if not counts.words:
        return 100.0
    return 206.84 - 60 * counts.syllables / counts.words - 1.02 * counts.words / counts.sentences


def szigriszt(counts: Counts) -> float:
    """Return the ease of a Spanish text (Szigriszt Pazos 1993), to be read on the INFLESZ scale."""
    if not counts.words:
        return 100.0
    return 206.835 - 62.3 * counts.syllables / counts.words - counts.words / counts.sentences


def _syllables(word: str, language: str) -> int:
    if word.isdecimal():
        return 1  # "988" is read at a glance
    return _spanish_syllables(word) if language == "es" else _english_syllables(word)


def _english_syllables(word: str) -> int:
    return max(1, _english_counter()(word.replace("’", "'")))


@cache
def _english_counter() -> Callable[[str], int]:
    import syllapy  # pyright: ignore[reportMissingTypeStubs] (it carries none)

    logging.getLogger("syllapy").setLevel(logging.WARNING)  # below that it writes down the words it is asked about
    return syllapy.count


def _spanish_syllables(word: str) -> int:
    """Count vowel groups: two open vowels, or a closed one with an accent, are two (RAE, Ortografía 2010)."""
    return max(1, len(_SPANISH_NUCLEUS.findall(_SILENT_U.sub("", word.lower()))))
