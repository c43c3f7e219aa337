"""A goal as it was said, with everything that was read in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.goals.smart.act import act_start, clauses_in
from planner.goals.smart.evidence import Evidence
from planner.goals.smart.length import lengths_in, parts_of_a_time, period_in
from planner.goals.smart.limit import limits_in
from planner.goals.smart.measurable import is_measurable
from planner.goals.smart.parts import Length, Rhythm
from planner.goals.smart.quantity import measures_in
from planner.goals.smart.rhythm import rhythms_in
from planner.goals.smart.sentence.detect_language import detect_language
from planner.goals.smart.sentence.masked_sentence import scene
from planner.goals.smart.sentence.masks import NUMBER
from planner.goals.smart.sentence.rules import rules_of
from planner.goals.smart.specific import is_specific
from planner.goals.smart.surroundings import when_in, where_in, with_whom_in

if TYPE_CHECKING:
    from datetime import date

    from planner.goals.smart.parts import Limit, Part, Quantity
    from planner.goals.smart.quantity import Measure
    from planner.goals.smart.sentence.masked_sentence import MaskedSentence


@dataclass(frozen=True, slots=True)
class GoalReading:
    """What a sentence says, each part with its words and their place; nothing where it says nothing."""

    sentence: str
    action: Part | None
    quantity: Quantity | None
    unit: Part | None
    frequency: Rhythm | None
    duration: Length | None
    starts: Limit | None
    ends: Limit | None
    when: Part | None
    where: Part | None
    with_whom: Part | None
    event: Part | None
    """A day that was named and has no date yet: "my birthday"."""

    is_specific: bool
    is_measurable: bool

    @property
    def is_timed(self) -> bool:
        """Whether it names an end, or a day of its own, that can mean one day only."""
        return self.ends is not None and self.ends.day is not None

    @property
    def parts(self) -> tuple[Part, ...]:
        """Return everything that was understood, from left to right, to be underlined."""
        parts = (
            *(self.action, self.quantity, self.unit, self.frequency, self.duration, self.starts, self.ends),
            *(self.when, self.where, self.with_whom, self.event),
        )
        return tuple(sorted((part for part in parts if part), key=lambda part: (part.start, part.end)))


def read_goal(sentence: str, today: date, language: str = "en") -> GoalReading:
    """Read a goal, in the language it is said in. Any text can be given, and is kept; what is not said stays empty."""
    seen = scene(sentence, today, rules_of(detect_language(sentence, language)))
    rhythms = rhythms_in(seen)
    within = parts_of_a_time(seen)
    period = period_in(seen, [*rhythms, *within])
    lengths = lengths_in(seen, rhythms)
    limits = limits_in(seen, period, [*rhythms, *lengths])
    bounds = [part for part in (limits.starts, limits.ends, limits.event) if part]
    when = when_in(seen, [*rhythms, *lengths, *bounds])
    times = [part for part in (*rhythms, *lengths, *bounds, period, when) if part]
    where, with_whom = where_in(seen, times), with_whom_in(seen, rhythms)
    others = [part for part in (*bounds, when, where, with_whom) if part and part is not period]
    uncounted = [*within, *([limits.event] if limits.event else [])]
    measures = _outside(uncounted, measures_in(seen, [*lengths, *([period] if period else [])], rhythms, others))
    clauses = clauses_in(seen, times)
    evidence = Evidence(seen, measures, rhythms, lengths, period, limits, when, where, with_whom)
    specific = [is_specific(clause, evidence) for clause in clauses]
    first = measures[0] if measures else None
    return GoalReading(
        sentence,
        action=_action(seen, times),
        quantity=first.quantity if first else None,
        unit=first.unit if first else None,
        frequency=_frequency(seen, rhythms, lengths),
        duration=lengths[0] if lengths else period,
        starts=limits.starts,
        ends=limits.ends,
        when=when,
        where=where,
        with_whom=with_whom,
        event=limits.event,
        is_specific=any(specific),
        is_measurable=any(
            is_measurable(clause, evidence, specific=has) for clause, has in zip(clauses, specific, strict=True)
        ),
    )


def _outside(uncounted: list[Part], measures: list[Measure]) -> list[Measure]:
    """Return the measures whose number belongs to no part that counts nothing."""
    return [
        measure
        for measure in measures
        if not any(part.overlaps(measure.quantity.start, measure.quantity.end) for part in uncounted)
    ]


def _frequency(seen: MaskedSentence, rhythms: list[Rhythm], lengths: list[Length]) -> Rhythm | None:
    """Return the rhythm; of "30 minutes a day, 5 days a week" the one that counts."""
    for rhythm in rhythms:
        follows_length = any(0 <= rhythm.start - length.end <= 1 for length in lengths)
        if not follows_length or not any(NUMBER in seen.text[one.start : one.end] for one in rhythms):
            return rhythm
    return rhythms[0] if rhythms else None


def _action(seen: MaskedSentence, times: list[Part]) -> Part | None:
    """Return the act in its own words, up to where the sentence turns to when and how often."""
    start = act_start(seen, times)
    lines_end = seen.sentence.find("\n", start)
    end = lines_end if lines_end >= 0 else len(seen.sentence)
    counted = [time for time in times if _is_counted(seen, start, time)]
    for time in sorted(times, key=lambda part: part.start):
        if start < time.start < end and not any(one.overlaps(time.start, time.end) for one in counted):
            brings_its_own = seen.rules.patterns["brings_its_own"][0].match(seen.plain, time.start)
            return _without(seen, "tail_before" if brings_its_own else "tail", start, time.start)
    return seen.part(start, end)


def _without(seen: MaskedSentence, tail: str, start: int, end: int) -> Part | None:
    """Return the words up to where they only lead to a time: "at least", "for the next"."""
    while end > start and (found := seen.rules.patterns[tail][0].search(seen.plain, start, end)):
        end = found.start()
    return seen.part(start, end)


def _is_counted(seen: MaskedSentence, start: int, time: Part) -> bool:
    """Whether a time is what the verb before it is about: "spend one hour with my kids", "hold weekly calls"."""
    before = seen.plain[start : time.start].split()
    is_within = seen.plain[time.end : time.end + 2].strip().isalpha() and seen.plain[time.end : time.end + 1] in " -"
    if before and before[-1] in seen.rules.kinds["determiners"] and is_within:
        return True  # "the 7pm meeting"
    if " ".join(before) in seen.rules.kinds["spending"] or seen.text[max(0, time.start - 2)] == NUMBER:
        return True  # "spend Sundays with my son", "two 10 minute breaks"
    if isinstance(time, Rhythm):
        return len(before) == 1 and seen.rules.patterns["of_each"][0].match(seen.plain, time.start) is not None
    if not isinstance(time, Length) or seen.rules.patterns["lasting"][0].search(seen.plain, 0, time.start):
        return False
    return (
        seen.text[time.start] == NUMBER and len([word for word in before if word not in seen.rules.kinds["stops"]]) <= 1
    )
