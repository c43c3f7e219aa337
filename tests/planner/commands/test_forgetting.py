"""`planner forget`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planner.commands.outcome import Outcome
from planner.store import back_up_by_rule, open_store, unlock
from planner.store.file.backups.local_backups import folder_of, found_in
from tests.planner.commands.conftest import DANA, PASSPHRASE, SOL
from tests.planner.store.keeping import Clock

if TYPE_CHECKING:
    from tests.planner.commands.conftest import Desk


def test_a_person_is_forgotten_and_the_others_stay(desk: Desk) -> None:
    answer = desk.planner("forget", SOL.id, "--yes", "--json")

    assert answer.code == 0
    assert answer.json["forgotten"] == SOL.id
    assert [row["called"] for row in desk.planner("people", "--json").json] == ["Dana R.", "Dana W."]
    assert desk.planner("verify").code == 0


def test_the_backups_beside_the_store_are_replaced_by_one_without_the_person(desk: Desk) -> None:
    folder = folder_of(desk.store)
    with open_store(desk.store, unlock(desk.store, PASSPHRASE), now=Clock()) as store:
        back_up_by_rule(store, folder)
    (before,) = found_in(folder)

    answer = desk.planner("forget", "Sol", "--yes")

    assert "those from before (1)" in answer.out
    (after,) = found_in(folder)
    assert after.name.split()[3] == before.name.split()[3]
    with open_store(after, unlock(after, PASSPHRASE), now=Clock()) as copy:
        assert {row.person.id for row in copy.caseload(today=copy.today()).rows}.isdisjoint({SOL.id})
        assert copy.person(DANA.id) == DANA
    assert list(folder.iterdir()) == [after]


def test_nobody_is_forgotten_without_a_yes(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)

    answer = desk.planner("forget", SOL.id)

    assert answer.code == Outcome.USAGE
    assert "--yes" in answer.err
    assert len(desk.planner("people", "--json").json) == 3


@pytest.mark.parametrize("named", ["Dana", "Nobody At All", "00000000-0000-4000-8000-00000000dead"])
def test_a_name_that_fits_nobody_or_two_forgets_nobody(desk: Desk, named: str) -> None:
    assert desk.planner("forget", named, "--yes").code == Outcome.NOTHING_FOUND
    assert len(desk.planner("people", "--json").json) == 3
