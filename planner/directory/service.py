"""One entry of the directory: a service at a place, or a meeting; and what this agency knows beside it.

What a feed does not say stays open: an entry without hours is not "always open", and one that says nothing about
medication is not "welcome".
"""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from planner.model.choice import Choice
from planner.model.daily_life import Area
from planner.model.entry import Entry, Item, labelled, words
from planner.model.message import Message, say

if TYPE_CHECKING:
    from collections.abc import Iterable

_NAMESPACE = UUID("5f0c2f5e-6f0e-4c1c-9a55-2d0c6f1f7a11")

FRESH = timedelta(days=180)
"""After half a year a listing is worth a call; the same as for a place in a plan."""

AGENCY_FEED = "agency"
"""The feed of what the agency wrote down itself."""


class ServiceKind(Choice):
    """What an entry is."""

    SERVICE = "service", say("Service")
    MEETING = "meeting", say("Meeting")


class Cost(Choice):
    """What it costs, as far as the listing says."""

    FREE = "free", say("Free")
    SLIDING = "sliding scale", say("By income")
    FEE = "fee", say("There is a fee")


class Stance(Choice):
    """Whether a group or a home rests on faith."""

    FAITH = "faith-based", say("Faith-based")
    SECULAR = "secular", say("Secular")


class OpenHours(Entry):
    """One stretch of a week in which somebody is there; Monday is 0. An end before the beginning is on the next day."""

    day: int
    opens: time | None = None
    closes: time | None = None


class Service(Item):
    """One service at one place, or one meeting, as its feed tells it. Every text is plain text."""

    feed: str  # the name of the feed it came from, or `AGENCY_FEED`

    feed_id: str = ""
    kind: ServiceKind = ServiceKind.SERVICE
    name: str = words("Name", limit=100)
    organization: str = words("Who runs it", limit=100)
    about: str = words("What they do", limit=600)
    terms: tuple[str, ...] = labelled("Listed under", ())
    areas: tuple[Area, ...] = labelled("What it is for", ())
    types: tuple[str, ...] = labelled("Kind of meeting", ())  # codes of `library.meeting_types`

    phone: str = words("Phone", limit=30)
    url: str = words("Website", limit=200)
    address: str = words("Where", limit=160)
    city: str = words("Town", limit=60)
    state: str = words("State", limit=30)
    postal_code: str = words("ZIP", limit=12)
    latitude: float | None = None
    longitude: float | None = None

    hours: tuple[OpenHours, ...] = labelled("When they are open", ())
    hours_words: str = words("When they are open", limit=160)
    by_appointment: bool = labelled("By appointment", default=False)
    zone: str = ""
    languages: tuple[str, ...] = labelled("Languages", ())  # codes of ISO 639; sign language is "asl"

    cost: Cost | None = labelled("What it costs")
    cost_words: str = words("What it costs", limit=160)
    eligibility: str = words("Who it is for", limit=300)
    bring: str = words("What to bring", limit=160)
    how_to_start: str = words("How to start", limit=200)
    accessible: bool | None = labelled("Accessible")
    access_words: str = words("Access", limit=160)
    online: bool = labelled("By phone or online", default=False)
    in_person: bool = labelled("In person", default=True)
    stance: Stance | None = labelled("Faith-based or secular")
    medication_welcome: bool | None = labelled("People on medication are welcome")
    paused: bool = labelled("Closed for now", default=False)
    checked_on: date | None = labelled("Last checked")


class AgencyNote(Entry):
    """What this agency knows about an entry; it stays when the feed is read again."""

    service_id: str
    ask_for: str = words("Ask for", limit=80)
    words: str = words("What we know", limit=300)
    medication_welcome: bool | None = labelled("People on medication are welcome")
    stance: Stance | None = labelled("Faith-based or secular")
    checked_on: date | None = labelled("We last checked this on")
    hidden: bool = labelled("We do not send people there", default=False)


class Listing(Entry):
    """An entry with what the agency knows beside it."""

    service: Service
    note: AgencyNote | None = None

    @property
    def medication_welcome(self) -> bool | None:
        """What the agency found out counts more than what a feed says."""
        known = self.note.medication_welcome if self.note else None
        return self.service.medication_welcome if known is None else known

    @property
    def stance(self) -> Stance | None:
        """Faith-based or secular, the agency's word first."""
        return (self.note.stance if self.note else None) or self.service.stance

    @property
    def checked_on(self) -> date | None:
        """The latest day on which anybody checked it."""
        days = (self.service.checked_on, self.note.checked_on if self.note else None)
        return max((day for day in days if day), default=None)


def service_id(feed: str, feed_id: str) -> str:
    """Return the id an entry keeps for as long as its feed calls it the same."""
    return str(uuid5(_NAMESPACE, f"{feed}\n{feed_id}"))


def is_old(listing: Listing, today: date) -> bool:
    """Whether a listing is worth a call before anybody sets out; one that nobody dated is."""
    return listing.checked_on is None or today - listing.checked_on > FRESH


def call_first(listing: Listing, today: date) -> Message | None:
    """Return why to call before going, in words; nothing where the listing is fresh and has its hours."""
    service = listing.service
    if service.paused:
        return say("Closed for now: call first")
    if not service.hours and not service.hours_words:
        return say("By appointment: call first") if service.by_appointment else say("Hours not listed: call first")
    if is_old(listing, today):
        checked = listing.checked_on
        return say("Last checked on {day}: call first", day=checked) if checked else say("Not checked yet: call first")
    return None


def open_days(service: Service) -> frozenset[int]:
    """Return the weekdays on which it is open, Monday as 0."""
    return frozenset(hours.day for hours in service.hours)


def by_day(hours: Iterable[OpenHours]) -> dict[int, list[OpenHours]]:
    """Return the hours by weekday, each day's in order."""
    found: dict[int, list[OpenHours]] = {}
    for one in sorted(hours, key=lambda hour: (hour.day, hour.opens or time())):
        found.setdefault(one.day, []).append(one)
    return found
