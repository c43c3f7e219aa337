"""The medicines as the person takes them, and who looks after their health."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.page.blocks import Line
from exports.page.line import joined
from exports.page.section import filled_table
from planner.health.supply_status import supply_status

if TYPE_CHECKING:
    from exports.documents.reader import Reader
    from exports.page.blocks import Block
    from planner.health.medication import Medication


def health(reader: Reader) -> tuple[Block, ...]:
    """What the person says they take and how, what they do not tolerate, and who looks after their health."""
    return (*medicines(reader), *reactions(reader), *_providers(reader))


def medicines(reader: Reader) -> tuple[Block, ...]:
    """Return what the person takes, how, and until when it lasts or when the next one is due."""
    t = reader.t
    rows = [
        (medicine.name, medicine.for_what, how_taken(medicine, reader), lasts_until(medicine, reader))
        for medicine in reader.plan.medications
        if medicine.is_in_use
    ]
    return filled_table((t("Medicine"), t("What it does for me"), t("How I take it"), t("How long I have it")), rows)


def lasts_until(medicine: Medication, reader: Reader) -> str:
    """Write until when it lasts, or when the next one is due; nothing where that is not known."""
    status = supply_status(medicine, reader.today)
    return reader.t(status) if status else ""


def how_taken(medicine: Medication, reader: Reader) -> str:
    """Write how a medicine is taken, as it was said."""
    doses = (" ".join(filter(None, (reader.time(dose.at), dose.how_much.strip()))) for dose in medicine.doses)
    as_needed = reader.t("Only when I need it") if medicine.as_needed else ""
    return joined(medicine.how_taken, *doses, medicine.days, as_needed, medicine.taper)


def reactions(reader: Reader) -> tuple[Block, ...]:
    """Return what the person does not tolerate."""
    against = (joined(reaction.to_what, reaction.what_happened) for reaction in reader.plan.reactions)
    return tuple(Line(reader.t("I do not tolerate: {what}", what=what)) for what in against if what)


def _providers(reader: Reader) -> tuple[Block, ...]:
    t = reader.t
    rows = [
        (provider.name, t.show(provider.role), provider.phone, joined(provider.place, provider.hours))
        for provider in reader.plan.providers
        if provider.name.strip()
    ]
    return filled_table((t("Who looks after me"), t("What they do"), t("Phone"), t("Where and when")), rows)
