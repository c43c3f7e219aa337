"""The accounting on paper, in each of its views."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from exports.documents.accounting_copy import accounting_copy
from exports.page.notebook import notebook
from exports.press.printing import printed
from planner.consent import ConsentKind, Part
from planner.consent.part import TITLES
from planner.sharing.accounting import CARE_TEAM_SHEET, View, accounting
from planner.sharing.disclosure import Disclosure, correction
from planner.words.language import LANGUAGES, Language
from tests.exports.making_plans import DANA, edition
from tests.exports.reading_back import closed_up, promises_of, words_of
from tests.invented import TODAY, an_id
from tests.planner.consent.agreeing import NOON

if TYPE_CHECKING:
    from datetime import datetime

ENGLISH = Language("en")


def line(number: int, at: datetime = NOON, **fields: Any) -> Disclosure:
    given = {"consent_id": an_id(50), "kind": ConsentKind.SPECIFIC, "parts": (Part.MEDICATIONS,), "by": "Rosa"}
    return Disclosure(
        id=an_id(number),
        person_id=DANA.person.id,
        at=at,
        to_whom=f"Dr. {number}",
        what="Care-team sheet",
        **{**given, **fields},
    )


MARK = "412-7K3M-QWX2-HD5V-ABCD"

LINES = (
    line(1),
    line(2, consent_id=None, kind=None, purpose="A court order"),
    line(3, NOON - timedelta(days=4 * 365)),
    line(4, NOON - timedelta(days=7 * 365)),
)


def copied(view: View, language: Language = ENGLISH) -> Any:
    found = accounting(LINES, view, until=TODAY, zone="UTC")
    return notebook(accounting_copy(found, DANA.person, edition(language=language), MARK))


@pytest.mark.parametrize(
    ("view", "there"),
    [(View.CONSENTED, {"Dr. 1"}), (View.OTHER, {"Dr. 2"}), (View.ALL, {"Dr. 1", "Dr. 2", "Dr. 3"})],
    ids=lambda value: value.value if isinstance(value, View) else "",
)
def test_each_view_holds_its_lines_and_no_others(view: View, there: set[str]) -> None:
    told = json.dumps(copied(view))
    assert {name for name in ("Dr. 1", "Dr. 2", "Dr. 3", "Dr. 4") if name in told} == there


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_line_says_what_went_to_whom_and_by_what_right(code: str) -> None:
    speaks = Language(code)
    read = closed_up(words_of(printed(copied(View.ALL, speaks), "pdf").data))
    for words in (
        speaks(TITLES[Part.MEDICATIONS]),
        speaks(CARE_TEAM_SHEET),
        speaks(ConsentKind.SPECIFIC.label),
        "Rosa",
    ):
        assert closed_up(words) in read
    assert "DanaReyes" in read
    assert MARK in read


def test_what_was_made_and_not_given_stands_there_with_that_note() -> None:
    note = correction(LINES[0].id, was_given=False, new_id=an_id(99), person_id=LINES[0].person_id, at=NOON, by="Jo")
    found = accounting((*LINES, note), View.ALL, until=TODAY, zone="UTC")
    assert [line.not_given is not None for line in found.lines].count(True) == 1
    told = json.dumps(notebook(accounting_copy(found, DANA.person, edition(), MARK)))
    assert "Made, and not given. Noted on November 22, 2026." in told


def test_nothing_given_is_said_in_words() -> None:
    found = accounting((), View.ALL, until=TODAY, zone="UTC")
    told = json.dumps(notebook(accounting_copy(found, DANA.person, edition(), MARK)))
    assert "Nothing was given in this time." in told


def test_it_is_a_page_that_keeps_its_promises() -> None:
    page = printed(copied(View.ALL), "pdf").data
    assert promises_of(page) == {"title": "What was given to others", "language": "en", "ua": "1", "a": "2a"}
