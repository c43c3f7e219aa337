"""How much: of all numbers in a goal the one that is counted, and what it counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from typing import TYPE_CHECKING

from planner.goals.smart.parts import Part, Quantity
from planner.goals.smart.sentence.masked_sentence import is_left_behind
from planner.goals.smart.sentence.masks import NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.goals.smart.parts import Length, Rhythm
    from planner.goals.smart.sentence.masked_sentence import MaskedSentence
    from planner.goals.smart.sentence.number import Number

_WORD = re.compile(r" ?([^\W_][\w'-]*)")
_BEFORE = re.compile(r"[$€£] ?$")
_AFTER = re.compile(r" ?(%|percent\b|por ciento\b)")
_LONGEST_UNIT = 3


class Counts(IntEnum):
    """What a number counts. The first that there is stands for the goal."""

    THINGS = 1
    TIMES = 2
    LENGTH = 3
    PERIOD = 4


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with its unit, and what kind of thing it counts."""

    counts: Counts
    quantity: Quantity
    unit: Part | None


def measures_in(
    scene: MaskedSentence, lengths: list[Length], rhythms: list[Rhythm], others: list[Part]
) -> list[Measure]:
    """Return everything that is counted, the telling ones first: things and times, then lengths, then the period."""
    found = [*_numbers(scene, lengths, rhythms, others), *_twice(scene, rhythms)]
    order = {Counts.THINGS: 0, Counts.TIMES: 0, Counts.LENGTH: 1, Counts.PERIOD: 2}
    return sorted(found, key=lambda one: (order[one.counts], one.quantity.start))


def _numbers(
    scene: MaskedSentence, lengths: list[Length], rhythms: list[Rhythm], others: list[Part]
) -> Iterator[Measure]:
    for number in scene.numbers.values():
        span = number.start, number.end
        if scene.text[number.start] != NUMBER or is_left_behind(scene, number) or _is_done_already(scene, number):
            continue
        if stretch := next((length for length in lengths if length.overlaps(*span)), None):
            counts = Counts.LENGTH if stretch.is_of_one_time else Counts.PERIOD
            if counts is Counts.PERIOD and (rhythms or is_deadline(stretch, scene)):
                continue  # "in the next six months", "each week for six weeks": until when, and not how much
            yield Measure(counts, _quantity(scene, number), scene.part(number.end, stretch.end))
        elif not _is_step(number, rhythms, scene):
            unit = _unit(scene, number, [one for one in [*others, *rhythms] if not one.overlaps(*span)])
            is_times = bool(unit and scene.rules.patterns["times"][0].fullmatch(scene.plain[unit.start : unit.end]))
            yield Measure(Counts.TIMES if is_times else Counts.THINGS, _quantity(scene, number), unit)


def _is_done_already(scene: MaskedSentence, number: Number) -> bool:
    """Whether so many are done: "12 days behind me"."""
    return scene.rules.patterns["done_already"][0].search(scene.text[number.end :]) is not None


def is_deadline(stretch: Length, scene: MaskedSentence) -> bool:
    """Whether days or months say by when, and not for how long: "within the next two months"."""
    return scene.rules.patterns["deadline"][0].search(scene.plain, 0, stretch.start) is not None


def _is_step(number: Number, rhythms: list[Rhythm], scene: MaskedSentence) -> bool:
    """Whether the number only says every how many weeks."""
    within = next((rhythm for rhythm in rhythms if rhythm.overlaps(number.start, number.end)), None)
    return bool(within) and scene.rules.patterns["step"][0].match(scene.text, within.start, number.start) is not None


def _twice(scene: MaskedSentence, rhythms: list[Rhythm]) -> Iterator[Measure]:
    for rhythm in rhythms:
        said = scene.plain[rhythm.start : rhythm.end]
        if first := next((name for name in scene.rules.numbers["twice"] if said.startswith(name)), ""):
            times = Decimal(scene.rules.numbers["twice"][first])
            end = rhythm.start + len(first)
            quantity = Quantity(scene.sentence[rhythm.start : end], rhythm.start, end, times, times)
            yield Measure(Counts.TIMES, quantity, None)


def _quantity(scene: MaskedSentence, number: Number) -> Quantity:
    words = scene.sentence[number.start : number.end]
    return Quantity(words, number.start, number.end, number.low, number.high)


def _unit(scene: MaskedSentence, number: Number, others: list[Part]) -> Part | None:
    if sign := _BEFORE.search(scene.plain, max(0, number.start - 2), number.start):
        return scene.part(sign.start(), sign.start() + 1)
    if sign := _AFTER.match(scene.plain, number.end):
        return scene.part(*sign.span(1))
    start, end = number.end, number.end
    skips, stops = scene.rules.kinds["skips"], scene.rules.kinds["stops"]
    hyphen = scene.plain[end : end + 1] == "-"
    end = start = end + hyphen
    for _ in range(_LONGEST_UNIT + 1):
        word = _WORD.match(scene.text, end)
        if word and start == end == number.end and word[1] in skips:
            start = end = word.end()
            continue
        if not word or word[1] in stops or any(other.overlaps(*word.span(1)) for other in others):
            break
        end = word.end()
        if word[1] in scene.rules.kinds["measures"] or len(scene.plain[start:end].split()) == _LONGEST_UNIT:
            break
    return scene.part(start, end) if end > start else None
