"""Who is with the person, and which places help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.said import joined, said_way
from exports.section import filled_table
from planner.support import Nearness

if TYPE_CHECKING:
    from datetime import date

    from exports.blocks import Block
    from planner.language import Language
    from planner.plan import Plan
    from planner.support import Support

_NEARNESS = [*Nearness, None]


def people(plan: Plan, _today: date, t: Language) -> tuple[Block, ...]:
    """The support circle, the nearest first."""
    near_first = sorted(plan.supports, key=lambda support: _NEARNESS.index(support.nearness))
    rows = [(support.name, support.phone, support.helps_with) for support in near_first if support.name.strip()]
    return filled_table((t("Who"), t("How to reach them"), t("What I can ask for")), rows)



def places(plan: Plan, _today: date, t: Language) -> tuple[Block, ...]:
    """The few services of today; what can wait stays off the page."""
    rows = [
        (
            joined(place.name, place.what),
            joined(place.phone, place.address, place.hours),
            joined(place.ask_for, place.bring),
            said_way(place.transport, place.transport_words, t),
        )
        for place in plan.resources
        if place.is_now
    ]
    return filled_table((t("Place"), t("Phone and hours"), t("Ask for, and bring"), t("How I get there")), rows)
