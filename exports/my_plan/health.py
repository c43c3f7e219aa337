"""The medicines as the person takes them, and who looks after their health."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.blocks import Line
from exports.said import joined, said_time
from exports.section import filled_table
from planner.medication import MedicationStatus

if TYPE_CHECKING:
    from datetime import date

    from exports.blocks import Block
    from planner.language import Language
    from planner.medication import Medication
    from planner.plan import Plan

_ON_PAPER = {MedicationStatus.TAKING, MedicationStatus.PLANNED}


def health(plan: Plan, _today: date, t: Language) -> tuple[Block, ...]:
    """What the person says they take and how, what they do not tolerate, and who looks after their health."""
    return (*_medicines(plan, t), *_reactions(plan, t), *_providers(plan, t))


def _medicines(plan: Plan, t: Language) -> tuple[Block, ...]:
    rows = [
        (medicine.name, medicine.for_what, how_taken(medicine, t))
        for medicine in plan.medications
        if medicine.name.strip() and medicine.status in _ON_PAPER
    ]
    return filled_table((t("Medicine"), t("What it does for me"), t("How I take it")), rows)


def _reactions(plan: Plan, t: Language) -> tuple[Block, ...]:
    against = [joined(r.to_what, r.what_happened) for r in plan.reactions if r.to_what.strip()]
    return tuple(Line(t("I do not tolerate: {what}", what=what)) for what in against)


def how_taken(medicine: Medication, t: Language) -> str:
    """Write how a medicine is taken, as it was said."""
    doses = [" ".join(filter(None, (said_time(dose.at, t), dose.how_much.strip()))) for dose in medicine.doses]
    as_needed = t("Only when I need it") if medicine.as_needed else ""
    return joined(medicine.how_taken, *doses, medicine.days, as_needed, medicine.taper)


def _providers(plan: Plan, t: Language) -> tuple[Block, ...]:
    rows = [
        (provider.name, t.show(provider.role), provider.phone, joined(provider.place, provider.hours))
        for provider in plan.providers
        if provider.name.strip()
    ]
    return filled_table((t("Who looks after me"), t("What they do"), t("Phone"), t("Where and when")), rows)
