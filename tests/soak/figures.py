"""What an attack gets: one figure for each, beside what it must not exceed."""

from __future__ import annotations

import time
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planner.store import create_store
from tests.playing import served
from tests.serving.conftest import PASSPHRASE
from tests.serving.test_browsers_disk import kept_of_a_session
from tests.serving.test_guessing import guess, offered

if TYPE_CHECKING:
    from pathlib import Path

    from tests.playing import Served

ROUNDS = 5
GUESSES = 24


@dataclass(frozen=True)
class Figure:
    """One line of the table."""

    what: str
    measured: str
    reach: str
    holds: bool


def owners_wait(folder: Path) -> Figure:
    """Measure how long the right passphrase waits for its answer while others guess, held and hung up."""
    create_store(folder / "plans.store", PASSPHRASE)
    waited: list[float] = []
    with served(folder / "plans.store") as app:
        alone = _answered_after(app)
        for _ in range(ROUNDS):
            with ExitStack() as lines:
                for number in range(GUESSES):
                    guess(app, f"hung up {number}").close()
                    lines.enter_context(guess(app, f"held {number}"))
                waited.append(_answered_after(app))
    worst = max(waited)
    return Figure("the owner's wait", f"{worst:.2f} s ({alone:.2f} s alone)", "1 s", holds=worst <= 1)


def _answered_after(app: Served) -> float:
    """Return the seconds until the right passphrase has opened the store; without end where it did not."""
    began = time.monotonic()
    is_open = bool(offered(app, PASSPHRASE).get("token"))
    return time.monotonic() - began if is_open else float("inf")


def words_on_the_browsers_disk(folder: Path) -> Figure:
    """Count what was said in a session and stands in a file of the browser."""
    kept = kept_of_a_session(folder)
    return Figure("words on browser's disk", str(len(kept)), "0", holds=not kept)
