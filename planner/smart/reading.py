"""A goal as it was said, with everything that was read in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.smart.act import act_start, clauses_in
from planner.smart.evidence import Evidence
from planner.smart.flat import NUMBER
from planner.smart.length import lengths_in, period_in
from planner.smart.limit import limits_in
from planner.smart.measurable import is_measurable
from planner.smart.parts import Length
from planner.smart.quantity import measures_in
from planner.smart.rhythm import rhythms_in
from planner.smart.rules import rules_of
from planner.smart.scene import scene
from planner.smart.specific import is_specific
from planner.smart.surroundings import when_in, where_in, with_whom_in

if TYPE_CHECKING:
    from datetime import date

    from planner.smart.parts import Limit, Part, Quantity, Rhythm
    from planner.smart.scene import Scene


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
    """Read a goal. Any text can be given, and is kept as it is; what is not said stays empty."""
    seen = scene(sentence, today, rules_of(language))
    rhythms = rhythms_in(seen)
    period = period_in(seen, rhythms)
    lengths = lengths_in(seen, rhythms)
    limits = limits_in(seen, period, [*rhythms, *lengths])
    bounds = [part for part in (limits.starts, limits.ends, limits.event) if part]
    when = when_in(seen, [*rhythms, *lengths, *bounds])
    times = [part for part in (*rhythms, *lengths, *bounds, period, when) if part]
    where, with_whom = where_in(seen, times), with_whom_in(seen)
    others = [part for part in (*bounds, when, where, with_whom) if part and part is not period]
    measures = measures_in(seen, [*lengths, *([period] if period else [])], rhythms, others)
    clauses = clauses_in(seen, times)
    evidence = Evidence(seen, measures, rhythms, lengths, period, limits, when, where, with_whom)
    specific = [is_specific(clause, evidence) for clause in clauses]
    first = measures[0] if measures else None
    return GoalReading(
        sentence,
        action=_action(seen, times),
        quantity=first.quantity if first else None,
        unit=first.unit if first else None,
        frequency=rhythms[0] if rhythms else None,
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


def _action(seen: Scene, times: list[Part]) -> Part | None:
    """Return the act in its own words, up to where the sentence turns to when and how often."""
    start = act_start(seen, times)
    lines_end = seen.sentence.find("\n", start)
    end = lines_end if lines_end >= 0 else len(seen.sentence)
    for time in sorted(times, key=lambda part: part.start):
        if start < time.start < end and not _is_counted(seen, time):
            end = time.start
            break
    while end > start and (tail := seen.rules.patterns["tail"][0].search(seen.plain, start, end)):
        end = tail.start()
    return seen.part(start, end)


def _is_counted(seen: Scene, time: Part) -> bool:
    """Whether a length is what the act is about: "spend one hour with my kids"."""
    if not isinstance(time, Length):
        return False
    return seen.text[time.start] == NUMBER and not seen.rules.patterns["lasting"][0].search(seen.plain, 0, time.start)
