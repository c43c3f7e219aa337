"""A ruler from 0 to 10, with words at 0, 5 and 10."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.message import say
from widgets.fields.chips import Chip
from widgets.fields.frame import field_id, label
from widgets.markup import div, tag
from widgets.sitting import use_sitting

if TYPE_CHECKING:
    from planner.entry import Entry
    from planner.path import Path

_NUMBERS = range(11)
_ANCHORS = {
    "importance": (say("not at all"), say("it matters"), say("more than most things")),
    "confidence": (say("not at all sure"), say("half sure"), say("as sure as can be")),
}
_PLAIN = (say("not at all"), say("some"), say("very much"))


@reacton.component
def RulerField(entry: type[Entry], name: str, value: int | None, path: Path, *, kind: Any = None) -> Any:  # noqa: ARG001 (every field is drawn with the same call)
    """Draw eleven buttons in a row. Pressing the chosen one again takes it back."""
    sitting = use_sitting()
    t, desk = sitting.t, sitting.desk
    uid = field_id(path, name)

    def press(number: int) -> Any:
        return lambda: desk.put((*path, name), None if number == value else number)

    said = t("{number} of 10", number=value) if value is not None else ""
    anchors = [tag("span", t(anchor)) for anchor in _ANCHORS.get(name, _PLAIN)]
    return div(
        div(
            tag("span", t(label(entry, name)), id=f"{uid}-label", cls="rp-label"),
            tag("span", said, cls="rp-ruler-said", aria_live="polite"),
            cls="rp-ruler-head",
        ),
        div(*(Chip(str(n), n == value, press(n), one_of=True) for n in _NUMBERS), cls="rp-ruler", role="radiogroup",
            aria_labelledby=f"{uid}-label", aria_describedby=f"{uid}-anchors"),
        div(*anchors, cls="rp-anchors", id=f"{uid}-anchors"),
        cls="rp-field rp-ruler-field",
        data_field=name,
    )
