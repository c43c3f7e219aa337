"""When in the day, where, and with whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.goals.smart.sentence.masked_sentence import free
from planner.goals.smart.sentence.person_name import is_begun, name_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planner.goals.smart.parts import Part
    from planner.goals.smart.sentence.masked_sentence import MaskedSentence


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
    """Return who is there or is spoken with: somebody's place in a life ("my sister"), or a name; all of them."""
    found = scene.rules.first("company", scene.text)
    named = _named_in(scene, taken)
    if named and (not found or named.start <= found.start("who")):
        return _with_the_others(scene, named)
    somebody = scene.part(found.start("who"), _with_name(scene, found.end("who"))) if found else None
    return _with_the_others(scene, somebody) if somebody else None


def _with_the_others(scene: MaskedSentence, first: Part) -> Part | None:
    """Return everybody who is joined to the first; nobody where one of them cannot be told whole."""
    end, sentence = first.end, scene.sentence
    while join := scene.rules.patterns["joins_somebody"][0].match(sentence, end):
        more = _somebody_at(scene, join.end(), is_apposition=join[0].strip() == ",")
        if more is None and is_begun(sentence, join.end(), scene.rules):
            return None
        if more is None:
            break
        end = more
    return None if scene.rules.patterns["name_goes_on"][0].match(sentence, end) else scene.part(first.start, end)


def _somebody_at(scene: MaskedSentence, start: int, *, is_apposition: bool) -> int | None:
    """Return where a name or somebody's place in a life ends. Behind a comma the latter says who the first one is."""
    if end := name_at(scene.sentence, start, scene.rules):
        return end
    found = None if is_apposition else scene.rules.patterns["relation"][0].match(scene.plain, start)
    return _with_name(scene, found.end()) if found else None


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
