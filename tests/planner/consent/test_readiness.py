"""Before it is signed a consent is asked about a last day that is over, and where to write to take it back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest

from planner.consent import Standing
from planner.consent.readiness import before_signing, doubts, next_of_that_day
from planner.consent.signed import standing
from planner.words.reading import DayWords
from tests.invented import TODAY
from tests.planner.consent.agreeing import CONSENT, signed


def _ends(day: date) -> dict[str, Any]:
    return {"ends_on": DayWords(words="as typed", reading=day)}


@dataclass(frozen=True)
class Case:
    what: str
    changes: dict[str, Any]
    asked: tuple[str, ...] = ()
    doubted: tuple[str, ...] = ()


CASES = [
    Case("complete", {}),
    Case("ends today", _ends(TODAY)),
    Case("ended yesterday", _ends(TODAY - timedelta(days=1)), ("consent.over",)),
    Case("ended in January", _ends(date(2026, 1, 5)), ("consent.over",)),
    Case(
        "ended, and with an event beside",
        {**_ends(TODAY - timedelta(days=1)), "ends_when": "a visit"},
        ("consent.over",),
    ),
    Case("ends in ninety years", _ends(date(2116, 5, 1)), (), ("consent.far",)),
    Case("nowhere to write to", {"revoke_how": " "}, ("consent.revoke",)),
    Case("the agency's name alone", {"revoke_how": "Tidewater Recovery Center"}, ("consent.revoke",)),
    Case("a part of its name", {"revoke_how": "TIDEWATER center."}, ("consent.revoke",)),
    Case("a place without a number", {"revoke_how": "The front desk"}, (), ("consent.revoke_where",)),
    Case("an email address", {"revoke_how": "consent@tidewater.example"}),
    Case("a fax number", {"revoke_how": "Fax 757-555-0100"}),
    Case("in another script", {"revoke_how": "Тайдуотер, ул. Мира 8"}),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.what)
def test_what_is_asked_before_signing(case: Case) -> None:
    consent = CONSENT.amended(**case.changes)
    assert tuple(one.code for one in before_signing(consent, TODAY)) == case.asked
    assert tuple(one.code for one in doubts(consent, TODAY)) == case.doubted


def test_what_was_signed_stands_as_it_was_signed() -> None:
    assert standing(signed(revoke_how=""), TODAY) is Standing.IN_FORCE


@pytest.mark.parametrize(
    ("day", "coming"),
    [
        (date(2026, 1, 5), date(2027, 1, 5)),
        (date(2020, 12, 1), date(2026, 12, 1)),
        (TODAY, TODAY.replace(year=2027)),
        (date(2024, 2, 29), None),
    ],
)
def test_the_same_day_of_the_year_comes_again(day: date, coming: date | None) -> None:
    assert next_of_that_day(day, TODAY) == coming
