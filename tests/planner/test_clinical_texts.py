"""The page that a clinician and a lawyer read holds every sentence the program says."""

from __future__ import annotations

from pathlib import Path

import pytest

import planner
from planner.library.extraction import shown

HOME = Path(planner.__file__).parent
PAGE = (HOME.parent / "docs" / "clinical-texts.md").read_text()
LINES = frozenset(line.removeprefix("- ") for line in PAGE.splitlines())
FILES = (
    "health/running_out.py",
    "health/pick_ups.py",
    "first_path/bridge.py",
    "care_team/alignment.py",
    "health/advice.py",
    "care_team/concomitant.py",
    "care_team/reaction_check.py",
    "safety/lapse_review.py",
    "check_in/after_lapse.py",
    "consent/text.py",
    "sharing/checking.py",
)


@pytest.mark.parametrize("file", FILES)
def test_every_sentence_to_be_reviewed_is_on_the_page(file: str) -> None:
    literals = shown({file: (HOME / file).read_text()})
    texts = {" ".join(text.split()) for literal in literals for text in (literal.one, literal.many) if text}
    sentences = {text for text in texts if text.endswith((".", "?"))}
    assert len(sentences) > 3
    assert sentences - LINES == set()


def test_the_page_holds_nothing_that_is_not_said_any_more() -> None:
    said = " ".join(" ".join(path.read_text().split()) for path in HOME.rglob("*.py")).replace('" "', "")
    part = PAGE.split("### When a medicine runs out")[1]
    listed = [line.removeprefix("- ") for line in part.splitlines() if line.startswith("- ") and line.endswith("?")]
    assert len(listed) > 20
    assert [line for line in listed if line not in said] == []
