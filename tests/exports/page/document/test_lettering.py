"""Which letters print, and what stands for those that do not."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.page.document.lettering import MISSING, fonts_for, has_ink, printable
from exports.press.measure_fonts import TABLE, table


def shown(words: str) -> str:
    return printable(words, set())


@pytest.mark.parametrize(
    "words",
    [
        "Be there for Mia.",
        "¿Cómo está? Año nuevo, niña",
        "سارة وأحمد",
        "שלום",
        "घर के पास काम",
        "ไปประชุม",
        "Tiếng Việt · Привет · Γειά",
        "👨‍👩‍👧 🏡 1️⃣ ✓ ♥",
        "first line\nsecond line",
    ],
)
def test_the_bundled_fonts_print_it(words: str) -> None:
    missing: set[str] = set()
    assert printable(words, missing) == unicodedata.normalize("NFC", words)
    assert not missing


@dataclass(frozen=True)
class Shown:
    words: str
    prints: str
    missing: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    "case",
    [
        Shown("中 school", f"{MISSING} school", frozenset("中")),
        Shown("half an emoji \ud83d", f"half an emoji {MISSING}", frozenset("\ud83d")),
        Shown("a private sign \ue000", f"a private sign {MISSING}", frozenset("\ue000")),
        Shown("bell\x07 and null\x00", "bell and null"),
        Shown("\ufeffmark", "mark"),
        Shown("turned \u202e round", "turned  round"),
        Shown("one\r\ntwo\u2028three", "one\ntwo\nthree"),
        Shown("tab\there", "tab    here"),
        Shown("wide\u3000space", "wide space"),
        Shown("e\u0301", "é"),
        Shown("a mark of another script: ж\u0e4b", f"a mark of another script: ж{MISSING}", frozenset("\u0e4b")),
    ],
    ids=lambda case: ascii(case.words),
)
def test_what_no_font_has_is_replaced_and_reported(case: Shown) -> None:
    missing: set[str] = set()
    assert printable(case.words, missing) == case.prints
    assert missing == case.missing


@given(st.text(st.characters(), max_size=80))
def test_what_prints_is_printable_and_stays_so(words: str) -> None:
    once = shown(words)
    assert shown(once) == once
    once.encode()  # nothing is left that no file can hold


def test_a_letter_only_another_font_has_is_found_there() -> None:
    assert fonts_for("a")
    assert fonts_for("ش")
    assert not fonts_for("中")
    assert not fonts_for("\x1f")
    assert not fonts_for("\U0010ffff")


@pytest.mark.parametrize(("words", "seen"), [("", False), (" \n\u200b\u2060", False), ("–", True), ("a", True)])
def test_only_what_is_seen_counts_as_ink(words: str, seen: bool) -> None:  # noqa: FBT001
    assert has_ink(words) is seen


def test_the_table_of_letters_is_that_of_the_fonts() -> None:
    pytest.importorskip("fontTools", reason="fontTools makes the table, and reading it needs nothing")
    assert json.loads(TABLE.read_bytes()) == table()
