"""Which letters of SMART the wording holds. It says something about the sentence, never about the person.

How raters decide is sorted by kinds of words: a state ("be calmer") or a change of something nobody can see ("improve
my health") names no act; a thing that is finished or not ("sign up", "quit") measures itself; a rhythm or a number
measures an act, and no state. After Bovend'Eerdt 2009 (activity, support, quantity, time) and SMART-GEM (Bowman 2015).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.coach import Letter
from planner.message import Message, say
from planner.smart.act import is_abstract
from planner.smart.flat import CLOCK
from planner.smart.quantity import Counts

if TYPE_CHECKING:
    from planner.smart.act import Clause
    from planner.smart.limit import Limits
    from planner.smart.parts import Length, Part, Rhythm
    from planner.smart.quantity import Measure
    from planner.smart.reading import GoalReading
    from planner.smart.scene import Scene


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the sentence holds beside its clauses."""

    scene: Scene
    measures: list[Measure]
    rhythms: list[Rhythm]
    lengths: list[Length]
    period: Length | None
    limits: Limits
    when: Part | None
    where: Part | None
    with_whom: Part | None

    @property
    def counts_things(self) -> bool:
        """Whether something other than times or days is counted."""
        return any(measure.counts is Counts.THINGS for measure in self.measures)

    @property
    def has_clock(self) -> bool:
        """Whether a time of day is given."""
        return CLOCK in self.scene.text

    @property
    def is_placed(self) -> bool:
        """Whether it has its time, place or company."""
        return bool(self.rhythms or self.when or self.where or self.with_whom)

    @property
    def is_measured(self) -> bool:
        """Whether a thing, a length or a time of day makes even a state visible."""
        return self.counts_things or bool(self.lengths) or self.has_clock


def is_specific(clause: Clause, evidence: Evidence) -> bool:
    """Whether one would see what is done."""
    concrete = bool(_concrete(clause, evidence))
    if evidence.is_measured or evidence.scene.rules.first("swap", evidence.scene.text):
        has = True
    elif clause.is_any("state"):
        has = _is_free_until(clause, evidence)
    elif clause.is_any("stand_alone"):
        has = True
    elif clause.is_any("broad"):
        has = concrete or evidence.is_placed
    elif clause.is_any("records"):
        has = bool(clause.content) or evidence.is_placed
    elif clause.is_any("bounded") and not clause.is_any("change"):
        has = concrete or evidence.is_placed or _ends_by_itself(clause, evidence) or _is_about_people(clause, evidence)
    elif clause.is_any("acts"):
        has = concrete or evidence.is_placed or _is_about_people(clause, evidence)
    elif clause.is_nominal:
        has = concrete and (_is_left_out(clause, evidence) or bool(evidence.rhythms))
    else:
        has = concrete or bool(not clause.kinds and clause.content and evidence.is_placed)
    return has


def _concrete(clause: Clause, evidence: Evidence) -> list[str]:
    """Return the words for things one can see.

    A place alone is none for a change ("do well in school"), nor is oneself, nor a doing that is only worked on.
    """
    rules = evidence.scene.rules
    if clause.is_any("change", "effort", "acts", "broad") and _is_of_oneself(clause, evidence):
        return []
    if _says_only_more(clause, evidence):
        return []
    made = rules.kinds["made"] if clause.is_any("bounded") else frozenset[str]()
    where = evidence.where.words.lower().split() if evidence.where and clause.is_any("change") else ()
    is_about_one = not clause.kinds or (clause.is_any("change", "thought", "effort") and not clause.is_any("acts"))
    about = clause.object if is_about_one else clause.content
    return [
        word
        for word in about
        if word in made
        or (
            not (word in where or is_abstract(word, rules))
            and not (clause.is_any("effort") and rules.first("doing", word))
        )
    ]


def _says_only_more(clause: Clause, evidence: Evidence) -> bool:
    """Whether a verb that says little is followed by "more", "better" or a state: "make better choices", "get educated"."""
    rules = evidence.scene.rules
    if clause.head.split()[0] not in rules.kinds["light"] or len(clause.head.split()) > 1:
        return False
    words = evidence.scene.text[clause.start : clause.end].split(" ", 1)
    is_more = len(words) > 1 and rules.patterns["only_more"][0].match(words[1]) is not None
    is_state = len(clause.object) == 1 and rules.patterns["state_of_mind"][0].match(clause.object[0]) is not None
    return is_more or (is_state and clause.object[0] not in rules.kinds["concrete"])


def _is_of_oneself(clause: Clause, evidence: Evidence) -> bool:
    """Whether the verb turns on oneself: "push myself", "stop comparing myself"."""
    first = evidence.scene.rules.first("reflexive", evidence.scene.text[: clause.end], clause.start)
    return (
        first is not None
        and len(evidence.scene.text[clause.start : first.start()].split()) <= len(clause.head.split()) + 1
    )


