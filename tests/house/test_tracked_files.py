"""What the repository may hold."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
LARGEST = 4_000_000
"""Bytes. A larger file belongs in a package or is made by a script."""

KNOWN_BY_NAME = (("registry", "npmjs"), ("files", "python"))
"""The hosts of two registries, in pieces: this file is read by the same eyes as all others."""

REGISTRY = re.compile(
    "|".join(
        [
            r"https?://[^\s\"'<>]*/(?:simple|packages|npm)\b",
            r"['\"]" + "resolved" + r"['\"]: ?['\"]http",
            *(r"\.".join(host) for host in KNOWN_BY_NAME),
        ]
    )
)
HOME = re.compile(r"(?<![\w.])(?:/home/[a-z]|/Users/[A-Za-z]|/root/|[A-Z]:\\Users\\)")
BINARY = {".png", ".ttf", ".woff2", ".woff", ".jpg", ".pdf"}


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z"], cwd=HOUSE, capture_output=True, text=True, check=True
    ).stdout
    return [HOUSE / name for name in listed.split("\0") if name and (HOUSE / name).is_file()]


def texts() -> list[tuple[str, str]]:
    kept = [path for path in tracked() if path.suffix not in BINARY and path != Path(__file__)]
    return [(path.relative_to(HOUSE).as_posix(), path.read_text("utf-8")) for path in kept]


def leftovers(notebook: dict) -> list[str]:
    """Return what a run has left in a notebook."""
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    found = ["outputs"] if any(cell["outputs"] for cell in code) else []
    found += ["a run's number"] if any(cell["execution_count"] is not None for cell in code) else []
    return found + (["widget state"] if "widgets" in notebook["metadata"] else [])


@pytest.mark.parametrize(
    "notebook",
    [
        {"cells": [{"cell_type": "code", "outputs": [{}], "execution_count": None}], "metadata": {}},
        {"cells": [{"cell_type": "code", "outputs": [], "execution_count": 1}], "metadata": {}},
        {"cells": [], "metadata": {"widgets": {}}},
    ],
)
def test_what_a_run_leaves_in_a_notebook_is_seen(notebook: dict) -> None:
    assert leftovers(notebook) != []


def test_notebooks_are_kept_as_nobody_has_run_them() -> None:
    notebooks = [path for path in tracked() if path.suffix == ".ipynb"]

    assert notebooks != []
    assert [(path.name, left) for path in notebooks if (left := leftovers(json.loads(path.read_text("utf-8"))))] == []


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("https:" + "//example.org/" + "simple/pydantic", REGISTRY),
        ('"resolved"' + ": " + '"http', REGISTRY),
        *((".".join(host), REGISTRY) for host in KNOWN_BY_NAME),
        ("open('/home/dana/plan.json')", HOME),
        ("cd /root/work", HOME),
    ],
)
def test_an_address_or_a_private_path_is_seen(text: str, pattern: re.Pattern[str]) -> None:
    assert pattern.search(text)


@pytest.mark.parametrize("pattern", [REGISTRY, HOME], ids=["a registry's address", "somebody's folder"])
def test_no_file_names(pattern: re.Pattern[str]) -> None:
    assert [(name, found.group()) for name, text in texts() if (found := pattern.search(text))] == []


def test_no_file_is_larger_than_a_repository_likes() -> None:
    assert [path.name for path in tracked() if path.stat().st_size > LARGEST] == []
