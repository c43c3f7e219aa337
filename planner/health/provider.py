"""Somebody who looks after the person's health: who they are, and how often they want to meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.model.choice import Choice
from planner.model.entry import Item, has_text, labelled, words
from planner.model.finding import Finding, Place, Weight
from planner.model.message import say
from planner.model.side import Side
from planner.words.days.weekdays import ClosedWeekdays, closed_weekdays
from planner.words.reading import DayWords

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


class Role(Choice):
    """What a provider does for the person."""

    PRIMARY = "primary care", say("Primary care")
    MENTAL = "mental health", say("Mental health")
    PRESCRIBER = "prescriber", say("Writes prescriptions")
    CLINIC = "clinic", say("Clinic or program")
    PHARMACY = "pharmacy", say("Pharmacy")
    THERAPIST = "therapist", say("Therapist or counselor")
    DENTIST = "dentist", say("Dentist")
    OTHER = "other", say("Somebody else")


class ClosedDays(Item):
    """A day, or some days in a row, on which they are closed: a holiday, a vacation."""

    first: DayWords = labelled("Closed on", DayWords(), side=Side.EITHER)
    """A day such as December 25."""

    last: DayWords = labelled("Until", DayWords())
    """Leave it open for a single day."""

    why: str = words("What for", limit=80)
    """A holiday, a vacation, moving house."""

    def hold(self, day: date) -> bool:
        """Whether they are closed on a day, as far as the words were read."""
        first, last = self.first.reading, self.last.reading
        return first is not None and first <= day <= max(first, last or first)

    def may_hold(self, day: date) -> bool:
        """Whether a day could be one of them by words that were not read: any day, or any after the first."""
        first = self.first.reading
        return self.first.is_unread or (first is not None and self.last.is_unread and day > first)

    @property
    def end_before_they_begin(self) -> bool:
        """Whether the two days stand in the wrong order; then only the first one counts."""
        first, last = self.first.reading, self.last.reading
        return first is not None and last is not None and last < first


class Provider(Item):
    """One provider, as the person knows them."""

    name: str = words("Name", limit=80)
    """Dr. Shah, the clinic on Main Street: what you call them."""

    role: Role | None = labelled("What they do for me")
    place: str = words("Where", limit=120)
    phone: str = words("Phone", limit=30)
    hours: str = words("When they are open", limit=120)
    closed_on: str = words("Closed on which days", limit=80)
    """Sunday, or Saturday and Sunday."""

    closed_dates: tuple[ClosedDays, ...] = labelled("Also closed", ())
    """Holidays and vacations that are near. The door or a call tells."""

    sees_me: str = words("How often they want to see me", limit=80)
    """Every week, every month, or when you call?"""

    last_visit: DayWords = labelled("Last time I went", DayWords(), side=Side.BACK, about=True)
    knows_others: bool | None = labelled("They know who else looks after me")
    """It helps when they know about each other. You decide."""

    watch_for: str = words("What they want us to watch for", limit=200)

    @property
    def closed_weekdays(self) -> frozenset[int]:
        """The weekdays on which they are closed, Monday as 0, as far as the words were read."""
        return self.closing.days

    @property
    def closing(self) -> ClosedWeekdays:
        """What is said about the days on which they are closed, and whether all of it was understood."""
        return closed_weekdays(self.closed_on)

    def is_closed(self, day: date) -> bool:
        """Whether they are closed on a day, by the weekday or by a day that was named."""
        return day.weekday() in self.closed_weekdays or self.is_away(day)

    def is_away(self, day: date) -> bool:
        """Whether a day was named on which they are closed, such as a holiday."""
        return any(closed.hold(day) for closed in self.closed_dates)

    def may_be_closed(self, day: date) -> bool:
        """Whether what is said about their closed days was not understood well enough to call a day open."""
        if self.is_closed(day):
            return False
        return self.closing.is_unread or any(closed.may_hold(day) for closed in self.closed_dates)


def provider_findings(provider: Provider) -> Iterator[Finding]:
    """Yield a question where a provider does not know who else is there, and where closed days are in odd order."""
    if any(closed.end_before_they_begin for closed in provider.closed_dates):
        yield Finding(
            "provider.closed",
            Place("medications", provider.id, "closed_dates"),
            say("On which day does {name} open again?", name=provider.name),
            say("The last closed day stands before the first one here."),
        )
    if has_text(provider.name) and _is_closing_open(provider):
        yield _closed_days_open(provider)
    if has_text(provider.name) and provider.knows_others is False:
        yield Finding(
            "provider.knows",
            Place("medications", provider.id, "knows_others"),
            say("Would it help if they knew who else looks after you?"),
            say("You decide what is shared, and with whom."),
        )


def _is_closing_open(provider: Provider) -> bool:
    return provider.closing.is_unread or (provider.closing.holidays and not provider.closed_dates)


def _closed_days_open(provider: Provider) -> Finding:
    where = Place("medications", provider.id, "closed_on")
    if provider.closing.is_unread:
        says = say("Kept as you said it. On which days of the week is {name} closed?", name=provider.name)
        return Finding("provider.closed_on", where, says, say("For example: Sunday, or Saturday and Sunday."))
    says = say("Which holiday is next, and is {name} closed then?", name=provider.name)
    return Finding("provider.holidays", where, says, say("Put it under “Also closed”."), weight=Weight.READING)
