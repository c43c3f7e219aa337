"""A way opened to a resource, and what came of it."""

from __future__ import annotations

from planner.choice import Choice
from planner.entry import Item, ItemId, choice, words
from planner.message import say
from planner.reading import DayWords


class ReferralStatus(Choice):
    """How far a referral has come. "Sent" is not "served"."""

    TO_ASK = "to ask", say("Still to ask")
    ASKED = "asked", say("Asked, no answer yet")
    WAITING = "waiting list", say("On a waiting list")
    ACCEPTED = "accepted", say("They said yes")
    WENT = "went", say("I went, and it helps")
    NO = "did not work out", say("It did not work out")


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

    resource_id: ItemId | None = choice("To")
    asked_on: DayWords = choice("Asked on", DayWords(), looks_back=True)
    asked_by: str = words("Who asks", limit=60)
    """You, your counselor, or both at the desk together."""

    status: ReferralStatus = choice("How far", ReferralStatus.TO_ASK)
    reason: Reason | None = choice("What got in the way")
    own_words: str = words("What happened", limit=200)
    look_again: DayWords = choice("We ask again on", DayWords())
