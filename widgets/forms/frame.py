"""The frame around every input: its label above, its help, and what was understood below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from widgets.draft.context import use_session
from widgets.elements.markup import div, tag

if TYPE_CHECKING:
    from widgets.forms.field_ref import FieldRef


def framed(field: FieldRef, box: Any, *, read_back: str = "", below: Any = None) -> Any:
    """Put a text input into its frame; `below` is what can be pressed to settle its words."""
    context, uid = use_session(), field.uid
    t = context.t
    return div(
        tag("label", t(field.label), for_=uid, cls="rp-label"),
        tag("span", t(field.help), cls="rp-help", id=f"{uid}-help"),
        box,
        tag("span", read_back, cls="rp-read", id=f"{uid}-read", aria_live="polite"),
        below,
        cls="rp-field",
        data_field=field.name,
        data_focus=context.token_at(field.place),
    )


def grouped(field: FieldRef, *choices: Any, role: str = "group", hint: str = "") -> Any:
    """Put a group of buttons into a frame with a label of its own; `hint` stands in the place of the field's help."""
    context, uid = use_session(), field.uid
    t = context.t
    return div(
        tag("span", t(field.label), id=f"{uid}-label", cls="rp-label"),
        tag("span", hint or t(field.help), cls="rp-help", id=f"{uid}-help"),
        div(*choices, cls="rp-chips", role=role, aria_labelledby=f"{uid}-label", aria_describedby=f"{uid}-help"),
        cls="rp-field",
        data_field=field.name,
        data_focus=context.token_at(field.place),
    )
