"""Finds every literal the code shows, by reading the code and never running it.

Shown are: `say("…")`, `say_count("…", "…", n)`, `t("…")`, what any other name is given that holds a `Language`
(`paper("…")`), and of an `Entry` each field's title and its docstring.
In a page template `t("…")` is found by its shape; `planner` knows no template language.

Babel reads and writes the catalogues. Its own extractors find neither titles, docstrings nor the branches of a choice,
and pass over a text that is put together first, which is refused here.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from inspect import cleandoc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_SHOWING = {"say": 1, "say_count": 2}
"""The functions that take literals, and how many of their first arguments are literals."""

_TRANSLATOR = "Language"
"""The class whose values are called with one literal; most are named `t`."""

_FIELDS = ("words", "labelled")
_IN_TEMPLATE = re.compile(r"""\bt\(\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""")
_ENTRIES = frozenset({"Entry", "Item"})


@dataclass(frozen=True, slots=True, order=True)
class Literal:
    """One text shown to people. `many` is its plural form, when it has one."""

    one: str
    many: str = ""


class UnclearLiteralError(Exception):
    """A text is put together before it is marked, so that no catalogue can hold it."""

    def __init__(self, where: str, line: int) -> None:
        """Name the place."""
        super().__init__(
            f"{where}:{line} marks a text that is put together first. Write the whole sentence, with {{names}}."
        )


def shown(sources: Mapping[str, str]) -> dict[Literal, tuple[str, ...]]:
    """Return every literal of these sources (file name to text), each with the files that show it.

    Raises:
        UnclearLiteralError: `say` or `t` is given an f-string, or `say` no literal at all.
    """
    trees = {name: ast.parse(text, name) for name, text in sources.items() if name.endswith(".py")}
    entries, translators = _entry_names(trees.values()), _translator_names(trees.values())
    found: dict[Literal, tuple[str, ...]] = {}
    for name, text in sources.items():
        tree = trees.get(name)
        literals = (*_marked(tree, name, translators), *_declared(tree, entries)) if tree else _in_template(text)
        for literal in literals:
            if literal.one:
                found[literal] = tuple(dict.fromkeys((*found.get(literal, ()), name)))
    return found


def _in_template(text: str) -> tuple[Literal, ...]:
    return tuple(Literal(ast.literal_eval(quoted)) for quoted in _IN_TEMPLATE.findall(text))


def _entry_names(trees: Iterable[ast.Module]) -> frozenset[str]:
    """Return the names of `Entry`, `Item` and every class that descends from them."""
    bases = {
        node.name: {_name(base) for base in node.bases}
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    known = set(_ENTRIES)
    while more := {name for name, over in bases.items() if over & known} - known:
        known |= more
    return frozenset(known)


def _translator_names(trees: Iterable[ast.Module]) -> frozenset[str]:
    """Return the names that hold a language: `t`, and those annotated with it or made of it anywhere."""
    nodes = (node for tree in trees for node in ast.walk(tree))
    return frozenset({"t"} | {name for node in nodes if (name := _translator_name(node))})


def _translator_name(node: ast.AST) -> str:
    match node:
        case (
            ast.arg(arg=name, annotation=ast.expr() as kind) | ast.AnnAssign(target=ast.Name(id=name), annotation=kind)
        ):
            return name if _name(kind) == _TRANSLATOR else ""
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(func=made)):
            return name if _name(made) == _TRANSLATOR else ""
        case ast.FunctionDef(name=name, returns=ast.expr() as kind):  # a property
            return name if _name(kind) == _TRANSLATOR else ""
        case _:
            return ""


def _marked(tree: ast.Module, file: str, translators: frozenset[str]) -> Iterator[Literal]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in translators:
            yield from _literals_of(node, 1, file, may_be_unclear=True)
        elif isinstance(node, ast.Call) and (count := _SHOWING.get(_name(node.func), 0)):
            yield from _literals_of(node, count, file)


def _literals_of(call: ast.Call, count: int, file: str, *, may_be_unclear: bool = False) -> Iterator[Literal]:
    texts = [_texts(argument) for argument in call.args[:count]]
    clear = all(texts) and len(texts) == count
    if any(isinstance(part, ast.JoinedStr) for part in call.args[:count]) or not (clear or may_be_unclear):
        raise UnclearLiteralError(file, call.lineno)
    if clear and count > 1:
        yield Literal(texts[0][0], texts[1][0])
    elif clear:
        yield from (Literal(text) for text in texts[0])


def _texts(argument: ast.expr) -> tuple[str, ...]:
    """Return the literals an argument may stand for: one, or the branches of a choice between them."""
    match argument:
        case ast.Constant(value=str(text)):
            return (text,)
        case ast.IfExp(body=body, orelse=orelse):
            return (*_texts(body), *_texts(orelse))
        case ast.BoolOp(values=values):
            return tuple(text for value in values for text in _texts(value))
        case _:
            return ()


def _declared(tree: ast.Module, entries: frozenset[str]) -> Iterator[Literal]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and node.name in entries:
            yield from _titles(node)
            yield from _helps(node)


def _titles(entry: ast.ClassDef) -> Iterator[Literal]:
    for field in entry.body:
        if isinstance(field, ast.AnnAssign) and isinstance(field.value, ast.Call):
            call = field.value
            positional = call.args[:1] if _name(call.func) in _FIELDS else []
            named = [keyword.value for keyword in call.keywords if keyword.arg == "title"]
            yield from (Literal(text) for argument in (*positional, *named) for text in _texts(argument))


def _helps(entry: ast.ClassDef) -> Iterator[Literal]:
    """Yield the docstring below each field, cleaned the way pydantic cleans it."""
    for field, below in zip(entry.body, entry.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(below, ast.Expr):
            yield from (Literal(cleandoc(text)) for text in _texts(below.value))


def _name(node: ast.expr) -> str:
    """Return the last name of `say`, `message.say`, `Generic[T]`; empty for anything else."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case ast.Subscript(value=value):
            return _name(value)
        case _:
            return ""
