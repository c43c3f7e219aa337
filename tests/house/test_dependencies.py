"""One list of dependencies: the project's, the lock's and conda's."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

HOUSE = Path(__file__).parents[2]
PROJECT = tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))
LOCKS = {"run": HOUSE / "requirements.txt", "development": HOUSE / "requirements-dev.txt"}
ROOMS = ("planner", "exports", "widgets", "notebooks", "tests", "benchmarks")

CONDA_NAMES = {"playwright": "playwright-python", "tzdata": "python-tzdata"}
"""The few that conda-forge calls otherwise."""

NEVER_IMPORTED = {
    "basedpyright": "checks the types",
    "hatchling": "builds the wheel",
    "jupyterlab": "opens the notebooks, and what was exported as one",
    "pandas-stubs": "types of pandas",
    "pexpect": "plays a terminal, where there is one",
    "pipx": "installs the wheel as its page says",
    "pytest-timeout": "ends a test that is stuck",
    "pytest-xdist": "runs tests on both cores",
    "import-linter": "checks which folder may import which",
    "ruff": "reads the code",
    "tzdata": "holds the time zones where the system has none",
}
"""What is asked for without being imported, and what it is for."""


def declared(*groups: str) -> dict[str, Requirement]:
    lines = [*PROJECT["project"]["dependencies"], *(line for g in groups for line in PROJECT["dependency-groups"][g])]
    return {canonicalize_name(found.name): found for found in map(Requirement, lines)}


def locked(lock: Path) -> dict[str, list[str]]:
    """Return every pinned name of a lock with its hashes."""
    entries = re.split(r"\n(?=[a-z0-9])", lock.read_text("utf-8"), flags=re.IGNORECASE)
    pins = [entry for entry in entries if "==" in entry.partition("\n")[0]]
    return {canonicalize_name(pin.partition("==")[0]): re.findall(r"--hash=sha256:[0-9a-f]{64}", pin) for pin in pins}


def conda_environment() -> dict[str, str]:
    """Return the names of environment.yml, conda's and pip's alike, each with what it asks for."""
    entries = yaml.safe_load((HOUSE / "environment.yml").read_text("utf-8"))["dependencies"]
    flat = [line for entry in entries for line in (entry["pip"] if isinstance(entry, dict) else [entry])]
    found = map(Requirement, flat)
    return {canonicalize_name(each.name): str(each.specifier) for each in found}


def imported_tops() -> set[str]:
    found: set[str] = set()
    for room in ROOMS:
        for path in (HOUSE / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Import):
                    found |= {name.name.partition(".")[0] for name in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                    found.add(node.module.partition(".")[0])
    return found - set(sys.stdlib_module_names) - set(ROOMS) - {"__future__"}


def test_conda_and_pip_ask_for_the_same() -> None:
    wanted = {
        canonicalize_name(CONDA_NAMES.get(name, name)): str(requirement.specifier)
        for name, requirement in declared("build", "dev").items()
    }
    conda = conda_environment()
    assert conda.pop("python") == PROJECT["project"]["requires-python"]
    assert conda.pop("pip") == ""

    assert conda == wanted


def test_what_builds_the_wheel_is_pinned_with_the_rest() -> None:
    assert PROJECT["dependency-groups"]["build"] == PROJECT["build-system"]["requires"]


@pytest.mark.parametrize(("lock", "groups"), [("run", ["build"]), ("development", ["build", "dev"])])
def test_each_lock_pins_what_is_asked_for_with_hashes(lock: str, groups: list[str]) -> None:
    pins = locked(LOCKS[lock])

    assert declared(*groups).keys() - pins.keys() == set()
    assert [name for name, hashes in pins.items() if not hashes] == []


def test_the_development_lock_holds_the_run_lock() -> None:
    run, development = (
        set(re.findall(r"^[a-z0-9].*==\S+", lock.read_text("utf-8"), re.MULTILINE)) for lock in LOCKS.values()
    )

    assert len(run) > len(declared())
    assert run <= development


@pytest.mark.parametrize("lock", LOCKS.values(), ids=LOCKS)
def test_a_lock_names_no_address(lock: Path) -> None:
    assert not re.search(r"https?://|file:|^--?[a-z]", lock.read_text("utf-8"), re.MULTILINE)


def imported_libraries() -> set[str]:
    owners = packages_distributions()
    return {canonicalize_name(owner) for top in imported_tops() for owner in owners.get(top, [top])}


def test_every_library_that_is_imported_is_asked_for_by_name() -> None:
    imported = imported_libraries()

    assert "pydantic" in imported
    assert imported - declared("build", "dev").keys() == set()


def test_every_library_that_is_asked_for_is_imported_or_there_for_a_reason() -> None:
    assert declared("build", "dev").keys() - imported_libraries() - NEVER_IMPORTED.keys() == set()
