"""Plans for the tests of paper: the practice people, and a plan with words of one's choice in every field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from exports.documents.occasion import Occasion
from exports.page.edition import Edition
from planner.caseload.person import Person
from planner.model.entry import Entry
from planner.teaching.people import practice_person
from planner.words.language import Language
from planner.words.reading import Typed
from tests.invented import TODAY, an_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.plan.plan import Plan

DANA = practice_person("dana", TODAY)
TERRENCE = practice_person("terrence", TODAY)
MARISOL = practice_person("marisol", TODAY)
JO = practice_person("jo", TODAY)


def somebody(called: str = "Dana") -> Person:
    return Person(id=an_id(1_001), called=called, added_on=TODAY)


ENGLISH = Language("en")


def occasion(plan: Plan, person: Person | None = None, **more: Any) -> Occasion:
    """Return what a document of a plan is made from: in English, on the day of these tests, or as it says."""
    return Occasion(plan=plan, person=person or somebody(), **{"today": TODAY, "language": ENGLISH, **more})


def edition(**more: Any) -> Edition:
    """Return what a document without a plan is made for, in the same way."""
    return Edition(**{"today": TODAY, "language": ENGLISH, **more})


def saying(entry: Any, words: Iterator[str]) -> Any:
    """Return the same entry with other words in every field of words; links, choices and numbers stay."""
    if isinstance(entry, tuple):
        return tuple(saying(one, words) for one in entry)
    if isinstance(entry, Typed):
        return type(entry)(words=next(words))
    if not isinstance(entry, Entry):
        return entry
    kept = {"id", "person_id", "key", "about", "schema_version", "left_open", "left_off_paper"}
    changes: dict[str, Any] = {}
    for name in type(entry).model_fields:
        value = getattr(entry, name)
        is_link = name.endswith(("_id", "_ids")) or name == "relay_to"
        if name not in kept and not is_link:
            changes[name] = next(words) if type(value) is str else saying(value, words)
    return entry.amended(**changes)


def dana_saying(words: Iterator[str]) -> Plan:
    return saying(DANA.plan, words).amended(left_off_paper=())
