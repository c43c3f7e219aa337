"""What paper says in words of its own: plain in every language, and never a scolding."""

from __future__ import annotations

import re

import pytest

from exports.documents.my_plan import PARTS
from planner.model.message import Message
from planner.words.language import LANGUAGES, Language
from planner.words.readability import counted, ease, flesch_kincaid
from tests.shown import literals

OURS = sorted(
    literal.one for literal, files in literals().items() if any(file.startswith("exports/") for file in files)
)
SENTENCES = [words for words in OURS if words.endswith(".")]
SCOLDING = re.compile(r"\b(invalid|failed|must|error|patient|client|user|addict)\b|!", re.IGNORECASE)


def test_there_is_something_to_read() -> None:
    assert len(OURS) > 40
    assert len(SENTENCES) > 8
    assert {title.text for title in PARTS.values()} <= set(OURS)


@pytest.mark.parametrize("code", LANGUAGES)
def test_paper_is_plain_in_every_language(code: str) -> None:
    speaks = Language(code)
    assert ease("\n".join(speaks(Message(words)) for words in OURS), code).plain


@pytest.mark.parametrize("sentence", SENTENCES)
def test_no_sentence_on_paper_is_above_grade_six(sentence: str) -> None:
    assert flesch_kincaid(counted(sentence)) <= 6


def test_paper_never_scolds() -> None:
    assert SCOLDING.search("You must not!")
    assert [words for words in OURS if SCOLDING.search(words)] == []
