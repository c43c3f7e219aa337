"""One page to carry to a visit."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings

from exports.documents.question_sheet import next_visit, question_sheet, visit_sections
from exports.page.notebook import notebook
from exports.press.printing import printed
from planner.health.observation import Observation
from planner.health.visit import Visit, VisitQuestion
from planner.words.language import Language
from planner.words.reading import DayWords
from tests.exports.making_plans import DANA, occasion
from tests.exports.reading_back import pages_of, promises_of, words_of
from tests.invented import TODAY, an_id
from tests.planner.making import a_plan, plans

if TYPE_CHECKING:
    from planner.plan.plan import Plan

ENGLISH = Language("en")


def sheet(plan: Plan) -> Any:
    return notebook(question_sheet(occasion(plan)))


def part(plan: Plan, name: str) -> tuple[str, ...]:
    return {one.id: one.lines for one in visit_sections(occasion(plan))}.get(name, ())


def on(day: date | None) -> DayWords:
    return DayWords(words=str(day or "soon"), reading=day)


def visit(number: int, day: date | None, **fields: Any) -> Visit:
    return Visit(id=an_id(number), on=on(day), what_for=f"visit {number}", **fields)


def test_the_next_visit_is_the_first_one_still_ahead() -> None:
    week, day = timedelta(days=7), timedelta(days=1)
    visits = (visit(1, TODAY - day), visit(2, None), visit(3, TODAY + week), visit(4, TODAY + day))
    found = [next_visit(a_plan(visits=visits[:n]), TODAY) for n in (1, 2, 3, 4)]
    assert [one.id if one else None for one in found] == [None, an_id(2), an_id(3), an_id(4)]


def test_a_question_has_room_for_its_answer_or_the_answer_itself() -> None:
    asked = (
        VisitQuestion(id=an_id(5), ask="Why am I so tired?"),
        VisitQuestion(id=an_id(6), ask="May I drive?", answer="Not yet"),
        VisitQuestion(id=an_id(7)),
    )
    lines = part(a_plan(visits=(visit(1, TODAY, questions=asked),)), "questions")
    assert lines[:2] == ("Why am I so tired?: ____", "May I drive?: Not yet")
    assert len(lines) == 3


def test_it_tells_when_where_and_how_to_get_there() -> None:
    told = " ".join(part(DANA.plan, "visit"))
    assert "Dr. Shah · 555-0150" in told
    assert "Wednesday, November 25 · 10:00 AM" in told
    assert "Harbor Clinic" in told


def test_only_what_was_noticed_lately_is_told() -> None:
    noticed = tuple(
        Observation(id=an_id(10 + days), own_words=f"{days} days ago", on=on(TODAY - timedelta(days=days)))
        for days in (-1, 2, 31)
    )
    assert "2 days ago" in " ".join(part(a_plan(observations=noticed), "noticed"))
    assert "31" not in " ".join(part(a_plan(observations=noticed), "noticed"))
    assert "-1" not in " ".join(part(a_plan(observations=noticed), "noticed"))


def test_health_that_is_left_off_paper_is_left_off_here() -> None:
    assert part(DANA.plan, "medicines")
    without = DANA.plan.amended(left_off_paper=("health",))
    assert not part(without, "medicines")
    assert not part(without, "noticed")


def test_without_a_visit_it_has_room_to_write_one_in() -> None:
    assert part(a_plan(), "questions") == ("My question: ____",) * 3
    assert part(a_plan(), "visit") == ("With whom, and what for: ____", "When, and where: ____")


def test_nothing_of_a_hard_day_is_on_it() -> None:
    (review,) = DANA.plan.lapse_reviews
    assert review.what_stopped not in json.dumps(sheet(DANA.plan))


def test_it_is_one_page_that_keeps_its_promises() -> None:
    page = printed(sheet(DANA.plan), "pdf").data
    assert pages_of(page) == 1
    assert promises_of(page) == {"title": "For my visit", "language": "en", "ua": "1", "a": "2a"}
    assert "Why am I so tired?" in words_of(page)


@settings(max_examples=40)
@given(plans())
def test_any_plan_has_one(plan: Plan) -> None:
    json.dumps(sheet(plan))
