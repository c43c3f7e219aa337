"""How today is, what tonight needs, and leaving treatment: the first twenty minutes."""

from __future__ import annotations

from planner.choice import Choice
from planner.entry import Entry, choice, words
from planner.message import say
from planner.reading import CountWords, DayWords


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
    food: Sure | None = choice("Something to eat")
    food_words: str = words("What and where", limit=160)
    medicines: Sure | None = choice("My medicines for the next days")
    medicines_words: str = words("Which, and how many days are left", limit=160)
    overdose_help: Sure | None = choice("Overdose medicine (naloxone) at hand")
    overdose_words: str = words("Where it is, and who knows", limit=160)


class Leaving(Entry):
    """Leaving treatment, a hospital or jail: the bridge to the first days outside."""

    is_leaving: bool | None = choice("Are you leaving treatment, a hospital or jail?")
    on: DayWords = choice("The day I leave", DayWords())
    from_where: str = words("From where", limit=120)
    medicine_days: CountWords = choice("Days of medicine I take along", CountWords())
    first_appointment: str = words("My first appointment", limit=160)
    """With whom, which day, and how do you get there?"""

    who_calls: str = words("Who makes contact within two days", limit=100)
    """A call in the first two days helps most people stay on track."""

    contact_on: DayWords = choice("On", DayWords())
