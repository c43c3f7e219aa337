"""How often money comes round: weekdays as a counselor writes them, in full or short, in both languages."""

from __future__ import annotations

import pytest

from planner.words.pay_period import Every, stated_period

EVERY_WEEK = (
    "$60 every Friday",
    "$60 every Fri",
    "$60 each wed",
    "60 on Saturdays",
    "60 los sábados",
    "60 cada domingo",
)
FORTNIGHTLY = ("$60 every other Thursday", "$60 every other Thurs")
NOT_CLEAR = ("$10 thurs", "$10 Tues", "200 Monday", "$20 Weds", "60 sábado")


@pytest.mark.parametrize("words", EVERY_WEEK)
def test_a_weekday_that_comes_round_is_every_week(words: str) -> None:
    period = stated_period(words)
    assert period is not None
    assert period.clear is Every.WEEK


@pytest.mark.parametrize("words", FORTNIGHTLY)
def test_every_other_weekday_is_every_two_weeks(words: str) -> None:
    period = stated_period(words)
    assert period is not None
    assert period.clear is Every.FORTNIGHT


@pytest.mark.parametrize("words", NOT_CLEAR)
def test_one_weekday_alone_says_no_period(words: str) -> None:
    period = stated_period(words)
    assert period is not None
    assert period.clear is None


def test_a_word_that_ends_like_a_short_weekday_is_none() -> None:
    assert stated_period("200 thus far") is None
