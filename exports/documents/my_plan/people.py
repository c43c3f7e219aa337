"""Who is with the person, and which places help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.page.line import joined
from exports.page.section import filled_table
from planner.care_team.calling import to_call
from planner.plan.plan import SessionPath
from planner.resources.referral import fell_through, not_yet_open
from planner.resources.support import Nearness

if TYPE_CHECKING:
    from exports.documents.reader import Reader
    from exports.page.blocks import Block

_NEARNESS = [*Nearness, None]


def people(reader: Reader) -> tuple[Block, ...]:
    """The support circle, the nearest first. On the first page, those to call stand on the card for a hard hour."""
    t, plan = reader.t, reader.plan
    on_the_card = to_call(plan) if plan.path is SessionPath.FIRST else ()
    above = plan.leaving.support_id if plan.path is SessionPath.FIRST else None
    others = [support for support in plan.supports if support not in on_the_card and support.id != above]
    near_first = sorted(others, key=lambda support: _NEARNESS.index(support.nearness))
    rows = [
        (support.name, joined(support.phone, support.reach), support.helps_with)
        for support in near_first
        if support.name.strip()
    ]
    return filled_table((t("Who"), t("How to reach them"), t("What I can ask for")), rows)


def places(reader: Reader) -> tuple[Block, ...]:
    """The few services of today; what can wait, and what did not work out, stays off the page.

    Where an answer is still to come, it says so: nobody should stand at a door that is not open yet.
    """
    t = reader.t
    failed, waits = fell_through(reader.plan.referrals), not_yet_open(reader.plan.referrals)
    rows = [
        (
            joined(place.name, place.what, t.show(waits.get(place.id))),
            joined(place.phone, place.address, place.hours),
            joined(place.ask_for, place.bring),
            reader.way_to(place),
        )
        for place in reader.plan.resources
        if place.is_now and place.id not in failed
    ]
    return filled_table((t("Place"), t("Phone and hours"), t("Ask for, and bring"), t("How I get there")), rows)
