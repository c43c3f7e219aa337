"""Each medicine held against what the person reacts to. What is found is a question; nothing found is never told.

Every sentence of this module is on the list for a clinician's review (`planner.review.review.CLINICAL`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.health.medication import Medication, MedicationStatus, Reaction, names_of, share_a_name, spelled_names
from planner.library.ingredients import Naming, named_in, says_none
from planner.model.entry import has_text
from planner.model.finding import Finding, Place, Weight
from planner.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.plan.plan import Plan

_BETWEEN = re.compile(r"[,;/&+()\n]|\b(?:and|or|y|e|o|u)\b", re.IGNORECASE)
"""What stands between the things of a list, in both languages."""

_BEFORE_THE_NEXT = say("Ask the prescriber or the pharmacist today, before the next dose.")


@dataclass(frozen=True, slots=True)
class _Noted:
    """A reaction or a medicine, with the names in its words, worked out once for many comparisons."""

    item: Reaction | Medication
    words: str
    spelled: tuple[tuple[str, ...], ...]
    naming: Naming

    @property
    def is_known(self) -> bool:
        return self.naming.is_known


def reaction_check_findings(plan: Plan) -> Iterator[Finding]:
    """Yield each medicine that may be what the person reacts to, or like it, and what could not be compared."""
    noted = [
        _noted(reaction)
        for reaction in plan.reactions
        if has_text(reaction.to_what) and not says_none(reaction.to_what)
    ]
    medicines = [_taken(medication) for medication in plan.medications if _may_be_taken(medication)]
    for medicine in medicines if noted else ():
        alike = next((one for one in noted if _may_be_alike(one, medicine)), None)
        if alike:
            yield _alike(alike, medicine)
        elif not medicine.is_known:
            yield _not_compared(medicine, "name")
    for one in noted if medicines else ():
        if not one.is_known:
            yield _not_compared(one, "to_what")


def _may_be_taken(medicine: Medication) -> bool:
    """Whether a medicine is taken, planned or paused; what was stopped is no longer asked about."""
    is_named = has_text(medicine.name) and not says_none(medicine.name)
    return is_named and medicine.status is not MedicationStatus.STOPPED


def _noted(reaction: Reaction) -> _Noted:
    words = reaction.to_what.strip()
    return _Noted(reaction, words, spelled_names(words, _BETWEEN), named_in(words))


def _taken(medicine: Medication) -> _Noted:
    return _Noted(medicine, medicine.name.strip(), names_of(medicine), named_in(medicine.called))


def _may_be_alike(one: _Noted, medicine: _Noted) -> bool:
    return one.naming.may_be_like(medicine.naming) or share_a_name(one.spelled, medicine.spelled)


def _alike(one: _Noted, medicine: _Noted) -> Finding:
    says = (
        say("You noted a reaction to {medicine}. Does the prescriber know?", medicine=medicine.words)
        if share_a_name(one.spelled, medicine.spelled)
        else say(
            "You react badly to “{what}”. {name} may be the same or like it. Does the prescriber know?",
            what=one.words,
            name=medicine.words,
        )
    )
    where = Place("medications", medicine.item.id, "name")
    return Finding("medication.reaction", where, says, _BEFORE_THE_NEXT, weight=Weight.SAFETY + 4)


def _not_compared(one: _Noted, field: str) -> Finding:
    says = (
        say("You react badly to “{what}”. We could not compare this one: ask the pharmacist.", what=one.words)
        if field == "to_what"
        else say(
            "{name} is on your list. We could not compare this one with what you react to: ask the pharmacist.",
            name=one.words,
        )
    )
    return Finding(
        "medication.not_compared",
        Place("medications", one.item.id, field),
        says,
        say("Bring your list. They can look at all of it."),
        weight=Weight.SAFETY,
    )
