"""Nothing of a plan can be shared by an oversight: of every section and every field, somebody decided."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from planner.model.entry import nested
from planner.plan.plan import Plan
from planner.plan.sections import SECTIONS, SECTIONS_OF, WHOSE

if TYPE_CHECKING:
    from planner.model.entry import Entry

COVERABLE = [name for names in SECTIONS_OF.values() for name in names]
PRIVATE = {
    "path",
    "left_open",
    "left_off_paper",
    "paper_may_be_found",
    "since_last",
    "consents",
    "follow_ups",
}
"""How the two of them work, who does what, what was hard since last time."""

DECIDED = tomllib.loads((Path(__file__).parent / "read_by_providers.toml").read_text())


def _carried(kind: type[Entry], found: dict[str, set[str]]) -> dict[str, set[str]]:
    """Gather the nouns inside a section, each with the names of its fields."""
    if kind.__name__ not in found:
        found[kind.__name__] = set(kind.model_fields) - {"id"}
        for inner in nested(kind).values():
            _carried(inner, found)
    return found


def test_every_section_of_a_plan_belongs_to_one_part_or_is_never_shared() -> None:
    assert sorted(COVERABLE) == sorted(set(COVERABLE))
    private = {section.name for section in SECTIONS if section.part is None}
    assert set(Plan.model_fields) - WHOSE == {*COVERABLE, *private}
    assert private == PRIVATE, "what stays here was looked at, one by one"


def test_every_field_of_a_section_that_can_be_shared_was_decided_upon() -> None:
    kinds, found = nested(Plan), dict[str, set[str]]()
    for name in COVERABLE:
        _carried(kinds[name], found)
    decided = {name: set(noun["fields"]) for name, noun in DECIDED.items()}
    assert found == decided, "decide whether whoever gets the part may read it: see read_by_providers.toml"
