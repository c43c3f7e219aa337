"""Names of medicines: what each name stands for, and of which kinds that is. Names and brands, never doses.

    names()["bactrim"].ingredients == {"sulfamethoxazole", "trimethoprim"}
    kinds_of("amoxicillin") == {"penicillins", "beta-lactams", "antibiotics"}

The lines are in `medicines.toml`, each with its source; a clinician reads them in `docs/clinical-review.md`.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from planner.words.fold import run_together

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True)
class MedicineName:
    """What one name stands for: its active ingredients, or a whole kind of medicine."""

    name: str
    """The name the table leads with."""

    ingredients: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    """The kinds that the name itself says: "penicillins" for "PCN", none for "amoxicillin"."""

    treats_opioid_use: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table, as a clinician reads it."""

    name: str
    also: str
    means: str
    source: str
    treats_opioid_use: bool = False


@cache
def words(kind: str) -> frozenset[str]:
    """Return words that stand around a name or in place of one, folded: of "form", "salt", "when", "about", "none"."""
    return frozenset(_table()["words"][kind].split())


@cache
def _table() -> dict[str, dict[str, Any]]:
    return tomllib.loads((files("planner.library") / "medicines.toml").read_text(encoding="utf-8"))


@cache
def names() -> dict[str, MedicineName]:
    """Return every name, run together ("penvk"), and what it stands for. They are shared: read them only."""
    return {run_together(spelled): name for name, row in _named() for spelled in (name.name, *listed(row["also"]))}


def _named() -> Iterator[tuple[MedicineName, dict[str, Any]]]:
    table = _table()
    yield from ((MedicineName(name, kinds=frozenset({name})), row) for name, row in table["kinds"].items())
    for part in ("ingredients", "products"):
        for name, row in table[part].items():
            has = frozenset(listed(row["has"])) if part == "products" else frozenset({name})
            yield MedicineName(name, has, treats_opioid_use=row.get("treats_opioid_use", False)), row


def listed(words: str) -> tuple[str, ...]:
    """Return the parts of a line of the table that commas separate."""
    return tuple(part for part in (one.strip() for one in words.split(",")) if part)


@cache
def kinds_of(ingredient: str) -> frozenset[str]:
    """Return the kinds an ingredient is of, the wider ones with them."""
    return wider(listed(_table()["ingredients"][ingredient]["of"]))


def wider(kinds: Iterable[str]) -> frozenset[str]:
    """Return kinds with the wider ones they lie within."""
    table, found = _table()["kinds"], set[str]()
    waiting = list(kinds)
    while waiting:
        kind = waiting.pop()
        found.add(kind)
        waiting += listed(table[kind].get("within", ""))
    return frozenset(found)


def is_wide(kind: str) -> bool:
    """Whether a kind is too wide for two of it to be alike: "antibiotics"."""
    return bool(_table()["kinds"][kind].get("wide", False))


def lines() -> tuple[Line, ...]:
    """Return the table line by line."""
    means = {"kinds": "within", "ingredients": "of", "products": "has"}
    return tuple(
        Line(name, row["also"], row.get(means[part], ""), row["source"], row.get("treats_opioid_use", False))
        for part in means
        for name, row in _table()[part].items()
    )
