"""What the person noticed, as a message to one provider: only under a consent, and only what the consent covers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.model.entry import has_text
from planner.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.health.observation import Observation
    from planner.sharing.shared_plan import SharedPlan
    from planner.words.language import Language


def relay(shared: SharedPlan, t: Language) -> str:
    """Return the observations of a shared plan as plain text to copy, with the scope and the notice below.

    To pass on one of them, share with `Asked.item_ids`. A medicine is named where the consent covers medicines.
    """
    parts = (
        t(say("For {recipient}", recipient=shared.recipient)),
        t(say("From {name}", name=shared.person_name)),
        *(_observation(observation, shared, t) for observation in shared.plan.observations),
        "\n".join(t(line) for line in shared.scope),
        "\n".join(line if isinstance(line, str) else t(line) for line in shared.short_notice),
    )
    return "\n\n".join(part for part in parts if has_text(part))


def _observation(one: Observation, shared: SharedPlan, t: Language) -> str:
    return "\n".join(line for line in _lines(one, shared, t) if has_text(line))


def _lines(one: Observation, shared: SharedPlan, t: Language) -> Iterator[str]:
    day = t.day(one.on.reading) if one.on.reading else one.on.words.strip()
    yield " · ".join(part for part in (day, t(one.what.label) if one.what else "") if part)
    yield t.quote(one.own_words.strip()) if has_text(one.own_words) else ""
    if one.how_strong is not None:
        yield t(say("How strong, from 0 to 10: {number}", number=one.how_strong))
    name = next((m.name for m in shared.plan.medications if m.id == one.medication_id), "")
    yield t(say("With: {name}", name=name)) if has_text(name) else ""
    yield t(say("What got in the way: {why}", why=one.why_missed.label)) if one.why_missed else ""
