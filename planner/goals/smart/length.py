"""How long: of one time ("20 minutes", "half an hour"), or of the whole goal ("for 3 weeks", "in 90 days")."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from planner.goals.smart.parts import Length, Part
from planner.goals.smart.sentence.masked_sentence import free, is_left_behind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.goals.smart.sentence.masked_sentence import MaskedSentence

_HALF = Decimal("0.5")
_MINUTES = Decimal(60)


def lengths_in(scene: MaskedSentence, taken: Iterable[Part]) -> list[Length]:
    """Return how long one time lasts."""
    return _lengths(scene, "length", list(taken))


def period_in(scene: MaskedSentence, taken: Iterable[Part]) -> Length | None:
    """Return how long the goal runs, in days, weeks, months or years."""
    return next(iter(_lengths(scene, "period", list(taken))), None)


def parts_of_a_time(scene: MaskedSentence) -> list[Part]:
    """Return stretches that are part of a longer time: "the first three months of the year" begins in January."""
    found = (one for pattern in scene.rules.patterns["part_of_a_time"] for one in pattern.finditer(scene.text))
    return [part for one in found if (part := scene.part(*one.span()))]


def _lengths(scene: MaskedSentence, kind: str, taken: list[Part]) -> list[Length]:
    found = [one for pattern in scene.rules.patterns[kind] for one in pattern.finditer(scene.text)]
    lengths: list[Length] = []
    for one in found:
        if free(one, [*taken, *lengths]) and (length := _length(one, scene)):
            lengths.append(length)
    return sorted(lengths, key=lambda length: length.start)


def _length(found: re.Match[str], scene: MaskedSentence) -> Length | None:
    groups = found.groupdict()
    number = scene.number_at(found, "n")
    if number and is_left_behind(scene, number):
        return None
    amount = number.high if number else Decimal(1)  # "an hour"
    if groups.get("half"):
        amount += _HALF
    unit = _unit(found["u"], scene)
    if groups.get("n2") and unit == "hour" and (minutes := scene.number_at(found, "n2")):
        amount += minutes.low / _MINUTES
    part = scene.part(found.start("n") if found["n"] else found.start(), found.end())
    return Length(part.words, part.start, part.end, amount, unit) if part else None


def _unit(said: str, scene: MaskedSentence) -> str:
    units = scene.rules.kinds_of_unit
    return next((unit for unit, names in units.items() if any(re.match(name, said) for name in names)), "")
