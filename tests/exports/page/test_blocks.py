"""The vocabulary of a page, and reading it back from a notebook that anybody may have edited."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.page.block_json import MIME, as_json, blocks_from, from_json
from exports.page.blocks import (
    Block,
    Callout,
    Card,
    Cards,
    Checklist,
    Fact,
    Facts,
    GoalCard,
    Lead,
    Line,
    Part,
    Room,
    Sayings,
    Table,
    Tick,
    Words,
)
from exports.page.document.document import document
from exports.page.week_table import Slot, WeekRow, WeekTable
from tests.exports.notebooks import a_notebook, code, shown

EVERY_BLOCK: tuple[Block, ...] = (
    Lead("Dana · made today"),
    Part("My people", inner=True),
    Words("Be there for Mia.", "Family"),
    Sayings(("I call", "I walk")),
    Line("a line", quiet=True),
    Callout("First", "Call Luis", "tonight"),
    Checklist((Tick("one", "by Friday"), Tick("two", done=True))),
    GoalCard("Walk", ("because",), (Tick("shoes"),), ("757-555-0100",)),
    Cards((Card("I notice", ("quiet",)), Card("What helps", ("Luis", "a walk")))),
    Table(("Day", "What"), (("Monday", "Meeting"),), "My week"),
    Facts((Fact("A bed", "Ana's couch"),)),
    Room("What they said", 2, "Rest more"),
    WeekTable(("Monday",), (WeekRow("Morning", ((Slot("Group", "9 am", "bus 20", strong=True),),), 2),)),
)


@pytest.mark.parametrize("block", EVERY_BLOCK, ids=lambda block: block.kind)
def test_a_block_comes_back_as_it_was_written(block: Block) -> None:
    assert from_json(json.loads(json.dumps(as_json(block)))) == block


@pytest.mark.parametrize("block", EVERY_BLOCK, ids=lambda block: block.kind)
def test_a_block_says_all_of_itself_in_plain_lines(block: Block) -> None:
    said = " ".join(block.lines)
    data = as_json(block)
    data.pop("kind")
    for words in _texts(data):
        assert words in said or words in {"Day", "What", "My week"}  # column names and captions are ours, not content


def _texts(data: object) -> list[str]:
    if isinstance(data, str):
        return [data] if data else []
    inner = data.values() if isinstance(data, dict) else data if isinstance(data, list | tuple) else ()
    return [words for one in inner for words in _texts(one)]


def test_rows_are_evened_out_to_the_columns() -> None:
    assert Table(("a", "b"), (("1",), ("1", "2", "3"))).rows == (("1", ""), ("1", "2"))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
)
KINDS = st.sampled_from([str(as_json(block)["kind"]) for block in EVERY_BLOCK])
NAMES = st.sampled_from(
    [
        "text",
        "about",
        "texts",
        "label",
        "note",
        "ticks",
        "title",
        "notes",
        "cards",
        "columns",
        "rows",
        "rules",
        "filled",
    ]
)
EDITED = st.builds(lambda kind, rest: {**rest, "kind": kind}, KINDS, st.dictionaries(NAMES, JSON, max_size=5))


@given(st.lists(EDITED | JSON, max_size=4))
def test_whatever_stands_in_an_edited_notebook_is_read_without_harm(edited: list[object]) -> None:
    for block in blocks_from({"blocks": edited}):
        assert from_json(json.loads(json.dumps(as_json(block)))) == block
    document(a_notebook(code("", shown({MIME: {"blocks": edited}}))))


def test_an_unknown_kind_is_left_out() -> None:
    assert blocks_from({"blocks": [{"kind": "raw", "typst": "#read(1)"}, as_json(Line("kept"))]}) == (Line("kept"),)
