"""What a sentence holds beside its clauses: counts, times, days, places, people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.goals.smart.quantity import Counts, is_deadline
from planner.goals.smart.sentence.masks import CLOCK
from planner.words.fold import plain_in_place

if TYPE_CHECKING:
    from planner.goals.smart.limit import Limits
    from planner.goals.smart.parts import Length, Part, Rhythm
    from planner.goals.smart.quantity import Measure
    from planner.goals.smart.sentence.masked_sentence import MaskedSentence


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything the letters are judged by, read once for all clauses."""

    scene: MaskedSentence
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
    def counts_times(self) -> bool:
        """Whether it is said how many times."""
        return any(measure.counts is Counts.TIMES for measure in self.measures)

    @property
    def is_counted(self) -> bool:
        """Whether anything but the days the goal runs is counted."""
        return any(measure.counts is not Counts.PERIOD for measure in self.measures)

    @property
    def lasts(self) -> bool:
        """Whether it is said for how long, which is more than by when."""
        return self.period is not None and not is_deadline(self.period, self.scene)

    @property
    def has_clock(self) -> bool:
        """Whether a time of day is given."""
        return CLOCK in self.scene.text

    @property
    def is_placed(self) -> bool:
        """Whether it has its time, its day, its place or its company."""
        return bool(self.rhythms or self.when or self.where or self.is_with_somebody or self.limits.is_one_day)

    @property
    def is_with_somebody(self) -> bool:
        """Whether it names its company, more than "people"."""
        return bool(self.with_whom) and plain_in_place(self.with_whom.words) not in self.scene.rules.kinds["anybody"]

    @property
    def swaps(self) -> bool:
        """Whether one thing is put in the place of another: "stairs instead of the elevator"."""
        return self.scene.rules.first("swap", self.scene.text) is not None

    @property
    def is_measured(self) -> bool:
        """Whether a thing, a length or a time of day makes even a state visible."""
        return self.counts_things or bool(self.lengths) or self.has_clock
