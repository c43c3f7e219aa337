"""Plans as tables: what stands in them, of which kind, and that nobody's words are in them unasked."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, cast

import pandas as pd
import pytest
from hypothesis import given, settings

from planner.caseload.frames import TABLES, of_plans
from planner.caseload.person import Person
from planner.goals.goal import Goal, GoalRating, GoalStatus, Step
from planner.health.medication import Medication, MedicationStatus, PickUp
from planner.model.choice import Choice
from planner.model.entry import Entry
from planner.model.side import Side
from planner.sessions.closing import HowMet
from planner.sessions.session import Session, SessionKind
from planner.teaching.people import practice_people
from planner.words.reading import read_count, read_day
from tests.invented import TODAY, an_id
from tests.planner.making import a_plan, plans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.plan.plan import Plan

WHO = Person(id=an_id(900), called="Zora", full_name="Zora Neale", phone="555-0100", added_on=TODAY)
PEOPLE = tuple((one.person, one.plan) for one in practice_people(TODAY))


def test_every_thing_of_the_invented_people_is_a_row() -> None:
    frames = of_plans(PEOPLE, TODAY)

    assert len(frames["people"]) == len(PEOPLE)
    for name in ("goals", "referrals", "medications", "skills", "consents"):
        assert len(frames[name]) == sum(len(getattr(plan, name)) for _, plan in PEOPLE), name
    assert len(frames["steps"]) == sum(len(goal.steps) for _, plan in PEOPLE for goal in plan.goals)
    assert set(frames["findings"]["person"]) <= {person.id for person, _ in PEOPLE}


def test_each_column_is_of_its_own_kind_and_what_is_missing_is_missing() -> None:
    goal = Goal(
        id=an_id(1),
        own_words="Walk",
        target=read_count("3 times"),
        by_when=read_day("December 1", TODAY),
        confidence=4,
        steps=(Step(id=an_id(2), own_words="Shoes", done=True),),
        ratings=(GoalRating(id=an_id(3), on=TODAY, by_person=-1, person_level="Less than I hoped"),),
    )
    frames = of_plans([(WHO, a_plan(goals=(goal, Goal(id=an_id(4)))))], TODAY)
    goals = frames["goals"]

    assert goals["target"].tolist()[0] == 3.0
    assert goals["by_when"].tolist()[0] == pd.Timestamp("2026-12-01")
    assert goals["confidence"].dtype == "Int64"
    assert list(goals["status"].cat.categories) == [status.value for status in GoalStatus]
    assert goals[["target", "by_when", "confidence"]].isna().to_numpy().tolist() == [[False] * 3, [True] * 3]
    assert frames["steps"]["done"].tolist() == [True]
    assert frames["ratings"]["by_person"].tolist() == [-1]
    assert frames["ratings"]["goal"].tolist() == [goal.id]


def test_a_medicine_has_its_first_day_without() -> None:
    pick_up = PickUp(id=an_id(2), on=read_day("today", TODAY, side=Side.BACK), days=read_count("5"))
    medication = Medication(id=an_id(1), name="Naltrexone", status=MedicationStatus.TAKING, pick_ups=(pick_up,))
    frame = of_plans([(WHO, a_plan(medications=(medication,)))], TODAY)["medications"]

    assert frame["runs_out"].tolist() == [pd.Timestamp("2026-11-27")]
    assert frame["days_on_hand"].tolist() == [5]


def _words(entry: Entry) -> Iterator[str]:
    """Yield what somebody typed anywhere in an entry; what stands for something (an id, a choice) is not typed."""
    for name in type(entry).model_fields:
        found: Any = getattr(entry, name)
        for part in cast("tuple[object, ...]", found if isinstance(found, tuple) else (found,)):
            if isinstance(part, Entry):
                yield from _words(part)
            elif isinstance(part, str) and not isinstance(part, Choice) and not _stands_for_something(name):
                yield part


def _stands_for_something(name: str) -> bool:
    return name in {"id", "key", "topic", "code"} or name.endswith(("_id", "_ids"))


@settings(max_examples=25)
@given(plans())
def test_nobodys_words_are_in_them_unless_they_are_asked_for(plan: Plan) -> None:
    frames = of_plans([(WHO, plan)], TODAY)
    typed = {words for words in (*_words(plan), *_words(WHO)) if words.strip()}
    read = [table.name for table in TABLES if table.name != "findings"]  # codes and steps are no words of anybody
    columns = [frames[name][column] for name in read for column in frames[name]]

    assert typed & {value for column in columns for value in column if isinstance(value, str)} == set()


def test_words_come_along_where_they_are_asked_for() -> None:
    plan = a_plan(goals=(Goal(id=an_id(1), own_words="Sunday dinner with my sister"),))
    frames = of_plans([(WHO, plan)], TODAY, words=True)

    assert frames["goals"]["own_words"].tolist() == ["Sunday dinner with my sister"]
    assert frames["people"]["called"].tolist() == ["Zora"]


@pytest.mark.parametrize("words", [True, False])
@pytest.mark.parametrize("table", [table.name for table in TABLES])
def test_every_column_says_what_it_holds_also_where_nothing_stands_in_it(table: str, *, words: bool) -> None:
    empty, full = (of_plans(given, TODAY, words=words) for given in ((), PEOPLE))

    assert list(full.about(table).index) == list(full[table].columns) == list(empty[table].columns)
    assert (full.about(table)["title"] != "").all()
    assert empty[table].dtypes.tolist() == full[table].dtypes.tolist()


def test_sessions_and_events_stand_beside_the_plans() -> None:
    at = datetime(2026, 11, 20, 15, tzinfo=UTC)
    session = Session(id=an_id(5), person_id=WHO.id, kind=SessionKind.SESSION, how=HowMet.PHONE, started=at, number=2)
    event = {"person": WHO.id, "at": at, "kind": "printed", "detail": "my-plan", "by": "Rosa"}
    frames = of_plans([(WHO, a_plan())], TODAY, sessions=(session,), events=(event,))

    assert frames["sessions"]["started"].tolist() == [pd.Timestamp(at)]
    assert frames["sessions"]["finished"].isna().tolist() == [True]
    assert frames["sessions"]["number"].tolist() == [2]
    assert frames["events"][["kind", "detail"]].to_numpy().tolist() == [["printed", "my-plan"]]
    assert "by" not in frames["events"]


def test_a_table_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(KeyError, match="There are: people, goals, steps"):
        of_plans((), TODAY)["wishes"]


@pytest.mark.process
def test_pandas_is_not_opened_before_a_table_is_made() -> None:
    code = "import sys, planner.caseload.frames; print('pandas' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"


def test_a_day_beyond_pandas_own_calendar_is_kept() -> None:
    goal = Goal(id=an_id(1), by_when=read_day("9999-12-31", TODAY))

    assert of_plans([(WHO, a_plan(goals=(goal,)))], TODAY)["goals"]["by_when"].dt.date.tolist() == [date(9999, 12, 31)]
