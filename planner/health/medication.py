"""A medicine as one tool among many: what the person says they take, and how it is for them.

What is said is what is written. No dose is computed here and no interaction claimed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from planner.library.ingredients import BREAK, named_in, names_folded, opioid_treatment
from planner.model.choice import Choice
from planner.model.entry import Item, ItemId, has_text, labelled, words
from planner.model.finding import Finding, Place, Weight
from planner.model.message import say
from planner.model.side import Side
from planner.model.unit import Unit
from planner.words.reading import CountWords, DayWords, TimeWords

if TYPE_CHECKING:
    from collections.abc import Iterator

_GENERIC = r"\bgen[eé]ric[oa]?\s+(?:for|of|de|para)\b"
_IN_A_NAME = re.compile(_GENERIC, re.IGNORECASE)
_BETWEEN_NAMES = re.compile(rf"[,;()]|\b(?:or|o)\b|{_GENERIC}", re.IGNORECASE)
"""What stands between two names of one medicine, in both languages. A slash stands within one name."""


class MedicationStatus(Choice):
    """Whether the medicine is part of the plan today."""

    TAKING = "taking", say("I take it")
    PLANNED = "planned", say("I am about to start")
    PAUSED = "paused", say("I paused it")
    STOPPED = "stopped", say("I stopped")


class DoseTime(Item):
    """One moment of the day at which it is taken."""

    at: TimeWords = labelled("When", TimeWords())
    how_much: str = words("How much", limit=40)
    """As it stands on the label: one tablet, two puffs."""


class HowGot(Choice):
    """How a supply reached the person."""

    ON_HAND = "on hand", say("What I have with me")
    PICKED_UP = "picked up", say("Picked up or delivered")
    CLINIC = "clinic dose", say("Taken at the clinic")
    TAKE_HOME = "take-home", say("Take-home doses from the clinic")
    INJECTION = "injection", say("An injection")


class PickUp(Item):
    """One time it was picked up, given, injected or counted, and how long it lasts."""

    on: DayWords = labelled("When", DayWords(), side=Side.BACK)
    how: HowGot = labelled("How I got it", HowGot.PICKED_UP)
    days: CountWords = labelled("Lasts how many days", CountWords(), unit=Unit.SUPPLY)
    """A dose taken at the clinic lasts for its day."""

    next_due: DayWords = labelled("Next one due", DayWords())
    """For an injection: the day they gave you."""

    refills_left: CountWords = labelled("Refills left", CountWords(), unit=Unit.REFILLS)


class Medication(Item):
    """One medicine."""

    name: str = words("Name", limit=80)
    """As it stands on the label, or what you call it."""

    also_called: str = words("Also called", limit=120)
    """Labels often name two: the brand, and the plain name after "generic for"."""

    for_what: str = words("What it does for me", limit=160)
    """What do you take it for?"""

    how_taken: str = words("How I take it", limit=160)
    """In your own words, as it stands on the label."""

    doses: tuple[DoseTime, ...] = labelled("Times of day", ())
    """When in the day do you take it?"""

    days: str = words("On which days", limit=80)
    """Leave it open when it is every day."""

    as_needed: bool = labelled("Only when I need it", default=False)
    taper: str = words("If it is changing", limit=160)
    """Going up or down? What did the prescriber say?"""

    status: MedicationStatus = labelled("Where it stands", MedicationStatus.TAKING)
    for_opioid_use: bool | None = labelled("It is a medicine for opioid use disorder")
    """Until you say so, we go by its name."""

    prescriber_id: ItemId | None = labelled("Who prescribes it")
    pharmacy_id: ItemId | None = labelled("Where I pick it up")
    since: DayWords = labelled("Since", DayWords(), side=Side.BACK, about=True)
    how_it_feels: str = words("How it feels", limit=200)
    """What is better with it? What is harder?"""

    worries: str = words("What worries me about it", limit=200)
    """Nothing is too small to say."""

    watch_for: str = words("What to watch for", limit=200)
    """What did they tell you to look out for?"""

    hurdles: str = words("What makes it hard to get", limit=160)
    """Cost, insurance, hours, the way there."""

    pick_ups: tuple[PickUp, ...] = labelled("Pick-ups", ())
    """When did you last get some, and how long does it last?"""

    @property
    def is_in_use(self) -> bool:
        """Whether the person takes it or is about to."""
        return self.status in {MedicationStatus.TAKING, MedicationStatus.PLANNED} and has_text(self.name)

    @property
    def called(self) -> str:
        """Every name it goes by, as written."""
        return f"{self.name}, {self.also_called}"

    @property
    def is_for_opioid_use(self) -> bool:
        """Whether it is for opioid use disorder: as was said here, or else by its name."""
        return opioid_treatment(self.called) if self.for_opioid_use is None else self.for_opioid_use


def is_same_medicine(one: Medication, other: Medication) -> bool:
    """Whether two medicines bear one name as written, or have an ingredient in common: Advil and ibuprofen."""
    if share_a_name(names_of(one), names_of(other)):
        return True
    return bool(named_in(one.called).ingredients & named_in(other.called).ingredients)


def names_of(medication: Medication) -> tuple[tuple[str, ...], ...]:
    """Return each name a medicine goes by, as the words that stand before its strength."""
    return (*spelled_names(medication.name, _IN_A_NAME), *spelled_names(medication.also_called, _BETWEEN_NAMES))


@lru_cache(maxsize=512)
def spelled_names(words: str, between: re.Pattern[str] = _BETWEEN_NAMES) -> tuple[tuple[str, ...], ...]:
    """Return the names in some words, each up to its strength or to what follows it."""
    told = (takewhile(_is_of_a_name, names_folded(name)) for name in between.split(words))
    return tuple(words for words in map(tuple, told) if words)


def _is_of_a_name(word: str) -> bool:
    return word != BREAK and not word[:1].isdecimal()


def share_a_name(some: tuple[tuple[str, ...], ...], others: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a name of the one begins as a name of the other does."""
    return any(_begins_alike(mine, theirs) for mine in some for theirs in others)


