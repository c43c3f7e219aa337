"""A ruler from 0 to 10, with words at 0, 5 and 10."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, cast, get_args

import reacton

from planner.library.anchor import Ruled, anchors
from widgets.draft.context import use_session
from widgets.elements.markup import div, tag
from widgets.forms.chips import Chip

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.words.language import Language
    from widgets.forms.field_ref import FieldRef

_NUMBERS = range(11)


@reacton.component
def RulerField(field: FieldRef) -> Any:
    """A ruler that keeps its number at its place in the plan."""
    return Ruler(field, partial(use_session().edits.put, field.place))


@reacton.component
def Ruler(field: FieldRef, choose: Callable[[int | None], None]) -> Any:
    """Eleven buttons in a row. Pressing the chosen one again takes it back."""
    context, value, uid = use_session(), field.value, field.uid
    t = context.t

    def press(number: int) -> Callable[[], None]:
        return lambda: choose(None if number == value else number)

    said = t("{number} of 10", number=value) if value is not None else ""
    return div(
        div(
            tag("span", t(field.label), id=f"{uid}-label", cls="rp-label"),
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
        div(*(tag("span", words) for words in anchored(field.name, t)), cls="rp-anchors", id=f"{uid}-anchors"),
        cls="rp-field rp-ruler-field",
        data_field=field.name,
        data_focus=context.token_at(field.place),
    )


def anchored(name: str, t: Language) -> tuple[str, str, str]:
    """Return the words at 0, 5 and 10: those of the library where it has some for this ruler."""
    if name not in get_args(Ruled):
        return t("not at all"), t("some"), t("very much")
    found = anchors(cast("Ruled", name), t.code)
    return found.at_0, found.at_5, found.at_10
