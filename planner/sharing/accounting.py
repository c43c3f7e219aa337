"""The accounting of what was given to others: three years under the person's consent, six years without one.

42 CFR 2.25 gives a right to three years of disclosures under a consent, 45 CFR 164.528 to six years of those that
needed none. What was made for treatment, payment and operations counts where it came out of an electronic record, and
this is one. The person may see all of it, so a third view holds every line of six years.

A line is written in the moment a document is handed out, since nobody sees what is done with it afterwards. How it was
given, that it was not, and further copies on the same day are notes about that line, which stays as it was written.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta

from planner.consent.part import TITLES
from planner.model.choice import Choice
from planner.model.instant import local_day
from planner.model.message import Message, say, say_count
from planner.sharing.disclosure import how_given, notes_about, was_given
from planner.words.language import LANGUAGES, Language

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from planner.sharing.disclosure import Disclosure


CARE_TEAM_SHEET = say("Care-team sheet")
NOTICED = say("Message about what was noticed")
GIVEN = (CARE_TEAM_SHEET, NOTICED)
"""The titles of what is made here to be given to others."""


class View(Choice):
    """Which lines are asked for."""

    CONSENTED = "consented", say("Given with my consent, in the past three years")
    OTHER = "other", say("Given without a consent, in the past six years")
    ALL = "all", say("All that was given, in the past six years")

    @property
    def years(self) -> int:
        """How far back it goes."""
        return 3 if self is View.CONSENTED else 6

    def holds(self, line: Disclosure) -> bool:
        """Whether a line belongs to it."""
        match self:
            case View.CONSENTED:
                return line.consent_id is not None
            case View.OTHER:
                return line.consent_id is None
            case _:
                return True


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it is read: the day it was where the agency is, and what is known about it."""

    day: date
    to_whom: str
    address: str
    what: Message | str
    """What was made here under its title, to be translated; anything else as it was noted."""

    parts: tuple[Message, ...]
    purpose: str
    """What was said, or one of the fixed sentences of `planner.consent.text`, to be translated."""

    ground: Message
    """The kind of consent, or that there was none."""

    by: str
    id: str
    not_given: Message | None
    """Where it was noted afterwards that it was made and not given."""

    how: Message | None = None
    """How it was given, where somebody said."""

    copies: int = 0
    """How many more were made of it on the same day."""


@dataclass(frozen=True, slots=True)
class Accounting:
    """One view of a person's accounting: from one day to another, both included, the latest line first."""

    view: View
    since: date
    until: date
    lines: tuple[Line, ...]


def accounting(disclosures: Iterable[Disclosure], view: View, *, until: date, zone: str) -> Accounting:
    """Return the lines of one view up to a day; `zone` is the agency's."""
    since = years_before(until, view.years)
    known = sorted(disclosures, key=lambda disclosure: disclosure.at)
    lines = (_line(one, notes_about(one, known), zone) for one in known if not one.corrects and view.holds(one))
    found = sorted((line for line in lines if since <= line.day <= until), key=lambda line: line.day, reverse=True)
    return Accounting(view, since, until, tuple(found))


def years_before(day: date, years: int) -> date:
    """Return the same day some years ago; the last of February for the 29th, and never before the calendar."""
    return day - relativedelta(years=min(years, day.year - 1))


def _line(disclosure: Disclosure, notes: tuple[Disclosure, ...], zone: str) -> Line:
    how = how_given(disclosure, notes)
    return Line(
        id=disclosure.id,
        not_given=None if was_given(disclosure, notes) else _not_given(notes, zone),
        how=how.label if how else None,
        copies=sum(note.is_copy for note in notes),
        day=local_day(disclosure.at, zone),
        to_whom=disclosure.to_whom,
        address=disclosure.address,
        what=_title(disclosure.what),
        parts=tuple(TITLES[part] for part in disclosure.parts),
        purpose=disclosure.purpose,
        ground=_ground(disclosure),
        by=disclosure.by,
    )


def _not_given(notes: tuple[Disclosure, ...], zone: str) -> Message:
    last = [note for note in notes if not note.is_copy][-1]
    return say("Made, and not given. Noted on {day}.", day=local_day(last.at, zone))


def _title(what: str) -> Message | str:
    """Return the title of what was made here, in whichever language its line was kept."""
    return _titles().get(what.strip(), what)


@cache
def _titles() -> dict[str, Message]:
    return {Language(code)(title): title for title in GIVEN for code in LANGUAGES}


def copies_line(copies: int) -> Message:
    """Return in words how many more were made of something on the same day."""
    return say_count("A further copy on the same day", "{n} further copies on the same day", copies)


def _ground(disclosure: Disclosure) -> Message:
    if disclosure.kind:
        return disclosure.kind.label
    return say("With a consent") if disclosure.consent_id else say("Without a consent")
