"""The rated goals of both halves, and how often the reading agrees with their raters."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planner.goals.smart import GoalReading, read_goal

if TYPE_CHECKING:
    from datetime import date

PARTS = ("quantity", "unit", "frequency", "duration", "starts", "ends", "when", "where", "with_whom")
LETTERS = {"S": "specific", "M": "measurable", "T": "timed"}
HALVES = ("tuned", "set_aside")
COACHING = ("coaching_tuned", "coaching_set_aside")
"""Goals from coaching, clinics and homes, labelled for S and M before any rule saw them; the halves as above."""


@dataclass(frozen=True)
class Rated:
    """One goal, the letters its raters find, and the parts that are known of it."""

    says: str
    language: str
    today: date
    letters: str
    rated_for: str
    parts: dict[str, Any] = field(default_factory=dict[str, Any])
    empty: tuple[str, ...] = ()

    @property
    def reading(self) -> GoalReading:
        return read_goal(self.says, self.today, self.language)


def rated(half: str) -> list[Rated]:
    """Return the goals of a half, English and Spanish."""
    kept = tomllib.loads((Path(__file__).parent / f"{half}.toml").read_text(encoding="utf-8"))
    return [_rated(line, language, kept["today"]) for language in ("en", "es") for line in kept[language]]


def _rated(line: dict[str, Any], language: str, today: date) -> Rated:
    letters, rated_for = (line["has"], "SMT") if "has" in line else (line["sm"], "SM")
    parts = {name: line[name] for name in PARTS if name in line}
    return Rated(line["says"], language, today, letters, rated_for, parts, tuple(line.get("none", ())))


def found_letters(reading: GoalReading) -> str:
    has = {"S": reading.is_specific, "M": reading.is_measurable, "T": reading.is_timed}
    return "".join(letter for letter in LETTERS if has[letter])


def found_part(reading: GoalReading, name: str) -> Any:
    """Return a part as the lists write it: a number, a day, or words."""
    part = getattr(reading, name)
    if part is None:
        return None
    if name == "quantity":
        return float(part.high)
    return part.day if name in {"starts", "ends"} else part.words


@dataclass(frozen=True)
class Agreement:
    """How many of so many agree."""

    right: int
    of: int

    @property
    def share(self) -> float:
        return self.right / self.of


def agreement(goals: list[Rated], letter: str) -> Agreement:
    """Return how often the reading finds a letter where the raters do, and only there."""
    asked = [goal for goal in goals if letter in goal.rated_for]
    right = sum((letter in found_letters(goal.reading)) == (letter in goal.letters) for goal in asked)
    return Agreement(right, len(asked))


def agreement_on(goals: list[Rated], part: str) -> Agreement:
    """Return how often a part is read as it was meant."""
    asked = [goal for goal in goals if part in goal.parts]
    return Agreement(sum(found_part(goal.reading, part) == goal.parts[part] for goal in asked), len(asked))


_COUNTED = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|once|twice|daily|weekly|monthly|every|each|per|times?"
    r"|a (?:day|week|month)|often|regularly|always"
    r"|un[ao]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|media|cada|tod[oa]s l[oa]s|al (?:día|mes)|ve(?:z|ces)"
    r"|por semana|a la semana|diario)\b",
    re.IGNORECASE,
)


def majority_guess(goals: list[Rated], letter: str) -> Agreement:
    """Return how often the commonest answer is right."""
    has = [letter in goal.letters for goal in goals if letter in goal.rated_for]
    return Agreement(max(sum(has), len(has) - sum(has)), len(has))


def plain_guess(goals: list[Rated], letter: str) -> Agreement:
    """Return what can be had without reading: a number or a frequency word measures; else the commonest answer."""
    if letter != "M":
        return majority_guess(goals, letter)
    has = [letter in goal.letters for goal in goals if letter in goal.rated_for]
    guesses = [bool(_COUNTED.search(goal.says)) for goal in goals]
    return Agreement(sum(guess == answer for guess, answer in zip(guesses, has, strict=True)), len(has))
