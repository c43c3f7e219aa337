"""How a check-in opens: what went right since last time, and whether anything was hard."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from planner.model.choice import Choice
from planner.model.entry import Item, ItemId, has_text, labelled, words
from planner.model.finding import Finding, Place, Weight
from planner.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterator


class Hard(Choice):
    """What was hard since last time. A near-lapse and a lapse are looked at first, and without blame."""

    NOTHING = "nothing", say("Nothing I want to talk about")
    DAYS = "hard days", say("Some hard days")
    NEAR = "near", say("I came close to using")
    USED = "used", say("I used")


class AsPlanned(Choice):
    """How it went with the medicines, without blame."""

    YES = "yes", say("As planned")
    MOSTLY = "mostly", say("Most days")
    SOME = "some", say("Some days")
    NO = "no", say("Not really")


class MedicineTaken(Item):
    """How it went with one medicine."""

    medication_id: ItemId | None = labelled("Medicine")
    how: AsPlanned | None = labelled("How did it go?")
    own_words: str = words("What helped or got in the way", limit=160)
    """A ride, a reminder, a side effect: no blame."""


class SinceLast(Item):
    """The first words of one check-in."""

    on: date
    went_right: str = words("What went right", limit=300)
    """Small things count."""

    hard: Hard | None = labelled("Anything hard?")
    """Whatever it was, it is good that you are here."""

    hard_words: str = words("What was hard", limit=300)
    """As much or as little as you like."""

    lapse_review_id: ItemId | None = labelled("We looked back on it")
    ratings_wait: bool = labelled("The numbers can wait today", default=False)
    """First what is hard. Nothing has to be rated today."""

    sign_ids: tuple[ItemId, ...] = labelled("Early signs that showed", ())
    no_signs: bool = labelled("None of my early signs showed", default=False)
    medicines: AsPlanned | None = labelled("How it went with my medicines")
    medicines_words: str = words("What helped or got in the way", limit=160)
    """A ride, a reminder, a side effect: no blame."""

    by_medicine: tuple[MedicineTaken, ...] = labelled("How it went with each medicine", ())

    @property
    def looks_at_it_first(self) -> bool:
        """Whether the review of a lapse or a near-lapse comes before everything else."""
        return self.hard in {Hard.NEAR, Hard.USED}


def taken_of(now: SinceLast | None, medication_id: str) -> MedicineTaken | None:
    """Return what was said about one medicine."""
    return next((one for one in now.by_medicine if one.medication_id == medication_id), None) if now else None


def since_last_findings(latest: SinceLast) -> Iterator[Finding]:
    """Yield what helps where something hard was named without any way through it."""
    if latest.hard is Hard.DAYS and not has_text(latest.hard_words):
        yield Finding(
            "since_last.hard",
            Place("check-in", latest.id, "hard_words"),
            say("What got you through it?"),
            say("Whatever helped, even a little, can go into the plan."),
            weight=Weight.EASIER,
        )
