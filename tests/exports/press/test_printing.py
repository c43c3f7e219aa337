"""The finished PDF: tagged, to the standards, the same bytes for the same plan, and every sign as it was typed."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from itertools import cycle
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from exports.documents.my_plan import my_plan, whole_plan
from exports.documents.session_summary import session_summary
from exports.page.blocks import Callout, Card, Cards, GoalCard, Line, Part, Room, Table, Tick, Words
from exports.page.document.document import ABOUT, document
from exports.page.notebook import notebook
from exports.press import printing
from exports.press.printing import Printed, printed
from planner.goals.goal import Goal
from planner.model.entry import limit
from planner.resources.support import Support
from planner.words.language import Language
from tests.exports.making_plans import DANA, JO, MARISOL, TERRENCE, dana_saying, occasion, saying
from tests.exports.notebooks import HOSTILE, a_notebook, a_png, blocks, code, prose, shown
from tests.exports.reading_back import (
    closed_up,
    logical_words_of,
    pages_of,
    promises_of,
    smallest_letters,
    tags_of,
    words_of,
)
from tests.invented import an_id
from tests.planner.making import a_plan, plans

if TYPE_CHECKING:
    from planner.plan.plan import Plan

ENGLISH, SPANISH = Language("en"), Language("es")


def page(plan: Plan, language: Language = ENGLISH, **more: Any) -> Printed:
    return printed(notebook(whole_plan(occasion(plan, language=language, **more))), "pdf")


def carried(plan: Plan) -> Printed:
    """Print the one page."""
    return printed(notebook(my_plan(occasion(plan))), "pdf")


def test_the_page_keeps_the_standards_it_names() -> None:
    made = page(MARISOL.plan, SPANISH)
    assert not made.remarks
    assert promises_of(made.data) == {"title": SPANISH("My whole plan"), "language": "es", "ua": "1", "a": "2a"}


def test_the_page_is_tagged_in_the_order_it_is_read() -> None:
    tags = tags_of(page(DANA.plan.amended(left_off_paper=())).data)
    assert tags[:4] == ["Document", "P", "P", "H1"] or tags[:4] == ["Document", "Title", "P", "H1"]
    assert {"Table", "THead", "TH", "TD", "L", "LI", "LBody"} <= set(tags)


def test_the_same_plan_is_the_same_file() -> None:
    assert page(DANA.plan).data == page(DANA.plan).data
    assert page(DANA.plan).data != page(JO.plan).data


def test_an_ordinary_notebook_without_a_day_is_the_same_file_too() -> None:
    assert printed(a_notebook(prose("# A")), "pdf").data == printed(a_notebook(prose("# A")), "pdf").data


def test_every_line_of_the_plan_is_on_the_page() -> None:
    plan = TERRENCE.plan
    read = closed_up(words_of(page(plan).data))
    assert closed_up("Nurse Kim at Harbor Clinic") in read
    for goal in plan.goals:
        assert closed_up(goal.own_words) in read


@pytest.mark.parametrize("plan", [TERRENCE.plan, JO.plan, a_plan()], ids=["Terrence", "Jo", "empty"])
def test_a_short_plan_is_one_page(plan: Plan) -> None:
    assert pages_of(carried(plan).data) == 1


def test_a_first_path_filled_to_its_limits_takes_a_second_page_and_no_smaller_letters() -> None:
    words = "a kind word for every day of this long and good week " * 10
    full = TERRENCE.plan.amended(
        tonight=TERRENCE.plan.tonight.amended(
            **{
                name: words[: limit(type(TERRENCE.plan.tonight), name) or 0]
                for name in ("bed_words", "food_words", "medicines_words", "overdose_words")
            }
        ),
        closing=TERRENCE.plan.closing.amended(first_thing=words[:200], next_place=words[:120]),
    )
    made = carried(full).data
    assert pages_of(made) == 2
    assert smallest_letters(made) >= 11.9


def test_paper_is_letter_unless_an_agency_says_a4() -> None:
    def size(**more: Any) -> tuple[int, int]:
        box = PdfReader(io.BytesIO(page(JO.plan, **more).data)).pages[0].mediabox
        return round(float(box.width)), round(float(box.height))

    assert size() == (612, 792)
    assert size(paper="a4") == (595, 842)


def test_three_hundred_goals_are_all_there() -> None:
    goals = tuple(Goal(id=an_id(number), own_words=f"Goal number {number} of many") for number in range(1, 301))
    made = page(a_plan(goals=goals))
    read = words_of(made.data)
    assert all(f"Goal number {number} of many" in read for number in range(1, 301))
    assert not made.remarks


@pytest.mark.parametrize("words", HOSTILE)
def test_signs_that_are_code_somewhere_print_as_signs_in_every_field(words: str) -> None:
    made = page(dana_saying(cycle([words])))
    read = closed_up(words_of(made.data))
    assert not made.remarks
    assert read.count(closed_up(words)) > 30


@pytest.mark.parametrize("words", HOSTILE)
def test_they_print_as_signs_in_the_chart_and_in_the_name_too(words: str) -> None:
    person = saying(DANA.person, cycle([words]))
    made = printed(notebook(session_summary(occasion(dana_saying(cycle([words])), person))), "pdf")
    assert not made.remarks
    assert closed_up(words) in closed_up(words_of(made.data))


@pytest.mark.needs("pdftotext")
@pytest.mark.parametrize(
    "words",
    ["أن أكون بجانب ميا كل يوم", "להיות שם בשביל מיה", "मिया के लिए", "Мия и я", "สวัสดี", "Tiếng Việt"],
)
def test_other_scripts_can_be_read_back_in_their_order(words: str) -> None:
    made = page(a_plan(goals=(Goal(id=an_id(1), own_words=words),)))
    assert not made.remarks
    read = re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", logical_words_of(made.data))
    assert closed_up(words) in closed_up(read)


@pytest.mark.needs("pdftotext")
def test_a_telephone_number_beside_an_arabic_name_keeps_its_order() -> None:
    made = page(a_plan(supports=(Support(id=an_id(1), name="محمد علي", phone="757-555-0143", when_hard=True),)))
    assert closed_up("757-555-0143") in closed_up(logical_words_of(made.data))


def test_a_long_word_stays_on_its_line_and_is_all_there() -> None:
    long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 4
    everywhere = blocks(
        Words(long),
        Line(long),
        Callout(long, long, long),
        GoalCard(long, (long,), (Tick(long, long),)),
        Cards((Card(long, (long,)), Card("b", ("c",)))),
        Table((long, "b", "c", "d"), ((long, long, long, long),)),
    )
    made = printed(a_notebook(prose("# T"), everywhere), "pdf")
    assert not made.remarks
    assert closed_up(words_of(made.data)).count(long) == 16


def test_a_word_of_a_hundred_thousand_letters_prints() -> None:
    assert not page(a_plan(goals=(Goal(id=an_id(1), own_words="x" * 100_000),))).remarks


@pytest.mark.parametrize("own_words", ["第一", "\ue000", "\U00013000"])
def test_a_letter_no_font_has_is_reported_by_its_number(own_words: str) -> None:
    (remark,) = page(a_plan(goals=(Goal(id=an_id(1), own_words=own_words),))).remarks
    assert remark.code == "letters"
    assert all(f"U+{ord(letter):04X}" in str(remark.says) for letter in own_words)


def test_a_notebook_of_a_trainer_prints() -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>'
    notebook = a_notebook(
        prose("# Lesson\n\n### Skipped\n\ntext *with* [a link](https://example.org) and $x$\n\n- one\n  1. two"),
        code(
            "1 + 1",
            {"output_type": "stream", "name": "stdout", "text": "printed\n"},
            shown({"text/html": "<table><tr><th>goal</th></tr><tr><td>walk</td></tr></table>"}),
            shown({"image/svg+xml": drawing}, **{"image/svg+xml": {"alt": "a circle"}}),
            shown({"image/png": a_png(400, 200)}),
        ),
    )
    made = printed(notebook, "pdf")
    read = words_of(made.data)
    assert not made.remarks
    assert promises_of(made.data)["title"] == "Lesson"
    assert all(word in read for word in ("Skipped", "text with a link", "1 + 1", "printed", "goal", "walk"))
    assert tags_of(made.data).count("Figure") == 2


def test_a_picture_that_can_not_be_drawn_leaves_its_description_and_a_remark() -> None:
    undrawable = '<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0" viewBox="0 0 0 0"><rect/></svg>'
    cell = code("", shown({"image/svg+xml": undrawable}, **{"image/svg+xml": {"alt": "how far we came"}}))
    made = printed(a_notebook(prose("# T"), cell), "pdf")
    assert [remark.code for remark in made.remarks] == ["picture"]
    assert "how far we came" in words_of(made.data)
    assert promises_of(made.data)["ua"] == "1"


def test_a_page_that_can_not_keep_the_standards_prints_all_the_same_and_says_so() -> None:
    clean = document(a_notebook(prose("# Title"), blocks(Line("words"))))
    unclean = replace(clean, blocks=(Line("words \ue000"),))
    assert not printing._pdf(clean).remarks
    made = printing._pdf(unclean)
    assert [remark.code for remark in made.remarks] == ["structure"]
    assert "words" in words_of(made.data)


def test_no_page_reads_a_file_beside_the_template() -> None:
    reaching = '<svg xmlns="http://www.w3.org/2000/svg"><image href="plan.typ"/><image href="/plan.typ"/></svg>'
    made = printed(a_notebook(code("", shown({"image/svg+xml": reaching}))), "pdf")
    assert b"sys.inputs" not in made.data
    assert "sys.inputs" not in words_of(made.data)


ANY_WORDS = st.text(st.characters(), max_size=60)


@settings(max_examples=40)
@given(ANY_WORDS, ANY_WORDS)
def test_any_words_print_to_the_standards(one: str, other: str) -> None:
    everywhere = blocks(
        Words(one, other),
        GoalCard(one, (other,), (Tick(one, other),)),
        Cards((Card(one, (other,)),)),
        Table((one, "b"), ((other, one),)),
        Callout(one, other),
        Part(one),
        Room(one, 2),
        Room(other, 1, one),
    )
    made = printed(a_notebook(prose("# T\n\n## S"), everywhere, title=other), "pdf")
    assert [remark.code for remark in made.remarks if remark.code != "letters"] == []


@settings(max_examples=40)
@given(st.text(max_size=200))
def test_any_markdown_prints_to_the_standards(source: str) -> None:
    made = printed(a_notebook(prose(source)), "pdf")
    assert [remark.code for remark in made.remarks if remark.code != "letters"] == []


@pytest.mark.parametrize("name", ["\x1b", "\u200b", " ", ""])
def test_a_heading_that_leaves_no_ink_is_a_dash(name: str) -> None:
    made = printed(a_notebook(prose("# T\n\n## S"), blocks(Part(name), Part(name, inner=True), Line("kept"))), "pdf")
    assert [remark.code for remark in made.remarks if remark.code != "letters"] == []
    assert "kept" in words_of(made.data)


@settings(max_examples=25)
@given(plans())
def test_any_plan_prints_to_the_standards(plan: Plan) -> None:
    for whole in (
        notebook(whole_plan(occasion(plan, language=SPANISH))),
        notebook(session_summary(occasion(plan, language=SPANISH))),
    ):
        made = printed(whole, "pdf")
        assert [remark.code for remark in made.remarks if remark.code != "letters"] == []
        assert ABOUT in str(whole)
