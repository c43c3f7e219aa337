"""Where an opioid medicine, a sedative, or a medicine that blocks opioids meet: do both prescribers know?

A question to ask the prescriber or the pharmacist today, and never advice. The name alone brings it up.
Every sentence of this module is on the list for a clinician's review (`planner.review.review.CLINICAL`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.health.medication import MedicationStatus
from planner.library.ingredients import Effect, Naming, named_in
from planner.model.entry import has_text
from planner.model.finding import Finding, Place, Weight
from planner.model.message import Message, say
from planner.plan.plan import SessionPath

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.plan.plan import Plan

_BEFORE_THE_NEXT = say("Ask the prescriber or the pharmacist today, before the next dose.")


@dataclass(frozen=True, slots=True)
class _Taken:
    """One medicine of the plan that is an opioid, a sedative, or blocks opioids."""

    name: str
    naming: Naming
    where: Place
    status: MedicationStatus = MedicationStatus.TAKING
    prescriber_id: str | None = None

    def meets(self, other: _Taken) -> bool:
        if self.naming.ingredients & other.naming.ingredients:
            return False  # one medicine in two lines
        if MedicationStatus.STOPPED not in {self.status, other.status}:
            return True
        return self._begins_after(other) or other._begins_after(self)

    def _begins_after(self, other: _Taken) -> bool:
        """Whether a medicine that blocks opioids is about to start after an opioid that was stopped."""
        is_about_to = self.status is MedicationStatus.PLANNED and Effect.BLOCKER in self.naming.effects
        return is_about_to and other.status is MedicationStatus.STOPPED and Effect.OPIOID in other.naming.effects


def concomitant_findings(plan: Plan) -> Iterator[Finding]:
    """Yield for each such medicine the gravest meeting with one named before it."""
    taken = [*_in_first_words(plan), *_listed(plan)]
    for place, one in enumerate(taken):
        met = [other for other in taken[:place] if one.meets(other)]
        if met:
            yield _met(max(met, key=lambda other: _weight(one, other)), one)


def _listed(plan: Plan) -> Iterator[_Taken]:
    for medicine in plan.medications:
        naming = named_in(medicine.called)
        if has_text(medicine.name) and naming.effects:
            where = Place("medications", medicine.id, "name")
            yield _Taken(medicine.name.strip(), naming, where, medicine.status, medicine.prescriber_id)


def _in_first_words(plan: Plan) -> Iterator[_Taken]:
    """Yield the medicines named in the first twenty minutes, where no list of them is written yet."""
    words = plan.tonight.medicines_words.strip()
    naming = named_in(words) if plan.path is SessionPath.FIRST else Naming()
    for one in (Naming((name,)) for name in (*naming.names, *naming.guesses)):
        if one.effects:
            yield _Taken(words, one, Place("first", field="tonight.medicines_words"))


def _weight(one: _Taken, other: _Taken) -> int:
    is_opioid = Effect.OPIOID in one.naming.effects | other.naming.effects
    return Weight.LIFE - 1 if is_opioid else Weight.SAFETY


def _met(one: _Taken, other: _Taken) -> Finding:
    return Finding("medication.both", other.where, _says(one, other), _BEFORE_THE_NEXT, weight=_weight(one, other))


def _says(one: _Taken, other: _Taken) -> Message:
    if one.name == other.name:
        return say("“{words}”: do both prescribers know?", words=one.name)
    if one.prescriber_id and one.prescriber_id == other.prescriber_id:
        return say("{one} and {other} are both here. Does the prescriber know?", one=one.name, other=other.name)
    return say("{one} and {other} are both here. Do both prescribers know?", one=one.name, other=other.name)
