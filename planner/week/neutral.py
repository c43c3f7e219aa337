"""A week in words that tell a stranger nothing: for a calendar on a phone, and for a paper that others may find."""

from __future__ import annotations

from planner.model.message import say
from planner.week.event import EventKind

_VISIT = say("A visit")
_ERRAND = say("Errand")

NEUTRAL = {
    EventKind.MEETING: _VISIT,
    EventKind.SERVICE: _VISIT,
    EventKind.CARE: _VISIT,
    EventKind.VISIT: _VISIT,
    EventKind.SESSION: _VISIT,
    EventKind.SHOT: _VISIT,
    EventKind.WORK: say("Work"),
    EventKind.SLEEP: say("Sleep"),
    EventKind.MEAL: say("Meal"),
    EventKind.MOVE: say("Exercise"),
    EventKind.CALM: say("Quiet time"),
    EventKind.PEOPLE: say("Time with people"),
    EventKind.HOME: say("At home"),
    EventKind.OTHER: say("Plans"),
    EventKind.DOSE: say("Reminder"),
    EventKind.LAST_PILLS: _ERRAND,
    EventKind.BILL: _ERRAND,
    EventKind.TRAVEL: say("On the way"),
}
"""What each kind of event is called. No name, no place, no medicine."""
