"""On which weekdays a place is closed: what may be its open hours is asked about."""

from __future__ import annotations

import pytest

from planner.words.days.weekdays import closed_weekdays


@pytest.mark.parametrize(
    "words", ["Monday to Friday", "Mon-Fri", "Monday through Saturday", "lunes a viernes", "Mon-Thu"]
)
def test_most_of_a_week_may_be_when_it_is_open(words: str) -> None:
    assert closed_weekdays(words).is_unread
    assert not closed_weekdays(words).days


@pytest.mark.parametrize("words", ["closed Monday to Friday", "cerrado de lunes a viernes"])
def test_most_of_a_week_is_closed_where_it_is_said(words: str) -> None:
    assert closed_weekdays(words).days == {0, 1, 2, 3, 4}
