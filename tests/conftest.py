"""Which tests this machine can run, and one line about those it can not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _pytest.terminal import TerminalReporter

# Each worker, server and kernel is a process of its own: without this, where the machine keeps no compiled files, each
# of hundreds of them reads the whole house from its source.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

settings.register_profile("house", deadline=None, derandomize=True)  # no time asserted; a red run is red again
settings.register_profile("hunt", deadline=None, max_examples=2_000)  # pytest --hypothesis-profile=hunt
settings.load_profile("house")

ALL_REQUIRED = "PLANNER_TESTS_REQUIRE_ALL"
"""Set where a machine is meant to have everything: a test that needs a browser or a program then runs or fails."""

TESTS = Path(__file__).parent
SLOW = {
    *("journeys", "serving", "house", "fuzzing", "soak", "exports/press", "planner/commands", "planner/store"),
    *("exports/test_catalog.py", "exports/documents/test_lapse_page.py", "exports/documents/test_care_team_sheet.py"),
    *("planner/library/test_catalogues.py", "planner/goals/smart/test_accuracy.py", "planner/plan/test_merging.py"),
    *("widgets/test_steps.py", "widgets/test_forged_messages.py", "widgets/paper", "widgets/sharing"),
    *("widgets/check_in", "widgets/caseload", "widgets/draft", "widgets/first_path", "widgets/finish"),
    *("widgets/goals", "widgets/health", "widgets/safety", "widgets/frame", "widgets/directory", "widgets/week"),
}
"""What --quick leaves out."""

WANTING = "not run for want of"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
HOW_TO_GET = {
    "chromium": "a Chromium (Debian and Ubuntu: apt-get install chromium; or name one in PLANNER_CHROMIUM)",
    "make": "make (Debian and Ubuntu: apt-get install make)",
    "playwright": "a Playwright that starts (Debian and Ubuntu: apt-get install libatomic1)",
    "pdftotext": "pdftotext (Debian and Ubuntu: apt-get install poppler-utils)",
    "pdftoppm": "pdftoppm (Debian and Ubuntu: apt-get install poppler-utils)",
}


def chromium() -> str | None:
    """Return the browser that plays the tests, or none."""
    named = os.environ.get("PLANNER_CHROMIUM")
    return named or next(filter(None, map(shutil.which, BROWSERS)), None)


@cache
def playwright_starts() -> bool:
    """Return whether the program Playwright brings along runs here; a small system may lack a library of its."""
    tried = subprocess.run([sys.executable, "-m", "playwright", "--version"], capture_output=True, check=False)
    return tried.returncode == 0


def missing_for_a_browser() -> list[str]:
    """Return what stands between a test and a browser."""
    return [name for name, there in (("chromium", chromium()), ("playwright", playwright_starts())) if not there]


def missing_for(item: pytest.Item) -> list[str]:
    """Return the programs a test needs and this machine lacks."""
    programs = [str(mark.args[0]) for mark in item.iter_markers("needs") if not shutil.which(mark.args[0])]
    return programs + (missing_for_a_browser() if item.get_closest_marker("browser") else [])


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--quick", action="store_true", help="the rules alone: no browser, no process, no paper printed")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """With --quick, leave out what plays, prints, kills, migrates, or reads everything that is shown."""
    at = collection_path.relative_to(TESTS).as_posix() if collection_path.is_relative_to(TESTS) else ""
    return True if config.getoption("quick") and at in SLOW else None


def pytest_collection_finish(session: pytest.Session) -> None:
    if session.config.getoption("quick"):
        sys.addaudithook(_start_nothing)


def _start_nothing(event: str, _: tuple[object, ...]) -> None:
    if event in {"subprocess.Popen", "os.posix_spawn", "os.fork"}:
        pytest.fail("a quick test starts no process: mark it `process`, or name its file in SLOW")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Begin with what takes long, so that all who work on it end at the same time."""
    if config.getoption("quick"):
        items[:] = [item for item in items if not any(map(item.get_closest_marker, ("browser", "needs", "process")))]
    items.sort(key=lambda item: item.get_closest_marker("browser") is None)


_played: set[Path] = set()
"""Files with a test that played: what they opened is theirs until the last of their tests is over."""


def pytest_runtest_setup(item: pytest.Item) -> None:
    playing = sys.modules.get("tests.playing")
    if playing and not item.get_closest_marker("browser") and item.path not in _played:
        playing.end_playing()
    if item.get_closest_marker("browser"):
        _played.add(item.path)
    if missing := missing_for(item):
        pytest.skip("this machine has no " + " and no ".join(missing))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report: pytest.TestReport = yield
    needy = item.get_closest_marker("browser") or item.get_closest_marker("needs")
    if needy and report.skipped and not hasattr(report, "wasxfail"):
        report.user_properties.append((WANTING, missing_for(item)))
        if os.environ.get(ALL_REQUIRED):
            report.outcome = "failed"
            report.longrepr = f"{item.nodeid} was skipped, and {ALL_REQUIRED} is set: {report.longrepr}"
    if report.failed and report.when == "call" and item.get_closest_marker("browser"):
        from tests.playing import what_stands_on_the_screens

        report.sections.append(("What stood on the screens", what_stands_on_the_screens()))
    return report


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    skipped = [dict(report.user_properties) for report in terminalreporter.getreports("skipped")]
    left_out = [notes[WANTING] for notes in skipped if WANTING in notes]
    if left_out:
        programs = sorted({program for want in left_out for program in want})
        remedies = "; ".join(HOW_TO_GET.get(program, program) for program in programs)
        terminalreporter.write_line(f"Not run: {len(left_out)} tests that need {remedies}.", yellow=True)
