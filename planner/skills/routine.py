"""Something that comes round every week and gives it a shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.model.choice import Choice
from planner.model.daily_life import Transport
from planner.model.entry import Item, ItemId, has_text, labelled, words
from planner.model.finding import Finding, Place, Weight
from planner.model.message import Message, say
from planner.words.reading import DayWords, TimeWords
from planner.words.recurrence import Recurrence, recurrence_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


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
    how_often: str = words("How often", limit=80)
    """Leave it open for every week. Else: every other week, the first Monday of the month."""

    next_on: DayWords = labelled("The next time", DayWords())
    """For what does not come every week, or begins later."""

    resource_id: ItemId | None = labelled("At which of your places")
    place: str = words("Where", limit=120)
    transport: Transport | None = labelled("How I get there")
    transport_words: str = words("The way there", limit=120)

    @property
    def recurrence(self) -> Recurrence | None:
        """How often it comes round, as far as its words were read."""
        return recurrence_in(self.how_often)

    @property
    def weekdays(self) -> frozenset[int]:
        """The days chosen, Monday as 0."""
        return frozenset(_WEEKDAYS.index(day) for day in self.days)

    def falls_on(self, first: date, last: date) -> tuple[date, ...]:
        """Return the days on which it comes round; none while a question is open on which days that is."""
        found = self.recurrence
        if found is None or open_question(self):
            return ()
        return found.falls_on(first, last, self.weekdays, self.next_on.reading)


_WEEKDAYS = tuple(Weekday)


def open_question(routine: Routine) -> tuple[str, str, Message, Message] | None:
    """Return what has to be known to say on which days it falls: a code, a field, the question and what would help."""
    found = routine.recurrence
    if found is None:
        return _ASK_HOW_OFTEN
    needs_weekdays = found.unit == "week" and not found.weekdays
    if needs_weekdays and not routine.days:
        return _ASK_DAYS
    if found.weekdays and routine.days and not found.ranks and found.weekdays != routine.weekdays:
        return _ASK_WHICH_DAYS
    if (found.needs_a_day or has_text(routine.next_on.words)) and routine.next_on.reading is None:
        return _ASK_NEXT
    return _ASK_NEXT_AGAIN if routine.next_on.reading and not _begins_on_its_day(routine, found) else None


def _begins_on_its_day(routine: Routine, found: Recurrence) -> bool:
    first = routine.next_on.reading
    if first is None or (not found.needs_a_day and not found.ranks):
        return True
    return bool(found.falls_on(first, first, routine.weekdays, first))


_ASK_DAYS = ("days", "days", say("On which days?"), say("Then it shows in your week."))
_ASK_HOW_OFTEN = (
    "how_often",
    "how_often",
    say("How often does it come round?"),
    say("Like: every other Friday, or the first Monday of the month."),
)
_ASK_WHICH_DAYS = (
    "which_days",
    "days",
    say("Two sets of days stand here. Which one is right?"),
    say("The days you chose, or those in your words."),
)
_ASK_NEXT = (
    "next_on",
    "next_on",
    say("On which day is the next one?"),
    say("From that day on the others can be counted."),
)
_ASK_NEXT_AGAIN = (
    "next_on_fits",
    "next_on",
    say("The next time does not fit how often it is. Which day is it?"),
    say("A day on which it really takes place."),
)


def routine_findings(routine: Routine) -> Iterator[Finding]:
    """Yield what would place a routine in the week."""
    asked = open_question(routine) if has_text(routine.own_words) else None
    if asked:
        code, field, says, try_this = asked
        where = Place("skills", routine.id, field)
        yield Finding(f"routine.{code}", where, says, try_this, weight=Weight.READING)
