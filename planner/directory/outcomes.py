"""What came of asking at a place, counted over everybody in the agency: how it bears on the order, and what is said.

Only counts are here, and none is said or used before five people had an outcome: of one or two, somebody could be
recognized.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planner.model.message import Message, say
from planner.resources.referral import HELPED, Reason, ReferralStatus, last_by_resource

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planner.plan.plan import Plan

SMALLEST_CELL = 5
"""Fewer people than these are neither shown nor counted on: the usual smallest cell of health statistics."""

EVEN_ODDS, AS_MANY_AS = 0.5, 5
"""Before anything is known a place is taken to help every second person, as firmly as if five had been there."""

LEARNED = 24
"""Points between a place that always helps and one that never does, as far as anybody can know: the kind of help and
the words asked for stay stronger."""


@dataclass(frozen=True, slots=True)
class Outcomes:
    """How many people a place helped, how many it did not, and why not."""

    helped: int = 0
    not_helped: int = 0
    reasons: Mapping[str, int] = field(default_factory=dict[str, int])
    """By the value of a `Reason`."""

    @property
    def ended(self) -> int:
        """How many people's asking came to an end."""
        return self.helped + self.not_helped


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one person's asking at one entry."""

    service_id: str
    helped: bool
    reason: str = ""


def outcomes_of(plan: Plan) -> Iterator[Outcome]:
    """Yield what a plan says came of asking at entries of the directory, by the last word on each.

    That somebody did not want it after all says nothing about the place.
    """
    last = last_by_resource(plan.referrals)
    found: dict[str, Outcome] = {}
    for place in plan.resources:
        referral = last.get(place.id)
        if not place.listing_id or referral is None or referral.reason is Reason.NOT_WANTED:
            continue
        if referral.status in HELPED:
            found[place.listing_id] = Outcome(place.listing_id, helped=True)
        elif referral.status is ReferralStatus.NO:
            reason = referral.reason.value if referral.reason else ""
            found.setdefault(place.listing_id, Outcome(place.listing_id, helped=False, reason=reason))
    yield from found.values()


def learned(outcomes: Outcomes) -> float:
    """Return the points an entry gains or loses by what came of asking there; none before five people.

    The share that was helped is drawn toward even odds by as many people again (a beta prior), so that five good
    outcomes do not outweigh fifty.
    """
    if outcomes.ended < SMALLEST_CELL:
        return 0.0
    share = (outcomes.helped + EVEN_ODDS * AS_MANY_AS) / (outcomes.ended + AS_MANY_AS)
    return round(LEARNED * (share - EVEN_ODDS), 3)


def in_words(outcomes: Outcomes) -> Message | None:
    """Return what came of asking, without a number; a reason only where five people met it."""
    points = learned(outcomes)
    if points > 0:
        return say("It helped most of those we sent there")
    if points == 0:
        return None
    reason, most = max(outcomes.reasons.items(), key=lambda cell: (cell[1], cell[0]), default=("", 0))
    if reason and most >= SMALLEST_CELL:
        return say("It often did not work out for those we sent: {why}", why=Reason(reason).label)
    return say("It often did not work out for those we sent")
