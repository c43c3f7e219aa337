"""What somebody looks for, as a value: words in groups of which any may stand, and the filters."""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import TYPE_CHECKING

from planner.directory.areas import kinds_of
from planner.directory.service import Cost, Listing, ServiceKind, Stance
from planner.library.service_kinds import kinds_named, little_words
from planner.model.daily_life import Area
from planner.words.fold import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LONGEST = 200
"""Signs of a search that are read; nobody looks for more."""

_EARTH_MILES = 3958.8

MARKS = ("free", "accessible", "medication", "online", "meeting", "in person", "faith", "secular", "paused", "hidden")
"""What is true of an entry, each a bit of its mask in this order."""

_AREAS = tuple(Area)


@dataclass(frozen=True, slots=True)
class WordGroup:
    """Words that belong together, and the kind of help they name, if any; either is what is meant."""

    words: tuple[str, ...]
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Search:
    """One search. What is left open filters nothing; what is asked for is only met by what a listing says."""

    words: str = ""
    area: Area | None = None
    near: tuple[float, float] | None = None
    """Latitude and longitude; with it, the nearer comes first among what fits alike."""

    within_miles: float | None = None
    language: str = ""
    kind: ServiceKind | None = None
    stance: Stance | None = None
    free: bool = False
    accessible: bool = False
    medication_welcome: bool = False
    open_on: frozenset[int] = frozenset()
    """Weekdays, Monday as 0, of which one is enough."""

    @property
    def marks(self) -> int:
        """The marks an entry has to have."""
        wanted = {
            "free": self.free,
            "accessible": self.accessible,
            "medication": self.medication_welcome,
            "meeting": self.kind is ServiceKind.MEETING,
            "faith": self.stance is Stance.FAITH,
            "secular": self.stance is Stance.SECULAR,
        }
        return mask(mark for mark, is_wanted in wanted.items() if is_wanted)


def word_groups(words: str) -> tuple[WordGroup, ...]:
    """Return the words of a search that carry meaning; those that name a kind of help stand together."""
    text = words[:_LONGEST].replace("-", " ")
    known = words_of(text)
    named = {place: one for one in kinds_named(text) for place in range(one.first, one.last + 1)}
    found: dict[tuple[str, ...], WordGroup] = {}
    for place, word in enumerate(known):
        one = named.get(place)
        if one and place == one.first:
            group = WordGroup(known[one.first : one.last + 1], one.kind.key)
            found[group.words] = group
        elif not one and word not in little_words():
            found[(word,)] = WordGroup((word,))
    return tuple(found.values())


def mask(marks: Iterable[str]) -> int:
    """Return marks as the bits of a number."""
    return sum(1 << MARKS.index(mark) for mark in marks)


def area_mask(areas: Iterable[Area]) -> int:
    """Return areas as the bits of a number."""
    return sum(1 << _AREAS.index(area) for area in set(areas))


def day_mask(days: Iterable[int]) -> int:
    """Return weekdays as the bits of a number."""
    return sum(1 << day for day in set(days))


def marks_of(listing: Listing) -> int:
    """Return what is true of an entry, with what the agency knows."""
    service = listing.service
    facts = {
        "free": service.cost is Cost.FREE,
        "accessible": service.accessible is True,
        "medication": listing.medication_welcome is True,
        "online": service.online,
        "meeting": service.kind is ServiceKind.MEETING,
        "in person": service.in_person,
        "faith": listing.stance is Stance.FAITH,
        "secular": listing.stance is Stance.SECULAR,
        "paused": service.paused,
        "hidden": bool(listing.note and listing.note.hidden),
    }
    return mask(mark for mark, holds in facts.items() if holds)


def indexed(listing: Listing) -> dict[str, str]:
    """Return the words an entry is found by, folded, in the columns of the index."""
    service = listing.service
    known = (listing.note.words, listing.note.ask_for) if listing.note else ()
    kinds = kinds_of(service.name, *service.terms) or kinds_of(service.about[:400])
    return {
        "name": _folded(service.name, service.organization),
        "terms": _folded(*service.terms, *service.types),
        "kinds": " ".join(kinds),
        "about": _folded(service.about, service.eligibility, *known),
        "place": _folded(service.address, service.city, service.state, service.postal_code),
    }


def _folded(*texts: str) -> str:
    return " ".join(word for text in texts for word in words_of(text.replace("-", " ")))


def spelled_words(columns: dict[str, str]) -> Iterator[str]:
    """Yield the words of an entry that a slip may have been meant for."""
    for column in ("name", "terms", "place"):
        yield from (word for word in columns[column].split() if len(word) > 2 and word.isalpha())  # noqa: PLR2004


def miles(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the distance between two places as the crow flies (haversine)."""
    north, east = radians(other[0] - one[0]), radians(other[1] - one[1])
    half = sin(north / 2) ** 2 + cos(radians(one[0])) * cos(radians(other[0])) * sin(east / 2) ** 2
    return 2 * _EARTH_MILES * asin(min(1.0, sqrt(half)))


def miles_to(listing: Listing, near: tuple[float, float] | None) -> float | None:
    """Return how far an entry is; nothing where its feed gives no coordinates."""
    service = listing.service
    if near is None or service.latitude is None or service.longitude is None:
        return None
    return miles(near, (service.latitude, service.longitude))