def _begins_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    short, long = sorted((one, other), key=len)
    return long[: len(short)] == short


class Reaction(Item):
    """Something a medicine or a food did that should not happen again."""

    to_what: str = words("To what", limit=80)
    """A medicine, a food, a bandage."""

    what_happened: str = words("What happened", limit=160)
    when: DayWords = labelled("When", DayWords(), side=Side.BACK, about=True)


def medication_findings(medication: Medication) -> Iterator[Finding]:
    """Yield what the three groups (person, providers, recovery staff) would want to know alike."""
    if not medication.is_in_use:
        return
    if medication.prescriber_id is None:
        yield Finding(
            "medication.prescriber",
            Place("medications", medication.id, "prescriber_id"),
            say("Who prescribes this?"),
            say("Then you know whom to ask about it."),
        )
    if medication.for_opioid_use is None and medication.is_for_opioid_use:
        yield Finding(
            "medication.opioid_use",
            Place("medications", medication.id, "for_opioid_use"),
            say("Is {name} for opioid use disorder?", name=medication.name),
            say("Until you say no, we ask first of all that no day is missed."),
            weight=Weight.NEXT,
        )
    if not has_text(medication.for_what):
        yield Finding(
            "medication.for_what",
            Place("medications", medication.id, "for_what"),
            say("What does this do for you?"),
            say("Say it your way. If you are not sure, it is a good question for a visit."),
        )


def reaction_findings(reaction: Reaction) -> Iterator[Finding]:
    """Yield the question a provider would ask about a reaction."""
    if has_text(reaction.to_what) and not has_text(reaction.what_happened):
        yield Finding(
            "reaction.what",
            Place("medications", reaction.id, "what_happened"),
            say("What happened with it?"),
            say("A few words help the people who prescribe."),
        )