def _is_about_people(clause: Clause, evidence: Evidence) -> bool:
    return not evidence.scene.rules.kinds["people"].isdisjoint(clause.content)


def _is_free_until(clause: Clause, evidence: Evidence) -> bool:
    """Whether it is a state of doing without, for a stretch of time: "sober for 90 days", "debt free by June"."""
    rules = evidence.scene.rules
    has_stretch = evidence.period is not None or evidence.limits.ends is not None
    is_free = not rules.kinds["abstaining"].isdisjoint(clause.content) or rules.first("free_of", evidence.scene.text)
    return has_stretch and bool(is_free)


def _is_left_out(clause: Clause, evidence: Evidence) -> bool:
    """Whether it names something that is not done any more: "no soda", "stop skipping breakfast"."""
    if clause.led and not clause.kinds:
        return False  # "in the kitchen, not on the couch"
    return any(
        pattern.search(evidence.scene.text[clause.start - clause.led : clause.end])
        for pattern in evidence.scene.rules.patterns["no"]
    )


def is_measurable(clause: Clause, evidence: Evidence, *, specific: bool) -> bool:
    """Whether one could tell that it was done."""
    if evidence.counts_things or evidence.lengths:
        return True
    if not specific:
        return any(measure.counts is Counts.TIMES for measure in evidence.measures)
    if clause.is_any("state") or evidence.rhythms or evidence.has_clock or evidence.period:
        return True
    return _is_left_out(clause, evidence) or _is_done_or_not(clause, evidence) or _has_its_day(clause, evidence)


def _is_done_or_not(clause: Clause, evidence: Evidence) -> bool:
    """Whether it ends by itself: finished, signed up, quit; one thing found, made or bought."""
    if not clause.is_any("bounded"):
        return False
    return _ends_by_itself(clause, evidence) or _has_a_thing(clause, evidence)


def _ends_by_itself(clause: Clause, evidence: Evidence) -> bool:
    """Whether the verb alone sets an end, whatever it is done to: "finish probation"."""
    return bool(clause.content) and clause.head not in evidence.scene.rules.kinds["bounded_with_thing"]


def _has_a_thing(clause: Clause, evidence: Evidence) -> bool:
    """Whether it is about one thing: "a job", "my will", "custody"; not "meals" and not "soup"."""
    kinds, words = evidence.scene.rules.kinds, _concrete(clause, evidence)
    verb = clause.head.split()
    after = evidence.scene.text[clause.start : clause.end].split()[len(verb) : len(verb) + 1]
    if not words or not kinds["made"].isdisjoint(words):
        return bool(words)
    is_one = not kinds["determiners"].isdisjoint([*verb[-1:], *after]) or not kinds["concrete"].isdisjoint(words)
    return is_one and not evidence.scene.rules.first("several", words[0])


def _has_its_day(clause: Clause, evidence: Evidence) -> bool:
    """Whether an act that does not just go on has a day on which one can look."""
    is_one = clause.is_any("bounded") or evidence.with_whom is not None or _has_a_thing(clause, evidence)
    goes_on = clause.is_any("ongoing", "change", "broad", "thought") and not is_one
    limits = evidence.limits
    return limits.is_one_day or (not goes_on and bool(limits.ends or limits.event))


@dataclass(frozen=True, slots=True)
class OpenLetter:
    """A letter the wording leaves open, with the one question that helps."""

    letter: Letter
    question: Message


_QUESTIONS = {
    Letter.SPECIFIC: say("What would somebody see you do?"),
    Letter.MEASURABLE: say("How will you know that it works?"),
    Letter.ACHIEVABLE: say("How sure are you that you can do this?"),
    Letter.RELEVANT: say("Why does this matter to you?"),
    Letter.TIMED: say("By when do you look at whether it worked?"),
}
"""The coach's own questions."""


def open_letters(reading: GoalReading) -> tuple[OpenLetter, ...]:
    """Return what is open. A comes from confidence and support, R from the value: no wording can close them."""
    has = {
        Letter.SPECIFIC: reading.is_specific,
        Letter.MEASURABLE: reading.is_measurable,
        Letter.TIMED: reading.is_timed,
    }
    return tuple(OpenLetter(letter, _question(letter, reading)) for letter in Letter if not has.get(letter))


def _question(letter: Letter, reading: GoalReading) -> Message:
    unclear = reading.event or reading.ends
    if letter is Letter.TIMED and unclear:
        return say("“{words}”: which day is that?", words=unclear.words)
    return _QUESTIONS[letter]
