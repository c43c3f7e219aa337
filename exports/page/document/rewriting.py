"""A page with some of its parts changed, however deep they stand. Blocks are frozen, so that a new page is made."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

Tree = TypeVar("Tree")


def rewritten(tree: Tree, change: Callable[[Any], Any]) -> Tree:
    """Return blocks, or whatever they hold, with `change` made to every part that it does not give back as it was."""
    changed = change(tree)
    if changed is not tree:
        return changed
    if isinstance(tree, tuple):
        return cast("Tree", tuple(rewritten(part, change) for part in cast("tuple[Any, ...]", tree)))
    if is_dataclass(tree) and not isinstance(tree, type):
        parts = {field.name: getattr(tree, field.name) for field in fields(tree) if field.init}
        return replace(tree, **{name: rewritten(part, change) for name, part in parts.items()})
    return tree
