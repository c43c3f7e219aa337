"""Figures for screen and paper: what is drawn is also told, nothing reaches outside, black and white is enough."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.figures import Figure, attainment_figure, circumstances_figure, inside_figure
from exports.figures.shapes import wrapped
from exports.page.document.pictures import drawing
from exports.press.printing import printed
from planner.goals.attainment import Rater, level_name
from planner.goals.goal import Goal, GoalRating, Ladder
from planner.sessions.circumstances import Circumstances, Cravings, Footing
from planner.strengths.internal_resource import InternalResources
from planner.words.language import Language
from tests.exports.notebooks import HOSTILE, a_notebook, code, shown
from tests.invented import TODAY, an_id
from tests.planner.making import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

ENGLISH, SPANISH = Language("en"), Language("es")
EARLIER = TODAY - timedelta(days=42)
LADDER = Ladder(much_less="No meeting", less="One meeting", expected="Three meetings", more="Four meetings")
GOAL = Goal(
    id=an_id(1),
    own_words="Go to meetings",
    ladder=LADDER,
    ratings=(
        GoalRating(id=an_id(2), on=EARLIER, by_person=-1, by_counselor=-2),
        GoalRating(id=an_id(3), on=TODAY, by_person=1, by_counselor=0),
    ),
)
INSIDE = (
    InternalResources(id=an_id(4), on=EARLIER, belief=3, steadiness=0),
    InternalResources(id=an_id(5), on=TODAY, belief=7, steadiness=10),
)
LIFE = (
    Circumstances(id=an_id(6), on=EARLIER, housing=Footing.SHAKY, cravings=Cravings.OFTEN),
    Circumstances(id=an_id(7), on=TODAY, housing=Footing.STEADY),
)


def _figures(t: Language = ENGLISH) -> list[Figure]:
    return [
        figure
        for figure in (attainment_figure(GOAL, t), inside_figure(INSIDE, t), circumstances_figure(LIFE, t))
        if figure
    ]


def _texts(figure: Figure) -> list[str]:
    return [element.text or "" for element in _elements(figure, "text")]


def _elements(figure: Figure, name: str) -> Iterator[ET.Element]:
    return ET.fromstring(figure.svg).iter(f"{{http://www.w3.org/2000/svg}}{name}")  # noqa: S314 (our own drawing)


def test_nothing_said_draws_nothing() -> None:
    assert len(_figures()) == 3
    assert attainment_figure(Goal(id=an_id(1), ratings=(GoalRating(id=an_id(2), on=TODAY),)), ENGLISH) is None
    assert inside_figure((InternalResources(id=an_id(4), on=TODAY),), ENGLISH) is None
    assert circumstances_figure((Circumstances(id=an_id(6), on=TODAY, housing_where="A room"),), ENGLISH) is None


def test_attainment_is_told_in_the_words_of_the_ladder_for_both_views() -> None:
    figure = _figures()[0]
    assert ENGLISH(figure.title) == "How far we came: Go to meetings"
    assert figure.lines(ENGLISH) == (
        "As I see it. October 11, 2026: One meeting; November 22, 2026: Four meetings.",
        "As my counselor sees it. October 11, 2026: No meeting; November 22, 2026: Three meetings.",
    )


def test_no_level_is_shown_as_a_number() -> None:
    bare = GOAL.amended(ladder=None)
    figure = attainment_figure(bare, ENGLISH)
    assert figure
    levels = [text for text in _texts(figure) if not re.fullmatch(r"[A-Z][a-z]{2} \d+", text)]
    assert ENGLISH(level_name(bare, 0)) in levels
    assert [text for text in levels if re.search(r"\d|−|-", text)] == []


def test_a_page_for_the_person_can_hold_their_own_view_alone() -> None:
    figure = attainment_figure(GOAL, ENGLISH, (Rater.PERSON,))
    assert figure
    assert len(figure.says) == 1
    assert "As my counselor sees it" in _texts(_figures()[0])
    assert "As my counselor sees it" not in figure.svg


def test_the_two_views_stay_apart_without_color() -> None:
    figure = _figures()[0]
    dashes = [line.get("stroke-dasharray") for line in _elements(figure, "polyline")]
    assert len(dashes) == len(set(dashes)) == 2
    assert len(list(_elements(figure, "circle"))) == len(list(_elements(figure, "rect"))) == 3
    assert {mark.get("fill") for mark in _elements(figure, "rect")} == {"none"}


def test_internal_resources_are_told_with_every_rating() -> None:
    assert _figures()[1].lines(ENGLISH) == (
        "I believe I can change, from 0 to 10. October 11, 2026: 3; November 22, 2026: 7.",
        "I can steady my feelings, from 0 to 10. October 11, 2026: 0; November 22, 2026: 10.",
    )


def test_circumstances_are_told_in_words_and_a_day_without_an_answer_is_left_out() -> None:
    figure = _figures()[2]
    assert figure.lines(ENGLISH) == (
        "Cravings. October 11, 2026: Often.",
        "A place to live. October 11, 2026: It is shaky; November 22, 2026: It is steady.",
    )
    full = [box for box in _elements(figure, "rect") if box.get("fill") != "none"]
    assert len(full) == 2 + 2 + 4
    assert "–" in _texts(figure)


def test_only_the_latest_days_stand_side_by_side_and_all_are_told() -> None:
    many = tuple(Circumstances(id=an_id(n), on=TODAY - timedelta(days=30 * n), care=Footing.SHAKY) for n in range(9))
    figure = circumstances_figure(many, ENGLISH)
    assert figure
    assert _texts(figure).count("It is shaky") == 4
    assert figure.lines(ENGLISH)[0].count("It is shaky") == 9


def test_a_figure_speaks_spanish() -> None:
    figure = _figures(SPANISH)[0]
    assert "22 de noviembre" in figure.lines(SPANISH)[0]
    assert "22 nov" in _texts(figure)


@pytest.mark.parametrize("number", range(3))
def test_paper_keeps_all_of_a_figure(number: int) -> None:
    figure = _figures()[number]
    kept = drawing(figure.svg, "")
    assert kept
    ours, theirs = (sorted(element.tag for element in ET.fromstring(svg).iter()) for svg in (figure.svg, kept.svg))  # noqa: S314 (our own drawing)
    assert theirs == ours
    assert kept.alt == ENGLISH(figure.title)
    assert figure.picture(ENGLISH).alt.startswith(kept.alt)


def test_figures_print_to_the_strict_standards_and_the_same_twice() -> None:
    cells = [
        code("", shown({"image/svg+xml": one.svg}, **{"image/svg+xml": {"alt": one.picture(ENGLISH).alt}}))
        for one in _figures()
    ]
    page, again = (printed(a_notebook(*cells), "pdf", name="Figures") for _ in range(2))
    assert page.remarks == ()
    assert page.data == again.data


@pytest.mark.parametrize("words", [*HOSTILE, "سارة تمشي", "\x00\x0b\x1f", "👩‍👧 " * 30, "x" * 500])
def test_any_words_are_drawn_as_words(words: str) -> None:
    figure = attainment_figure(GOAL.amended(own_words=words, ladder=Ladder(expected=words)), ENGLISH)
    assert figure
    assert {element.tag.rpartition("}")[2] for element in ET.fromstring(figure.svg).iter()} == {  # noqa: S314 (ours)
        *("svg", "title", "desc", "line", "polyline", "circle", "rect", "text")
    }
    assert drawing(figure.svg, "")


def _days(**given: Any) -> Any:
    return st.lists(st.builds(dict, on=st.dates() | st.just(TODAY), **given), max_size=6)


@settings(max_examples=50, deadline=None)
@given(WORDS, _days(by_person=st.none() | st.integers(-2, 2), by_counselor=st.none() | st.integers(-2, 2)))
def test_any_ratings_can_be_drawn_inside_the_figure(words: str, days: list[dict[str, Any]]) -> None:
    ratings = tuple(GoalRating(id=an_id(n + 2), **day) for n, day in enumerate(days))
    figure = attainment_figure(GOAL.amended(own_words=words, ratings=ratings), ENGLISH)
    assert (figure is None) == all(one.by_person is None and one.by_counselor is None for one in ratings)
    if figure:
        marks = [*_elements(figure, "circle"), *_elements(figure, "rect")]
        assert all(0 <= float(mark.get("cx") or mark.get("x") or -1) <= 640 for mark in marks)


def test_days_of_several_years_carry_their_year() -> None:
    far = INSIDE[0].amended(on=date(2024, 1, 5))
    figure = inside_figure((far, INSIDE[1]), ENGLISH)
    assert figure
    assert {"Jan 5, 2024", "Nov 22, 2026"} <= set(_texts(figure))


def test_long_words_wrap_and_end_in_dots() -> None:
    assert wrapped("One meeting", 400) == ["One meeting"]
    lines = wrapped("Three meetings a week with Luis, and one of them near home on a Sunday", 160)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert wrapped("", 100) == [""]
    assert all(len(line) < 30 for line in wrapped("x" * 500, 160))
