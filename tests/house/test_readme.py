"""Every command of the README, as somebody who reads it would type it."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from planner.caseload.person import Person
from planner.commands.outcome import Outcome
from planner.plan.plan import Plan
from planner.store import create_store, open_store
from tests.house.running import serving, visit

HOUSE = Path(__file__).parents[2]
PAGES = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    *(f"docs/{page.name}" for page in (HOUSE / "docs").glob("*.md")),
)
README = (HOUSE / "README.md").read_text("utf-8")
COMMANDS = [line for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL) for line in block.splitlines()]
MAKE = [line for line in COMMANDS if line.startswith("make ")]
PLANNER = [line for line in COMMANDS if line.startswith("planner ")]
PASSPHRASE = "a kettle sings at seven"


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """Give a home folder of their own to the commands: a store with one person, and the passphrase in key.txt."""
    of_an_outer_make = {"ARGS", "MAKEFLAGS", "MAKELEVEL", "MAKEOVERRIDES", "MFLAGS"}
    environment = {name: value for name, value in os.environ.items() if name not in of_an_outer_make} | {
        "HOME": str(tmp_path),
        "LOCALAPPDATA": str(tmp_path / "data"),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        "BROWSER": "true",  # the program that does nothing, in place of a browser
    }
    where = "from planner.commands.opening import default_store; print(default_store())"
    asked = [sys.executable, "-c", where]
    path = Path(subprocess.run(asked, env=environment, capture_output=True, text=True, check=True).stdout.strip())
    path.parent.mkdir(parents=True)
    with open_store(path, create_store(path, PASSPHRASE), now=lambda: datetime(2026, 11, 22, tzinfo=UTC)) as store:
        dana = Person(id="11111111-1111-4111-8111-111111111111", called="Dana R.", added_on=date(2026, 11, 1))
        plan = Plan(id="22222222-2222-4222-8222-222222222222", person_id=dana.id)
        store.add_person(dana)
        store.drafts.keep(dana.id, plan, sequence=0, base_revision=0, place="goals", visit="")
    key = tmp_path / "key.txt"
    key.write_text(PASSPHRASE, "utf-8")
    key.chmod(0o600)
    return environment


def test_every_command_of_the_readme_is_one_that_runs_here() -> None:
    assert PLANNER != []
    assert sorted(COMMANDS) == sorted([*PLANNER, "make serve", "make test"])


@pytest.mark.parametrize("command", PLANNER)
def test_a_command_of_the_readme_runs_as_it_stands(command: str, home: dict[str, str]) -> None:
    done = subprocess.run(
        shlex.split(command),
        cwd=home["HOME"],
        env=home,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )

    assert done.returncode == Outcome.DONE, done.stderr
    assert done.stdout != ""


@pytest.mark.needs("make")
@pytest.mark.parametrize("command", ["make serve", "make serve ARGS=--practice"])
def test_make_serve_opens_the_app(command: str, home: dict[str, str]) -> None:
    """In the environment these tests run in, which `make test` has just made in the same way."""
    assert command in README
    here = [f"VENV={sys.prefix}", f"--old-file={sys.prefix}/run", "--no-print-directory"]

    with serving([*shlex.split(command), *here], cwd=HOUSE, env=home) as app:
        page = visit(app.address)

    assert page.status == 200
    assert "<title>" in page.text


def test_make_test_is_what_a_clean_machine_runs() -> None:
    assert "make test" in MAKE
    assert re.search(r"^make test$", (HOUSE / ".ci" / "run").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("page", PAGES)
def test_every_file_a_page_points_to_is_there(page: str) -> None:
    text = (HOUSE / page).read_text("utf-8")
    linked = [name for name in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in name]
    named = [name for name in re.findall(r"`([\w./-]+/[\w./-]*)`", text) if (HOUSE / Path(name).parts[0]).is_dir()]

    assert [name for name in linked if not ((HOUSE / page).parent / name).exists()] == []
    assert [name for name in named if not (HOUSE / name).exists()] == []


@pytest.mark.needs("make")
def test_make_help_names_every_command_for_people() -> None:
    told = subprocess.run(["make", "help"], cwd=HOUSE, capture_output=True, text=True, check=True).stdout
    named = set(re.findall(r"`make ([a-z]+)", README + (HOUSE / "CONTRIBUTING.md").read_text("utf-8")))

    assert {"serve", "test", "bench"} <= named
    assert [name for name in named if f"make {name}" not in told] == []
