"""Words nobody would say to a person: what was replaced does not come back, on a screen or in a list of the library.

Each rule is a pattern, why nobody says it, one sentence it stands in, and one that is well said.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from planner import library
from planner.library.catalogues import literals

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class Rule:
    """A rendering that is not said, and why; the sentence it was found in, and the one that stands there now."""

    pattern: str
    why: str
    found: str
    said: str


RULES = (
    Rule(
        r"^Take out\b|^Taken out\b",
        "of a medicine it means the opposite",
        "Take out: Buprenorphine",
        "Remove: Buprenorphine",
    ),
    Rule(r"^(?:Un)?[Ff]old\b", "paper is folded", "Fold", "Close"),
    Rule(r"^It meets$", "a place meets nobody", "It meets", "What it helps with"),
    Rule(r"^Ask them$", "it notes that somebody asked, and asks nobody", "Ask them", "Note when we asked"),
    Rule(r"\bcame of a call\b", "bookish", "What came of a call", "Places you asked"),
    Rule(r"^How you are$", "it asks how somebody feels", "How you are", "What you are like"),
    Rule(r"^What carries it$", "a goal is not carried", "What carries it", "What helps with it"),
    Rule(r"^In force$", "a lawyer's word", "In force", "Valid today"),
    Rule(r"\bpaid by itself\b", "no bill pays itself", "It is paid by itself", "Paid automatically"),
    Rule(r"\bcomes round\b", "dated", "Add something that comes round", "Add something to my week"),
    Rule(r"\bleads to something bigger\b", "vague", "It leads to something bigger", "It is part of a bigger goal"),
    Rule(r"\bbe woken\b", "bookish, where a life is in danger", "They can not be woken", "They do not wake up"),
    Rule(r"\bNot in the table\b", "a week is no table to a person", "Not in the table", "Without a time"),
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.found)
def test_a_rule_finds_what_it_was_made_for_and_nothing_else(rule: Rule) -> None:
    assert re.search(rule.pattern, rule.found)
    assert not re.search(rule.pattern, rule.said)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.found)
def test_what_nobody_would_say_does_not_come_back(rule: Rule) -> None:
    assert [text for text in TEXTS if re.search(rule.pattern, text)] == []


def _texts() -> Iterator[str]:
    """Yield every text of the screens and papers, and every English sentence of the library."""
    for literal in literals():
        yield literal.one
        if literal.many:
            yield literal.many
    for file in sorted((Path(library.__file__).parent / "en").glob("*.toml")):
        yield from _words(tomllib.loads(file.read_text(encoding="utf-8")))


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _words(part)


TEXTS = tuple(_texts())


def test_there_is_something_to_read() -> None:
    assert len(TEXTS) > 2000
