"""How today is, what tonight needs, and leaving treatment: the first twenty minutes."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from planner.model.choice import Choice
from planner.model.entry import Entry, Item, ItemId, labelled, words
from planner.model.finding import Finding, Place, Weight
from planner.model.message import Message, say
from planner.model.unit import Unit
from planner.words.reading import CountWords, DayWords

if TYPE_CHECKING:
    from collections.abc import Iterator

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

    bed: Sure | None = labelled("A bed for tonight")
    bed_words: str = words("Where I sleep", limit=160)
    """Where will you sleep tonight?"""

    food: Sure | None = labelled("Something to eat")
    food_words: str = words("What and where", limit=160)
    """What will you eat today, and where?"""

    medicines: Sure | None = labelled("My medicines for the next days")
    medicines_words: str = words("Which, and how many days are left", limit=160)
    """Which ones do you need in the next days?"""

    overdose_help: Sure | None = labelled("Overdose medicine (naloxone) at hand")
    overdose_words: str = words("Where it is, and who knows", limit=160)
    """Naloxone helps against an opioid overdose. It works when others can find it."""


class Leaving(Entry):
    """Leaving treatment, a hospital or jail: the bridge to the first days outside."""

    is_leaving: bool | None = labelled("Are you leaving treatment, a hospital or jail?")
    on: DayWords = labelled("The day I leave", DayWords())
    from_where: str = words("Where I leave from", limit=120)
    """The program, the hospital, the jail."""

    medicine_days: CountWords = labelled("Days of medicine I take with me", CountWords(), unit=Unit.DAYS)
    dose_was_given: bool = labelled("The dose of that day was given there", default=False)
    """Then the days I take with me begin a day later."""

    first_appointment: str = words("My first appointment", limit=160)
    """With whom, and how do you get there?"""

    first_appointment_on: DayWords = labelled("The day of it", DayWords())
    # once it stands among the visits, its words and its day are there (`planner.plan.leaving`)
    visit_id: ItemId | None = labelled("The visit it became")

    appointment_kept: bool | None = labelled("Did you get to it?")
    """It is fine if not. Then we look for a new day."""

    who_calls: str = words("Who makes contact within two days", limit=100)
    """A call in the first two days helps most people stay on track."""

    contact_on: DayWords = labelled("The day of the first contact", DayWords())
    # once they stand among the person's people, their name is there
    support_id: ItemId | None = labelled("The one of my people it is")

    contact_made: bool | None = labelled("Did you hear from them?")
    """If not, we can call now."""

    medicine_goes_on: bool | None = labelled("Do you have your medicine now?")
    """If not, we call now: the prescriber, the pharmacy, or a place that can help today."""


class FollowUp(Item):
    """Who does something that was still open at the end of the first twenty minutes."""

    key: str = ""  # `planner.first_path.still_open.StillOpen.key`

    who: str = words("Who does it, and when", limit=100)
    """You, your counselor, somebody you know."""


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


def leaving_findings(leaving: Leaving) -> Iterator[Finding]:
    """Yield a contact that comes late. What medicine is missing in between is `planner.first_path.bridge`."""
    out, contact = leaving.on.reading, leaving.contact_on.reading
    if leaving.is_leaving and out and contact and contact - out > _CONTACT_WITHIN:
        yield Finding(
            "leaving.contact_late",
            Place("first", field="leaving.contact_on"),
            say("The first contact is more than two days after you leave. Could it be sooner?"),
            say("A short call on the first day is a good start."),
            weight=Weight.SOON,
        )
