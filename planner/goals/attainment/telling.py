"""Kinds of words that tell what a goal's ladder can be, read from their list once."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from planner.words.fold import plain


def tells(kind: str, *words: str) -> bool:
    """Whether any of the words, as they were typed, are of that kind."""
    return any(_pattern(kind).search(plain(each)) for each in words)


def begins(kind: str, words: str) -> bool:
    """Whether the words begin with one of that kind."""
    return _pattern(kind).match(plain(words)) is not None


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    kept = tomllib.loads((files("planner.goals.attainment") / "words.toml").read_text(encoding="utf-8"))
    return re.compile(rf"\b(?:{'|'.join(kept[kind])})\b")
