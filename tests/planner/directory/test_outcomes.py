"""What came of asking: counted, never before five people, and drawn toward even odds."""

from __future__ import annotations

import pytest

from planner.directory.outcomes import LEARNED, Outcome, Outcomes, in_words, learned, outcomes_of
from planner.model.message import Message
from planner.plan.plan import Plan
from planner.resources.referral import Reason, Referral, ReferralStatus
from planner.resources.resource import Resource
from tests.invented import an_id

SHELTER = Resource(id=an_id(1), name="Night Shelter", listing_id=an_id(11))
BY_HAND = Resource(id=an_id(2), name="Aunt Mary's church")


def asked(status: ReferralStatus, reason: Reason | None = None, at: Resource = SHELTER, number: int = 20) -> Referral:
    return Referral(id=an_id(number), resource_id=at.id, status=status, reason=reason)


def said(*referrals: Referral) -> list[Outcome]:
    plan = Plan(id=an_id(3), person_id=an_id(4), resources=(SHELTER, BY_HAND), referrals=referrals)
    return list(outcomes_of(plan))


@pytest.mark.parametrize(
    ("referrals", "found"),
    [
        ([], []),
        ([asked(ReferralStatus.WAITING)], []),
        ([asked(ReferralStatus.ACCEPTED)], []),
        ([asked(ReferralStatus.WENT)], [Outcome(an_id(11), helped=True)]),
        ([asked(ReferralStatus.ENDED)], [Outcome(an_id(11), helped=True)]),
        (
            [asked(ReferralStatus.NO, Reason.NO_FUNDS)],
            [Outcome(an_id(11), helped=False, reason="no funds")],
        ),
        ([asked(ReferralStatus.NO, Reason.NOT_WANTED)], []),
        ([asked(ReferralStatus.WENT, at=BY_HAND)], []),
        (
            [asked(ReferralStatus.NO, number=20), asked(ReferralStatus.WENT, number=21)],
            [Outcome(an_id(11), helped=True)],
        ),
    ],
    ids=[
        "nobody asked",
        "waiting",
        "a yes is no help yet",
        "went",
        "over",
        "no",
        "not wanted after all",
        "a place of one's own",
        "the last word counts",
    ],
)
def test_an_outcome_is_the_last_word_on_a_place_of_the_directory(
    referrals: list[Referral], found: list[Outcome]
) -> None:
    assert said(*referrals) == found


@pytest.mark.parametrize(("helped", "not_helped"), [(0, 0), (4, 0), (0, 4), (2, 2)])
def test_of_fewer_than_five_people_nothing_is_said_or_learned(helped: int, not_helped: int) -> None:
    few = Outcomes(helped, not_helped, {"no funds": not_helped})
    assert learned(few) == 0
    assert in_words(few) is None


def test_what_helped_more_often_gains_more_and_many_weigh_more_than_five() -> None:
    ranked = [Outcomes(0, 50), Outcomes(0, 5), Outcomes(3, 3), Outcomes(5, 0), Outcomes(50, 0)]
    points = [learned(one) for one in ranked]
    assert points == sorted(points)
    assert points[2] == 0
    assert -LEARNED / 2 < points[0] < points[1] < 0 < points[3] < points[4] < LEARNED / 2


def test_a_reason_is_named_only_where_five_people_met_it() -> None:
    most, few = {"no funds": 5, "no ride": 1}, {"no funds": 4, "no ride": 3}
    assert "No money or no place left" in told(Outcomes(1, 6, most))
    assert "No money" not in told(Outcomes(1, 7, few))
    assert "helped most" in told(Outcomes(6, 1, {}))


def told(outcomes: Outcomes) -> str:
    found = in_words(outcomes)
    assert isinstance(found, Message)
    return str(found)
