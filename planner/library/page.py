"""The pages for a hard day: what the person reads after a lapse, and what staff do when somebody is not safe.

A clinician should read both before an agency uses them; docs/clinical-review.md says what to look for.
"""

from __future__ import annotations

from dataclasses import dataclass

from planner.library.texts import texts
from planner.model.message import fill


@dataclass(frozen=True, slots=True)
class Part:
    """One heading and the lines below it."""

    key: str
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A page in the order it is read."""

    title: str
    opening: str
    parts: tuple[Part, ...]


def lapse_page(language: str, *, line: str) -> Page:
    """Return the texts of the lapse page; `line` is the agency's crisis line."""
    return _page("lapse", language, line)


def crisis_page(language: str, *, line: str) -> Page:
    """Return the staff guidance for "Not safe right now"; `line` is the agency's crisis line."""
    return _page("crisis", language, line)


def _page(kind: str, language: str, line: str) -> Page:
    found = texts(kind, language)
    parts = (
        Part(key, part["title"], tuple(fill(one, {"line": line}, str) for one in part["lines"]))
        for key, part in found["parts"].items()
    )
    return Page(found["title"], found["opening"], tuple(parts))
