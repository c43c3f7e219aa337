"""Whether one could tell that it was done.

A count, a length, a time of day or a rhythm measures an act, and a rhythm no state; a thing that is done or not ("sign
up", "quit", "a talk with my boss by Friday") measures itself; a day at the end of what just goes on does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.goals.smart.specific import concrete_words, ends_by_itself, is_left_out, is_reached, shows_by_itself
from planner.words.fold import plain_in_place

if TYPE_CHECKING:
    from planner.goals.smart.act import Clause
    from planner.goals.smart.evidence import Evidence


def is_measurable(clause: Clause, evidence: Evidence, *, specific: bool) -> bool:
    """Whether one could tell that it was done."""
    if evidence.counts_things or evidence.lengths:
        return True
    if not specific or evidence.counts_times:
        return evidence.counts_times
    if evidence.has_clock or (not _is_more_or_less(clause, evidence) and (evidence.rhythms or evidence.lasts)):
        return True
    if clause.is_any("state") and not shows_by_itself(clause, evidence):
        return True  # seen by its end alone: "sober until June"
    return _has_an_end(clause, evidence) or _has_its_day(clause, evidence)


def _is_more_or_less(clause: Clause, evidence: Evidence) -> bool:
    """Whether it is more or less of something, which no rhythm measures: "drink less on work days"."""
    return evidence.scene.rules.first("more_or_less", evidence.scene.text[: clause.end], clause.start) is not None


def _has_an_end(clause: Clause, evidence: Evidence) -> bool:
    """Whether the words set an end or a limit: none of it, all of it, one of it."""
    so_much = evidence.scene.rules.first("so_much", evidence.scene.text, clause.start)
    if is_left_out(clause, evidence) and not so_much:
        return True
    if _says_how_many(clause, evidence) or is_reached(clause, evidence):
        return True
    return not _comes_again(clause, evidence) and (_is_done_or_not(clause, evidence) or _comes_once(clause, evidence))


def _says_how_many(clause: Clause, evidence: Evidence) -> bool:
    """Whether it is all of them, a thing had done, or something one is able to: each a yes or a no."""
    rules, text = evidence.scene.rules, evidence.scene.text
    if rules.first("able", text[: clause.start]) and not clause.is_any("change", "thought"):
        return True
    return any(rules.first(name, text[: clause.end], clause.start) for name in ("each", "done", "wholly", "grade"))


def _comes_again(clause: Clause, evidence: Evidence) -> bool:
    """Whether it is done again and again: "pay my bills on time", "call when I feel low"."""
    return evidence.scene.rules.first("again", evidence.scene.text[: clause.end], clause.start) is not None


def _is_done_or_not(clause: Clause, evidence: Evidence) -> bool:
    """Whether it ends by itself: finished, signed up, quit; one thing found, made or bought."""
    if not clause.is_any("bounded"):
        return False
    return ends_by_itself(clause, evidence) or _has_a_thing(clause, evidence)


def _comes_once(clause: Clause, evidence: Evidence) -> bool:
    """Whether it is one of a kind: "my first marathon", "the placement test"."""
    if clause.is_any("thought", "effort") or evidence.when:
        return False
    rules = evidence.scene.rules
    is_direct = not rules.kinds["determiners"].isdisjoint(_next_words(clause, evidence))
    says_so = rules.first("only_once", evidence.scene.text[: clause.end], clause.start) is not None
    return is_direct and (says_so or not rules.kinds["once"].isdisjoint(clause.object))


def _has_a_thing(clause: Clause, evidence: Evidence) -> bool:
    """Whether it is about one thing: "a job", "my will", "custody"; not "meals" and not "soup"."""
    kinds, words = evidence.scene.rules.kinds, concrete_words(clause, evidence)
    if not words or not kinds["made"].isdisjoint(words):
        return bool(words)
    is_one = not kinds["determiners"].isdisjoint(_next_words(clause, evidence)) or not kinds["concrete"].isdisjoint(
        words
    )
    return is_one and not evidence.scene.rules.first("several", words[-1])


def _next_words(clause: Clause, evidence: Evidence) -> list[str]:
    """Return the last word of the verb ("hacer una") and the word behind it, where "a" or "my" would stand."""
    verb = clause.head.split()
    after = evidence.scene.text[clause.start : clause.end].split()[len(verb) :]
    kinds = evidence.scene.rules.kinds
    goes_to = clause.head in kinds["going"] and not kinds["prepositions"].isdisjoint(after[:1])
    return [*verb[-1:], *after[: 2 if goes_to else 1]]


def _has_its_day(clause: Clause, evidence: Evidence) -> bool:
    """Whether an act that does not just go on has a day on which one can look."""
    limits = evidence.limits
    if limits.event and not limits.ends and evidence.scene.rules.first("oneself", plain_in_place(limits.event.words)):
        return clause.is_any("bounded")  # "call before I drink"
    return limits.is_one_day or (not _goes_on(clause, evidence) and bool(limits.ends or limits.event))


def _goes_on(clause: Clause, evidence: Evidence) -> bool:
    """Whether a last day says nothing about how much there is to be: "look for a job by June", "read more by May"."""
    if clause.is_any("bounded"):
        return False
    is_searched = clause.head in evidence.scene.rules.kinds["searching"]
    if is_searched or clause.is_any("effort") or _is_more_or_less(clause, evidence):
        return True
    is_one = evidence.with_whom is not None or _has_a_thing(clause, evidence)
    return (clause.is_any("ongoing", "change", "broad") or _goes_to_many(clause, evidence)) and not is_one


def _goes_to_many(clause: Clause, evidence: Evidence) -> bool:
    """Whether it is about things nobody counted: "attend workshops"."""
    rules = evidence.scene.rules
    if clause.head not in rules.kinds["going"] or not clause.object:
        return False
    is_bare = rules.kinds["determiners"].isdisjoint(_next_words(clause, evidence))
    return is_bare and rules.first("several", clause.object[-1]) is not None
