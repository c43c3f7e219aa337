"""Letters come out whole, by ink and by text; numbers stay in one piece, and nothing of ours is copied with them."""

from __future__ import annotations

import json
import subprocess
from typing import Any

import pytest

from exports.page.blocks import Table
from exports.page.document.document import document
from exports.page.notebook import PageContent, about_page, notebook
from exports.page.section import Section
from exports.press.measure_fonts import WHOLE_LETTERS, whole_letters
from exports.press.printing import printed
from tests.exports.making_plans import edition
from tests.exports.reading_back import logical_words_of

NAMES = ("Ṣẹ́gun", "Chị́", "ẹ̀kọ́", "Nguyễn", "Hồng", "İstanbul", "José", "Łukasz")


def _page(*paragraphs: str) -> dict[str, object]:
    return {"cells": [{"cell_type": "markdown", "source": "\n\n".join(paragraphs)}], "metadata": {"title": "T"}}


def _in_a_table(*columns: tuple[str, ...]) -> dict[str, object]:
    about = about_page("my-plan", "T", edition())
    table = Table(tuple("Who" for _ in columns), tuple(zip(*columns, strict=True)))
    return notebook(PageContent("T", (), (Section("people", "My people", (table,)),), about))


def _ink(words: str) -> int:
    """Return how many dots of ink the words leave on the page, without what every page has."""
    pdf = printed(_page(words), "pdf").data
    done = subprocess.run(
        ["pdftoppm", "-r", "200", "-gray", "-singlefile", "-"], input=pdf, capture_output=True, check=True
    )
    size = done.stdout.split(b"\n", 3)
    return sum(dot < 128 for dot in size[3])


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_read_as_it_is_written(name: str) -> None:
    read = logical_words_of(printed(_page(name, f"**{name}**"), "pdf").data)
    assert read.count(name) == 2


@pytest.mark.parametrize(("name", "without"), [("Ṣẹ́gun", "Ṣgun"), ("Chị́", "Ch"), ("ẹ̀kọ́", "k")])
def test_no_letter_of_a_name_is_without_ink(name: str, without: str) -> None:
    letters = len([letter for letter in name if letter.isalpha()]) - len(without)
    assert _ink(name) - _ink(without) > 25 * letters


def test_numbers_stay_whole_and_addresses_are_copied_as_they_are() -> None:
    said = ("(646) 558-8656,,820445398#", "maria.gonzalez@harborpeers.org", "Take 8 mg at 8:00 a.m.")
    pdf = printed(_in_a_table(*((one,) for one in said)), "pdf").data
    done = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    assert [one for one in said[:2] if one not in done.stdout.decode()] == []
    assert "\u200b" not in done.stdout.decode()


def test_code_is_copied_as_it_is() -> None:
    code = "`pd.DataFrame({'a':[1,2,3],'bbbbbbbbbbbbbbbbbbbb':[4,5,6]})`"
    read = logical_words_of(printed(_page(code), "pdf").data)
    assert code.strip("`") in read


def test_the_patterns_of_whole_letters_are_those_of_the_fonts() -> None:
    pytest.importorskip("fontTools", reason="fontTools makes the patterns, and reading them needs nothing")
    kept: Any = json.loads(WHOLE_LETTERS.read_bytes())
    assert kept == whole_letters()


def test_a_document_adds_no_place_to_break() -> None:
    assert "u200b" not in repr(document(_page("x" * 60)).blocks)  # repr writes it out
