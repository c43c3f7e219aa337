"""A store has a name and a port of its own, chosen once."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from widgets.serving.address import PORTS, address_of, new_address

if TYPE_CHECKING:
    from pathlib import Path

SPOILED = [
    "",
    "[]",
    "{}",
    '{"name": "evil.example", "port": 20000}',
    '{"name": "planner-0123456789ab.localhost", "port": 80}',
    '{"name": "planner-0123456789ab.localhost", "port": true}',
    '{"name": "planner-0123456789ab.localhost.evil.example", "port": 20000}',
    '{"name": 7, "port": 20000}',
    "\udcff",
]


def test_a_store_keeps_its_address_and_another_has_another(tmp_path: Path) -> None:
    first, second = address_of(tmp_path / "caseload.store"), address_of(tmp_path / "caseload.old")

    assert first == address_of(tmp_path / "caseload.store")
    assert second == address_of(tmp_path / "caseload.old")
    assert first.name != second.name
    assert first.name.endswith(".localhost")
    assert first.port in PORTS


def test_only_this_user_can_look_where_it_is_kept(tmp_path: Path) -> None:
    address_of(tmp_path / "caseload.store")

    (folder,) = tmp_path.iterdir()
    assert folder.stat().st_mode & 0o077 == 0 or os.name != "posix"


@pytest.mark.parametrize("spoiled", SPOILED, ids=range(len(SPOILED)))
def test_what_is_spoiled_there_is_chosen_anew(spoiled: str, tmp_path: Path) -> None:
    address_of(tmp_path / "caseload.store")
    (kept,) = tmp_path.rglob("*.json")
    kept.write_text(spoiled, "utf-8", "surrogateescape")

    again = address_of(tmp_path / "caseload.store")

    assert again.port in PORTS
    assert address_of(tmp_path / "caseload.store") == again


def test_where_nothing_can_be_kept_there_is_an_address_all_the_same(tmp_path: Path) -> None:
    (tmp_path / ".caseload.store.serving").touch()

    assert address_of(tmp_path / "caseload.store").port in PORTS


def test_no_two_are_alike() -> None:
    assert len({new_address().name for _ in range(100)}) == 100
