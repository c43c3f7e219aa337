"""A wheel from this repository, alone in an empty environment."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from tests.house.running import PATIENCE, Running, serving, visit
from tests.playing import browser

if TYPE_CHECKING:
    from collections.abc import Iterator

HOUSE = Path(__file__).parents[2]
NAMED_WHEEL = f"recovery_planner-{version('recovery-planner')}-py3-none-any.whl"
_PAGE = (HOUSE / "docs" / "installing.md").read_text("utf-8")
INSTALLING = [line for block in re.findall(r"```sh\n(.*?)```", _PAGE, re.DOTALL) for line in block.splitlines()]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    quiet = ("--quiet", "--disable-pip-version-check", "--no-input", "--no-deps", "--no-build-isolation")
    subprocess.run([sys.executable, "-m", "pip", "wheel", *quiet, "--wheel-dir", folder, HOUSE], check=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel as docs/installing.md says, with the versions of the lock; return its folder of programs."""
    folder = tmp_path_factory.mktemp("environment")
    lock = folder / "lock.txt"
    pinned = re.findall(r"^[\w.-]+==[^\\]+", (HOUSE / "requirements.txt").read_text("utf-8"), re.MULTILINE)
    lock.write_text("\n".join(pinned), encoding="utf-8")
    (line,) = [line for line in INSTALLING if line.startswith("pipx install recovery_planner")]
    words = line.replace(NAMED_WHEEL, str(wheel)).split()
    outside = {**os.environ, "PIPX_HOME": str(folder / "home"), "PIPX_BIN_DIR": str(folder / "bin")}
    as_locked = f"--pip-args=--no-compile --constraint {lock}"
    subprocess.run([sys.executable, "-m", *words, as_locked], env=outside, check=True)
    return folder / "home" / "venvs" / "recovery-planner" / ("Scripts" if os.name == "nt" else "bin")


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


def test_every_line_about_installing_is_one_that_runs_here() -> None:
    install = f"pipx install {NAMED_WHEEL}"

    assert [install, "planner desktop", install.replace("install", "install --force", 1)] == INSTALLING


def test_the_icon_of_the_installed_app_starts_that_very_app(environment: Path, tmp_path: Path) -> None:
    outside = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data")}
    subprocess.run([environment / "planner", "desktop"], env=outside, capture_output=True, check=True)
    (icon,) = tmp_path.rglob("recovery-planner.desktop")
    started = next(line for line in icon.read_text("utf-8").splitlines() if line.startswith("Exec=")).removeprefix(
        "Exec="
    )
    words = [word for word in shlex.split(started) if word != "serve"]

    said = subprocess.run([*words, "--version"], env=outside, capture_output=True, text=True, check=True).stdout
    assert said.strip() == version("recovery-planner")


def test_the_installed_exporters_are_found_by_name(environment: Path) -> None:
    listing = "from nbconvert.exporters import get_exporter; print(get_exporter('recovery-plan-pdf').__name__)"

    found = subprocess.run([environment / "python", "-c", listing], capture_output=True, text=True, check=True)

    assert found.stdout.strip() == "RecoveryPlanPDFExporter"
