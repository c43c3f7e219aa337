"""What an earlier version wrote, brought to what is written today. Words stay; only what was read in them changes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

from planner.model.entry import Entry, nested, unit_of
from planner.words.reading import AmountWords, CountWords, read_amount, read_count

if TYPE_CHECKING:
    from planner.plan.plan import Plan

_READS_NUMBERS_WHOLE = 2
"""From this schema version on a number is read whole or not at all; before, "1.2k" was 1 and "2 weeks" were 2 days."""


def upgraded(plan: Plan, version: int) -> Plan:
    """Return a plan as today's version writes it; `version` is the one its text was written by."""
    return cast("Plan", _with_numbers_read_anew(plan)) if version < _READS_NUMBERS_WHOLE else plan


def _with_numbers_read_anew(entry: Entry) -> Entry:
    changed: dict[str, Any] = {}
    for name in nested(type(entry)):
        kept: Any = getattr(entry, name)
        parts = cast("tuple[Entry, ...]", kept if isinstance(kept, tuple) else (kept,) if kept else ())
        now = tuple(_read_anew(entry, name, part) for part in parts)
        if now != parts:
            changed[name] = now if isinstance(kept, tuple) else now[0]
    return entry.amended(**changed) if changed else entry


def _read_anew(entry: Entry, name: str, part: Entry) -> Entry:
    match part:
        case CountWords() if _has_figures(part):
            return read_count(part.words, unit_of(type(entry), name))
        case AmountWords() if _has_figures(part):
            return read_amount(part.words)
        case CountWords() | AmountWords():
            return part  # "three" was offered by the reader of goals, which knows numbers in words
        case _:
            return _with_numbers_read_anew(part)


def _has_figures(part: CountWords | AmountWords) -> bool:
    return re.search(r"[0-9]", part.words) is not None
