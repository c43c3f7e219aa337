"""`python -m tests.soak [MINUTES] [SEED]`: the long half of the tests, and its figures."""

from __future__ import annotations

import secrets
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.conftest import missing_for_a_browser
from tests.fuzzing.readers import READERS
from tests.serving.memory import can_read_memory
from tests.soak.endings import door_after_its_minutes, kernels_after_their_pages, secrets_in_memory_after_lock
from tests.soak.figures import owners_wait, words_on_the_browsers_disk
from tests.soak.kernels import kill_kernels, play_a_day
from tests.soak.pages import kill_pages
from tests.soak.record import files_of_somebody_forgotten, lines_hidden_from_verify
from tests.soak.writers import Toll, kill_while_changing_passphrase, kill_writers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.soak.figures import Figure
    from tests.soak.kernels import Burden, Day

MINUTES = 8.0
KERNELS_UNTIL = 0.8
"""The part of the time after which the browser's turn comes."""

MOST_LOST = 1.0
"""Seconds. What was typed in the last second may be on its way when the power goes; nothing before it is ever lost."""


def main(minutes: float, seed: int) -> int:
    """Run it, print the figures, and return 0 when everything held."""
    began, toll, left = time.monotonic(), Toll(), 0
    say(f"seed {seed}")
    with tempfile.TemporaryDirectory(prefix="soak-") as name:
        kill_writers(_room(name, "writers"), round(15 * minutes), seed, toll)
        kill_while_changing_passphrase(_room(name, "rekeying"), round(3 * minutes), seed, toll)
        say(f"processes killed so far: {sum(toll.kills.values())}")
        fuzzed = fuzz(minutes)
        say(f"inputs fuzzed: {fuzzed}")
        day = play_a_day(_room(name, "day"), round(5 * minutes))
        say(f"pages opened and closed: {day.opened}")
        left += kill_kernels(_room(name, "kernels"), began + KERNELS_UNTIL * minutes * 60, seed, toll)
        say(f"processes killed so far: {sum(toll.kills.values())}")
        figures = [owners_wait(_room(name, "guessing")), lines_hidden_from_verify(_room(name, "record"))]
        figures.append(files_of_somebody_forgotten(_room(name, "forgetting"), round(40 * minutes), seed, toll))
        figures += endings(name)
        probed = 0
        if not missing_for_a_browser():
            figures.append(words_on_the_browsers_disk(_room(name, "disk")))
            probed, under_a_browser = kill_pages(_room(name, "app"), began + minutes * 60, seed, toll)
            left += under_a_browser
    return told(toll, day, fuzzed, probed, left, figures)


def endings(name: str) -> list[Figure]:
    """Measure what is left of pages, of an open door and of secrets; memory is searched where root runs on Linux."""
    figures = [kernels_after_their_pages(_room(name, "pages")), door_after_its_minutes(_room(name, "door"))]
    if can_read_memory():
        return [*figures, secrets_in_memory_after_lock(_room(name, "memory"))]
    say("memory is not searched: only root on Linux reads the memory of another process")
    return figures


def _room(parent: str, name: str) -> Path:
    folder = Path(parent, name)
    folder.mkdir()
    return folder


def fuzz(minutes: float) -> int:
    """Give every reader its share of inputs."""
    return sum(reader.try_out(round(reader.examples * minutes / 2) + 2) for reader in READERS)


def told(toll: Toll, day: Day, fuzzed: int, probed: int, left: int, figures: Sequence[Figure] = ()) -> int:
    """Print the figures; return 1 when a promise was broken."""
    worst = max(toll.lost, default=0.0)
    say("")
    say(f"kills survived            {sum(toll.kills.values())}")
    for kind, times in sorted(toll.kills.items()):
        say(f"  {kind:<24}{times}")
    say(f"kernels left              {left + day.evening.kernels}")
    say(f"seconds of typing lost    p50 {statistics.median(toll.lost or [0.0]):.2f}, max {worst:.2f}")
    say(f"a day of {day.opened} pages          {_held('first', day.morning)}; {_held('last', day.evening)}")
    say(f"inputs fuzzed             {fuzzed}")
    say(f"routes probed             {probed or 'none: this machine has no browser that can be played'}")
    for figure in figures:
        say(f"{figure.what:<26}{figure.measured}, {figure.reach} to reach")
    is_broken = not all(figure.holds for figure in figures)
    return int(is_broken or bool(left) or worst > MOST_LOST or not day.leaves_nothing)


def _held(when: str, burden: Burden) -> str:
    return f"{when} {burden.memory:.1f} MB, {burden.files} open files, {burden.folder} in its folder"


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(
        main(
            float(sys.argv[1]) if len(sys.argv) > 1 else MINUTES,
            int(sys.argv[2]) if len(sys.argv) > 2 else secrets.randbelow(10**6),
        )
    )
