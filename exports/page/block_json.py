"""Blocks as JSON in a notebook: written out, and read back from what anybody may have edited."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from exports.page.blocks import (
    Callout,
    Card,
    Cards,
    Checklist,
    Fact,
    Facts,
    GoalCard,
    Lead,
    Line,
    NextStep,
    NextSteps,
    Part,
    Room,
    Sayings,
    Table,
    Tick,
    Words,
)
from exports.page.untrusted_json import flag, items, mapping, mappings, text, texts
from exports.page.week_table import Slot, WeekRow, WeekTable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from exports.page.blocks import Block

MIME = "application/vnd.recovery-plan+json"
"""The kind of notebook output that carries blocks."""

_MOST_RULES = 40
"""As many lines to write on as a page holds; a notebook that somebody edited may ask for more."""


def as_json(block: Block) -> dict[str, object]:
    """Write a block as JSON data, its kind among it."""
    return asdict(block)


def from_json(data: Mapping[str, object]) -> Block | None:
    """Read a block; what is missing is empty, an unknown kind is none."""
    read = _READERS.get(text(data.get("kind")))
    return read(data) if read else None


def _ticks(value: object) -> tuple[Tick, ...]:
    return tuple(Tick(text(t.get("text")), text(t.get("note")), flag(t.get("done"))) for t in mappings(value))


def _cards(data: Mapping[str, object]) -> Cards:
    return Cards(tuple(map(_card, mappings(data.get("cards")))))


def _card(data: Mapping[str, object]) -> Card:
    return Card(text(data.get("title")), texts(data.get("entries")), _facts_in(data.get("calls")))


def _facts(data: Mapping[str, object]) -> Facts:
    return Facts(_facts_in(data.get("facts")))


def _facts_in(value: object) -> tuple[Fact, ...]:
    return tuple(Fact(text(fact.get("label")), text(fact.get("text"))) for fact in mappings(value))


def _next_steps(data: Mapping[str, object]) -> NextSteps:
    steps = (
        NextStep(text(s.get("goal")), text(s.get("step")), text(s.get("when"))) for s in mappings(data.get("steps"))
    )
    return NextSteps(tuple(steps))


def _table(data: Mapping[str, object]) -> Table:
    rows = tuple(texts(row) for row in items(data.get("rows")))
    return Table(texts(data.get("columns")), rows, text(data.get("caption")))


def _room(data: Mapping[str, object]) -> Room:
    rules = data.get("rules")
    count = max(1, min(_MOST_RULES, rules)) if isinstance(rules, int) else 1
    return Room(text(data.get("label")), count, text(data.get("filled")))


def _slot(data: Mapping[str, object]) -> Slot:
    return Slot(text(data.get("text")), text(data.get("time")), text(data.get("note")), flag(data.get("strong")))


def _week(data: Mapping[str, object]) -> WeekTable:
    """Read a week. Every row gets as many cells as there are days, whatever somebody made of it."""
    days = texts(data.get("days"))
    rows = tuple(_week_row(row, len(days)) for row in mappings(data.get("rows")))
    return WeekTable(days, rows)


def _week_row(data: Mapping[str, object], days: int) -> WeekRow:
    cells = tuple(tuple(map(_slot, mappings(cell))) for cell in items(data.get("cells")))
    rules = data.get("rules")
    count = max(0, min(_MOST_RULES, rules)) if isinstance(rules, int) else 0
    return WeekRow(text(data.get("head")), (*cells, *((),) * days)[:days], count)


_READERS: dict[str, Callable[[Mapping[str, object]], Block]] = {
    "lead": lambda data: Lead(text(data.get("text"))),
    "part": lambda data: Part(text(data.get("text")), flag(data.get("inner"))),
    "words": lambda data: Words(text(data.get("text")), text(data.get("about"))),
    "sayings": lambda data: Sayings(texts(data.get("texts"))),
    "line": lambda data: Line(text(data.get("text")), flag(data.get("quiet"))),
    "callout": lambda data: Callout(text(data.get("label")), text(data.get("text")), text(data.get("note"))),
    "checklist": lambda data: Checklist(_ticks(data.get("ticks"))),
    "goal": lambda data: GoalCard(
        text(data.get("title")), texts(data.get("notes")), _ticks(data.get("ticks")), texts(data.get("strong"))
    ),
    "next-steps": _next_steps,
    "cards": _cards,
    "table": _table,
    "facts": _facts,
    "room": _room,
    "week": _week,
}


def blocks_from(data: object) -> tuple[Block, ...]:
    """Read the blocks of one notebook output."""
    found = (from_json(item) for item in mappings(mapping(data).get("blocks")))
    return tuple(block for block in found if block is not None)
