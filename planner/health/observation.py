"""What the person noticed between visits: sleep, mood, cravings, side effects, missed doses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.model.choice import Choice
from planner.model.entry import Item, ItemId, labelled, words
from planner.model.finding import Finding, Place, Weight
from planner.model.message import say
from planner.model.missed_dose import WhyMissed
from planner.model.rating import Ruler
from planner.model.side import Side
from planner.words.reading import DayWords

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

_STRONG = 7
"""From here on, of 10, somebody who looks after the person would want to know."""


class Noticed(Choice):
    """What kind of thing was noticed."""

    SIDE_EFFECT = "side effect", say("A side effect")
    MOOD = "mood", say("Mood")
    SLEEP = "sleep", say("Sleep")
    CRAVING = "craving", say("Cravings")
    MISSED_DOSE = "missed dose", say("A dose I missed")
    OTHER = "other", say("Something else")


class Observation(Item):
    """One thing noticed on one day."""

    on: DayWords = labelled("When", DayWords(), side=Side.BACK)
    what: Noticed | None = labelled("What I noticed")
    own_words: str = words("In my own words", limit=200)
    """How was it for you?"""

    how_strong: Ruler | None = labelled("How strong")
    """From 0 to 10."""

    medication_id: ItemId | None = labelled("With which medicine")
    why_missed: WhyMissed | None = labelled("What got in the way")
    relay_to: ItemId | None = labelled("Who should hear about it")
    """Nothing is passed on unless you agree."""


def course(observations: Iterable[Observation], what: Noticed) -> tuple[tuple[date, int], ...]:
    """Return how strong one kind of thing was, day by day, as far as both were noted; the earliest day first."""
    noted = (
        (observation.on.reading, observation.how_strong)
        for observation in observations
        if observation.what is what and observation.on.reading and observation.how_strong is not None
    )
    return tuple(sorted(noted))


def observation_findings(observation: Observation) -> Iterator[Finding]:
    """Yield who should hear about what was noticed, and what got in the way of a dose."""
    is_strong = observation.how_strong is not None and observation.how_strong >= _STRONG
    if observation.relay_to is None and (is_strong or observation.what is Noticed.SIDE_EFFECT):
        yield Finding(
            "observation.relay",
            Place("medications", observation.id, "relay_to"),
            say("Who should hear about this?"),
            say("Nothing is passed on without your yes."),
            weight=Weight.EASIER,
        )
    if observation.what is Noticed.MISSED_DOSE and observation.why_missed is None:
        yield Finding(
            "observation.why",
            Place("medications", observation.id, "why_missed"),
            say("What got in the way?"),
            say("No blame: it shows what to change in the plan."),
        )
