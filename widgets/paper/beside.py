"""The plan taking shape beside the work, as it will print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from exports.documents.occasion import Occasion
from exports.page.blocks import GoalCard
from exports.preview import preview
from planner.caseload.person import shown_name
from planner.words.language import Language
from widgets.draft.context import use_session
from widgets.elements.markup import Button, div, heading, para, tag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from exports.page.section import Section
    from planner.caseload.person import Person


SheetLine = tuple[str, str]
"""The words of a line, and how they look."""

HANDFUL = 8
"""Lines that are drawn together."""


@reacton.component
def Beside(opened: bool, close: Callable[[], None]) -> Any:
    """The sheet in the language of the person's paper, which may differ from the screen's.

    It shows each letter as it is typed; the rest of the page follows when the hand rests. Where there is no room for a
    column of its own it lies over the work while it is `opened`.
    """
    context = use_session()
    editor, person = context.editor, context.editor.person
    paper = Language(person.language.value)
    plan, show = reacton.use_state(editor.plan)
    reacton.use_effect(lambda: editor.subscribe(lambda: show(editor.plan)), [editor])
    parts = preview(Occasion(plan=plan, person=person, today=context.today, language=paper))
    name = context.t("The plan so far")
    sheet = PaperSheet(title_of(person, paper), parts, paper, name, paper("What you say takes shape here."))
    return tag(
        "aside",
        heading(
            2,
            name,
            cls="rp-beside-title",
            tabindex="-1" if opened else None,
            data_focus="beside" if opened else None,
        ),
        Button(
            context.t("Close"),
            close,
            kind="quiet rp-plan-close",
            icon="close",
            attributes={"data-shortcut": "escape" if opened else None},
        ),
        sheet,
        cls="rp-beside rp-beside-open" if opened else "rp-beside",
    )


@reacton.component
def PaperSheet(title: str, parts: tuple[Section, ...], paper: Language, name: str, empty: str = "") -> Any:
    """A document as it will print, in the paper's own language; `name` is what the screen calls it."""
    drawn = reacton.use_memo(Drawn, [])
    return div(
        para(title, cls="rp-sheet-title"),
        *(_part(part, drawn) for part in parts),
        None if parts else para(empty, cls="rp-sheet-soft"),
        cls="rp-sheet",
        lang=paper.code,
        tabindex="0",
        role="region",
        aria_label=name,
    )


def title_of(person: Person, paper: Language) -> str:
    """Return what the person's page is called."""
    name = shown_name(person)
    return paper("{name}’s plan", name=name) if name else paper("My plan")


def _part(part: Section, drawn: Drawn) -> Any:
    lines = tuple(_lines(part))
    few = (lines[at : at + HANDFUL] for at in range(0, len(lines), HANDFUL))
    handfuls = (drawn.handful(f"{part.id}/{number}", one) for number, one in enumerate(few))
    return div(heading(3, part.title, cls="rp-sheet-part"), *handfuls).key(part.id)


def _lines(part: Section) -> Iterator[SheetLine]:
    """Yield each line with how it looks: a goal stands out, and what stands under it steps back."""
    for block in part.blocks:
        for number, words in enumerate(block.lines):
            is_goal = isinstance(block, GoalCard)
            yield words, ("rp-sheet-under" if number else "rp-sheet-goal") if is_goal else "rp-sheet-plain"


class Drawn:
    """The sheet as it was drawn. A handful of lines that reads the same is the same: nothing looks at it again."""

    def __init__(self) -> None:
        self._handfuls: dict[str, tuple[tuple[SheetLine, ...], Any]] = {}

    def handful(self, place: str, lines: tuple[SheetLine, ...]) -> Any:
        """Return the lines of one place, drawn anew only where one of them changed."""
        known = self._handfuls.get(place)
        if known is None or known[0] != lines:
            known = self._handfuls[place] = (lines, Handful(lines).key(place))
        return known[1]


@reacton.component
def Handful(lines: tuple[SheetLine, ...]) -> Any:
    """A few lines of the sheet."""
    return div(*(para(words, cls=f"rp-sheet-line {look}") for words, look in lines))
