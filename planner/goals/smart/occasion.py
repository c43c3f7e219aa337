"""A day that has a name and no date yet: "by my birthday", "before the hearing", "until my lease is up".

Only what can be a day counts: an occasion, the end of something that goes on, what happens to somebody once. Behind the
same little words stand what is near ("by the river"), who does it ("by my aunt") and how ("by bus"): none of these is
asked which day it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.goals.smart.sentence.masked_sentence import MaskedSentence
    from planner.goals.smart.sentence.rules import Rules

_WORD = re.compile(r"([a-z0-9][a-z0-9'-]*)\s?")
_LONGEST = 6
"""Words of one name of a day: "my son's very first birthday party"."""


@dataclass(frozen=True, slots=True)
class NamedDay:
    """Where a named day stands, and where the words begin that lead to it."""

    lead: int
    start: int
    end: int


def named_day_in(scene: MaskedSentence) -> NamedDay | None:
    """Return the first day that has a name."""
    leads = (one for pattern in scene.rules.patterns["event_lead"] for one in pattern.finditer(scene.plain))
    for lead in sorted(leads, key=lambda one: one.start()):
        start = lead.start("own")
        if end := _end_of_change(scene, start) or _end_of_name(scene, lead):
            return NamedDay(lead.start(), start, end)
    return None


def _end_of_change(scene: MaskedSentence, start: int) -> int | None:
    """Return where what happens on one day ends: "the baby is born", "I graduate"."""
    found = (each.match(scene.plain, start) for each in scene.rules.patterns["happens"])
    return max((one.end() for one in found if one), default=None)


def _end_of_name(scene: MaskedSentence, lead: re.Match[str], kind: str = "occasions") -> int | None:
    """Return where the name of a day ends, if these words are one: "her graduation", "the end of my probation"."""
    run = _run(scene, lead.end())
    words = [found[1] for found in run]
    follows = scene.rules.patterns["of"][0].match(scene.plain, run[-1].end()) if run else None
    if words and words[-1] in scene.rules.kinds["edges"]:
        return _end_of_name(scene, follows, "going_on") if follows else None
    is_somebodys = bool(lead["own"]) or kind == "going_on" or (len(words) > 1 and words[0].endswith("'s"))
    if not _is_named(words, scene.rules, kind if is_somebodys else "bare_occasions"):
        return None
    tail = _run(scene, follows.end()) if follows else []
    return (tail or run)[-1].end(1)


def _run(scene: MaskedSentence, start: int) -> list[re.Match[str]]:
    """Return the words up to the next one that begins something else."""
    run = list[re.Match[str]]()
    while (found := _WORD.match(scene.plain, start)) and found[1] not in scene.rules.kinds["stops"]:
        run.append(found)
        start = found.end()
    return run if len(run) <= _LONGEST else []


def _is_named(words: list[str], rules: Rules, kind: str) -> bool:
    """Whether the words end in one of that kind: "blood test", and not "test center". Spanish may add how it is."""
    ends = (len(words), len(words) - 1) if rules.describes_after else (len(words),)
    names = (" ".join(words[max(0, end - size) : end]) for end in ends for size in (1, 2))
    return any(name in rules.kinds[kind] for name in names)
