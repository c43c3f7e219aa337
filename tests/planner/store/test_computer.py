"""A new store takes the computer's zone; what a container is set to is nobody's."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfoNotFoundError

import pytest
import tzlocal

from planner.caseload.agency import Agency, clock_question
from planner.store import computer_zone, create_store, open_store
from tests.planner.store.keeping import PASSPHRASE

if TYPE_CHECKING:
    from pathlib import Path

EVENING_IN_DENVER = datetime(2026, 11, 23, 3, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("told", "zone"),
    [("America/Denver", "America/Denver"), ("UTC", ""), ("Etc/UTC", ""), ("", ""), ("local", "")],
)
def test_a_zone_is_one_that_a_person_lives_by(monkeypatch: pytest.MonkeyPatch, told: str, zone: str) -> None:
    monkeypatch.setattr(tzlocal, "get_localzone_name", lambda: told)
    assert computer_zone() == zone


def test_a_computer_that_can_not_say_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> str:
        raise ZoneInfoNotFoundError

    monkeypatch.setattr(tzlocal, "get_localzone_name", unknown)
    assert computer_zone() == ""


def test_in_denver_an_evening_of_a_new_store_is_still_today(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tzlocal, "get_localzone_name", lambda: "America/Denver")
    path = tmp_path / "new.store"
    with open_store(path, create_store(path, PASSPHRASE), now=lambda: EVENING_IN_DENVER) as store:
        assert store.agency().zone == "America/Denver"
        assert store.today() == date(2026, 11, 22)


@pytest.mark.parametrize(
    ("zone", "computer", "asked"),
    [
        ("America/Denver", "America/Denver", ""),
        ("America/Denver", "US/Mountain", ""),
        ("America/Denver", "America/Phoenix", "America/Phoenix"),  # the same in winter only
        ("UTC", "America/Denver", "America/Denver"),
        ("", "America/Denver", "America/Denver"),
        ("Denver", "America/Denver", "America/Denver"),
        ("America/Denver", "", ""),
    ],
)
def test_only_another_clock_is_asked_about(zone: str, computer: str, asked: str) -> None:
    assert clock_question(Agency(zone=zone), computer, EVENING_IN_DENVER) == asked
