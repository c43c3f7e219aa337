"""When in the day, where, and with whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.goals.smart.masked_sentence import free
from planner.goals.smart.person_name import name_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planner.goals.smart.masked_sentence import MaskedSentence
    from planner.goals.smart.parts import Part


def when_in(scene: MaskedSentence, taken: list[Part]) -> Part | None:
    """Return the time of day, by the clock or by what it comes before or after."""
    found = [one for each in scene.rules.patterns["when"] for one in each.finditer(scene.text) if free(one, taken)]
    first = min(found, key=lambda one: one.start(), default=None)
    return scene.part(*first.span()) if first else None


def where_in(scene: MaskedSentence, taken: list[Part]) -> Part | None:
    """Return the place."""
    for pattern in scene.rules.patterns["place"]:
        for found in pattern.finditer(scene.text):
            group = "where" if found["where"] else "where2"
            part = scene.part(*found.span(group))
            if part and not any(one.overlaps(part.start, part.end) for one in taken):
                return part
    return None


def with_whom_in(scene: MaskedSentence, taken: Sequence[Part]) -> Part | None:
    """Return who is there or is spoken with: somebody's place in a life ("my sister"), or a name."""
    found = scene.rules.first("company", scene.text)
    named = _named_in(scene, taken)
    if named and (not found or named.start <= found.start("who")):
        return named
    return scene.part(found.start("who"), _with_name(scene, found.end("who"))) if found else None


def _named_in(scene: MaskedSentence, taken: Sequence[Part]) -> Part | None:
    """Return the first name behind a word that leads to one: "call", "with"."""
    for pattern in scene.rules.patterns["named"]:
        for led in pattern.finditer(scene.plain):
            is_a_heading = led.start() > 0 and scene.sentence[led.start()].isupper()
            end = None if is_a_heading else name_at(scene.sentence, led.end(), scene.rules)
            part = scene.part(led.end(), end) if end else None
            if part and not any(one.overlaps(part.start, part.end) for one in taken):
                return part
    return None


def _with_name(scene: MaskedSentence, end: int) -> int:
    """Return where the person's name ends, if it follows: "my friend Anna"."""
    return name_at(scene.sentence, end + 1, scene.rules) or end
