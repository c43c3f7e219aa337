"""A wheel from this repository, alone in an empty environment."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from tests.house.running import PATIENCE, Running, serving, visit
from tests.playing import browser

if TYPE_CHECKING:
    from collections.abc import Iterator

HOUSE = Path(__file__).parents[2]


def pip(*words: str | Path, python: Path | str = sys.executable) -> None:
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
    subprocess.run([sys.executable, "-m", "pip", *quiet, "--python", python, *words], check=True)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, HOUSE)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an empty environment, fill it from the lock, and add the wheel; return its folder of programs."""
    folder = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    pip("install", "--require-hashes", "--requirement", HOUSE / "requirements.txt", python=programs / "python")
    pip("install", "--no-deps", wheel, python=programs / "python")
    return programs


def test_the_wheel_holds_the_four_rooms_and_nothing_of_the_workshop(wheel: Path) -> None:
    names = {name.partition("/")[0] for name in ZipFile(wheel).namelist()}

    assert {"planner", "exports", "widgets", "notebooks"} <= names
    assert {name for name in names if not name.startswith("recovery_planner-")} == {
        "planner",
        "exports",
        "widgets",
        "notebooks",
    }


def test_the_wheel_holds_what_is_not_python(wheel: Path) -> None:
    names = ZipFile(wheel).namelist()

    for ending in (".ipynb", ".mo", ".toml", ".typ", ".ttf", ".woff2", ".css", ".js", ".j2", "LICENSE", "OFL.txt"):
        assert [name for name in names if name.endswith(ending)], ending
    assert [name for name in names if name.endswith((".pyc", ".po~")) or ".ipynb_checkpoints" in name] == []


@pytest.fixture
def app(environment: Path, tmp_path: Path) -> Iterator[Running]:
    """Serve the installed app from a folder that has nothing to do with it."""
    outside = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data")}
    with serving([environment / "planner", "serve", "--practice", "--no-browser"], cwd=tmp_path, env=outside) as app:
        yield app


def test_the_installed_app_answers_from_any_folder(app: Running) -> None:
    page = visit(app.address)

    assert page.status == 200
    assert "<title>Recovery Planner" in page.text


@pytest.mark.browser
def test_the_installed_app_shows_its_caseload(app: Running) -> None:
    with browser() as playing:
        playing.page.goto(app.address)
        playing.page.get_by_role("heading", name="Caseload").wait_for(timeout=PATIENCE * 1000)

        assert playing.page.get_by_role("button", name="Dana").first.is_visible()
        assert playing.elsewhere == []


def test_the_installed_exporters_are_found_by_name(environment: Path) -> None:
    listing = "from nbconvert.exporters import get_exporter; print(get_exporter('recovery-plan-pdf').__name__)"

    found = subprocess.run([environment / "python", "-c", listing], capture_output=True, text=True, check=True)

    assert found.stdout.strip() == "RecoveryPlanPDFExporter"
