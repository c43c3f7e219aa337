"""The plan taking shape beside the work, as it will print."""

from __future__ import annotations

from dataclasses import dataclass
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
    lines = Lines(reacton.use_memo(dict, []))
    return tag(
        "aside",
        heading(2, sitting.t("The plan so far"), cls="rp-beside-title"),
        div(
            para(_title(person, paper), cls="rp-sheet-title"),
            *(_part(part, lines) for part in parts),
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


def _part(part: Section, lines: Lines) -> Any:
    return div(
        heading(3, part.title, cls="rp-sheet-part"),
        *(lines.line(part.id, number, words, look) for number, (words, look) in enumerate(_lines(part))),
    ).key(part.id)


def _lines(part: Section) -> Iterator[tuple[str, str]]:
    """Yield each line with how it looks: a goal stands out, and what stands under it steps back."""
    for block in part.blocks:
        first, *under = block.lines
        yield first, "rp-sheet-goal" if isinstance(block, GoalCard) else ""
        yield from ((words, "rp-sheet-under" if isinstance(block, GoalCard) else "") for words in under)


@dataclass(frozen=True)
class Lines:
    """The lines of the sheet as they were drawn. One that reads the same is the same: nothing looks at it again."""

    drawn: dict[tuple[str, int], tuple[tuple[str, str], Any]]

    def line(self, part: str, number: int, words: str, look: str) -> Any:
        """Return a line, drawn anew only where its words or its look changed."""
        known = self.drawn.get((part, number))
        if known is None or known[0] != (words, look):
            known = self.drawn[part, number] = ((words, look), Line(words, look).key(f"{part}/{number}"))
        return known[1]


@reacton.component
def Line(words: str, look: str) -> Any:
    """Draw one line of the sheet."""
    return para(words, cls=f"rp-sheet-line {look}".strip())
