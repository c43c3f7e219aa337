"""Tablets, films and patches: how many there are, how many a day, and so for how many days. No dose is computed.

Only what the person wrote is put together: "60 tablets", and "one tablet" at two times of the day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from planner.model.entry import has_text
from planner.words.counted_in import ABOUT
from planner.words.days.name_patterns import a_weekday
from planner.words.days.weekdays import weekdays_in
from planner.words.fold import plain
from planner.words.number import number_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.health.medication import DoseTime, Medication

_KINDS = {
    "tablet": r"tablets?|tabs?|pills?|capsules?|caps?|caplets?|softgels?|pastillas?|tabletas?|comprimidos?|capsulas?",
    "film": r"films?|strips?|peliculas?|tiras?|laminas?",
    "patch": r"patch(?:es)?|parches?",
    "dose": r"doses?|dosis",
}
_PIECE = "(?:" + "|".join(f"(?P<{kind}>{names})" for kind, names in _KINDS.items()) + ")"
_COUNT = re.compile(rf"{ABOUT}(?P<n>.+?)[ -]?{_PIECE}")
_HOW_MUCH = re.compile(rf"(?P<n>.+?)(?:(?: ?| of a | of | de )(?:a |una )?{_PIECE})?(?: each time| cada vez)?")
_THEN = re.compile(r"\s*(?:[,;@(]|\bat\b|\ba razon de\b)\s*")
_LONGEST = 60

_TIMES = r"(?P<times>once|twice|una vez|(?:[a-z]+|[0-9]{1,2}) ?(?:times|x|veces))"
_A_DAY = r"(?:a day|per day|each day|every day|daily|/ ?day|al dia|por dia|cada dia|todos los dias|diari[ao]s?)"
_HOURS = r"(?:every|each|cada) (?P<hours>4|6|8|12|24) ?(?:hours?|hrs?|h|horas)"
_LATIN = {"qd": 1, "bid": 2, "tid": 3, "qid": 4}
_ONCE = (
    r"(?:every|each|in the|at|por la|en la|cada|de) ?(?:morning|night|evening|bedtime|manana|noche)|at bedtime"
    r"|once (?:every|each|in the) (?:morning|night|evening)"
)
_FREQUENCY = rf"(?:(?:{_TIMES} ?)?(?P<a_day>{_A_DAY})|{_HOURS}|(?P<latin>{'|'.join(_LATIN)})|(?P<once>{_ONCE}))"
_DAILY = re.compile(
    r"(?:(?:i )?(?:take|takes|use|place|put)|tom[oae]r?|pongo|uso)? ?"
    rf"(?:(?!once\b|twice\b)(?P<n>[a-z]+(?: and a half| y media)?|half an?|[0-9./½]+(?: 1/2)?) ?{_PIECE}?)? ?"
    r"(?:(?:by mouth|under (?:the|my) tongue|por (?:la )?boca|(?:de)?bajo (?:de )?(?:la|mi) lengua|orally) ?)?"
    rf"{_FREQUENCY}"
)
_NOT_EVERY_DAY = re.compile(
    r"\b(?:every|each|other|week|weekly|semana|cada|skip|until|then|taper|needed|necesit\w*|necesari\w*|days?|dias?"
    rf"|(?:mon|tue|wed|thu|fri|sat|sun)\w*|{a_weekday()}s?|prn|hasta)\b"
)
"""However a weekday is spelled, its first letters are enough not to count on every day."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """How many pieces there are of which kind, and how many are taken a day where the same words say so."""

    count: Decimal
    kind: str
    a_day: Decimal | None = None


def pieces_in(words: str) -> Pieces | None:
    """Read "60 tablets", "28 films", "60 tablets, two a day". A strength ("7.5mg") is no number of pieces."""
    text = plain(words).strip(" .)") if len(words) <= _LONGEST else ""
    head, *rest = _THEN.split(text, maxsplit=1)
    found = _COUNT.fullmatch(head)
    count = number_in(found["n"]) if found else None
    if not found or count is None or count <= 0:
        return None
    kind = _kind(found)
    a_day = _daily(rest[0], kind) if rest else None
    return None if rest and not a_day else Pieces(count, kind, a_day)


def days_of_pieces(pieces: Pieces, medication: Medication | None) -> int | None:
    """Return for how many whole days pieces last, or nothing where it is not known how many are taken each day."""
    taken = pieces_a_day(medication, pieces.kind) if medication else None
    if pieces.a_day and taken and pieces.a_day != taken:
        return None
    a_day = pieces.a_day or taken
    return int(pieces.count / a_day) if a_day else None


def pieces_a_day(medication: Medication, kind: str) -> Decimal | None:
    """Return how many pieces of a kind are taken every day, where all that was written agrees on one number."""
    is_steady = not medication.as_needed and not has_text(medication.taper) and weekdays_in(medication.days) is not None
    if not is_steady or len(weekdays_in(medication.days) or ()) < len(range(7)):
        return None
    text = plain(medication.how_taken).strip(" .")
    by_words = _daily(text, kind) if text else None
    rows = [dose for dose in medication.doses if has_text(dose.at.words, dose.how_much)]
    by_times = _by_times(rows, kind)
    if by_words is None and _NOT_EVERY_DAY.search(text):
        return None
    found = {number for number in (by_words, by_times) if number}
    return found.pop() if len(found) == 1 else None


def _by_times(rows: Iterable[DoseTime], kind: str) -> Decimal | None:
    each = [_how_much(row.how_much, kind) for row in rows]
    known = [number for number in each if number]
    return sum(known, Decimal()) if known and len(known) == len(each) else None


def _how_much(words: str, kind: str) -> Decimal | None:
    """Return how many pieces one time of day takes; a dose is one dose, whatever it holds."""
    if kind == "dose":
        return Decimal(1)
    found = _HOW_MUCH.fullmatch(plain(words).strip(" ."))
    return number_in(found["n"]) if found and _kind(found) in {"", kind} else None


def _daily(text: str, kind: str) -> Decimal | None:
    """Read "two a day", "take 1 tablet by mouth 2 times daily", "una pastilla cada 8 horas"."""
    found = _DAILY.fullmatch(text.strip(" )."))
    times = _times(found) if found else None
    if not found or not times or _kind(found) not in {"", kind}:
        return None
    number = number_in(found["n"]) if found["n"] else None
    if number is None:
        return times if kind == "dose" and not found["n"] else None
    return number * times


def _times(found: re.Match[str]) -> Decimal | None:
    if found["hours"]:
        return Decimal(24) / int(found["hours"])
    if found["latin"]:
        return Decimal(_LATIN[found["latin"]])
    if not found["times"] or found["times"] in {"once", "una vez"}:
        return Decimal(1)
    return Decimal(2) if found["times"] == "twice" else number_in(re.sub(r" ?(?:times|x|veces)$", "", found["times"]))


def _kind(found: re.Match[str]) -> str:
    return next((kind for kind in _KINDS if found[kind]), "")
