"""The chart's summary: everything the plan holds, under the labels of the model."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count
from typing import Any, get_args

import nbformat
import pytest
from hypothesis import given, settings

from exports.documents.chapters import CHAPTERS, Each, One, Rows
from exports.documents.session_summary import session_summary, summary_sections
from exports.page.blocks import Facts, Table
from exports.page.notebook import notebook
from planner.caseload.agency import Agency
from planner.goals.goal import ConfidenceChange, Goal, GoalRating, Ladder, Way
from planner.model.entry import Item
from planner.plan.plan import LeftOpen, NotNow, Plan
from planner.safety.lapse_review import Paper
from planner.sessions.closing import Answer, Closing, GivenAnswer, HowMet
from planner.sessions.session import Session, SessionKind
from planner.words.language import Language
from planner.words.reading import DayWords
from tests.exports.making_plans import DANA, MARISOL, TERRENCE, dana_saying, occasion, somebody
from tests.invented import TODAY, an_id
from tests.planner.making import a_plan, plans

ENGLISH = Language("en")
APART = {"consents", "lapse_reviews"}
"""A consent has a paper of its own; a review of a hard day is printed only where it was ticked."""

BESIDE_THE_CHAPTERS = {
    "id",
    "person_id",
    "schema_version",
    "path",
    "left_open",
    "left_off_paper",
    "paper_may_be_found",
    "follow_ups",
    *APART,
}


def lines(plan: Plan) -> list[str]:
    found = summary_sections(occasion(plan))
    return [line for section in found for line in section.lines]


def _parts() -> list[Any]:
    outer = [part for chapter in CHAPTERS for part in chapter.parts]
    return outer + [inner for part in outer if isinstance(part, Each) for inner in part.inner]


@pytest.mark.parametrize("part", _parts(), ids=lambda part: f"{part.kind.__name__}")
def test_a_chapter_shows_what_its_noun_has(part: Rows | One | Each) -> None:
    assert part.shows
    assert set(part.shows) <= set(part.kind.model_fields)


def test_every_list_of_the_plan_has_its_place() -> None:
    placed = {part.field for chapter in CHAPTERS for part in chapter.parts}
    assert set(Plan.model_fields) - placed <= BESIDE_THE_CHAPTERS


def test_every_list_inside_an_entry_has_its_place() -> None:
    for part in _parts():
        inner = {one.field for one in part.inner} if isinstance(part, Each) else set()
        held = {name: get_args(field.annotation) for name, field in part.kind.model_fields.items()}
        lists = {
            name for name, kinds in held.items() if kinds and isinstance(kinds[0], type) and issubclass(kinds[0], Item)
        }
        assert lists <= inner


def test_every_word_of_a_full_plan_is_in_the_chart() -> None:
    numbers = count()
    plan = dana_saying(iter(lambda: f"word{next(numbers)}!", "")).amended(**dict.fromkeys(APART, ()))
    plan = plan.amended(since_last=tuple(one.amended(hard_words="") for one in plan.since_last))
    words = set(re.findall(r"word\d+!", plan.model_dump_json()))
    shown = " ".join(lines(plan))
    assert len(words) > 100
    assert {word for word in words if word not in shown} == set()


def test_a_review_of_a_hard_day_is_in_the_chart_only_where_it_was_ticked_for_it() -> None:
    (review,) = DANA.plan.lapse_reviews
    for papers, is_there in (((Paper.CHART,), True), ((Paper.MY_PLAN, Paper.CARE_TEAM), False), ((), False)):
        plan = DANA.plan.amended(lapse_reviews=(review.amended(print_in=papers),))
        assert (review.what_stopped in " ".join(lines(plan))) is is_there
        assert review.who_may_know not in " ".join(lines(plan))


def test_confidence_before_and_after_is_kept() -> None:
    change = ConfidenceChange(id=an_id(2), on=date(2026, 11, 22), before=4, after=7, way=Way.SMALLER_STEP)
    plan = a_plan(goals=(Goal(id=an_id(1), own_words="Walk", confidence_changes=(change,)),))
    assert "November 22, 2026 · 4 of 10 · 7 of 10 · A smaller step" in lines(plan)


def test_what_was_left_for_another_day_is_said_with_the_answer() -> None:
    plan = a_plan(left_open=(LeftOpen(topic="goals.values", answer=NotNow.TODAY, on=TODAY),))
    assert "What matters most · Not today · November 22, 2026" in lines(plan)


def test_a_box_that_nobody_ticked_says_nothing() -> None:
    assert not [line for line in lines(a_plan(goals=(Goal(id=an_id(1), own_words="Walk"),))) if line.endswith(": No")]


@pytest.mark.parametrize(
    ("answer", "line"), [(False, "May we leave a message?: No"), (True, "May we leave a message?: Yes")]
)
def test_whether_a_message_may_be_left_stands_beside_the_phone(*, answer: bool, line: str) -> None:
    who = somebody().amended(phone="555-0142", may_leave_message=answer)
    about = summary_sections(occasion(a_plan(), who))[0]
    phone = about.lines.index("Phone: 555-0142")
    assert about.lines[phone + 1] == line


def test_it_is_a_notebook_of_its_own_kind() -> None:
    made = notebook(session_summary(occasion(DANA.plan, DANA.person)))
    nbformat.validate(nbformat.from_dict(json.loads(json.dumps(made))))
    assert "session-summary" in json.dumps(made["metadata"])


HELD = Session(
    id=an_id(7),
    person_id=an_id(1_001),
    kind=SessionKind.FIRST_PATH,
    how=HowMet.PHONE,
    started=datetime(2026, 11, 15, 2, 30, tzinfo=UTC),
    finished=datetime(2026, 11, 15, 3, 5, tzinfo=UTC),
    author="Rosa Delgado",
    number=3,
)
DENVER = Agency(name="Harbor Peers", zone="America/Denver")


def test_the_chart_says_which_session_it_was_when_and_how_and_leaves_a_line_to_sign() -> None:
    """The session was in the evening in Denver, and already the next day in UTC."""
    made = notebook(session_summary(occasion(DANA.plan, DANA.person, agency=DENVER, session=HELD)))
    cells = {cell["id"]: cell for cell in made["cells"]}  # pyright: ignore[reportGeneralTypeIssues]
    assert cells["lead"]["outputs"][0]["data"]["text/plain"].splitlines() == [
        "Harbor Peers · For the chart. It stays with us.",
        "Session: Session 3 · The first twenty minutes",
        "Day: Saturday, November 14, 2026",
        "Start and end: 7:30 PM – 8:05 PM",
        "How we met: By phone",
        "Counselor: Rosa Delgado",
    ]
    assert cells["sign-words"]["outputs"][0]["data"]["text/plain"] == "Name, role, and day: ____"


def test_a_session_that_stayed_open_over_days_says_when_the_two_last_met() -> None:
    session = HELD.amended(met_on=date(2026, 11, 16))
    (said,) = (
        block.lines
        for block in session_summary(occasion(a_plan(), session=session, agency=DENVER)).lead
        if isinstance(block, Facts)
    )
    assert "Day: Saturday, November 14, 2026" in said
    assert "The day you last met: Monday, November 16, 2026" in said


@pytest.mark.parametrize(
    ("code", "printed", "label"),
    [
        ("en", date(2026, 11, 20), "We meet next on"),
        ("en", date(2026, 11, 22), "We agreed to meet on"),
        ("es", date(2026, 11, 22), "Quedamos en vernos el"),
    ],
)
def test_a_next_meeting_that_is_over_is_told_as_what_was_agreed(code: str, printed: date, label: str) -> None:
    agreed = Closing(next_on=DayWords(words="Friday", reading=date(2026, 11, 20)), next_place="Her office")
    on_that_day = replace(
        occasion(a_plan(closing=agreed), session=HELD, agency=DENVER, today=printed), language=Language(code)
    )
    lines = [line for section in summary_sections(on_that_day) for line in section.lines]
    assert sum(line.startswith(f"{label}: ") for line in lines) == 1


def test_every_page_of_the_chart_says_whose_it_is() -> None:
    made = notebook(session_summary(occasion(DANA.plan, DANA.person)))
    about: Any = made["metadata"]
    assert about["recovery_plan"]["footer"] == "Session summary · Dana Reyes · 1991 · printed on November 22, 2026"


@pytest.mark.parametrize("code", ["en", "es"])
@pytest.mark.parametrize("person", [DANA, TERRENCE, MARISOL], ids=lambda one: one.person.called)
def test_no_table_has_two_columns_of_the_same_name(person: Any, code: str) -> None:
    found = summary_sections(occasion(person.plan, person.person, language=Language(code)))
    tables = [block for section in found for block in section.blocks if isinstance(block, Table)]
    assert tables
    assert [table.columns for table in tables if len(set(table.columns)) < len(table.columns)] == []


def test_what_the_person_said_to_the_plan_has_a_name_of_its_own() -> None:
    given = GivenAnswer(id=an_id(1), on=TODAY, answer=Answer.CHANGE, own_words="Less at once")
    found = summary_sections(occasion(a_plan(answers=(given,))))
    (table,) = [block for section in found for block in section.blocks if isinstance(block, Table)]
    assert table.columns == ("Day", "What I said", "In my own words")


def test_how_far_a_goal_came_is_told_in_words_and_never_as_a_number() -> None:
    ladder = Ladder(less="One meeting a week", expected="Three meetings a week")
    now = GoalRating(id=an_id(2), on=date(2026, 11, 15), by_person=0, by_counselor=-2, confidence=6)
    then = GoalRating(id=an_id(3), on=date(2026, 11, 1), by_person=-1, person_level="A meeting, now and then")
    goal = Goal(id=an_id(1), own_words="Go to meetings", ladder=ladder, ratings=(now, then))
    shown = lines(a_plan(goals=(goal,)))
    assert "November 1, 2026 · A meeting, now and then" in shown
    assert "November 15, 2026 · Three meetings a week · Much less than hoped · 6 of 10" in shown
    assert not re.search(r"(?<![\d,/–-])-\d", " ".join(lines(DANA.plan)))


@settings(max_examples=40)
@given(plans())
def test_any_plan_has_a_summary(plan: Plan) -> None:
    json.dumps(notebook(session_summary(occasion(plan))))


def test_the_chart_draws_what_was_said_on_more_than_one_day() -> None:
    made = notebook(session_summary(occasion(DANA.plan, DANA.person)))
    cells = {cell["id"]: cell for cell in made["cells"]}  # pyright: ignore[reportGeneralTypeIssues]
    drawn = cells["over-time-drawing-1"]["outputs"][0]
    assert "<svg" in drawn["data"]["image/svg+xml"]
    assert "Cravings. October 11, 2026: Often" in drawn["metadata"]["image/svg+xml"]["alt"]
    once = DANA.plan.amended(
        circumstances=DANA.plan.circumstances[-1:], internal_resources=(), observations=(), goals=()
    )
    shorter = notebook(session_summary(occasion(once, DANA.person)))
    assert "over-time" not in {cell["id"] for cell in shorter["cells"]}  # pyright: ignore[reportGeneralTypeIssues]
