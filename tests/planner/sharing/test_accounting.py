"""Who was given what: three years under a consent, six without, each line on the day it was where the agency is."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from planner.consent import ConsentKind, Part
from planner.consent.part import TITLES
from planner.sharing.accounting import GIVEN, View, accounting, years_before
from planner.sharing.disclosure import Disclosure, correction
from planner.words.language import LANGUAGES, Language
from tests.invented import TODAY, an_id

if TYPE_CHECKING:
    from planner.model.message import Message

ZONE = "America/New_York"


def _line(day: str, *, hour: int = 18, **changes: Any) -> Disclosure:
    at = datetime.fromisoformat(day).replace(hour=hour, tzinfo=UTC)
    line = Disclosure(id=an_id(1), person_id=an_id(2), at=at, to_whom="Dr. Shah", what="Care-team sheet")
    return line.amended(**changes)


AGREED = {"consent_id": an_id(9), "kind": ConsentKind.TPO}


@pytest.mark.parametrize(
    ("line", "views"),
    [
        (_line("2026-11-20", **AGREED), {View.CONSENTED, View.ALL}),
        (_line("2023-11-22", **AGREED), {View.CONSENTED, View.ALL}),
        (_line("2023-11-21", **AGREED), {View.ALL}),
        (_line("2023-11-21"), {View.OTHER, View.ALL}),
        (_line("2020-11-22"), {View.OTHER, View.ALL}),
        (_line("2020-11-21"), set()),
        (_line("2026-11-23", **AGREED), set()),
    ],
    ids=["agreed", "three years", "a day longer", "not agreed", "six years", "seven", "tomorrow"],
)
def test_each_view_goes_as_far_back_as_its_rule(line: Disclosure, views: set[View]) -> None:
    assert {view for view in View if accounting([line], view, until=TODAY, zone=ZONE).lines} == views


def test_the_day_is_the_one_where_the_agency_is() -> None:
    found = accounting([_line("2026-11-20", hour=3)], View.ALL, until=TODAY, zone=ZONE)
    assert found.lines[0].day == date(2026, 11, 19)
    assert (found.since, found.until) == (date(2020, 11, 22), TODAY)


def test_the_latest_line_comes_first_and_says_on_what_ground() -> None:
    lines = [_line("2026-01-02", **AGREED), _line("2026-05-01", parts=(Part.VISITS,)), _line("2026-03-01")]
    found = accounting([*lines, lines[0].amended(kind=None)], View.ALL, until=TODAY, zone=ZONE).lines
    assert [line.day.month for line in found] == [5, 3, 1, 1]
    assert {str(line.ground) for line in found} == {
        "Without a consent",
        "One consent for all my care",
        "With a consent",
    }
    assert found[0].parts == (TITLES[Part.VISITS],)


@pytest.mark.parametrize(
    ("day", "years", "expected"),
    [
        (date(2028, 2, 29), 3, date(2025, 2, 28)),
        (date(2028, 2, 29), 4, date(2024, 2, 29)),
        (date(2, 1, 1), 6, date(1, 1, 1)),
    ],
)
def test_years_before_a_day_is_always_a_day(day: date, years: int, expected: date) -> None:
    assert years_before(day, years) == expected


def test_a_line_from_before_parts_were_noted_still_reads() -> None:
    old = f'{{"id":"{an_id(1)}","person_id":"{an_id(2)}","at":"2026-11-20T18:00:00Z","to_whom":"Dr. Shah"}}'
    assert Disclosure.model_validate_json(old).parts == ()


def _noted(day: str, *, was_given: bool) -> Disclosure:
    at = datetime.fromisoformat(day).replace(hour=18, tzinfo=UTC)
    return correction(an_id(1), was_given=was_given, new_id=an_id(8), person_id=an_id(2), at=at, by="Jo")


def test_what_was_made_and_not_given_stays_in_the_list_and_says_so() -> None:
    line = _line("2026-11-20", **AGREED)
    kept = accounting([line, _noted("2026-11-21", was_given=False)], View.CONSENTED, until=TODAY, zone=ZONE).lines
    assert [(one.to_whom, str(one.not_given)) for one in kept] == [
        ("Dr. Shah", "Made, and not given. Noted on 2026-11-21.")
    ]


@pytest.mark.parametrize("view", list(View), ids=lambda view: view.value)
def test_a_note_about_a_line_is_no_line_itself_and_the_latest_counts(view: View) -> None:
    notes = [_noted("2026-11-22", was_given=True), _noted("2026-11-21", was_given=False)]
    found = accounting([*notes, _line("2026-11-20", **AGREED)], view, until=TODAY, zone=ZONE).lines
    assert [one.not_given for one in found] == ([] if view is View.OTHER else [None])


@pytest.mark.parametrize("title", GIVEN, ids=str)
@pytest.mark.parametrize("kept", LANGUAGES)
@pytest.mark.parametrize("shown", LANGUAGES)
def test_what_was_made_here_is_told_in_the_reader_s_language(title: Message, kept: str, shown: str) -> None:
    line = _line("2026-11-20", what=Language(kept)(title))
    (found,) = accounting([line], View.ALL, until=TODAY, zone=ZONE).lines
    assert Language(shown).show(found.what) == Language(shown)(title)


@pytest.mark.parametrize("words", ["Care-team sheet for the court", "{n} letters", "Sobre cerrado", "All"])
def test_what_somebody_noted_stands_as_they_wrote_it(words: str) -> None:
    (found,) = accounting([_line("2026-11-20", what=words)], View.ALL, until=TODAY, zone=ZONE).lines
    assert Language("es").show(found.what) == words


def test_the_titles_differ_from_language_to_language() -> None:
    assert len({Language(code)(title) for title in GIVEN for code in LANGUAGES}) == len(GIVEN) * len(LANGUAGES)
