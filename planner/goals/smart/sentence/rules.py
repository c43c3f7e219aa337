"""The rules of one language: word lists and patterns, read from its file once and compiled."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypedDict

from planner.goals.smart.sentence.masks import CLOCK, DAY, NAME, NUMBER
from planner.words.days.day_grammar import holiday_names, month_names, weekday_names
from planner.words.language import Language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Words = frozenset[str]


class Numbers(TypedDict):
    """Numbers that are neither digits nor plain number words."""

    halves: list[str]
    and_a_half: list[str]
    between: list[str]
    twice: dict[str, int]
    others: dict[str, float]
    a: list[str]
    names: list[str]


@dataclass(frozen=True)
class Rules:
    """Everything that is known about one language."""

    code: str
    decimal: str
    describes_after: bool
    """Whether a word that says of what kind follows its noun: "cita médica"."""

    words: Mapping[str, list[str]]
    weekdays: Mapping[str, int]
    """Weekday name to its number, Monday as 0."""

    months: Mapping[str, int]
    spelled: Mapping[str, str]
    """Words as many type them to the words they mean."""

    numbers: Numbers
    names: tuple[re.Pattern[str], ...]
    phrases: tuple[re.Pattern[str], ...]
    """Turns of phrase with a number in them that is none: "24/7", "one day at a time"."""

    patterns: Mapping[str, tuple[re.Pattern[str], ...]]
    kinds: Mapping[str, Words]
    """Kind of word ("state", "abstract") to its words and phrases."""

    endings: tuple[tuple[re.Pattern[str], str], ...]

    kinds_of_unit: Mapping[str, list[str]]
    """A unit of time in English to the beginnings of its names."""

    def first(self, pattern: str, text: str, start: int = 0) -> re.Match[str] | None:
        """Return the first place where a pattern of that name stands."""
        found = (each.search(text, start) for each in self.patterns[pattern])
        return min((one for one in found if one), key=lambda one: one.start(), default=None)


VERBS = ("state", "change", "thought", "effort", "broad", "bounded", "ongoing", "acts", "records", "stand_alone")
"""Kinds of words a goal can begin with."""

_NAMED = re.compile(r"\{([a-z]+)\}")


@cache
def rules_of(language: str) -> Rules:
    """Return the rules of a language; one that has none is read by the English ones."""
    code = Language(language).known_code
    file = files("planner.goals.smart.sentence") / "rules" / f"{code}.toml"
    kept = tomllib.loads(file.read_text(encoding="utf-8"))
    letters: dict[str, Any] = kept["letters"]
    kinds = {
        kind: frozenset(words.split() if isinstance(words, str) else words)
        for kind, words in letters.items()
        if kind != "endings"
    }
    kinds |= {kind: _with_many(kinds[kind], code) for kind in ("abstract", "people")}
    fillings = _fillings(kept, kinds, code)
    patterns = {
        name: tuple(_compiled(one, fillings) for one in ([lines] if isinstance(lines, str) else lines))
        for name, lines in kept["patterns"].items()
    }
    return Rules(
        code=code,
        decimal=kept["decimal"],
        describes_after=kept["describes_after"],
        words=kept["words"],
        weekdays={name: number for (name,), number in weekday_names(code).items()},
        months={name: number for (name,), number in month_names(code).items()},
        spelled=kept["spelled"],
        numbers=kept["numbers"],
        kinds_of_unit=kept["units"],
        names=tuple(_compiled(one, fillings) for one in kept["numbers"]["names"] if "{number}" in one),
        phrases=tuple(_compiled(one, fillings) for one in kept["numbers"]["names"] if "{number}" not in one),
        patterns=patterns,
        kinds=kinds,
        endings=tuple((re.compile(ending), instead) for ending, instead in letters["endings"]),
    )


def _with_many(words: Words, code: str) -> Words:
    """Return the words with what they are called when there are many of them."""
    return words | {more for word in words for more in _many(word, code)}


def _many(word: str, code: str) -> Iterator[str]:
    if word.endswith("s"):
        return
    if code == "en" and word.endswith("y"):
        yield f"{word[:-1]}ies"
    yield f"{word}s" if word[-1] in "aeiou" or code == "en" else f"{word}es"


def _fillings(kept: dict[str, Any], kinds: Mapping[str, Words], code: str) -> dict[str, str]:
    lists: dict[str, list[str]] = kept["words"]
    fillings = {name: _either(words) for name, words in lists.items()}
    fillings |= {
        "weekday": _either([name for (name,) in weekday_names(code)]),
        "month": _either([name for (name,) in month_names(code)]),
        "number": f"(?<!{NUMBER}){NUMBER}++",
        "mark": f"{NUMBER}{NAME}",
        "clock": f"{CLOCK}++",
        "day": f"{DAY}++",
        "name": f"{NAME}++",
        "n": _either([f"(?<!{NUMBER}){NUMBER}++", *kept["numbers"]["a"]]),
        "twice": _either(sorted(kept["numbers"]["twice"])),
        "holiday": _either(sorted(map(_with_apostrophes, holiday_names(code)), key=len, reverse=True)),
        "verb": _either(sorted({word for kind in VERBS for word in kinds.get(kind, ())}, key=len, reverse=True)),
    }
    return fillings | {name: kept["patterns"][name] for name in ("anyday", "bareday", "edged")}


def _with_apostrophes(name: tuple[str, ...]) -> str:
    """Return a pattern for a name that is kept without apostrophes: "new year's eve"."""
    return re.sub(r"s\b", "'?s", " ".join(name))


def _either(words: list[str]) -> str:
    return f"(?:{'|'.join(words)})"


def _compiled(pattern: str, fillings: Mapping[str, str]) -> re.Pattern[str]:
    while (filled := _NAMED.sub(lambda found: f"(?:{fillings[found[1]]})", pattern)) != pattern:
        pattern = filled
    return re.compile(filled)
