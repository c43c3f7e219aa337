"""Whether one would see what is done.

Decided by kinds of words: a state ("be calmer") or a change of something nobody can see ("improve my health") names no
act, a verb that says little ("make", "get") needs a thing, an act with its object, place or company shows itself. After
Bovend'Eerdt 2009 (a goal names its activity) and SMART-GEM (Bowman 2015).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.smart.act import is_abstract

if TYPE_CHECKING:
    from planner.smart.act import Clause
    from planner.smart.evidence import Evidence


def is_specific(clause: Clause, evidence: Evidence) -> bool:
    """Whether one would see what is done."""
    if evidence.is_measured or evidence.swaps or _is_free_until(clause, evidence):
        return True
    return _shows(clause, evidence, concrete=bool(concrete_words(clause, evidence)))


def _shows(clause: Clause, evidence: Evidence, *, concrete: bool) -> bool:
    """Whether the kind of verb shows an act, with what it is done to."""
    if clause.is_any("state", "stand_alone"):
        has = not clause.is_any("state")
    elif clause.is_any("broad"):
        has = concrete or evidence.is_placed
    elif clause.is_any("records"):
        has = bool(clause.content) or evidence.is_placed
    elif clause.is_any("bounded") and not clause.is_any("change"):
        has = concrete or evidence.is_placed or ends_by_itself(clause, evidence) or _is_about_people(clause, evidence)
    elif clause.is_any("acts"):
        has = concrete or evidence.is_placed or _is_about_people(clause, evidence)
    elif clause.is_nominal:
        has = concrete and (is_left_out(clause, evidence) or bool(evidence.rhythms))
    else:
        has = concrete or (evidence.is_placed and _is_a_thing(clause, evidence))
    return has


def concrete_words(clause: Clause, evidence: Evidence) -> list[str]:
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
    """Whether a verb that says little goes with "more" or a state: "make better choices", "get educated"."""
    rules = evidence.scene.rules
    if clause.head not in rules.kinds["light"]:
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


def _is_a_thing(clause: Clause, evidence: Evidence) -> bool:
    """Whether what has its time and place can be seen: "laundry on Sundays", "have my kids every other weekend"."""
    if clause.kinds:
        return bool(evidence.rhythms) and _is_about_people(clause, evidence)
    return bool(clause.content) or (bool(evidence.rhythms) and not is_abstract(clause.head, evidence.scene.rules))


def _is_about_people(clause: Clause, evidence: Evidence) -> bool:
    return not evidence.scene.rules.kinds["people"].isdisjoint(clause.content)


def _is_free_until(clause: Clause, evidence: Evidence) -> bool:
    """Whether it is a state of doing without, for a stretch of time: "sober for 90 days", "debt free by June"."""
    rules = evidence.scene.rules
    has_stretch = bool(evidence.period or evidence.limits.ends or evidence.limits.event)
    is_free = not rules.kinds["abstaining"].isdisjoint(clause.content) or rules.first("free_of", evidence.scene.text)
    return has_stretch and bool(is_free)


def is_left_out(clause: Clause, evidence: Evidence) -> bool:
    """Whether it names something that is not done any more: "no soda", "stop skipping breakfast"."""
    if clause.led and not clause.kinds:
        return False  # "in the kitchen, not on the couch"
    return any(
        pattern.search(evidence.scene.text[clause.start - clause.led : clause.end])
        for pattern in evidence.scene.rules.patterns["no"]
    )


def ends_by_itself(clause: Clause, evidence: Evidence) -> bool:
    """Whether the verb alone sets an end, whatever it is done to: "finish probation"."""
    return bool(clause.content) and clause.head not in evidence.scene.rules.kinds["bounded_with_thing"]
