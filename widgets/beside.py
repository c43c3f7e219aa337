"""The plan taking shape beside the work, as it will print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from exports.preview import preview
from planner.language import Language
from planner.person import shown_name
from widgets.markup import div, heading, para, tag
from widgets.sitting import use_sitting

if TYPE_CHECKING:
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
    return tag(
        "aside",
        heading(2, sitting.t("The plan so far"), cls="rp-beside-title"),
        div(
            para(_title(person, paper), cls="rp-sheet-title"),
            *(_part(part) for part in parts),
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


def _part(part: Any) -> Any:
    # one element for all the lines of a part: the sheet is looked at again with every key
    return div(heading(3, part.title, cls="rp-sheet-part"), para("\n".join(part.lines), cls="rp-sheet-lines")).key(
        part.id
    )
