"""A way opened to a resource, and what came of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from planner.model.choice import Choice
from planner.model.entry import Item, ItemId, has_text, labelled, words
from planner.model.finding import Finding, Place, Weight
from planner.model.message import say
from planner.model.side import Side
from planner.words.reading import DayWords

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

_ANSWER_WITHIN = timedelta(days=7)


class ReferralStatus(Choice):
    """How far a referral has come. "Sent" is not "served"."""

    TO_ASK = "to ask", say("Still to ask")
    ASKED = "asked", say("Asked, no answer yet")
    WAITING = "waiting list", say("On a waiting list")
    ACCEPTED = "accepted", say("They said yes")
    WENT = "went", say("I went, and it helps")
    ENDED = "ended", say("It is over, and it helped")
    NO = "did not work out", say("It did not work out")


HELPED = frozenset((ReferralStatus.WENT, ReferralStatus.ENDED))
"""It came to help."""


class Reason(Choice):
    """Why a referral did not lead to help."""

    NO_FUNDS = "no funds", say("No money or no place left")
    NOT_ELIGIBLE = "not eligible", say("It was not for me by their rules")
    NO_REPLY = "no reply", say("Nobody answered")
    NO_RIDE = "no ride", say("No way to get there")
    NOT_WANTED = "not wanted", say("I did not want it after all")
    OTHER = "other", say("Something else")


class Referral(Item):
    """One request to one resource, with its outcome and the reason for it."""

    resource_id: ItemId | None = labelled("To")
    asked_on: DayWords = labelled("Asked on", DayWords(), side=Side.BACK)
    asked_by: str = words("Who asks", limit=60)
    """You, your counselor, or both at the desk together."""

    status: ReferralStatus = labelled("How far", ReferralStatus.TO_ASK)
    reason: Reason | None = labelled("What got in the way")
    own_words: str = words("What happened", limit=200)
    """What did they say? How was it for you?"""

    look_again: DayWords = labelled("We ask again on", DayWords())

    @property
    def is_waiting(self) -> bool:
        """Whether an answer is still to come."""
        return self.status in {ReferralStatus.TO_ASK, ReferralStatus.ASKED, ReferralStatus.WAITING}


def last_by_resource(referrals: Iterable[Referral]) -> dict[str, Referral]:
    """Return the last word on each resource."""
    return {referral.resource_id: referral for referral in referrals if referral.resource_id}


def fell_through(referrals: Iterable[Referral]) -> frozenset[str]:
    """Return the ids of the resources that did not work out, as far as the last word on each says so."""
    last = last_by_resource(referrals)
    return frozenset(resource for resource, referral in last.items() if referral.status is ReferralStatus.NO)


def not_yet_open(referrals: Iterable[Referral]) -> dict[str, ReferralStatus]:
    """Return the resources whose answer is still to come, each with how far it is."""
    last = last_by_resource(referrals)
    return {resource: referral.status for resource, referral in last.items() if referral.is_waiting}


def referral_findings(referral: Referral, today: date) -> Iterator[Finding]:
    """Yield what is ready to be asked again, and the reason still open where it did not work out."""
    asked, again = referral.asked_on.reading, referral.look_again.reading
    if referral.is_waiting and again and again <= today:
        yield Finding(
            "referral.again",
            Place("resources", referral.id, "look_again"),
            say("This is ready to look at again. What have you heard?"),
            say("A call together often helps."),
            weight=Weight.SOON,
        )
    elif referral.status is ReferralStatus.ASKED and asked and today - asked >= _ANSWER_WITHIN and not again:
        yield Finding(
            "referral.waiting",
            Place("resources", referral.id, "status"),
            say("A week has gone by without an answer. Do you want to ask again?"),
            say("Call together, or look for another place."),
            weight=Weight.SOON,
        )
    if referral.status is ReferralStatus.NO and referral.reason is None and not has_text(referral.own_words):
        yield Finding(
            "referral.reason",
            Place("resources", referral.id, "reason"),
            say("What got in the way?"),
            say("Knowing it helps to choose the next place."),
        )
