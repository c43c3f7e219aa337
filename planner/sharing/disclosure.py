"""One line of the accounting: what left the agency, to whom, and under which consent (42 CFR 2.25, 45 CFR 164.528)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.consent.consent import ConsentKind
from planner.consent.part import Part
from planner.model.choice import Choice
from planner.model.entry import Item, ItemId, labelled, words
from planner.model.instant import Instant, local_day
from planner.model.message import say

if TYPE_CHECKING:
    from collections.abc import Iterable


class GivenHow(Choice):
    """How something reached whoever it was for."""

    BY_HAND = "by hand", say("By hand")
    FAX = "fax", say("By fax")
    MESSAGE = "message", say("As a message")
    MAIL = "mail", say("By mail")


class Disclosure(Item):
    """Something about the person that was given to somebody outside the agency, or a note about such a line.

    With `corrects` nothing new was given to anybody: it says of another line how it was given, that it was not, or that
    a further copy was made. What stands stays as it is, and a later note counts before an earlier one.
    """

    person_id: ItemId
    at: Instant
    to_whom: str = words("Given to", limit=120)
    """The name of the person or place that received it."""

    address: str = words("Their address", limit=200)
    """If it is known."""

    what: str = words("What was given", limit=300)
    """A short description, such as the care-team sheet of a day."""

    parts: tuple[Part, ...] = labelled("Parts of the plan", ())
    purpose: str = words("What for", limit=200)
    consent_id: ItemId | None = labelled("Under this consent")
    kind: ConsentKind | None = labelled("Kind of consent")
    """None where something was given without a consent, as a law may ask for."""

    content: str = ""  # a digest of what it held, by which a further copy is known
    by: str = words("Given by", limit=80)
    corrects: ItemId | None = labelled("About which line")
    was_given: bool = labelled("It was given", default=True)
    given_how: GivenHow | None = labelled("How it was given")
    is_copy: bool = labelled("A further copy", default=False)


def correction(
    line_id: str,
    *,
    was_given: bool,
    new_id: str,
    person_id: str,
    at: Instant,
    by: str,
    how: GivenHow | None = None,
) -> Disclosure:
    """Return the note that says whether something made to be given was given, and how."""
    return Disclosure(
        id=new_id, person_id=person_id, at=at, by=by, corrects=line_id, was_given=was_given, given_how=how
    )


def further_copy(copy: Disclosure, line: Disclosure) -> Disclosure:
    """Return the note that a copy of what a line speaks of was made."""
    return Disclosure(id=copy.id, person_id=copy.person_id, at=copy.at, by=copy.by, corrects=line.id, is_copy=True)


def line_joined(copy: Disclosure, before: Iterable[Disclosure], zone: str) -> Disclosure | None:
    """Return the line a copy joins, or nothing where it needs one of its own; `zone` is the agency's.

    It joins a line about the same content, for the same recipient, under the same consent, on the same day, unless it
    was noted there that nothing was given.
    """
    known = tuple(before)
    return next((line for line in known if _is_same(line, copy, zone) and was_given(line, known)), None)


def _is_same(line: Disclosure, copy: Disclosure, zone: str) -> bool:
    if line.corrects or not line.content:
        return False
    days = local_day(line.at, zone), local_day(copy.at, zone)
    return days[0] == days[1] and all(
        getattr(line, name) == getattr(copy, name) for name in ("content", "to_whom", "address", "consent_id")
    )


def notes_about(line: Disclosure, known: Iterable[Disclosure]) -> tuple[Disclosure, ...]:
    """Return the notes about a line, in the order they were made."""
    return tuple(one for one in known if one.corrects == line.id)


def was_given(line: Disclosure, known: Iterable[Disclosure]) -> bool:
    """Return whether a line stands as given: the latest note that speaks of it decides."""
    told = [one.was_given for one in notes_about(line, known) if not one.is_copy]
    return told[-1] if told else True


def how_given(line: Disclosure, known: Iterable[Disclosure]) -> GivenHow | None:
    """Return how something was given, as it was noted last; none where nobody said, or where it was not given."""
    notes = notes_about(line, known)
    how = [note.given_how for note in notes if note.given_how]
    return how[-1] if how and was_given(line, notes) else None
