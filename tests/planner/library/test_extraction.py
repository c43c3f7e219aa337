"""Every way a text is marked to be shown, and the ways that would slip through a catalogue."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from planner.goals.goal import Goal
from planner.library.extraction import Literal, UnclearLiteralError, shown


@dataclass(frozen=True)
class Marked:
    name: str
    source: str
    found: tuple[Literal, ...]


MARKED = (
    Marked("a message", 'say("Hello {name}", name=x)', (Literal("Hello {name}"),)),
    Marked("a plural", 'say_count("{n} goal", "{n} goals", n)', (Literal("{n} goal", "{n} goals"),)),
    Marked("a literal on the screen", 'look.t("Save")', (Literal("Save"),)),
    Marked("two lines of one sentence", 't("One " "two")', (Literal("One two"),)),
    Marked("either of two", 't("Yes" if x else "No")', (Literal("Yes"), Literal("No"))),
    Marked("one within another", 'say("{a}", a=say("Inner"))', (Literal("{a}"), Literal("Inner"))),
    Marked("a language under another name", 'def a(paper: Language):\n    paper("My plan")', (Literal("My plan"),)),
    Marked("a language of its own", 'spoken = Language("es")\nspoken("Save")', (Literal("Save"),)),
    Marked("a language that is part of something", 'class A:\n    own: Language\nedge.own("So")', (Literal("So"),)),
    Marked("a message made elsewhere", "t(finding.says)", ()),
    Marked("something that only looks alike", 'sat("Not shown")', ()),
    Marked(
        "a field's title and help",
        'class A(Item):\n    x: str = words("Title", limit=3)\n    """Help."""\n',
        (Literal("Title"), Literal("Help.")),
    ),
    Marked("a title by name", 'class A(Entry):\n    x: int = Field(default=1, title="Title")\n', (Literal("Title"),)),
    Marked(
        "an entry of an entry",
        'class B(A):\n    x: str = labelled("Title")\nclass A(Entry):\n    """Not shown."""\n',
        (Literal("Title"),),
    ),
    Marked("a class that is no entry", 'class A:\n    x: str = words("Title")\n    """Not shown."""\n', ()),
)


@pytest.mark.parametrize("case", MARKED, ids=lambda case: case.name)
def test_what_is_shown_is_found(case: Marked) -> None:
    assert tuple(shown({"a.py": case.source})) == case.found


def test_a_page_template_shows_texts_too() -> None:
    template = """<h1>{{ t("Hello") }}</h1>{{ t('Say "yes"') }}{{ t(note) }}{{ set("Not shown") }}"""
    assert tuple(shown({"page.html.j2": template})) == (Literal("Hello"), Literal('Say "yes"'))


def test_an_entry_is_known_across_files() -> None:
    sources = {
        "b.py": 'class B(A):\n    x: str = words("Title")\n',
        "a.py": "class A(Item):\n    pass\n",
        "e.py": "class Item(Entry):\n    pass\n",
    }
    assert shown(sources) == {Literal("Title"): ("b.py",)}


def test_a_literal_names_every_file_that_shows_it() -> None:
    assert shown({"a.py": 't("Save")\nt("Save")', "b.py": 'say("Save")'}) == {Literal("Save"): ("a.py", "b.py")}


@pytest.mark.parametrize(
    "source", ['say(f"Hello {name}")', 't(f"Hello {name}")', "say(text)", 'say_count("{n} goal", many, n)', "say()"]
)
def test_a_text_put_together_first_is_pointed_out(source: str) -> None:
    with pytest.raises(UnclearLiteralError, match=r"a\.py:1"):
        shown({"a.py": source})


def test_a_help_text_is_found_as_the_screen_asks_for_it() -> None:
    source = 'class A(Entry):\n    x: str = words("Title")\n    """One line,\n\n    and another.\n    """\n'
    assert Literal("One line,\n\nand another.") in shown({"a.py": source})
    assert (
        Goal.model_fields["own_words"].description == "What do you want to do? Say it the way you would tell a friend."
    )
