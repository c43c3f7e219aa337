"""Could you name the person? Finds text that repeats another plan of the caseload. For the staff view only.

    index = Index.of(plans)             once, away from the keys: hashes only, no word of anybody is kept
    repetition_findings(plan, index)    what of this plan stands in others too

A surveyor's test: read the plan aloud; does it name the person, or only the counselor? Runs of words are compared
(w-shingling, Broder 1997), so a sentence with one word changed is found too. No other person is ever named.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, cast

from planner.model.entry import Entry, Item, limit, nested
from planner.model.finding import Audience, Finding, Place, Weight
from planner.model.message import say
from planner.plan.sections import SECTIONS
from planner.words.fold import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planner.model.message import Message
    from planner.plan.plan import Plan

_RUN = 4
"""Words in a run. Three words meet by chance, five miss a sentence in which one word was changed."""

_LEAST = 6
"""Shorter texts ("Call Luis") may be alike and still be somebody's own."""

_REPEATED = 0.6
"""From this share of its runs on, a text is another plan's text."""

_MOSTLY = 0.5
"""From this share of its longer texts on, the plan could be anybody's."""

_FEWEST_TEXTS = 3
_SEVERAL = -1

_TELLING = tuple(section for section in SECTIONS if section.tells_of_the_person)


@dataclass(frozen=True, slots=True)
class _Text:
    """One longer text of a plan, and where it stands."""

    where: Place
    runs: frozenset[int]


@dataclass(frozen=True, slots=True)
class Index:
    """Which runs of words stand in which plan of a caseload, as sorted hashes: 16 bytes a run."""

    owners: dict[str, int]
    runs: array[int]
    plans: array[int]
    """For each run the number of the person whose plan has it, or that there are several."""

    @classmethod
    def of(cls, plans: Iterable[Plan]) -> Index:
        """Read a caseload in one go."""
        gathering = Gathering()
        for plan in plans:
            gathering.add(plan)
        return gathering.index()

    def has_elsewhere(self, run: int, person_id: str) -> bool:
        """Whether a run of words stands in the plan of somebody else."""
        place = bisect_left(self.runs, run)
        if place == len(self.runs) or self.runs[place] != run:
            return False
        return self.plans[place] != self.owners.get(person_id, _SEVERAL - 1)


class Gathering:
    """An index in the making, so that a screen can read a large caseload a few plans at a time."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._owners: dict[str, int] = {}
        self._found: dict[int, int] = {}

    def add(self, plan: Plan) -> None:
        """Read one plan. Texts that our own lists offer count for nobody."""
        number = self._owners.setdefault(plan.person_id, len(self._owners))
        offered = offered_runs()
        for text in _texts(plan):
            for run in text.runs - offered:
                if self._found.setdefault(run, number) != number:
                    self._found[run] = _SEVERAL

    def index(self) -> Index:
        """Return what was gathered so far."""
        ordered = sorted(self._found)
        return Index(dict(self._owners), array("q", ordered), array("q", (self._found[run] for run in ordered)))


def repetition_findings(plan: Plan, index: Index) -> Iterator[Finding]:
    """Yield each longer text that stands in another plan too, and whether the plan as a whole could be anybody's."""
    texts = list(_texts(plan))
    repeated = [text for text in texts if _is_repeated(text, plan.person_id, index)]
    if len(texts) >= _FEWEST_TEXTS and len(repeated) >= _MOSTLY * len(texts):
        yield _staff(
            "repetition.plan",
            Place("review"),
            say("Read this plan aloud. Could you name the person?"),
            say("Much of it stands in other plans too. Ask for the person's own words, one goal at a time."),
            weight=Weight.NEXT,
        )
    for text in repeated:
        yield _staff(
            "repetition.text",
            text.where,
            say("Almost the same words stand in another plan."),
            say("How would this person say it?"),
            weight=Weight.READING,
        )


def _staff(code: str, where: Place, says: Message, try_this: Message, *, weight: int) -> Finding:
    return Finding(code, where, says, try_this, audience=Audience.STAFF, weight=weight)


def _is_repeated(text: _Text, person_id: str, index: Index) -> bool:
    runs = text.runs - offered_runs()
    return bool(runs) and sum(index.has_elsewhere(run, person_id) for run in runs) >= _REPEATED * len(text.runs)


def _texts(plan: Plan) -> Iterator[_Text]:
    for section in _TELLING:
        found: Any = getattr(plan, section.name)
        if isinstance(found, Entry):
            yield from _texts_of(found, section.step, "", f"{section.name}.")
        for item in cast("tuple[Item, ...]", found) if isinstance(found, tuple) else ():
            yield from _texts_of(item, section.step, item.id)


def _texts_of(entry: Entry, step: str, item: str, within: str = "") -> Iterator[_Text]:
    for name in _worded(type(entry)):
        if runs := runs_of(getattr(entry, name)):
            yield _Text(Place(step, item, f"{within}{name}"), runs)
    for name in nested(type(entry)):
        part: Any = getattr(entry, name)
        if isinstance(part, tuple):
            for inner in cast("tuple[Entry, ...]", part):
                if isinstance(inner, Item):
                    yield from _texts_of(inner, step, inner.id)
        elif isinstance(part, Entry):
            yield from _texts_of(part, step, item, f"{within}{name}.")


@cache
def _worded(kind: type[Entry]) -> tuple[str, ...]:
    return tuple(name for name in kind.model_fields if limit(kind, name) is not None)


def runs_of(text: str) -> frozenset[int]:
    """Return the runs of words in a longer text, as numbers that say nothing about the words."""
    words = words_of(text)
    if len(words) < _LEAST:
        return frozenset()
    return frozenset(_hash(" ".join(words[start : start + _RUN])) for start in range(len(words) - _RUN + 1))


def _hash(run: str) -> int:
    return int.from_bytes(blake2b(run.encode("utf-8", "replace"), digest_size=8).digest(), signed=True)


@cache
def offered_runs() -> frozenset[int]:
    """Return the runs of every text that our own lists offer to start from."""
    from planner import library
    from planner.words.language import LANGUAGES

    kinds = (library.values, library.coping_skills, library.traits, library.triggers, library.warning_signs)
    texts: list[str] = []
    for code in LANGUAGES:
        texts += [text for kind in kinds for one in kind(code) for text in (one.name, one.says)]
        texts += [
            text
            for skill_idea in library.skill_ideas(code)
            for text in (skill_idea.name, skill_idea.when, skill_idea.first_try)
        ]
        texts += [line for part in library.lapse_page(code, line="").parts for line in part.lines]
    return frozenset(run for text in texts for run in runs_of(text))
