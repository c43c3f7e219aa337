"""The fast half of the soak: a few kills of each kind, and that its figures can show a loss."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.soak.__main__ import MOST_LOST, told
from tests.soak.figures import Figure
from tests.soak.kernels import Burden, Day, kill_kernels, play_a_day

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("resource")  # killing and filling as it is done here is POSIX

from tests.soak.record import files_of_somebody_forgotten, lines_hidden_from_verify
from tests.soak.writers import (
    Toll,
    kill_while_changing_passphrase,
    kill_writers,
    seconds_lost,
)

pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")  # the parent holds no lock of its own


def test_killed_writers_lose_nothing_but_the_last_moment(tmp_path: Path) -> None:
    toll = Toll()

    kill_writers(tmp_path, 6, 1, toll)
    kill_while_changing_passphrase(tmp_path, 3, 1, toll)

    assert toll.kills == {"writer": 5, "writer, disk full": 1, "passphrase change": 3}
    assert len(toll.lost) == 5


def test_nothing_of_a_forgotten_person_is_left_after_kills_and_no_line_is_hidden(tmp_path: Path) -> None:
    (tmp_path / "forgetting").mkdir()
    toll = Toll()

    assert files_of_somebody_forgotten(tmp_path / "forgetting", 8, 1, toll).measured.startswith("0, ")
    assert lines_hidden_from_verify(tmp_path).holds
    assert toll.kills == {"forgetting": 8}


def test_what_was_typed_and_not_kept_counts_from_its_first_letter() -> None:
    said = [("a", 1.0), ("ab", 2.0), ("abc", 3.0)]

    assert seconds_lost(said, "abc", 3.5) == 0
    assert seconds_lost(said, "a", 3.5) == 1.5
    assert seconds_lost([], "", 3.5) == 0


def test_a_day_of_opening_and_closing_leaves_no_kernel_no_file_and_no_growth(tmp_path: Path) -> None:
    day = play_a_day(tmp_path, 2, warming_up=3)

    assert day.leaves_nothing
    assert day.morning.files > 0
    assert day.morning.folder > 0


def test_kernels_and_servers_that_are_killed_lose_nothing_but_the_last_moment(tmp_path: Path) -> None:
    toll = Toll()

    left = kill_kernels(tmp_path, time.monotonic(), 1, toll)

    assert left == 0
    assert sum(toll.kills.values()) > 0
    assert toll.lost
    assert max(toll.lost) < MOST_LOST


HELD = Burden(files=10, memory=100.0, folder=5, kernels=0)
QUIET = Day(4, HELD, HELD)


@pytest.mark.parametrize(
    ("lost", "left", "day"),
    [
        ([0.1, 2.0], 0, QUIET),
        ([0.1], 1, QUIET),
        ([0.1], 0, Day(4, HELD, replace(HELD, files=11))),
        ([0.1], 0, Day(4, HELD, replace(HELD, kernels=1))),
        ([0.1], 0, Day(4, HELD, replace(HELD, memory=120.0))),
    ],
)
def test_a_loss_a_kernel_left_or_growth_ends_with_one(lost: list[float], left: int, day: Day) -> None:
    assert told(Toll(lost=lost), day, 10, 5, left) == 1
    assert told(Toll(lost=[0.1]), QUIET, 10, 5, 0) == 0


def test_a_figure_that_does_not_reach_ends_with_one(capsys: pytest.CaptureFixture[str]) -> None:
    reached, missed = (Figure("a wait", "0.40 s", "1 s", holds=holds) for holds in (True, False))

    assert told(Toll(lost=[0.1]), QUIET, 10, 5, 0, [reached]) == 0
    assert told(Toll(lost=[0.1]), QUIET, 10, 5, 0, [reached, missed]) == 1
    assert "a wait                    0.40 s, 1 s to reach" in capsys.readouterr().out
