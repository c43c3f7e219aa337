"""Reads one file of texts in one language, once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from planner.words.language import Language


@cache
def texts(kind: str, language: str) -> dict[str, Any]:
    """Return the texts of a kind ("values", "questions"). They are shared: read them, never change them."""
    file = files("planner.library") / Language(language).known_code / f"{kind}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
