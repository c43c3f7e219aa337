"""The page for the screen: one file, nothing asked for outside, words only ever as words."""

from __future__ import annotations

from itertools import cycle, pairwise
from typing import Any

import pytest

from exports.documents.my_plan import whole_plan
from exports.page.blocks import (
    Callout,
    Card,
    Cards,
    Checklist,
    Fact,
    Facts,
    GoalCard,
    Lead,
    Line,
    Part,
    Sayings,
    Table,
    Tick,
    Words,
)
from exports.page.notebook import notebook
from exports.press.printing import printed
from planner.words.language import Language
from tests.exports.making_plans import DANA, dana_saying, occasion, somebody
from tests.exports.notebooks import HOSTILE, a_notebook, a_png, blocks, code, prose, shown
from tests.exports.reading_back import closed_up, read_html

EVERYTHING = blocks(
    Lead("lead words"),
    Part("part words"),
    Part("inner words", inner=True),
    Words("own words", "about words"),
    Sayings(("said words",)),
    Line("line words", quiet=True),
    Callout("label words", "callout words", "note words"),
    Checklist((Tick("tick words", "when words", done=True),)),
    GoalCard("goal words", ("why words",), (Tick("step words"),)),
    Cards((Card("card words", ("entry words",)),)),
    Table(("column words",), (("cell words",),), "caption words"),
    Facts((Fact("fact words", "beside words"),)),
)
ORDINARY = (
    prose("# heading words\n\n## second words\n\npara *emph words* [link words](https://a.org) `code words`"),
    prose("- item words\n\n3. third words\n\n> quote words\n\n---\n\n```\npre words\n```"),
    code("", shown({"image/png": a_png(4, 4)}, **{"image/png": {"alt": "picture words"}})),
)


def html(*cells: dict[str, Any], **metadata: Any) -> str:
    return printed(a_notebook(*cells, **metadata), "html").data.decode()


def test_every_kind_of_block_is_on_the_page() -> None:
    words, tags = read_html(html(*ORDINARY, EVERYTHING))
    wanted = (
        "lead part inner own about said line label callout note tick when goal why step card entry column cell caption "
        "fact beside heading second emph link code item third quote pre"
    )
    assert [word for word in wanted.split() if f"{word} words" not in words] == []
    assert ("img", "picture words") in [(tag, attrs.get("alt")) for tag, attrs in tags]


def test_headings_go_down_one_step_at_a_time() -> None:
    _, tags = read_html(html(*ORDINARY, EVERYTHING))
    levels = [int(tag[1]) for tag, _ in tags if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("words", HOSTILE)
def test_signs_that_are_code_somewhere_stay_signs_in_every_field(words: str) -> None:
    made = printed(notebook(whole_plan(occasion(dana_saying(cycle([words])), somebody(words)))), "html")
    harmless = printed(notebook(whole_plan(occasion(dana_saying(cycle(["x"])), somebody("x")))), "html")
    read, tags = read_html(made.data.decode())
    assert closed_up(read).count(closed_up(words)) > 30
    assert {tag for tag, _ in tags} == {tag for tag, _ in read_html(harmless.data.decode())[1]}


def test_nothing_is_asked_for_outside_the_file() -> None:
    whole = html(*ORDINARY, EVERYTHING)
    _, tags = read_html(whole)
    sources = [
        value for _, attrs in tags for name, value in attrs.items() if name in {"src", "srcset", "data", "poster"}
    ]
    assert sources
    assert all(source and source.startswith("data:") for source in sources)
    assert {tag for tag, _ in tags}.isdisjoint({"script", "link", "iframe", "object", "base", "form"})
    assert whole.count("url(") == whole.count("url(data:")
    policy = next(attrs["content"] for tag, attrs in tags if tag == "meta" and attrs.get("http-equiv"))
    assert policy
    assert "default-src 'none'" in policy


def test_the_page_says_its_language_and_lets_each_text_choose_its_direction() -> None:
    made = printed(notebook(whole_plan(occasion(DANA.plan, language=Language("es")))), "html").data.decode()
    _, tags = read_html(made)
    assert ("html", {"lang": "es"}) in tags
    assert all(attrs.get("dir") == "auto" for tag, attrs in tags if tag in {"td", "li"})


def test_the_same_plan_is_the_same_page() -> None:
    page = notebook(whole_plan(occasion(DANA.plan)))
    assert printed(page, "html") == printed(page, "html")


def test_a_paper_size_is_asked_for() -> None:
    assert "size: letter" in html(prose("# T"))
    assert "size: A4" in html(prose("# T"), recovery_plan={"paper": "a4"})
