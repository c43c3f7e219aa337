"""A further copy joins the line of the same sheet, for the same provider, on the same day; notes leave lines alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from planner.sharing.accounting import View, accounting
from planner.sharing.disclosure import Disclosure, GivenHow, correction, further_copy, how_given, line_joined, was_given
from tests.invented import TODAY, an_id

NOON = datetime(2026, 11, 22, 19, 0, tzinfo=UTC)
DENVER = "America/Denver"
LINE = Disclosure(
    id=an_id(1),
    person_id=an_id(9),
    at=NOON,
    to_whom="Dr. Shah",
    address="5 Water Street",
    what="Care-team sheet",
    content="abc",
    consent_id=an_id(8),
)


def _note(number: int, **says: Any) -> Disclosure:
    about = {"was_given": True, "person_id": LINE.person_id, "at": NOON + timedelta(minutes=number), "by": "Jo"}
    return correction(LINE.id, new_id=an_id(number), **(about | says))


@dataclass(frozen=True)
class Case:
    what: str
    changes: dict[str, Any]
    joins: bool


CASES = [
    Case("an hour later", {"at": NOON + timedelta(hours=1)}, joins=True),
    Case("in another language", {"what": "Hoja para el equipo"}, joins=True),
    Case("by another counselor", {"by": "Kim"}, joins=True),
    Case("the same evening in Denver, the next day in UTC", {"at": NOON + timedelta(hours=11)}, joins=True),
    Case("the next day in Denver", {"at": NOON + timedelta(hours=13)}, joins=False),
    Case("with other words in it", {"content": "abd"}, joins=False),
    Case("for somebody else", {"to_whom": "Dr. Ortiz"}, joins=False),
    Case("for another office of theirs", {"address": "1 Main Street"}, joins=False),
    Case("under another consent", {"consent_id": an_id(7)}, joins=False),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.what)
def test_a_copy_joins_the_line_of_the_same_sheet_on_the_same_day(case: Case) -> None:
    copy = LINE.amended(id=an_id(2), **case.changes)
    assert (line_joined(copy, [LINE], DENVER) == LINE) is case.joins


def test_lines_of_before_a_content_was_kept_are_never_joined() -> None:
    old = LINE.amended(content="")
    assert line_joined(old.amended(id=an_id(2)), [old], DENVER) is None


def test_what_was_not_given_is_not_joined_until_it_was_after_all() -> None:
    not_given, after_all = _note(3, was_given=False), _note(4, was_given=True)
    copy = LINE.amended(id=an_id(2))
    assert line_joined(copy, [LINE, not_given], DENVER) is None
    assert line_joined(copy, [LINE, not_given, after_all], DENVER) == LINE


def test_the_latest_note_says_how_it_was_given_and_a_copy_says_nothing_about_that() -> None:
    fax, hand, not_given = _note(3, how=GivenHow.FAX), _note(4, how=GivenHow.BY_HAND), _note(5, was_given=False)
    copy = further_copy(LINE.amended(id=an_id(6)), LINE)
    assert how_given(LINE, [LINE]) is None
    assert how_given(LINE, [LINE, fax, hand, copy]) is GivenHow.BY_HAND
    assert (was_given(LINE, [LINE, fax, not_given, copy]), how_given(LINE, [LINE, fax, not_given, copy])) == (
        False,
        None,
    )


def test_the_accounting_is_one_line_with_its_notes_and_copies() -> None:
    copies = [further_copy(LINE.amended(id=an_id(number)), LINE) for number in (10, 11)]
    found = accounting([LINE, *copies, _note(3, how=GivenHow.FAX)], View.ALL, until=TODAY, zone=DENVER)
    (line,) = found.lines
    assert (line.copies, line.how, line.not_given) == (2, GivenHow.FAX.label, None)
