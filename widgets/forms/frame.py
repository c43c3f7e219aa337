"""The frame around every input: its label above, its help, and what was understood below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planner.model.entry import help_text, label
from widgets.draft.context import use_session
from widgets.elements.markup import div, tag

if TYPE_CHECKING:
    from planner.model.entry import Entry
    from planner.model.path import FieldPath


def field_id(path: FieldPath, name: str) -> str:
    """Return the id of an input in the page: its place in the plan."""
    return "-".join((*path, name))


def framed(entry: type[Entry], name: str, path: FieldPath, box: Any, *, read_back: str = "", below: Any = None) -> Any:
    """Put a text input into its frame; `below` is what can be pressed to settle its words."""
    t = use_session().t
    uid = field_id(path, name)
    return div(
        tag("label", t(label(entry, name)), for_=uid, cls="rp-label"),
        tag("span", t(help_text(entry, name)), cls="rp-help", id=f"{uid}-help"),
        box,
        tag("span", read_back, cls="rp-read", id=f"{uid}-read", aria_live="polite"),
        below,
        cls="rp-field",
        data_field=name,
    )


def grouped(entry: type[Entry], name: str, path: FieldPath, *choices: Any, role: str = "group", hint: str = "") -> Any:
    """Put a group of buttons into a frame with a label of its own."""
    t = use_session().t
    uid = field_id(path, name)
    return div(
        tag("span", t(label(entry, name)), id=f"{uid}-label", cls="rp-label"),
        tag("span", hint or t(help_text(entry, name)), cls="rp-help", id=f"{uid}-help"),
        div(*choices, cls="rp-chips", role=role, aria_labelledby=f"{uid}-label", aria_describedby=f"{uid}-help"),
        cls="rp-field",
        data_field=name,
    )
