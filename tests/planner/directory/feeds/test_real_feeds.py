"""Real feeds, where a folder of them is named: every row is read or left out for a reason."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from planner.directory.feeds.feed import opened_feed
from planner.directory.feeds.feed_files import InMemory
from planner.directory.feeds.report import Tally
from tests.planner.directory.small_feeds import TODAY

DATA = os.environ.get("PLANNER_REAL_FEEDS")
"""A folder of real feeds, which are nobody's to copy into the project."""
FEEDS = [
    ("hsds/miami211", 4089, 0, {}),
    ("hsds/v3_examples/service_full.json", 1, 0, {}),
    ("hsds/v3_examples/organization_full.json", 1, 0, {}),
    ("hsds/v3_examples/tabular.json", 1, 0, {}),
    ("meetings/kc.json", 206, 0, {}),
    ("meetings/nwta_types_as_string.json", 613, 0, {}),
    ("meetings/records_wrapper_day_names.json", 567, 0, {}),
    ("meetings/by_appointment.json", 2, 0, {}),
    ("meetings/template.csv", 36, 0, {}),
    ("samhsa/OpioidTreatmentProgram_Geocoded.csv", 1830, 1, {"name": "ID"}),
]


@pytest.mark.parametrize(("path", "read", "left", "mapping"), FEEDS, ids=[path for path, *_ in FEEDS])
def test_a_real_feed_is_read(path: str, read: int, left: int, mapping: dict[str, str]) -> None:
    found = Path(DATA or "") / path
    if not DATA or not found.exists():
        pytest.skip("no folder of real feeds is named in PLANNER_REAL_FEEDS")
    parts = [found] if found.is_file() else [one for one in found.rglob("*") if one.is_file()]
    files = InMemory(found.name, {part.name: part.read_bytes() for part in parts})
    tally = Tally()
    kept = sum(1 for _ in tally.kept(opened_feed(files, "real", TODAY, mapping).found))

    print(f"{path}: {kept} read, left out {dict(tally.left_out)}, {tally.without_hours} without hours")  # noqa: T201
    assert (kept, sum(tally.left_out.values())) == (read, left)
