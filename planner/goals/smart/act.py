"""What is done: the clauses of a goal, the verb each begins with, and the words that say what it is done to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from planner.goals.smart.sentence.masks import NAME
from planner.goals.smart.sentence.rules import VERBS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planner.goals.smart.parts import Part
    from planner.goals.smart.sentence.masked_sentence import MaskedSentence
    from planner.goals.smart.sentence.rules import Rules

_SHORT = re.compile(r"\w+'(?:ve|re|ll|d|m|t)")
"""Words run together, as in "I've": none says what is done."""

_WORD = re.compile(r"[^\W_](?:(?!'s\b|'(?!\w))[\w'-])*")
_LONGEST_VERB = 3
_MARKS = ",.;:!?()\"'"
_MOST_CLAUSES = 40
"""Nobody says more in one goal; a page of text that was pasted stays quick."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing a goal says, by its place in the sentence."""

    start: int
    end: int
    head: str
    """The verb as the lists hold it; the first word where none of them knows it."""

    kinds: frozenset[str]
    content: tuple[str, ...]
    """What is left when the verb, the faint words and the times are taken away."""

    object: tuple[str, ...]
    """The part of it that the verb is about: "confidence" in "build confidence in speaking"."""

    led: int
    """How many letters before it only lead to the verb."""

    is_nominal: bool
    """Whether it begins with no verb at all: "less screen time"."""

    def is_any(self, *kinds: str) -> bool:
        """Whether the verb is one of these kinds."""
        return not self.kinds.isdisjoint(kinds)


def clauses_in(scene: MaskedSentence, times: Sequence[Part]) -> list[Clause]:
    """Return the clauses; `times` are the parts that say when and how often, not what."""
    begin = act_start(scene, times)
    cuts = _cuts(scene, begin)
    spans = list(pairwise(cuts))[:_MOST_CLAUSES]
    clauses = [clause for start, end in spans if (clause := _clause(scene, start, end, times))]
    return clauses or [Clause(begin, len(scene.text), "", frozenset(), (), (), 0, is_nominal=True)]


def act_start(scene: MaskedSentence, times: Sequence[Part]) -> int:
    """Return where the act begins, behind "I want to", "my goal is" and "starting Monday"."""
    start = 0
    while (further := _past_lead(scene, start, times)) > start:
        start = further
    return start


def _past_lead(scene: MaskedSentence, start: int, times: Sequence[Part]) -> int:
    blanks = re.compile(rf"[\s,.:;)(\"'“”«»*•–{NAME}-]*").match(scene.text, start)
    start = blanks.end() if blanks else start
    for time in times:
        if time.start <= start < time.end:
            return time.end
        if start < time.start and scene.rules.patterns["leadin"][0].fullmatch(scene.text, start, time.start):
            return time.end
    lead = scene.rules.patterns["lead"][0].match(scene.text, start)
    return lead.end() if lead and lead.end() < len(scene.text.rstrip()) else start


def _cuts(scene: MaskedSentence, begin: int) -> list[int]:
    """Return where clauses begin, and the end of the last one. What a goal is for is left out."""
    purpose = scene.rules.first("purpose", scene.text, begin)
    end = purpose.start() if purpose and purpose.start() > begin else len(scene.text)
    patterns = (*scene.rules.patterns["joint"], *scene.rules.patterns["method"])
    return sorted({begin, end, *(cut.end() for each in patterns for cut in each.finditer(scene.text, begin, end))})


def _clause(scene: MaskedSentence, start: int, end: int, times: Sequence[Part]) -> Clause | None:
    led = _lead(scene, start, end)
    start += led
    words = list(_WORD.finditer(scene.text, start, end))
    if not words:
        return None
    kinds, head, length = _head(scene.text[words[0].start() : end].split(" ", _LONGEST_VERB), scene.rules)
    is_followed = len(words) > 1 and words[1][0] in scene.rules.kinds["determiners"]  # "touch my toes" is no touch
    nominal = not kinds and not is_followed and _names_a_thing(words[0], scene.rules, times)
    rest = words if nominal else words[length:]
    content = tuple(word[0] for word in rest if _says_something(word, scene.rules, times))
    about = _object([word[0] for word in rest], content, scene.rules)
    return Clause(start, end, head, kinds, content, about, led, is_nominal=nominal)


def _names_a_thing(word: re.Match[str], rules: Rules, times: Sequence[Part]) -> bool:
    """Whether a first word that is no known verb can not be one: "less", "balance", "Mondays"."""
    is_time = any(time.overlaps(*word.span()) for time in times)
    return is_time or word[0] in rules.kinds["faint"] or is_abstract(word[0], rules)


def _says_something(word: re.Match[str], rules: Rules, times: Sequence[Part]) -> bool:
    if (
        len(word[0]) == 1
        or _SHORT.fullmatch(word[0])
        or word[0] in rules.kinds["faint"]
        or rules.patterns["manner"][0].match(word[0])
    ):
        return False
    return not any(time.overlaps(*word.span()) for time in times)


def _object(words: Sequence[str], content: Sequence[str], rules: Rules) -> tuple[str, ...]:
    """Return the words of content up to the first preposition behind one of them."""
    found: list[str] = []
    for word in words:
        if word in rules.kinds["prepositions"] and not rules.kinds["people"].issuperset(found):
            break
        if word in content:
            found.append(word)
    return tuple(found)


def _lead(scene: MaskedSentence, start: int, end: int) -> int:
    """Return how many letters of a clause only lead to its verb: "to", "not"."""
    lead = scene.rules.patterns["lead"][0].match(scene.text, start, end)
    begin = lead.end() if lead and lead.end() < end else start
    negation = scene.rules.patterns["negation"][0].match(scene.text, begin, end)
    return (negation.end() if negation and negation.end() < end else begin) - start


def _head(words: list[str], rules: Rules) -> tuple[frozenset[str], str, int]:
    """Return the kinds of the longest verb the words begin with, the verb, and its length in words."""
    for length in range(min(len(words), _LONGEST_VERB), 0, -1):
        for first in forms(words[0].strip(_MARKS), rules):
            phrase = " ".join([first, *words[1:length]]).rstrip(_MARKS)
            if kinds := frozenset(kind for kind in VERBS if phrase in rules.kinds[kind]):
                return kinds, phrase, length
    return frozenset(), words[0].strip(_MARKS), 1


def is_abstract(word: str, rules: Rules, *, by_ending: bool = True) -> bool:
    """Whether a word names what nobody can see, by the list or by its ending."""
    if word in rules.kinds["abstract"] or word in rules.kinds["people"]:
        return True
    return (
        by_ending and word not in rules.kinds["concrete"] and bool(rules.patterns["abstract_endings"][0].search(word))
    )


def forms(word: str, rules: Rules) -> Iterator[str]:
    """Yield the word, and what it may be a form of."""
    yield word
    if meant := rules.spelled.get(word):
        yield meant
    for ending, instead in rules.endings:
        form = ending.sub(instead, word)
        if form != word:
            yield form
