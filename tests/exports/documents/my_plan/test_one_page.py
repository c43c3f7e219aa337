"""The page that is carried: what comes first and next, whom to call, the next seven days, and nothing that is over."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from exports.catalog import DOCUMENTS, of_plan, offer
from exports.documents.my_plan import my_plan
from exports.page.blocks import Callout, Cards, Fact, NextStep, NextSteps, Words
from exports.page.notebook import notebook
from planner.caseload.agency import Agency
from planner.goals.goal import Goal, GoalStatus, Per, Step
from planner.goals.value import Value
from planner.health.medication import DoseTime, Medication
from planner.health.visit import Visit
from planner.resources.support import Support
from planner.safety.lapse import LapsePage
from planner.safety.warning_sign import Helps, WarningSign
from planner.sessions.closing import Closing
from planner.words.language import Language
from planner.words.reading import CountWords, DayWords, TimeWords
from tests.exports.making_plans import DANA, JO, MARISOL, TERRENCE, occasion
from tests.exports.reading_back import pages_of, smallest_letters
from tests.invented import TODAY, an_id
from tests.planner.making import a_plan

if TYPE_CHECKING:
    from typing import Any

    from planner.plan.plan import Plan

PEOPLE = {"Dana": DANA, "Terrence": TERRENCE, "Marisol": MARISOL, "Jo": JO}


def blocks(plan: Plan, part: str = "", **about: Any) -> tuple[Any, ...]:
    """Return the blocks of one part of the page, or those at its top."""
    made = my_plan(occasion(plan, **about))
    return next((one.blocks for one in made.sections if one.id == part), ()) if part else made.lead


def step(words: str, *, by: date | None = None, done: bool = False, who: str = "") -> Step:
    said = DayWords(words=by.isoformat(), reading=by) if by else DayWords()
    return Step(id=an_id(90 + len(words)), own_words=words, by=said, done=done, who=who)


def goal(*steps: Step, **parts: Any) -> Goal:
    return Goal(**{"id": an_id(1), "own_words": "Find a job", "steps": steps, **parts})


def next_steps(*goals: Goal) -> tuple[NextStep, ...]:
    (first, *_) = blocks(a_plan(goals=goals), "goals")
    assert isinstance(first, NextSteps)
    return first.steps


def test_the_top_says_why_and_what_comes_first() -> None:
    plan = a_plan(values=(Value(id=an_id(1), name="Mia"),), closing=Closing(first_thing="Call Luis", counselor="Rosa"))
    lead, *others = blocks(plan)
    assert lead.text == "made with Rosa"
    assert others == [Words("Mia"), Callout("First", "Call Luis")]
    assert blocks(plan.amended(left_off_paper=("values", "first")))[1:] == ()


def test_a_goal_shows_its_next_open_step_and_by_when() -> None:
    friday = date(2026, 11, 27)
    done, then = step("Write my papers", done=True), step("Take them there", by=friday)
    assert next_steps(goal(done, then, step("Wait"))) == (NextStep("Find a job", "Take them there", "by Fri, Nov 27"),)


def test_a_day_that_is_over_is_no_promise() -> None:
    assert next_steps(goal(step("Call", by=TODAY - timedelta(days=1))))[0].when == ""
    assert next_steps(goal(step("Call", by=TODAY)))[0].when == "by Sun, Nov 22"
    assert next_steps(goal(step("Call", by=date(2027, 1, 4))))[0].when == "by Jan 4, 2027"
    words = DayWords(words="when the bus runs")
    assert next_steps(goal(by_when=words))[0].when == "by when the bus runs"


@pytest.mark.parametrize(
    ("who", "shown"), [("me", ""), ("Yo", ""), ("Luis", " · Luis"), ("me and Luis", " · me and Luis")]
)
def test_who_does_it_is_named_where_it_is_somebody_else(who: str, shown: str) -> None:
    assert next_steps(goal(step("Call", who=who)))[0].step == f"Call{shown}"


def test_a_goal_without_an_open_step_says_how_much_and_with_whom() -> None:
    meant = goal(target=CountWords(words="3"), measure="meetings", per=Per.WEEK, with_whom="Luis")
    assert next_steps(meant)[0].step == "3 meetings a week · with Luis"


def test_goals_that_are_set_aside_are_not_there_and_many_say_how_many_more() -> None:
    many = tuple(goal(id=an_id(n), own_words=f"Goal {n}") for n in range(1, 9))
    first, more = blocks(a_plan(goals=many), "goals")
    assert len(first.steps) == 5
    assert more.text == "and 3 more in my whole plan"
    assert blocks(a_plan(goals=(goal(status=GoalStatus.ASIDE),)), "goals") == ()


def calls(plan: Plan, **about: Any) -> tuple[Fact, ...]:
    (cards,) = blocks(plan, "hard", **about)
    assert isinstance(cards, Cards)
    return cards.cards[-1].calls


def test_the_crisis_lines_stand_first_also_where_nobody_is_named() -> None:
    (cards,) = blocks(a_plan(), "hard")
    assert [card.title for card in cards.cards] == ["1 I call"]
    assert calls(a_plan()) == (Fact("988", "call or text, any hour"), Fact("911", "a life in danger"))
    own = calls(a_plan(), agency=Agency(crisis_line="757-555-0911"))
    assert [call.label for call in own] == ["757-555-0911", "988", "911"]


def test_who_said_yes_to_a_call_stands_with_their_number() -> None:
    luis = Support(id=an_id(1), name="Luis", phone="555-0117", when_hard=True)
    nameless = Support(id=an_id(2), phone="555-0188", when_hard=True)
    silent = Support(id=an_id(3), name="Kim", phone="555-0101")
    known = calls(a_plan(supports=(luis, nameless, silent)))
    assert known[2:] == (Fact("Luis", "555-0117"), Fact("555-0188", ""))


def test_i_notice_i_do_i_call_are_numbered_in_this_order() -> None:
    plan = a_plan(
        warning_signs=(WarningSign(id=an_id(1), own_words="I skip dinner"),),
        helps=tuple(Helps(id=an_id(n), own_words=f"Walk {n}") for n in range(2, 9)),
        lapse_page=LapsePage(overdose_help="On the hook"),
    )
    (cards,) = blocks(plan, "hard")
    notice, do, call = cards.cards
    assert [card.title for card in cards.cards] == ["1 I notice", "2 I do", "3 I call"]
    assert notice.entries == ("I skip dinner",)
    assert do.entries == ("Walk 2", "Walk 3", "Walk 4", "and 4 more in my whole plan")
    assert call.entries == ("Naloxone: On the hook",)
    assert blocks(plan.amended(paper_may_be_found=True), "hard")[0].cards[-1].entries == ()


def test_the_next_seven_days_hold_what_one_has_to_be_at_and_no_day_after_them() -> None:
    def visit(number: int, on: date) -> Visit:
        said = DayWords(words=on.isoformat(), reading=on)
        return Visit(id=an_id(number), what_for=f"Visit {number}", on=said, at=TimeWords(), place=f"visit {number}")

    plan = a_plan(visits=(visit(1, TODAY), visit(2, TODAY + timedelta(days=6)), visit(3, TODAY + timedelta(days=7))))
    (table,) = blocks(plan, "week")
    assert table.rows == (("Sun, Nov 22", "Visit 1"), ("Sat, Nov 28", "Visit 2"))


def test_a_visit_on_a_day_that_could_not_be_read_stands_last_in_its_words() -> None:
    said = DayWords(words="when the bus runs")
    someday = Visit(id=an_id(1), what_for="Eye doctor", on=said, place="Main Street")
    (table,) = blocks(a_plan(visits=(someday,)), "week")
    assert table.rows == (("when the bus runs", "Eye doctor · Main Street"),)
    assert blocks(a_plan(visits=(Visit(id=an_id(2)),)), "week") == ()


def test_more_to_call_than_there_is_room_for_are_counted() -> None:
    friends = tuple(Support(id=an_id(n), name=f"Friend {n}", phone="555-0100", when_hard=True) for n in range(1, 8))
    (cards,) = blocks(a_plan(supports=friends), "hard")
    assert len(cards.cards[-1].calls) == 6
    assert cards.cards[-1].entries == ("and 3 more in my whole plan",)


def test_the_crisis_lines_stay_where_the_rest_of_the_hard_hour_is_left_off() -> None:
    luis = Support(id=an_id(1), name="Luis", phone="555-0117", when_hard=True)
    private = a_plan(supports=(luis,), left_off_paper=("hard",))
    assert [call.label for call in calls(private)] == ["988", "911"]


def test_a_medicine_stands_with_how_it_is_taken_and_every_one_is_counted() -> None:
    said = Medication(id=an_id(1), name="Escitalopram, 10 mg", how_taken="One with breakfast")
    by_hours = Medication(id=an_id(2), name="Lithium", doses=(DoseTime(id=an_id(3), how_much="one tablet"),))
    (facts,) = blocks(a_plan(medications=(said, by_hours)), "health")
    assert [fact.label for fact in facts.facts] == ["Escitalopram, 10 mg · One with breakfast", "Lithium · one tablet"]
    many = tuple(Medication(id=an_id(n), name=f"Medicine {n}") for n in range(1, 10))
    assert blocks(a_plan(medications=many), "health")[-1].text == "and 3 more in my whole plan"
    assert blocks(a_plan(medications=many, paper_may_be_found=True), "health") == ()


@pytest.mark.process
@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("paper", ["us-letter", "a4"])
def test_each_invented_person_has_one_page_in_letters_of_twelve_points(name: str, paper: str) -> None:
    someone = PEOPLE[name]
    language = Language(someone.person.language.value)
    made = offer(of_plan("my-plan", occasion(someone.plan, someone.person, language=language, paper=paper)), "pdf")
    assert pages_of(made.data) == 1
    assert smallest_letters(made.data) >= 11.9


@pytest.mark.process
def test_what_does_not_fit_takes_another_page_in_the_same_letters() -> None:
    much = step("ask at the desk, and ask once more " * 3)
    long = tuple(goal(much, id=an_id(n), own_words="walk to the harbor and back " * 7) for n in range(1, 6))
    helps = tuple(Helps(id=an_id(20 + n), own_words="call my sister and tell her " * 7) for n in range(4))
    made = offer(
        of_plan("my-plan", occasion(a_plan(goals=long, helps=helps, medications=DANA.plan.medications))), "pdf"
    )
    assert pages_of(made.data) > 1
    assert smallest_letters(made.data) >= 11.9


def test_the_whole_plan_is_a_document_of_its_own() -> None:
    assert list(DOCUMENTS)[:2] == ["my-plan", "whole-plan"]
    whole = notebook(of_plan("whole-plan", occasion(DANA.plan, DANA.person)).content)
    carried = notebook(of_plan("my-plan", occasion(DANA.plan, DANA.person)).content)
    assert len(str(whole)) > len(str(carried))
