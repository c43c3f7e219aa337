"""The days a plan agrees on: the next meeting, and the next try where an answer is still to come."""

from __future__ import annotations

from datetime import date

import pytest

from planner.plan.next_contact import agreed_days, next_contact
from planner.resources.referral import Referral, ReferralStatus
from planner.sessions.closing import Closing
from planner.words.reading import DayWords
from tests.invented import an_id
from tests.planner.making import a_plan

TRY, MEET = date(2026, 12, 1), date(2026, 12, 8)


def agreed(status: ReferralStatus) -> tuple[date, ...]:
    asked = Referral(id=an_id(1), status=status, look_again=DayWords(words="Dec 1", reading=TRY))
    closing = Closing(next_on=DayWords(words="Dec 8", reading=MEET))
    return agreed_days(a_plan().amended(referrals=(asked,), closing=closing))


@pytest.mark.parametrize("status", [ReferralStatus.TO_ASK, ReferralStatus.ASKED, ReferralStatus.WAITING])
def test_the_next_try_is_a_day_agreed_on(status: ReferralStatus) -> None:
    assert agreed(status) == (TRY, MEET)
    assert next_contact(agreed(status), None) == TRY
    assert next_contact(agreed(status), TRY) == MEET


@pytest.mark.parametrize(
    "status", [ReferralStatus.ACCEPTED, ReferralStatus.WENT, ReferralStatus.ENDED, ReferralStatus.NO]
)
def test_what_has_its_answer_is_not_tried_again(status: ReferralStatus) -> None:
    assert agreed(status) == (MEET,)
