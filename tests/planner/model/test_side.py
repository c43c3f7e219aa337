"""Every day field looks to its side of today: a day on the other side is asked about, never taken."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from planner.consent.consent import Consent
from planner.consent.signing import Signing
from planner.model.entry import nested, side_of
from planner.model.side import Side
from planner.plan.plan import Plan
from planner.sessions.session import Session
from planner.words.reading import DayWords, day_choices, read_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.model.entry import Entry

TODAY = date(2026, 11, 28)

SIDES = {
    ("Circumstances", "housing_until"): Side.AHEAD,
    ("ClosedDays", "first"): Side.EITHER,
    ("ClosedDays", "last"): Side.AHEAD,
    ("Closing", "next_on"): Side.EITHER,
    ("Condition", "since"): Side.BACK,
    ("Consent", "ends_on"): Side.EITHER,
    ("Consent", "read_aloud_on"): Side.BACK,
    ("Goal", "by_when"): Side.AHEAD,
    ("Goal", "review_on"): Side.AHEAD,
    ("Goal", "start"): Side.EITHER,
    ("GoalChange", "by_when_before"): Side.EITHER,
    ("HowItWas", "on"): Side.BACK,
    ("LapseReview", "on"): Side.BACK,
    ("Leaving", "contact_on"): Side.AHEAD,
    ("Leaving", "first_appointment_on"): Side.AHEAD,
    ("Leaving", "on"): Side.AHEAD,
    ("Medication", "since"): Side.BACK,
    ("Observation", "on"): Side.BACK,
    ("PickUp", "next_due"): Side.AHEAD,
    ("PickUp", "on"): Side.BACK,
    ("Practice", "on"): Side.BACK,
    ("Provider", "last_visit"): Side.BACK,
    ("Reaction", "when"): Side.BACK,
    ("Referral", "asked_on"): Side.BACK,
    ("Referral", "look_again"): Side.AHEAD,
    ("Routine", "next_on"): Side.AHEAD,
    ("Signing", "on"): Side.BACK,
    ("Skill", "look_again"): Side.AHEAD,
    ("Step", "by"): Side.AHEAD,
    ("Visit", "on"): Side.AHEAD,
}
"""Each day field of a plan, a session and a consent."""


def _kinds(kind: type[Entry]) -> Iterator[type[Entry]]:
    yield kind
    for part in nested(kind).values():
        yield from _kinds(part)


def _day_fields() -> dict[tuple[str, str], Side]:
    kinds = {kind for root in (Plan, Session, Consent, Signing) for kind in _kinds(root)}
    found = ((kind, name) for kind in kinds for name, part in nested(kind).items() if part is DayWords)
    return {(kind.__name__, name): side_of(kind, name) for kind, name in found}


def test_every_day_field_has_its_side() -> None:
    assert _day_fields() == SIDES


@pytest.mark.parametrize("words", ["tomorrow", "a week from today", "December 4, 2026", "in two weeks", "mañana"])
def test_a_field_that_looks_back_asks_about_a_day_to_come(words: str) -> None:
    ahead = read_day(words, TODAY, side=Side.AHEAD).reading
    assert ahead
    assert ahead > TODAY
    assert read_day(words, TODAY, side=Side.BACK).reading is None
    assert day_choices(words, TODAY, side=Side.BACK) == (ahead,)


@pytest.mark.parametrize("words", ["yesterday", "a week ago", "November 2, 2026", "two weeks ago", "ayer"])
def test_a_field_that_looks_ahead_asks_about_a_day_that_is_over(words: str) -> None:
    back = read_day(words, TODAY, side=Side.BACK).reading
    assert back
    assert back < TODAY
    assert read_day(words, TODAY, side=Side.AHEAD).reading is None
    assert day_choices(words, TODAY, side=Side.AHEAD) == (back,)


@pytest.mark.parametrize("side", Side)
def test_today_stands_on_every_side(side: Side) -> None:
    assert read_day("today", TODAY, side=side).reading == TODAY
    assert day_choices("today", TODAY, side=side) == ()


@pytest.mark.parametrize("words", ["yesterday", "tomorrow"])
def test_a_day_that_can_lie_on_either_side_is_taken_where_it_is(words: str) -> None:
    day = TODAY + timedelta(days=1 if words == "tomorrow" else -1)
    assert read_day(words, TODAY, side=Side.EITHER).reading == day
