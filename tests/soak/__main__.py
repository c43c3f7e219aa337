"""`python -m tests.soak [MINUTES] [SEED]`: the long half of the tests, and its figures."""

from __future__ import annotations

import secrets
import statistics
import sys
import tempfile
import time
from pathlib import Path

from tests.conftest import chromium
from tests.fuzzing.readers import READERS
from tests.soak.pages import kill_pages
from tests.soak.writers import Toll, kill_while_changing_passphrase, kill_writers

MINUTES = 8.0
MOST_LOST = 1.0
"""Seconds. What was typed in the last second may be on its way when the power goes; nothing before it is ever lost."""


def main(minutes: float, seed: int) -> int:
    """Run it, print the figures, and return 0 when everything held."""
    began, toll = time.monotonic(), Toll()
    say(f"seed {seed}")
    with tempfile.TemporaryDirectory(prefix="soak-") as name:
        folder = Path(name)
        kill_writers(folder, round(25 * minutes), seed, toll)
        say(f"kills survived by a writing process: {toll.kills}")
        kill_while_changing_passphrase(folder, round(5 * minutes), seed, toll)
        say(f"with those while the passphrase changed: {toll.kills}")
        fuzzed = fuzz(minutes)
        say(f"inputs fuzzed: {fuzzed}")
        probed, left = 0, 0
        if chromium():
            (folder / "app").mkdir()
            probed, left = kill_pages(folder / "app", began + minutes * 60, seed, toll)
    return told(toll, fuzzed, probed, left)


def fuzz(minutes: float) -> int:
    """Give every reader its share of inputs."""
    return sum(reader.try_out(round(reader.examples * minutes / 2) + 2) for reader in READERS)


def told(toll: Toll, fuzzed: int, probed: int, left: int) -> int:
    """Print the figures; return 1 when a promise was broken."""
    worst = max(toll.lost, default=0.0)
    say("")
    say(f"kills survived            {toll.kills}")
    say(f"kernels left              {left}")
    say(f"seconds of typing lost    p50 {statistics.median(toll.lost or [0.0]):.2f}, max {worst:.2f}")
    say(f"inputs fuzzed             {fuzzed}")
    say(f"routes probed             {probed or 'none: this machine has no Chromium'}")
    return int(bool(left) or worst > MOST_LOST)


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
