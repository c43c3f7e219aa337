"""One line of the accounting: what left the agency, to whom, and under which consent (42 CFR 2.25, 45 CFR 164.528)."""

from __future__ import annotations

from planner.consent.consent import ConsentKind
from planner.consent.part import Part
from planner.entry import Item, ItemId, choice, words
from planner.instant import Instant


class Disclosure(Item):
    """Something about the person that was given to somebody outside the agency."""

    person_id: ItemId
    at: Instant
    to_whom: str = words("Given to", limit=120)
    """The name of the person or place that received it."""

    address: str = words("Their address", limit=200)
    """If it is known."""

    what: str = words("What was given", limit=300)
    """A short description, such as the care-team sheet of a day."""

    parts: tuple[Part, ...] = choice("Parts of the plan", ())
    purpose: str = words("What for", limit=200)
    consent_id: ItemId | None = choice("Under this consent")
    kind: ConsentKind | None = choice("Kind of consent")
    """None where something was given without a consent, as a law may ask for."""

    by: str = words("Given by", limit=80)
    corrects: ItemId | None = choice("About which line")  # with such a line nothing left: it speaks of another one
    was_given: bool = choice("It was given", default=True)


def correction(line_id: str, *, was_given: bool, new_id: str, person_id: str, at: Instant, by: str) -> Disclosure:
    """Return the line that says whether something made to be given was given. What it is about stays as it stands."""
    return Disclosure(id=new_id, person_id=person_id, at=at, by=by, corrects=line_id, was_given=was_given)
