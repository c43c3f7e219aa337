"""The plan taking shape beside the work, as it will print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from exports.blocks import GoalCard
from exports.preview import preview
from planner.language import Language
from planner.person import shown_name
from widgets.markup import div, heading, para, tag
from widgets.sitting import use_sitting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exports.section import Section
    from planner.person import Person


HANDFUL = 8
"""Lines that are drawn together."""


@reacton.component
def Beside() -> Any:
    """Draw the sheet in the language of the person's paper, which may differ from the screen's.

    It shows each letter as it is typed; the rest of the page follows when the hand rests.
    """
    sitting = use_sitting()
    desk, person = sitting.desk, sitting.desk.person
    paper = Language(person.language.value)
    plan, show = reacton.use_state(desk.plan)
    reacton.use_effect(lambda: desk.subscribe(lambda: show(desk.plan)), [desk])
    parts = preview(plan, person, today=sitting.today, language=paper)
    return tag(
        "aside",
        heading(2, sitting.t("The plan so far"), cls="rp-beside-title"),
        div(
            para(_title(person, paper), cls="rp-sheet-title"),
            *(Part(part).key(part.id) for part in parts),
            None if parts else para(paper("What you say takes shape here."), cls="rp-sheet-soft"),
            cls="rp-sheet",
            lang=paper.code,
            tabindex="0",
            role="region",
            aria_label=sitting.t("The plan so far"),
        ),
        cls="rp-beside",
    )


def _title(person: Person, paper: Language) -> str:
    name = shown_name(person)
    return paper("{name}’s plan", name=name) if name else paper("My plan")


@reacton.component
def Part(part: Section) -> Any:
    """Draw one part of the page."""
    lines = tuple(_lines(part))
    few = (lines[at : at + HANDFUL] for at in range(0, len(lines), HANDFUL))
    return div(heading(3, part.title, cls="rp-sheet-part"), *(Lines(one) for one in few))


def _lines(part: Section) -> Iterator[tuple[str, str]]:
    """Yield each line with how it looks: a goal stands out, and what stands under it steps back."""
    for block in part.blocks:
        first, *under = block.lines
        yield first, "rp-sheet-line rp-sheet-goal" if isinstance(block, GoalCard) else "rp-sheet-line"
        look = "rp-sheet-line rp-sheet-under" if isinstance(block, GoalCard) else "rp-sheet-line"
        yield from ((words, look) for words in under)


@reacton.component
def Lines(lines: tuple[tuple[str, str], ...]) -> Any:
    """Draw a handful of lines. Where none of them changed, a key press does not look at them."""
    return div(*(para(words, cls=look) for words, look in lines))
