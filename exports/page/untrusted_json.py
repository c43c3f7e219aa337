"""Reading JSON that anybody may have written: whatever stands there, a value of the wanted kind comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Mapping


def text(value: object) -> str:
    """Return words: a string as it is, a list of lines joined, a number written out, nothing for anything else."""
    if isinstance(value, str):
        return value
    if isinstance(value, list | tuple):
        return "".join(text(line) for line in cast("list[object]", value))
    return str(value) if isinstance(value, int | float) else ""


def mapping(value: object) -> Mapping[str, object]:
    """Return named values, or none."""
    return cast("Mapping[str, object]", value) if isinstance(value, dict) else {}


def items(value: object) -> list[object]:
    """Return a list, or an empty one."""
    return list(cast("list[object]", value)) if isinstance(value, list | tuple) else []


def mappings(value: object) -> list[Mapping[str, object]]:
    """Return those things in a list that have names."""
    return [mapping(item) for item in items(value) if mapping(item)]


def texts(value: object) -> tuple[str, ...]:
    """Return the words in a list."""
    return tuple(text(item) for item in items(value))


def flag(value: object) -> bool:
    """Return whether something is plainly true."""
    return value is True
