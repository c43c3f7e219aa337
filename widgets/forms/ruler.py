"""A ruler from 0 to 10, with words at 0, 5 and 10."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast, get_args

import reacton

from planner.library.anchor import Ruled, anchors
from planner.model.entry import label
from widgets.draft.context import use_session
from widgets.elements.markup import div, tag
from widgets.forms.chips import Chip
from widgets.forms.frame import field_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.model.entry import Entry
    from planner.model.path import FieldPath
    from planner.words.language import Language

_NUMBERS = range(11)


@reacton.component
def RulerField(entry: type[Entry], name: str, value: int | None, path: FieldPath) -> Any:
    """Draw a ruler that keeps its number at its place in the plan."""
    desk = use_session().desk
    return Ruler(entry, name, value, path, lambda number: desk.put((*path, name), number))


@reacton.component
def Ruler(
    entry: type[Entry], name: str, value: int | None, path: FieldPath, choose: Callable[[int | None], None]
) -> Any:
    """Draw eleven buttons in a row. Pressing the chosen one again takes it back."""
    t = use_session().t
    uid = field_id(path, name)

    def press(number: int) -> Callable[[], None]:
        return lambda: choose(None if number == value else number)

    said = t("{number} of 10", number=value) if value is not None else ""
    return div(
        div(
            tag("span", t(label(entry, name)), id=f"{uid}-label", cls="rp-label"),
            tag("span", said, cls="rp-ruler-said", aria_live="polite"),
            cls="rp-ruler-head",
        ),
        div(
            *(Chip(str(n), n == value, press(n), one_of=True) for n in _NUMBERS),
            cls="rp-ruler",
            role="radiogroup",
            aria_labelledby=f"{uid}-label",
            aria_describedby=f"{uid}-anchors",
        ),
        div(*(tag("span", words) for words in anchored(name, t)), cls="rp-anchors", id=f"{uid}-anchors"),
        cls="rp-field rp-ruler-field",
        data_field=name,
    )


def anchored(name: str, t: Language) -> tuple[str, str, str]:
    """Return the words at 0, 5 and 10: those of the library where it has some for this ruler."""
    if name not in get_args(Ruled):
        return t("not at all"), t("some"), t("very much")
    found = anchors(cast("Ruled", name), t.code)
    return found.at_0, found.at_5, found.at_10
