"""Something that comes round every week and gives it a shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.model.choice import Choice
from planner.model.daily_life import Transport
from planner.model.entry import Item, has_text, labelled, words
from planner.model.finding import Finding, Place, Weight
from planner.model.message import say
from planner.words.reading import TimeWords

if TYPE_CHECKING:
    from collections.abc import Iterator


class Weekday(Choice):
    """A day of the week; `MON` is the first."""

    MON = "mon", say("Monday")
    TUE = "tue", say("Tuesday")
    WED = "wed", say("Wednesday")
    THU = "thu", say("Thursday")
    FRI = "fri", say("Friday")
    SAT = "sat", say("Saturday")
    SUN = "sun", say("Sunday")


class RoutineKind(Choice):
    """What a routine is for."""

    MEETING = "meeting", say("Meeting or group")
    WORK = "work", say("Work or learning")
    CARE = "care", say("Care and appointments")
    SLEEP = "sleep", say("Sleep")
    MEAL = "meal", say("Meals")
    MOVE = "movement", say("Moving")
    CALM = "calm", say("A calm moment")
    PEOPLE = "people", say("Time with people")
    HOME = "home", say("Home and chores")


class Routine(Item):
    """One regular thing in the week."""

    own_words: str = words("What I do", limit=100)
    """Sleep, meals, meetings, a walk, a quiet half hour."""

    kind: RoutineKind | None = labelled("What it is for")
    days: tuple[Weekday, ...] = labelled("On which days", ())
    starts: TimeWords = labelled("From", TimeWords())
    """Like 9 am or 18:30."""

    ends: TimeWords = labelled("Until", TimeWords())
    place: str = words("Where", limit=120)
    transport: Transport | None = labelled("How I get there")
    transport_words: str = words("The way there", limit=120)


def routine_findings(routine: Routine) -> Iterator[Finding]:
    """Yield what would place a routine in the week."""
    if has_text(routine.own_words) and not routine.days:
        yield Finding(
            "routine.days",
            Place("skills", routine.id, "days"),
            say("On which days?"),
            say("Then it shows in your week."),
            weight=Weight.READING,
        )
