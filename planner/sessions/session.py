"""A session, when the two sit down together, and a contact, when they are in touch between sessions."""

from __future__ import annotations

from datetime import date

from planner.model.choice import Choice
from planner.model.entry import Item, ItemId, labelled, words
from planner.model.instant import Instant, local_day
from planner.model.message import say
from planner.sessions.closing import HowMet


class SessionKind(Choice):
    """What a session is for. From the second one on, each begins with the check-in."""

    SESSION = "session", say("Session")
    FIRST_PATH = "first path", say("The first twenty minutes")


class Session(Item):
    """One sitting; it ends with a revision of the plan."""

    person_id: ItemId
    kind: SessionKind = labelled("Kind", SessionKind.SESSION)
    how: HowMet = labelled("How we meet", HowMet.IN_PERSON)
    started: Instant
    finished: Instant | None = None
    met_on: date | None = labelled("The day you last met")
    """A session can stay open over days. Where nobody says otherwise, it is the day it began."""
    author: str = words("Counselor", limit=80)
    """Who sits with the person. Your name stands on the chart."""

    number: int = 0
    """Counted for each person from 1; the store gives the number when the session begins."""

    def last_met_on(self, zone: str) -> date:
        """Return the day the two last met in it, by the agency's clock."""
        return self.met_on or local_day(self.started, zone)


class ContactKind(Choice):
    """How the two were in touch."""

    CALL = "call", say("Call")
    TEXT = "text", say("Text")
    RIDE = "ride", say("Ride")
    VISIT = "visit", say("Visit")
    NO_ANSWER = "no answer", say("No answer")


class Contact(Item):
    """One contact between sessions, noted in under a minute."""

    person_id: ItemId
    at: Instant
    kind: ContactKind = labelled("What it was", ContactKind.CALL)
    note: str = words("Note", limit=300)
    """What did you hear? The next check-in starts from it."""

    by: str = words("By", limit=80)
    """Who was in touch."""

    @property
    def reached(self) -> bool:
        """Whether the two spoke or met; a call nobody answered does not count as having been seen."""
        return self.kind is not ContactKind.NO_ANSWER
