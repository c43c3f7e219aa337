"""The table of medicine names: every line has its source, and a clinician reads the same lines."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import planner
from planner.library import medicine
from planner.words.fold import run_together

PAGE = (Path(planner.__file__).parents[1] / "docs" / "clinical-review.md").read_text(encoding="utf-8")


def test_the_page_for_a_clinician_has_every_line_with_its_source() -> None:
    rows = [tuple(cell.strip() for cell in row.split("|")[1:-1]) for row in PAGE.splitlines() if row.startswith("| ")]
    lines = [
        (one.name, one.also, one.means, "yes" if one.treats_opioid_use else "", one.source) for one in medicine.lines()
    ]
    assert len(lines) > 300
    assert all(line[-1] for line in lines)
    assert [row for row in rows if len(row) == len(lines[0])][1:] == lines


def test_a_name_stands_in_one_line_only() -> None:
    meant: dict[str, set[str]] = defaultdict(set)
    for line in medicine.lines():
        for name in (line.name, *medicine.listed(line.also)):
            meant[run_together(name)].add(line.name)
    assert {name: lines for name, lines in meant.items() if len(lines) > 1} == {}


def test_what_a_line_points_at_is_in_the_table() -> None:
    for name in medicine.names().values():
        for ingredient in name.ingredients:
            assert medicine.kinds_of(ingredient) is not None
        assert medicine.wider(name.kinds) >= name.kinds


def test_a_kind_lies_within_wider_ones() -> None:
    assert medicine.kinds_of("amoxicillin") == {"penicillins", "beta-lactams", "antibiotics"}
    assert medicine.is_wide("antibiotics")
    assert not medicine.is_wide("penicillins")
