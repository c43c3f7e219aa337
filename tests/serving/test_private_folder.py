"""The folder of a server: what a killed one left goes at the next start, and nobody else's does."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from typing import TYPE_CHECKING

import pytest

from widgets.serving.private_folder import private_folder, sweep

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the sweep is for systems with one folder for everybody")

HOLDER = """
import sys
from widgets.serving.private_folder import private_folder
with private_folder() as private:
    (private / "connections" / "kernel-1.json").write_text("a key")
    print(private, flush=True)
    sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return tmp_path


def test_a_killed_servers_folder_goes_at_the_next_start_and_a_living_ones_stays(place: Path) -> None:
    with _holder() as killed, _holder() as living:
        left, used = (process.stdout.readline().strip() for process in (killed, living) if process.stdout)
        killed.send_signal(signal.SIGKILL)
        killed.wait()
        assert {str(folder) for folder in place.iterdir()} == {left, used}

        with private_folder() as private:
            assert {str(folder) for folder in place.iterdir()} == {used, str(private)}
        living.communicate("")
    assert list(place.iterdir()) == []


def _holder() -> subprocess.Popen[str]:
    line = subprocess.PIPE
    return subprocess.Popen([sys.executable, "-c", HOLDER], stdin=line, stdout=line, text=True)


def test_what_is_not_a_left_folder_of_this_user_stays(place: Path) -> None:
    elsewhere = place / "elsewhere"
    elsewhere.mkdir(mode=0o700)
    (elsewhere / "held").touch()
    (place / "recovery-planner-link").symlink_to(elsewhere)
    (place / "recovery-planner-file").touch()
    (place / "recovery-planner-new").mkdir(mode=0o700)
    shared = place / "recovery-planner-shared"
    shared.mkdir(mode=0o755)
    (shared / "held").touch()
    linked = place / "recovery-planner-linked-lock"
    linked.mkdir(mode=0o700)
    (linked / "held").symlink_to(elsewhere / "held")
    before = set(place.rglob("*"))

    sweep(place)

    assert set(place.rglob("*")) == before


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="another user's folder is made by root alone")
def test_the_folder_of_another_user_stays(place: Path) -> None:
    theirs = place / "recovery-planner-theirs"
    theirs.mkdir(mode=0o700)
    (theirs / "held").touch()
    os.chown(theirs, 65534, 65534)

    sweep(place)

    assert theirs.exists()
    os.chown(theirs, 0, 0)
    sweep(place)
    assert not theirs.exists()
