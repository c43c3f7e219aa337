"""How today is, what tonight needs, and leaving treatment: the first twenty minutes."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from planner.choice import Choice
from planner.entry import Entry, choice, words
from planner.finding import Finding, Place, Weight
from planner.message import Message, say
from planner.reading import CountWords, DayWords

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

_CONTACT_WITHIN = timedelta(days=2)
"""The days right after leaving are the hardest; a contact then helps people to stay on track."""


class Sure(Choice):
    """Whether something is there tonight."""

    YES = "yes", say("Yes")
    UNSURE = "not sure", say("Not sure")
    NO = "no", say("Not yet")


class Tonight(Entry):
    """How today is, and what has to be there before night."""

    how_today: str = words("How is today?", limit=300)
    """How did you get here today, and how is it going?"""

    bed: Sure | None = choice("A bed for tonight")
    bed_words: str = words("Where I sleep", limit=160)
    """Where will you sleep tonight?"""

    food: Sure | None = choice("Something to eat")
    food_words: str = words("What and where", limit=160)
    """What will you eat today, and where?"""

    medicines: Sure | None = choice("My medicines for the next days")
    medicines_words: str = words("Which, and how many days are left", limit=160)
    """Which ones do you need in the next days?"""

    overdose_help: Sure | None = choice("Overdose medicine (naloxone) at hand")
    overdose_words: str = words("Where it is, and who knows", limit=160)
    """Naloxone helps against an opioid overdose. It works when others can find it."""


class Leaving(Entry):
    """Leaving treatment, a hospital or jail: the bridge to the first days outside."""

    is_leaving: bool | None = choice("Are you leaving treatment, a hospital or jail?")
    on: DayWords = choice("The day I leave", DayWords())
    from_where: str = words("Where I leave from", limit=120)
    """The program, the hospital, the jail."""

    medicine_days: CountWords = choice("Days of medicine I take with me", CountWords())
    first_appointment: str = words("My first appointment", limit=160)
    """With whom, and how do you get there?"""

    first_appointment_on: DayWords = choice("The day of it", DayWords())

    who_calls: str = words("Who makes contact within two days", limit=100)
    """A call in the first two days helps most people stay on track."""

    contact_on: DayWords = choice("The day of the first contact", DayWords())


_NOT_THERE_YET = {
    "bed": (
        say("A bed for tonight is not sure yet. Who could we call now?"),
        say("A shelter line, a friend, a program: we can call together."),
    ),
    "food": (
        say("Something to eat is not sure yet. Where could you get it today?"),
        say("A pantry, a meal program, somebody who cooks."),
    ),
    "medicines": (
        say("Your medicines for the next days are not sure yet. Who could we call now?"),
        say("The pharmacy, the prescriber, or the place you come from."),
    ),
}


def tonight_findings(tonight: Tonight) -> Iterator[Finding]:
    """Yield what has to be found before night, the bed first."""
    for name, (says, try_this) in _NOT_THERE_YET.items():
        if getattr(tonight, name) in {Sure.NO, Sure.UNSURE}:
            yield _before_night(name, says, try_this)


def _before_night(name: str, says: Message, try_this: Message) -> Finding:
    weight = Weight.TONIGHT + (1 if name == "bed" else 0)
    return Finding(f"tonight.{name}", Place("first", field=f"tonight.{name}"), says, try_this, weight=weight)


def leaving_findings(leaving: Leaving, today: date) -> Iterator[Finding]:
    """Yield the gaps of the first days outside: medicine, and a contact that comes late."""
    out, seen, contact = leaving.on.reading, leaving.first_appointment_on.reading, leaving.contact_on.reading
    if leaving.is_leaving is not True or not out:
        return
    if _medicine_ends_first(leaving, out, seen) and seen and seen >= today:
        yield Finding(
            "leaving.medicine_gap",
            Place("first", field="leaving.medicine_days"),
            say("The medicine ends before the first appointment. Who can help to bridge these days?"),
            say("Ask for more days before you leave, or for an earlier appointment."),
            weight=Weight.SAFETY,
        )
    if contact and contact - out > _CONTACT_WITHIN:
        yield Finding(
            "leaving.contact_late",
            Place("first", field="leaving.contact_on"),
            say("The first contact is more than two days after you leave. Could it be sooner?"),
            say("A short call on the first day is a good start."),
            weight=Weight.SOON,
        )


def _medicine_ends_first(leaving: Leaving, out: date, seen: date | None) -> bool:
    days = leaving.medicine_days.reading
    return seen is not None and days is not None and days < (seen - out).days
