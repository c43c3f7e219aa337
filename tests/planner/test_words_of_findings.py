"""How the domain speaks: short, in plain words, never blaming and never scoring."""

from __future__ import annotations

import re
from pathlib import Path

import planner
from planner.library.extraction import shown
from planner.words.readability import ease

HOME = Path(planner.__file__).parent
APART = {"commands", "library", "store", "teaching", "attainment", "smart"}
"""Rooms with words for somebody else, or for one sentence only; each has tests of its own."""

NOUNS = sorted(
    path
    for path in HOME.rglob("*.py")
    if not path.name.startswith("__") and not APART.intersection(path.relative_to(HOME).parts)
)
SPOKEN = {literal.one: files for literal, files in shown({path.name: path.read_text() for path in NOUNS}).items()}
SCOLDING = re.compile(
    r"\b(invalid|fail(ed|ure)?|must|error|overdue|non-?complian\w*|refus\w+|abus\w+|addict\w*|clean|dirty"
    r"|patient|client)\b|!",
    re.IGNORECASE,
)


def test_there_is_something_to_read() -> None:
    assert len(SPOKEN) > 300
    assert SCOLDING.search("You must not fail!")


def test_nothing_shown_scolds() -> None:
    assert {text: files for text, files in SPOKEN.items() if SCOLDING.search(text)} == {}


def test_what_is_suggested_reads_at_grade_six_or_below() -> None:
    asking = [path for path in NOUNS if "Finding(" in path.read_text()]
    texts = [literal.one for literal in shown({path.name: path.read_text() for path in asking})]
    sentences = [text for text in texts if text.endswith((".", "?"))]
    assert len(sentences) > 150
    assert ease("\n".join(sentences)).plain, ease("\n".join(sentences))
