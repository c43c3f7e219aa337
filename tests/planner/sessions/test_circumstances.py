"""How life stands is said in words, and a home that ends soon is asked about early."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from planner.model.finding import Weight
from planner.sessions.circumstances import (
    ASPECTS,
    Circumstances,
    Cravings,
    Footing,
    changes,
    circumstances_findings,
    height,
)
from planner.sessions.since_last import Hard, SinceLast, since_last_findings
from tests.invented import TODAY, an_id
from tests.planner.making import a_day


def _said(on: date = TODAY, **given: Any) -> Circumstances:
    return Circumstances(id=an_id(on.toordinal()), on=on, **given)


def _codes(*known: Circumstances) -> list[str]:
    return [finding.code for finding in circumstances_findings(known, TODAY)]


def test_nothing_said_asks_nothing() -> None:
    assert list(circumstances_findings((), TODAY)) == []
    assert _codes(_said()) == []
    assert not _said().is_said


@pytest.mark.parametrize(
    ("until", "code"),
    [
        ("2026-11-21", ["circumstances.home_past"]),
        ("2026-11-22", ["circumstances.home"]),
        ("2026-12-22", ["circumstances.home"]),
        ("2026-12-23", []),
        ("when my sister says", []),
    ],
)
def test_a_home_that_ends_within_a_month_is_asked_about(until: str, code: list[str]) -> None:
    assert _codes(_said(housing_until=a_day(until, past=until < "2026-11-22"))) == code


def test_only_the_latest_day_is_asked_about_in_whatever_order_it_was_kept() -> None:
    earlier = _said(TODAY - timedelta(days=42), housing=Footing.MISSING, income=Footing.MISSING)
    now = _said(housing=Footing.ENOUGH, income=Footing.SHAKY)
    assert _codes(earlier) == ["circumstances.housing", "circumstances.income"]
    assert _codes(earlier, now) == _codes(now, earlier) == []


def test_strong_cravings_are_asked_about_before_what_is_missing() -> None:
    found = list(circumstances_findings((_said(cravings=Cravings.ALL_THE_TIME, support=Footing.MISSING),), TODAY))
    assert [finding.weight for finding in found] == [Weight.SOON, Weight.EASIER]


def test_what_changed_is_told_against_the_last_time_it_was_said() -> None:
    first = _said(TODAY - timedelta(days=60), housing=Footing.SHAKY, cravings=Cravings.OFTEN, care=Footing.STEADY)
    between = _said(TODAY - timedelta(days=30), cravings=Cravings.OFTEN)
    now = _said(housing=Footing.STEADY, cravings=Cravings.ALL_THE_TIME, care=Footing.STEADY, income=Footing.ENOUGH)
    assert [(change.aspect, change.before, change.now) for change in changes((now, first, between))] == [
        ("cravings", Cravings.OFTEN, Cravings.ALL_THE_TIME),
        ("housing", Footing.SHAKY, Footing.STEADY),
    ]
    assert changes(()) == ()


def test_every_aspect_is_a_field_with_four_answers_from_hard_to_steady() -> None:
    for aspect in ASPECTS:
        answers = Cravings if aspect == "cravings" else Footing
        assert [height(_said(**{aspect: answer}), aspect) for answer in answers] == [0, 1, 2, 3]
        assert height(_said(), aspect) is None


def test_words_alone_are_enough_to_have_said_something() -> None:
    assert _said(housing_where="With my aunt").is_said
    assert _said(support_words="Nobody yet").is_said
    assert _said(care=Footing.SHAKY).is_said


def test_hard_days_ask_what_got_the_person_through() -> None:
    hard = SinceLast(id=an_id(1), on=TODAY, hard=Hard.DAYS)
    assert [finding.code for finding in since_last_findings(hard)] == ["since_last.hard"]
    assert list(since_last_findings(hard.amended(hard_words="The rent. Luis came"))) == []


@pytest.mark.parametrize(
    ("hard", "first"), [(None, False), (Hard.NOTHING, False), (Hard.DAYS, False), (Hard.NEAR, True), (Hard.USED, True)]
)
def test_only_use_or_nearly_so_is_looked_at_first(hard: Hard | None, *, first: bool) -> None:
    assert SinceLast(id=an_id(1), on=TODAY, hard=hard).looks_at_it_first is first
