"""The fast half of the soak: a few kills of each kind, and that its figures can show a loss."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.soak.__main__ import told

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("resource")  # killing and filling as it is done here is POSIX

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

    assert toll.kills == 9
    assert len(toll.lost) == 5


def test_what_was_typed_and_not_kept_counts_from_its_first_letter() -> None:
    said = [("a", 1.0), ("ab", 2.0), ("abc", 3.0)]

    assert seconds_lost(said, "abc", 3.5) == 0
    assert seconds_lost(said, "a", 3.5) == 1.5
    assert seconds_lost([], "", 3.5) == 0


@pytest.mark.parametrize(("lost", "left"), [([0.1, 2.0], 0), ([0.1], 1)])
def test_a_loss_or_a_kernel_left_ends_with_one(lost: list[float], left: int) -> None:
    assert told(Toll(3, lost), 10, 5, left) == 1
    assert told(Toll(3, [0.1]), 10, 5, 0) == 0
