"""How often: "every other day", "3 times a week", "Monday to Friday", "los martes y jueves", "daily"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from planner.goals.smart.parts import Rhythm

if TYPE_CHECKING:
    from planner.goals.smart.sentence.masked_sentence import MaskedSentence
    from planner.goals.smart.sentence.rules import Rules

_WEEK = 7
_WEEKEND = frozenset((5, 6))


def rhythms_in(scene: MaskedSentence) -> list[Rhythm]:
    """Return every rhythm of the sentence from left to right, where two overlap the longer one."""
    found = [one for pattern in scene.rules.patterns["rhythm"] for one in pattern.finditer(scene.text)]
    again = [one for pattern in scene.rules.patterns["recurring"] for one in pattern.finditer(scene.plain)]
    rhythms = [
        *(rhythm for one in again if (rhythm := _recurring(one, scene))),
        *(rhythm for one in found if (rhythm := _rhythm(one, scene))),
    ]
    kept: list[Rhythm] = []
    for rhythm in sorted(rhythms, key=lambda one: (one.start - one.end, one.start)):
        if not any(other.overlaps(rhythm.start, rhythm.end) for other in kept):
            kept.append(rhythm)
    return sorted(kept, key=lambda one: one.start)


def _rhythm(found: re.Match[str], scene: MaskedSentence) -> Rhythm | None:
    groups = found.groupdict()
    part = scene.part(*(found.span("it") if groups.get("it") else found.span()))
    if part is None:
        return None
    step = scene.number_at(found, "step") if groups.get("step") else None
    return Rhythm(
        part.words,
        part.start,
        part.end,
        unit=_unit(groups, scene.rules),
        every=2 if groups.get("other") else int(step.low) if step else 1,
        weekdays=_weekdays(groups, scene.rules),
    )


def _recurring(found: re.Match[str], scene: MaskedSentence) -> Rhythm | None:
    """Return "on the 1st and the 15th", and "daily except Sunday" with the days that are left."""
    part, groups = scene.part(*found.span()), found.groupdict()
    if part is None:
        return None
    if groups.get("nths"):
        return Rhythm(part.words, part.start, part.end, unit="month")
    days = frozenset(range(5 if groups.get("workdays") else _WEEK))
    left = days - (_named_weekdays(groups["but"] or "", scene.rules) or _WEEKEND)
    return Rhythm(part.words, part.start, part.end, unit="week", weekdays=left)


def _unit(groups: dict[str, str | None], rules: Rules) -> str:
    said = groups.get("u") or groups.get("adverb") or groups.get("per") or groups.get("other") or ""
    if groups.get("days") or groups.get("from") or _named_weekdays(said, rules):
        return "week"
    units = rules.kinds_of_unit
    return next((unit for unit, names in units.items() if any(re.search(rf"\b{name}", said) for name in names)), "")


def _weekdays(groups: dict[str, str | None], rules: Rules) -> frozenset[int]:
    first, last = groups.get("from"), groups.get("to")
    if first and last:
        (start,), (end,) = _named_weekdays(first, rules), _named_weekdays(last, rules)
        return frozenset((start + ahead) % _WEEK for ahead in range((end - start) % _WEEK + 1))
    return _named_weekdays(groups.get("days") or groups.get("u") or "", rules)


def _named_weekdays(words: str, rules: Rules) -> frozenset[int]:
    names = re.findall(r"[^\W\d_]+", words)
    numbers = (rules.weekdays.get(name, rules.weekdays.get(name.removesuffix("s"))) for name in names)
    return frozenset(number for number in numbers if number is not None)
