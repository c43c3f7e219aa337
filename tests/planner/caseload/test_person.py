"""A day of birth is read where it is one, and asked about where the calendar has no such day."""

from __future__ import annotations

from datetime import date

import pytest

from planner.caseload.person import Person, asks_for_birth_day, birth_day

TODAY = date(2026, 11, 28)


def _born(words: str) -> Person:
    return Person(id="00000000-0000-0000-0000-000000000001", born=words, added_on=TODAY)


@pytest.mark.parametrize(
    ("words", "language", "day"),
    [
        ("5/9/98", "en", date(1998, 5, 9)),
        ("5/9/1998", "en", date(1998, 5, 9)),
        ("May 9, 1998", "en", date(1998, 5, 9)),
        ("25/5/1998", "en", date(1998, 5, 25)),
        ("9 de mayo de 1998", "es", date(1998, 5, 9)),
        ("31/02/1990", "en", None),
        ("2/29/1991", "en", None),
        ("5/9/1998", "es", None),
    ],
)
def test_a_full_date_is_read_as_the_day_it_is_or_asked_about(words: str, language: str, day: date | None) -> None:
    assert birth_day(_born(words), TODAY, language) == day
    assert asks_for_birth_day(_born(words), TODAY, language) is (day is None)


@pytest.mark.parametrize("words", ["", "1984", "spring 1980?", "I do not say", "around 60", "March"])
def test_a_year_or_nothing_is_enough(words: str) -> None:
    assert birth_day(_born(words), TODAY, "en") is None
    assert not asks_for_birth_day(_born(words), TODAY, "en")
