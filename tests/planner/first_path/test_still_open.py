"""What is open at the end of the first twenty minutes, and when it is enough for today."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from planner.first_path.still_open import follow_up, is_enough, name_of, still_open
from planner.plan.plan import LeftOpen, NotNow, SessionPath
from planner.review.review import findings
from planner.sessions.first_path import FollowUp, Leaving, Sure, Tonight
from planner.words.reading import DayWords, read_count
from tests.invented import an_id
from tests.planner.making import a_plan

TODAY = date(2026, 11, 28)
THERE = Tonight(bed=Sure.YES, food=Sure.YES, medicines=Sure.YES, overdose_help=Sure.YES)
TOPIC_CARDS = Leaving(
    is_leaving=True,
    on=DayWords(words="today", reading=TODAY),
    medicine_days=read_count("3"),
    first_appointment_on=DayWords(words="Dec 3", reading=date(2026, 12, 3)),
)


def _open(**parts: Any) -> tuple[list[str], bool]:
    plan = a_plan(path=SessionPath.FIRST, **parts)
    found = still_open(plan, findings(plan, TODAY))
    return [one.key for one in found], is_enough(found)


def _left(topic: str, answer: NotNow) -> LeftOpen:
    return LeftOpen(topic=topic, answer=answer, on=TODAY)


def test_it_is_enough_when_everything_is_there() -> None:
    assert _open(tonight=THERE) == ([], True)


@pytest.mark.parametrize("name", ["bed", "food", "medicines", "overdose_help"])
@pytest.mark.parametrize("answer", [Sure.NO, Sure.UNSURE, None])
def test_it_is_not_enough_while_tonight_is_not_sure(name: str, answer: Sure | None) -> None:
    assert _open(tonight=THERE.amended(**{name: answer})) == ([f"tonight.{name}"], False)


def test_it_is_not_enough_while_days_without_medicine_lie_ahead() -> None:
    about, enough = _open(tonight=THERE, leaving=TOPIC_CARDS.amended(who_calls="Rosa"))

    assert (about, enough) == (["leaving.medicine_gap/"], False)
    assert _open(tonight=THERE, leaving=TOPIC_CARDS.amended(who_calls="Rosa", medicine_days=read_count("5")))[1]


def test_a_contact_nobody_named_is_listed_and_is_no_danger() -> None:
    leaving = TOPIC_CARDS.amended(medicine_days=read_count("5"))

    assert _open(tonight=THERE, leaving=leaving) == (["leaving.who_calls"], True)


def test_not_for_me_is_a_full_answer_and_not_today_stays_in_the_list() -> None:
    tonight = THERE.amended(medicines=None)

    assert _open(tonight=tonight, left_open=(_left("first.medicines", NotNow.FOR_ME),)) == ([], True)
    assert _open(tonight=tonight, left_open=(_left("first.medicines", NotNow.TODAY),)) == (["tonight.medicines"], False)


def test_nothing_said_at_all_is_not_enough() -> None:
    assert _open()[1] is False


def test_who_does_it_is_kept_for_each_thing() -> None:
    plan = a_plan(follow_ups=(FollowUp(id=an_id(1), key="tonight.bed", who="Rosa, by four"),))
    found = follow_up(plan, "tonight.bed")

    assert found is not None
    assert found.who == "Rosa, by four"
    assert follow_up(plan, "tonight.food") is None
    assert str(name_of("tonight.bed")) == "A bed for tonight"
    assert str(name_of(f"leaving.medicine_gap/{an_id(1)}")) == "My medicines for the first days"
