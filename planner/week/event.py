"""Something in the week: what it is, on which day, from when until when, and where in the plan it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING

from planner.model.choice import Choice
from planner.model.message import say
from planner.skills.routine import RoutineKind
from planner.words.part_of_day import PartOfDay, part_at

if TYPE_CHECKING:
    from planner.model.path import FieldPath

_A_DAY, _AN_HOUR = 24 * 60, 60


class EventKind(Choice):
    """What something in the week is."""

    MEETING = "meeting", RoutineKind.MEETING.label
    WORK = "work", RoutineKind.WORK.label
    CARE = "care", RoutineKind.CARE.label
    SLEEP = "sleep", RoutineKind.SLEEP.label
    MEAL = "meal", RoutineKind.MEAL.label
    MOVE = "movement", RoutineKind.MOVE.label
    CALM = "calm", RoutineKind.CALM.label
    PEOPLE = "people", RoutineKind.PEOPLE.label
    HOME = "home", RoutineKind.HOME.label
    SERVICE = "service", say("Service")
    OTHER = "other", say("Something else")
    VISIT = "visit", say("Visit")
    SESSION = "session", say("We meet again")
    DOSE = "dose", say("Medicine")
    SHOT = "shot", say("Shot due")
    LAST_PILLS = "last pills", say("Last day of a medicine")
    BILL = "bill", say("Bill due")
    TRAVEL = "travel", say("The way there")


FITS_INSIDE = frozenset(
    {EventKind.MEAL, EventKind.CALM, EventKind.DOSE, EventKind.SHOT, EventKind.LAST_PILLS, EventKind.BILL}
)
"""A meal at work and a quiet moment in between are no clash, and a dose or a bill takes no time of its own."""


TOLD_WITH_KIND = frozenset({EventKind.TRAVEL, EventKind.SHOT, EventKind.LAST_PILLS, EventKind.BILL, EventKind.SESSION})
"""Whose title alone does not say what it is: a name of a medicine, of a bill, of somebody."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something on a day. A night is one event: it stands on the day it begins and ends on the next."""

    day: date
    title: str
    kind: EventKind
    section: str
    item: str
    starts: time | None = None
    ends: time | None = None
    part_named: PartOfDay | None = None
    """The part of the day, where words name one and no hour."""

    when: str = ""
    """The words for an hour that could not be read."""

    place: str = ""
    way: str = ""
    minutes_there: int | None = None
    """How long the way takes, where one length was said."""

    @property
    def path(self) -> FieldPath:
        """Where in the plan it comes from."""
        return (self.section, self.item) if self.item else (self.section,)

    @property
    def part(self) -> PartOfDay | None:
        """The part of the day it begins in, as far as an hour or words tell."""
        return self.part_named if self.starts is None else part_at(self.starts)

    @property
    def yields(self) -> bool:
        """Whether it fits inside something else, or has no hour that anything could fall on."""
        return self.kind in FITS_INSIDE or self.starts is None

    @property
    def span(self) -> tuple[int, int]:
        """From which minute until which one, counted from the first day there is; without an end it takes a minute."""
        start = self.starts or time()
        begins = self.day.toordinal() * _A_DAY + _minutes(start)
        if self.ends is None:
            return begins, begins + 1
        lasts = (_minutes(self.ends) - _minutes(start)) % _A_DAY
        return begins, begins + (lasts or _A_DAY)

    def meets(self, other: Event) -> bool:
        """Whether the two share a minute."""
        (start, end), (other_start, other_end) = self.span, other.span
        return start < other_end and other_start < end


def _minutes(at: time) -> int:
    return at.hour * _AN_HOUR + at.minute


def way_to(event: Event) -> Event | None:
    """Return the way to something as an event of its own, where an hour and one length were said.

    The way back is nobody's guess: where one goes from there is not known.
    """
    if event.starts is None or not event.minutes_there:
        return None
    leaves = event.span[0] - event.minutes_there
    day, minute = divmod(leaves, _A_DAY)
    if day < 1:
        return None
    return Event(
        date.fromordinal(day),
        event.title,
        EventKind.TRAVEL,
        event.section,
        event.item,
        time(*divmod(minute, _AN_HOUR)),
        event.starts,
        way=event.way,
    )
