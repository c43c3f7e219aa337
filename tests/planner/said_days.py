"""Days as people say them, kept in two halves, and how often they are read right."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from planner.words.days.day import days_in

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

HALVES = ("tuned", "set_aside")


@dataclass(frozen=True)
class SaidDay:
    """Words, from where they are said, and the day that is meant, the two that could be, or none."""

    says: str
    today: date
    language: str
    past: bool
    days: tuple[date, ...]

    @property
    def read(self) -> tuple[date, ...]:
        return days_in(self.says, self.today, self.language, past=self.past)


def said_days(half: str) -> list[SaidDay]:
    """Return the days of a half, English and Spanish."""
    kept = tomllib.loads((Path(__file__).parent / "said_days" / f"{half}.toml").read_text(encoding="utf-8"))
    return [
        SaidDay(says, group["today"], group["language"], group["past"], tuple(days))
        for group in kept["group"]
        for says, days in group["says"].items()
    ]


def wrong(said: Iterable[SaidDay]) -> list[SaidDay]:
    """Return those that are read as a day nobody meant: a day where there is none, or one of two, counts as wrong."""
    return [one for one in said if len(one.read) == 1 and one.read != one.days]


def share_read(said: Iterable[SaidDay]) -> float:
    """Return how many of those that name one day are read."""
    datable = [one for one in said if len(one.days) == 1]
    return sum(one.read == one.days for one in datable) / len(datable)
