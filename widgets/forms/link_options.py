"""What a field that points at other items can point at, in the words that name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.plan.plan import Plan

Options = tuple[tuple[str, str], ...]


def links(plan: Plan) -> dict[str, Options]:
    """Return the options for every linking field there is, by the field's name."""
    strengths = _named((one.id, one.own_words) for one in plan.strengths)
    supports = _named((one.id, one.name) for one in plan.supports)
    resources = _named((one.id, one.name) for one in plan.resources)
    providers = _named((one.id, one.name) for one in plan.providers)
    medications = _named((one.id, one.name) for one in plan.medications)
    return {
        "value_id": _named((one.id, one.name) for one in plan.values),
        "aim_id": _named((one.id, one.own_words) for one in plan.aims),
        "strength_id": strengths,
        "strength_ids": strengths,
        "support_ids": supports,
        "helper_id": supports,
        "call_first_id": supports,
        "resource_id": resources,
        "resource_ids": resources,
        "need_ids": _named((one.id, one.own_words) for one in plan.needs),
        "provider_id": providers,
        "prescriber_id": providers,
        "pharmacy_id": providers,
        "relay_to": providers,
        "one_id": providers,
        "other_id": providers,
        "condition_ids": _named((one.id, one.own_words) for one in plan.conditions),
        "medication_id": medications,
        "medication_ids": medications,
        "visit_ids": _named((one.id, one.what_for or one.on.words) for one in plan.visits),
        "skill_ids": _named((one.id, one.name) for one in plan.skills),
    }


def _named(pairs: Iterable[tuple[str, str]]) -> Options:
    return tuple((target, words.strip()) for target, words in pairs if words.strip())
