"""Whether one would see what is done.

Decided by kinds of words: a state ("be calmer") or a change of something nobody can see ("improve my health") names no
act, a verb that says little ("make", "get") needs a thing, an act with its object, place or company shows itself. After
Bovend'Eerdt 2009 (a goal names its activity) and SMART-GEM (Bowman 2015).
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from planner.goals.smart.act import is_abstract
from planner.goals.smart.sentence.masks import NAME
from planner.words.fold import plain_in_place

if TYPE_CHECKING:
    from planner.goals.smart.act import Clause
    from planner.goals.smart.evidence import Evidence
    from planner.goals.smart.sentence.rules import Rules


def is_specific(clause: Clause, evidence: Evidence) -> bool:
    """Whether one would see what is done."""
    if evidence.is_measured or evidence.swaps or _is_free_until(clause, evidence):
        return True
    if _is_left_open(clause, evidence):
        return False
    if evidence.scene.rules.first("figure", evidence.scene.text[clause.start : clause.end].strip()):
        return False
    return _shows(clause, evidence, concrete=bool(concrete_words(clause, evidence)))


def _is_left_open(clause: Clause, evidence: Evidence) -> bool:
    """Whether it says only that there is more or less of something, or that one looks for what to do."""
    rules = evidence.scene.rules
    if clause.head in rules.kinds["exploring"] or rules.first("openly", evidence.scene.text[clause.start :]):
        return True
    return clause.head in rules.kinds["adjusting"] and not (evidence.is_counted or is_limited(evidence))


def is_limited(evidence: Evidence) -> bool:
    """Whether it is kept to a rhythm: "limit alcohol to weekends", "only on Sundays"."""
    limited_to = evidence.scene.rules.patterns["limited_to"][0]
    return any(limited_to.search(evidence.scene.plain, 0, rhythm.start) for rhythm in evidence.rhythms)


def _shows(clause: Clause, evidence: Evidence, *, concrete: bool) -> bool:
    """Whether the kind of verb shows an act, with what it is done to."""
    if clause.is_any("state", "stand_alone"):
        has = not clause.is_any("state") or is_reached(clause, evidence) or shows_by_itself(clause, evidence)
    elif clause.is_any("broad"):
        has = concrete or evidence.is_placed or _is_about_somebody(clause, evidence)
    elif clause.is_any("records"):
        has = bool(clause.content) or evidence.is_placed
    elif clause.is_any("bounded") and not clause.is_any("change"):
        has = concrete or evidence.is_placed or ends_by_itself(clause, evidence)
    elif clause.is_any("acts"):
        has = concrete or evidence.is_placed or _is_about_somebody(clause, evidence)
    elif clause.is_nominal:
        is_left = is_left_out(clause, evidence)
        has = (concrete and (is_left or bool(evidence.rhythms))) or (is_left and bool(evidence.period or evidence.when))
    else:
        has = concrete or (evidence.is_placed and _is_a_thing(clause, evidence)) or _is_done_to_people(clause, evidence)
    return has or shows_by_itself(clause, evidence) or is_reached(clause, evidence)


def shows_by_itself(clause: Clause, evidence: Evidence) -> bool:
    """Whether its way of doing is what anybody can see: "be on time for work"."""
    words = evidence.scene.text[clause.start : clause.end]
    return any(evidence.scene.rules.first(name, words) for name in ("shown", "grade"))


def is_reached(clause: Clause, evidence: Evidence) -> bool:
    """Whether it is what one becomes once: "married", "a certified welder", and not "a better father"."""
    rules = evidence.scene.rules
    words = evidence.scene.text[clause.start : clause.end].split()[len(clause.head.split()) :]
    if clause.head in rules.kinds["turning"] and words and words[0].rstrip(".,;!") in rules.kinds["reached"]:
        return True
    if clause.head not in rules.kinds["become"] or not clause.object:
        return False
    is_one = len(words) > 1 and words[0] in rules.kinds["determiners"]
    return is_one and words[1] == clause.object[0] and not is_abstract(clause.object[-1], rules)


def concrete_words(clause: Clause, evidence: Evidence) -> list[str]:
    """Return the words for things one can see.

    A place alone is none for a change ("do well in school"), nor is oneself, nor a doing that is only worked on.
    """
    rules = evidence.scene.rules
    if clause.is_any("change", "effort", "acts", "broad") and _is_of_oneself(clause, evidence):
        return []
    if _says_only_more(clause, evidence):
        return []
    if clause.object and clause.object[-1] in rules.kinds["heads"] and not clause.is_any("bounded", "records"):
        return []
    about = clause.object if clause.head in rules.kinds["light"] else clause.content
    made = rules.kinds["made"] if clause.is_any("bounded") else frozenset[str]()
    where = plain_in_place(evidence.where.words).split() if evidence.where and clause.is_any("change") else ()
    is_plain = _is_plain(clause, rules)
    named = [NAME] if is_plain and NAME in evidence.scene.text[clause.start : clause.end] else []  # "finish step 4"
    return named + [
        word
        for word, after in zip_longest(about, about[1:], fillvalue="")
        if word in made
        or (
            not (
                word in where
                or is_abstract(word, rules, by_ending=not is_plain)
                or _only_describes(word, after, evidence)
            )
            and not (clause.is_any("effort") and rules.first("doing", word))
        )
    ]


def _is_plain(clause: Clause, rules: Rules) -> bool:
    """Whether the verb is done to things: what is attended, cancelled or turned off is one, whatever its name."""
    return clause.is_any("acts", "bounded") and not clause.is_any("change") and clause.head not in rules.kinds["light"]


def _only_describes(word: str, after: str, evidence: Evidence) -> bool:
    """Whether the word only says of what kind something unseen is: "emotional" intelligence."""
    rules = evidence.scene.rules
    if f"{word} {after}" not in evidence.scene.text or not is_abstract(after, rules) or after in rules.kinds["people"]:
        return False
    return rules.first("adjective", word) is not None


def _says_only_more(clause: Clause, evidence: Evidence) -> bool:
    """Whether a verb that says little goes with "more" or a state: "make better choices", "get educated"."""
    rules = evidence.scene.rules
    if clause.head not in rules.kinds["light"]:
        return False
    words = evidence.scene.text[clause.start : clause.end].split(" ", 1)
    is_more = len(words) > 1 and rules.patterns["only_more"][0].match(words[1]) is not None
    is_state = (
        len(clause.object) == len(clause.content) == 1
        and rules.patterns["state_of_mind"][0].match(clause.object[0]) is not None
    )
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
        return not clause.is_any("effort") and bool(evidence.rhythms) and _is_about_people(clause, evidence)
    place = plain_in_place(evidence.where.words).split() if evidence.where else []
    said = [word for word in clause.content if word not in place]
    if said:
        return not all(is_abstract(word, evidence.scene.rules) for word in said)
    return bool(evidence.rhythms) and not is_abstract(clause.head, evidence.scene.rules)


def _is_about_people(clause: Clause, evidence: Evidence) -> bool:
    return not evidence.scene.rules.kinds["people"].isdisjoint(clause.content)


def _is_done_to_people(clause: Clause, evidence: Evidence) -> bool:
    """Whether a verb that none of the lists knows goes with somebody: "tickle my kids"."""
    if clause.kinds or clause.is_nominal:
        return False
    is_alone = len(evidence.scene.text[clause.start : clause.end].split()) == 1
    return _is_about_people(clause, evidence) or is_alone


def _is_about_somebody(clause: Clause, evidence: Evidence) -> bool:
    """Whether it is about people one could name, and not people in general."""
    kinds = evidence.scene.rules.kinds
    return not (kinds["people"] - kinds["anybody"]).isdisjoint(clause.content)


def _is_free_until(clause: Clause, evidence: Evidence) -> bool:
    """Whether it is a state of doing without, for a stretch of time: "sober for 90 days", "debt free by June"."""
    rules = evidence.scene.rules
    if evidence.period and is_left_out(clause, evidence) and not clause.is_any("state"):
        return True
    has_stretch = bool(evidence.period or evidence.limits.ends or evidence.limits.event)
    is_free = not rules.kinds["abstaining"].isdisjoint(clause.content) or rules.first("free_of", evidence.scene.text)
    return has_stretch and bool(is_free)


def is_left_out(clause: Clause, evidence: Evidence) -> bool:
    """Whether it names something that is not done any more: "no soda", "stop skipping breakfast"."""
    if clause.led and not clause.kinds and clause.head in evidence.scene.rules.kinds["faint"]:
        return False  # "in the kitchen, not on the couch"
    return any(
        pattern.search(evidence.scene.text[clause.start - clause.led : clause.end])
        for pattern in evidence.scene.rules.patterns["no"]
    )


def ends_by_itself(clause: Clause, evidence: Evidence) -> bool:
    """Whether the verb alone sets an end, whatever it is done to: "finish probation"."""
    rules = evidence.scene.rules
    if clause.head in rules.kinds["stand_alone"]:
        return True
    if not clause.content or clause.head in rules.kinds["bounded_with_thing"]:
        return False
    if clause.head not in rules.kinds["many"]:
        return True
    words = evidence.scene.text[clause.start : clause.end].split()[len(clause.head.split()) :]
    is_name = not evidence.scene.sentence[clause.start + 1 : clause.end].islower()
    is_bare = not is_name and bool(clause.object) and words[0].strip(".,;!") == clause.object[0]
    return not (is_bare and any(rules.first("several", word) for word in clause.object))  # "submit applications"
