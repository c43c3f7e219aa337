"""Why a dose was missed, without blame."""

from __future__ import annotations

from planner.model.choice import Choice
from planner.model.message import say


class WhyMissed(Choice):
    """Why a dose was missed, without blame."""

    FORGOT = "forgot", say("It slipped my mind")
    FELT_BAD = "side effects", say("It made me feel bad")
    FELT_WELL = "felt well", say("I felt well without it")
    NO_RIDE = "no ride", say("No way to get there")
    NO_MONEY = "no money", say("No money for it")
    RAN_OUT = "ran out", say("It ran out")
    HID_IT = "hid it", say("I did not want others to see it")
    TOLD_NOT_TO = "told not to", say("Somebody told me not to take it")
    OTHER = "other", say("Something else")
