"""What was open the first night opens the next check-in, until somebody has seen to it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from planner.check_in.agenda import AgendaItem, Due, with_answered
from planner.check_in.check_in import agenda
from planner.health.medication import Medication
from planner.plan.amending import left_open
from planner.plan.leaving import with_leaving
from planner.plan.plan import NotNow, Plan
from planner.sessions.first_path import FollowUp, Leaving, Sure, Tonight
from planner.words.language import Language
from planner.words.reading import DayWords, read_count
from tests.invented import an_id
from tests.planner.making import a_plan

NIGHT = date(2026, 11, 28)
LATER = date(2026, 12, 12)
ENGLISH = Language("en")


def _on(day: str) -> DayWords:
    return DayWords(words=day, reading=date.fromisoformat(day))


LEFT = Leaving(
    is_leaving=True,
    on=_on("2026-11-28"),
    medicine_days=read_count("3"),
    first_appointment="Dr. Okafor",
    first_appointment_on=_on("2026-12-03"),
    who_calls="Rosa",
    contact_on=_on("2026-11-29"),
)
TEO = a_plan(tonight=Tonight(bed=Sure.UNSURE, food=Sure.YES, medicines=Sure.YES, overdose_help=Sure.NO), leaving=LEFT)


def _open(plan: Plan, today: date = LATER) -> list[AgendaItem]:
    return [item for item in agenda(plan, today) if item.kind is Due.STILL_OPEN]


def _fields(plan: Plan, today: date = LATER) -> list[str]:
    return [item.where.field for item in _open(plan, today) if not item.is_done]


def test_a_check_in_opens_with_what_was_open() -> None:
    assert agenda(TEO, LATER)[0].kind is Due.STILL_OPEN
    assert _fields(TEO) == [
        "tonight.bed",
        "tonight.overdose_help",
        "leaving.medicine_goes_on",
        "leaving.appointment_kept",
        "leaving.contact_made",
    ]
    assert [ENGLISH(item.because or "") for item in _open(TEO)] == [
        "Last time: Not sure",
        "Last time: Not yet",
        "It lasted until November 30, 2026.",
        "It was on December 3, 2026.",
        "It was on November 29, 2026.",
    ]


def test_it_opens_the_same_way_once_everything_stands_in_the_plan() -> None:
    ids = iter(map(an_id, range(50, 60)))
    plan = with_leaving(TEO, LEFT, lambda: next(ids))

    assert _fields(plan) == _fields(TEO)
    assert [item.kind for item in agenda(plan, LATER)].count(Due.VISIT) == 0


SETTLED: tuple[tuple[str, dict[str, Any]], ...] = (
    ("tonight.bed", {"tonight": TEO.tonight.amended(bed=Sure.YES)}),
    ("tonight.overdose_help", {"tonight": TEO.tonight.amended(overdose_help=Sure.YES)}),
    ("leaving.appointment_kept", {"leaving": LEFT.amended(appointment_kept=True)}),
    ("leaving.contact_made", {"leaving": LEFT.amended(contact_made=True)}),
    ("leaving.medicine_goes_on", {"leaving": LEFT.amended(medicine_goes_on=True)}),
    ("leaving.medicine_goes_on", {"medications": (Medication(id=an_id(1), name="Buprenorphine"),)}),
)


@pytest.mark.parametrize(("field", "parts"), SETTLED)
def test_it_is_gone_once_somebody_saw_to_it_and_no_sooner(field: str, parts: dict[str, Any]) -> None:
    settled = TEO.amended(**parts)

    assert set(_fields(TEO)) - set(_fields(settled)) == {field}
    (done,) = [item for item in with_answered(agenda(settled, LATER), _open(TEO), settled) if item.where.field == field]
    assert done.is_done


def test_no_is_an_answer_after_which_it_comes_again() -> None:
    leaving = LEFT.amended(appointment_kept=False, contact_made=False, medicine_goes_on=False)

    assert _fields(TEO.amended(leaving=leaving)) == _fields(TEO)


def test_what_is_still_ahead_is_shown_and_asks_nothing() -> None:
    found = {item.where.field: item.is_done for item in _open(TEO, NIGHT)}

    assert found == {
        "tonight.bed": False,
        "tonight.overdose_help": False,
        "leaving.appointment_kept": True,
        "leaving.contact_made": True,
    }


def test_a_day_nobody_could_read_stays_a_question() -> None:
    leaving = LEFT.amended(
        first_appointment_on=DayWords(words="when they call"), medicine_days=read_count("a few"), on=DayWords()
    )
    found = {item.where.field: ENGLISH(item.because or "") for item in _open(TEO.amended(leaving=leaving))}

    assert found["leaving.appointment_kept"] == "On when they call"
    assert found["leaving.medicine_goes_on"] == "You took some along when you left."


def test_an_appointment_nobody_made_is_open_too() -> None:
    leaving = Leaving(is_leaving=True, on=LEFT.on)

    assert [ENGLISH(item.because or "") for item in _open(a_plan(leaving=leaving))] == ["No day is set yet."]


def test_who_was_to_do_it_stands_beside_it() -> None:
    plan = TEO.amended(follow_ups=(FollowUp(id=an_id(1), key="tonight.bed", who="Rosa, by four"),))

    assert _open(plan)[0].about == "Rosa, by four"


def test_not_today_puts_it_off_for_a_day_and_nothing_open_opens_nothing() -> None:
    later = left_open(TEO, "check-in.open", NotNow.TODAY, LATER)

    assert _open(later) == []
    assert _open(later, date(2026, 12, 13)) != []
    assert _open(a_plan()) == []
