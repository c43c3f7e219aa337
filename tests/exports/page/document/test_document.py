"""A notebook as a document: what is taken, what is left, and how headings are put in order."""

from __future__ import annotations

from typing import Any

import pytest

from exports.page.blocks import Table
from exports.page.document.document import ABOUT, Document, Shown, document
from exports.page.document.prose import Code, Heading, Picture
from tests.exports.notebooks import a_notebook, a_png, code, prose, shown


def kinds(page: Document) -> list[str]:
    return [block.kind for block in page.blocks]


def levels(*sources: str) -> list[int]:
    page = document(a_notebook(*map(prose, sources)))
    return [block.level for block in page.blocks if isinstance(block, Heading)]


def test_the_only_highest_heading_is_the_title_and_the_others_move_up() -> None:
    page = document(a_notebook(prose("# My plan\n\n## What I do\n\n### One\n\n## Who")))
    assert (page.title, page.titled) == ("My plan", True)
    assert [block.level for block in page.blocks if isinstance(block, Heading)] == [1, 2, 1]


def test_two_highest_headings_are_parts_and_the_name_is_the_title() -> None:
    page = document(a_notebook(prose("# One\n\n# Two")), name="lesson")
    assert (page.title, page.titled) == ("lesson", False)
    assert levels("# One\n\n# Two") == [1, 1]


def test_a_level_that_was_skipped_is_closed_up() -> None:
    assert levels("## a", "##### b", "### c", "## d") == [1, 2, 2, 1]


def test_a_heading_with_nothing_to_see_is_dropped() -> None:
    assert levels("# a\n\n# b\n\n# \u200b\n\n#") == [1, 1]


def test_a_heading_inside_a_list_or_a_quotation_is_a_bold_line() -> None:
    page = document(a_notebook(prose("> # loud\n\n- ## loud")))
    assert kinds(page) == ["quotation", "list"]
    assert "heading" not in str(page)


def test_a_notebook_without_a_name_has_a_title_all_the_same() -> None:
    assert document({}).title == "–"
    assert document(a_notebook(title=" \u200b ")).title == "–"


def test_the_richest_output_is_taken() -> None:
    table = {"schema": {"fields": [{"name": "index"}, {"name": "goal"}]}, "data": [{"index": 0, "goal": "walk"}]}
    cell = code(
        "", shown({"text/plain": "plain", "text/html": "<p>html</p>", "application/vnd.dataresource+json": table})
    )
    assert document(a_notebook(cell)).blocks == (Table(("goal",), (("walk",),)),)


def test_an_output_that_can_not_be_drawn_falls_back_to_the_next() -> None:
    cell = code("", shown({"image/svg+xml": "broken", "image/png": "broken", "text/plain": "what it was"}))
    assert document(a_notebook(cell)).blocks == (Code("what it was"),)


def test_what_a_program_printed_comes_without_its_colors() -> None:
    cell = code("", {"output_type": "stream", "name": "stdout", "text": ["\x1b[31mred\x1b[0m\n", "  two\n"]})
    assert document(a_notebook(cell)).blocks == (Code("red\n  two"),)


def test_a_picture_pasted_into_a_cell_comes_along() -> None:
    pasted = prose("![my dog](attachment:dog.png)", attachments={"dog.png": {"image/png": a_png(4, 4)}})
    (block,) = document(a_notebook(pasted)).blocks
    assert isinstance(block, Picture)
    assert block.alt == "my dog"


@pytest.mark.parametrize(
    ("switch", "left"),
    [
        (Shown(), ["paragraph", "code", "code"]),
        (Shown(source=False), ["paragraph", "code"]),
        (Shown(output=False), ["paragraph", "code"]),
        (Shown(markdown=False), ["code", "code"]),
        (Shown(code=False), ["paragraph"]),
    ],
)
def test_parts_can_be_switched_off(switch: Shown, left: list[str]) -> None:
    printed = {"output_type": "stream", "name": "stdout", "text": "2"}
    assert kinds(document(a_notebook(prose("text"), code("1 + 1", printed)), shown=switch)) == left


def test_a_source_that_nbconvert_hides_is_hidden() -> None:
    hidden = code("1 + 1", metadata={"transient": {"remove_source": True}})
    assert kinds(document(a_notebook(code("1 + 1")))) == ["code"]
    assert kinds(document(a_notebook(hidden))) == []


def test_raw_cells_stay_off_the_page() -> None:
    assert kinds(document(a_notebook({"cell_type": "raw", "source": "\\input{x}"}))) == []


def test_every_word_is_made_printable_and_what_is_missing_is_reported_once() -> None:
    page = document(a_notebook(prose("# 中\n\n中 \x07x"), title="中"))
    assert "中" not in str(page)
    assert [remark.what for remark in page.remarks] == [("U+4E2D",)]


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ({}, ("en", "", "us-letter")),
        ({"language": "es", "date": "2026-11-22", "paper": "a4"}, ("es", "2026-11-22", "a4")),
        ({"language": "es-US"}, ("es", "", "us-letter")),
        ({"language": "<script>", "date": "tomorrow", "paper": "x"}, ("en", "", "us-letter")),
        ({"date": "0001-01-01"}, ("en", "", "us-letter")),
        ({"date": 20261122, "language": 7}, ("en", "2026-11-22", "us-letter")),
    ],
)
def test_what_a_notebook_says_about_itself_is_taken_with_care(about: dict[str, Any], expected: tuple[str, ...]) -> None:
    page = document(a_notebook(**{ABOUT: about}))
    assert (page.language, page.day.isoformat() if page.day else "", page.paper) == expected


@pytest.mark.parametrize(
    "odd", [{}, {"cells": 7}, {"cells": [7, None, {}]}, {"cells": [{"cell_type": "code", "outputs": 5}]}]
)
def test_a_notebook_that_is_none_is_an_empty_page(odd: dict[str, Any]) -> None:
    assert kinds(document(odd)) == []
