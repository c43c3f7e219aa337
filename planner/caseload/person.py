"""The person a plan belongs to: what to call them, and how they like to be reached."""

from __future__ import annotations

import re
from datetime import date

from planner.model.choice import Choice
from planner.model.entry import Item, labelled, words
from planner.model.message import say
from planner.model.side import Side
from planner.words.days.day import day_in


class SpokenLanguage(Choice):
    """A language that screen and paper speak."""

    ENGLISH = "en", say("English")
    SPANISH = "es", say("Spanish")


class Person(Item):
    """Somebody who makes a plan here."""

    called: str = words("I like to be called", limit=60)
    """The name you like to hear. It is the one on your plan."""

    full_name: str = words("Full name", limit=120)
    """As it stands on papers. Only the chart uses it."""

    pronouns: str = words("Pronouns", limit=40)
    """She, he, they, or other words you use."""

    born: str = words("Born", limit=40)
    """A day, a year, or nothing."""

    phone: str = words("Phone", limit=60)
    """The number that reaches you best, and when."""

    may_leave_message: bool | None = labelled("May we leave a message?")
    """Others may hear it."""

    language: SpokenLanguage = labelled("Language of your papers", SpokenLanguage.ENGLISH)
    """Your pages are printed in this language."""

    added_on: date
    note_to_find: str = words("A note to find you by", limit=200)
    """Something staff will know you by, such as a program or a room."""


def shown_name(person: Person) -> str:
    """Return the name a screen or a page calls the person by; nothing when none was given yet."""
    return person.called.strip() or person.full_name.strip()


_FULL_DATE = re.compile(
    r"[0-9]+[^0-9]+[0-9]+[^0-9]+[0-9]+|[0-9]+[^0-9]*[^\W\d_]{3,}[^0-9]*[0-9]{2,}|[^\W\d_]{3,}[^0-9]*[0-9]+[^0-9]+[0-9]{2,}"
)
"""A day with its year, however it is written."""


def birth_day(person: Person, today: date, language: str) -> date | None:
    """Return the day of birth, if the words name one."""
    day = day_in(person.born, today, language, past=True) if _FULL_DATE.search(person.born) else None
    return day if day and Side.BACK.holds(day, today) else None


def asks_for_birth_day(person: Person, today: date, language: str) -> bool:
    """Whether a full date was typed that is no day, or that could be two: "31/02/1990", "5/9/1990" in Spanish."""
    return bool(_FULL_DATE.search(person.born)) and birth_day(person, today, language) is None
