"""Reacton counts hooks: one that is called only sometimes stops the page when the view changes."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

WIDGETS = Path(__file__).parents[2] / "widgets"
FILES = sorted(WIDGETS.rglob("*.py"))


def late_hooks(source: str) -> list[str]:
    """Return the hooks of components that stand after a way out, in a branch, or in a loop."""
    components = [one for one in ast.walk(ast.parse(source)) if isinstance(one, ast.FunctionDef) and _is_component(one)]
    return [f"{one.name}: {hook}" for one in components for hook in _late(one)]


def _is_component(function: ast.FunctionDef) -> bool:
    return any("component" in ast.unparse(decorator) for decorator in function.decorator_list)


def _late(function: ast.FunctionDef) -> list[str]:
    found: list[str] = []
    may_have_left = False
    for statement in function.body:
        branches = isinstance(statement, ast.If | ast.For | ast.While | ast.Match)
        if may_have_left or branches:
            found += _hooks(statement)
        may_have_left = may_have_left or (branches and _leaves(statement))
    return found


def _hooks(statement: ast.stmt) -> list[str]:
    calls = (node for node in _own(statement) if isinstance(node, ast.Call))
    names = (ast.unparse(call.func).rpartition(".")[2] for call in calls)
    return [name for name in names if name.startswith("use_")]


def _leaves(statement: ast.stmt) -> bool:
    return any(isinstance(node, ast.Return) for node in _own(statement))


def _own(statement: ast.AST) -> list[ast.AST]:
    """Return what runs with the statement itself, without the functions it only makes."""
    nodes = [statement]
    for child in ast.iter_child_nodes(statement):
        if not isinstance(child, ast.FunctionDef | ast.Lambda):
            nodes += _own(child)
    return nodes


@pytest.mark.parametrize("file", FILES, ids=[str(file.relative_to(WIDGETS)) for file in FILES])
def test_every_hook_of_a_component_is_called_every_time(file: Path) -> None:
    assert late_hooks(file.read_text("utf-8")) == []


def test_a_hook_after_a_way_out_is_found() -> None:
    source = "@reacton.component\ndef Quality(plan):\n    if not plan:\n        return 1\n    reacton.use_memo(f, [])\n"

    assert late_hooks(source) == ["Quality: use_memo"]
