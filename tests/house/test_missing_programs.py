"""What happens to a test that needs a program this machine lacks."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
NEEDY = """
import pytest

@pytest.mark.browser
def test_in_a_browser(): pass

@pytest.mark.needs("pdftotext")
def test_reading_a_page(): pass

def test_that_needs_nothing(): pass
"""


def run_without_programs(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the three tests above where no program is found; `environment` adds to an empty one."""
    shutil.copy(TESTS / "conftest.py", folder)
    (folder / "test_needy.py").write_text(NEEDY, "utf-8")
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "HOME") if name in os.environ}
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-c",
            str(TESTS.parent / "pyproject.toml"),
            f"--rootdir={folder}",
            folder,
        ],
        env=kept | {"PATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"} | environment,
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
    )


def test_a_test_without_its_program_is_left_out_and_one_line_says_how_to_get_it(tmp_path: Path) -> None:
    run = run_without_programs(tmp_path)

    assert run.returncode == pytest.ExitCode.OK
    assert "1 passed, 2 skipped" in run.stdout
    (line,) = [line for line in run.stdout.splitlines() if line.startswith("Not run:")]
    assert "2 tests" in line
    assert "apt-get install chromium" in line
    assert "apt-get install poppler-utils" in line


def test_nothing_is_said_when_every_program_is_there(tmp_path: Path) -> None:
    (tmp_path / "pdftotext").write_text("#!/bin/sh\n", "utf-8")
    (tmp_path / "pdftotext").chmod(0o755)

    run = run_without_programs(tmp_path, PLANNER_CHROMIUM="chromium")

    assert "3 passed" in run.stdout
    assert "Not run:" not in run.stdout


def test_where_everything_is_required_a_test_left_out_counts_as_failed(tmp_path: Path) -> None:
    run = run_without_programs(tmp_path, PLANNER_TESTS_REQUIRE_ALL="1")

    assert run.returncode == pytest.ExitCode.TESTS_FAILED
    assert "1 passed, 2 errors" in run.stdout
