"""The house has one staircase: planner <- exports <- widgets <- notebooks."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

HOUSE = Path(__file__).parents[2]
ROOMS = ("planner", "exports", "widgets", "notebooks")
FRONT_DOOR = ("planner/__main__.py", "planner/commands/")
"""The command line opens the other rooms, inside the function that needs them."""

NOT_IN_THE_DOMAIN = {
    *("IPython", "ipykernel", "jupyter_client", "jupyter_core", "jupyter_server", "jupyterlab", "nbclient"),
    *("nbconvert", "nbformat", "tornado", "traitlets", "voila"),
    *("ipyvue", "ipyvuetify", "ipywidgets", "reacton"),
    *("jinja2", "mistune", "typst"),
}
ONLY_ON_THE_COMMAND_LINE = {"platformdirs", "rich", "typer"}


@dataclass(frozen=True)
class Import:
    """One import: of which module, by which file, and whether it waits for a call."""

    module: str
    file: str
    lazy: bool
    typing_only: bool = False

    @property
    def top(self) -> str:
        return self.module.partition(".")[0]


def imports_of(source: str, file: str) -> Iterator[Import]:
    def walk(node: ast.AST, *, lazy: bool, typing_only: bool) -> Iterator[Import]:
        if isinstance(node, ast.Import):
            yield from (Import(name.name, file, lazy, typing_only) for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield Import(node.module, file, lazy, typing_only)
            yield from (Import(f"{node.module}.{name.name}", file, lazy, typing_only) for name in node.names)
        lazy = lazy or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        typing_only = typing_only or (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test))
        for child in ast.iter_child_nodes(node):
            yield from walk(child, lazy=lazy, typing_only=typing_only)

    yield from walk(ast.parse(source), lazy=False, typing_only=False)


def sources(room: str) -> Iterator[tuple[str, str]]:
    for path in sorted((HOUSE / room).rglob("*.py")):
        yield path.relative_to(HOUSE).as_posix(), path.read_text("utf-8")
    for path in sorted((HOUSE / room).rglob("*.ipynb")):
        cells = json.loads(path.read_text("utf-8"))["cells"]
        code = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
        yield path.relative_to(HOUSE).as_posix(), code


def all_imports() -> list[Import]:
    return [found for room in ROOMS for file, source in sources(room) for found in imports_of(source, file)]


def points_up(found: Import) -> bool:
    opened_late = found.lazy or found.typing_only
    if found.top not in ROOMS or (opened_late and found.file.startswith(FRONT_DOOR)):
        return False
    return ROOMS.index(found.top) > ROOMS.index(found.file.partition("/")[0])


def leaves_the_domain(found: Import) -> bool:
    if not found.file.startswith("planner/"):
        return False
    return found.top in NOT_IN_THE_DOMAIN or (
        found.top in ONLY_ON_THE_COMMAND_LINE and not found.file.startswith(FRONT_DOOR)
    )


@dataclass(frozen=True)
class Case:
    """A line of code in a file, and whether the staircase forbids it."""

    source: str
    file: str
    forbidden: bool


CASES = [
    Case("import widgets.goals.goals", "planner/goals/goal.py", forbidden=True),
    Case("from exports import press", "planner/goals/goal.py", forbidden=True),
    Case("def f():\n    from widgets import goals", "exports/documents/my_plan.py", forbidden=True),
    Case("from widgets import session", "planner/__main__.py", forbidden=True),
    Case("def f():\n    from widgets import session", "planner/commands/serving.py", forbidden=False),
    Case("from planner.goals.goal import Goal", "widgets/goals/goals.py", forbidden=False),
    Case("import typst", "planner/goals/goal.py", forbidden=True),
    Case("import typer", "planner/goals/goal.py", forbidden=True),
    Case("import typer", "planner/commands/people.py", forbidden=False),
    Case("if TYPE_CHECKING:\n    from widgets import goals", "planner/goals/goal.py", forbidden=True),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.file}: {case.source!r}")
def test_the_walk_sees_an_arrow_that_points_up(case: Case) -> None:
    found = list(imports_of(case.source, case.file))

    assert any(points_up(each) or leaves_the_domain(each) for each in found) == case.forbidden


def test_no_room_imports_a_room_above_it() -> None:
    assert [(found.file, found.module) for found in all_imports() if points_up(found)] == []


def test_the_domain_imports_no_jupyter_no_widget_and_no_template_library() -> None:
    assert [(found.file, found.module) for found in all_imports() if leaves_the_domain(found)] == []


def test_only_the_front_door_opens_the_store() -> None:
    """Inside planner; the rooms above open it as they need."""
    found = [
        (each.file, each.module)
        for each in all_imports()
        if each.file.startswith("planner/")
        and (each.module == "planner.store" or each.module.startswith("planner.store."))
        and not each.typing_only
        and not each.file.startswith((*FRONT_DOOR, "planner/store/"))
    ]

    assert found == []


def test_importing_the_whole_domain_loads_none_of_the_libraries_above_it() -> None:
    """What a library brings along counts too: the session's kernel pays for it."""
    modules = [
        file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        for file, _ in sources("planner")
        if not file.startswith(FRONT_DOOR) and "/migrations/" not in file
    ]
    code = f"import importlib, sys\nfor name in {modules!r}: importlib.import_module(name)\nprint(*sys.modules)"

    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=HOUSE)

    tops = {name.partition(".")[0] for name in loaded.stdout.split()}
    assert "pydantic" in tops
    assert tops & (NOT_IN_THE_DOMAIN | ONLY_ON_THE_COMMAND_LINE) == set()
