"""Fields for choices: one of a few, several of a few, yes or no, a tick, and links to other things in the plan."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import reacton

from planner.model.message import say
from widgets.draft.context import use_session
from widgets.elements.markup import Button
from widgets.forms.frame import grouped

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.model.choice import Choice
    from widgets.forms.field_ref import FieldRef

Options = tuple[tuple[str, str], ...]
"""Ids of other items with the words that name them."""


def Chip(text: str, on: bool, press: Callable[[], None], *, one_of: bool = False, key: str = "") -> Any:
    """One choice; `one_of` where choosing it lets go of the others."""
    state = {"role": "radio", "aria-checked": str(on).lower()} if one_of else {"aria-pressed": str(on).lower()}
    return Button(text, press, kind="chip rp-on" if on else "chip", icon="check" if on else "", attributes=state).key(
        key or text
    )


@reacton.component
def ChoiceField(field: FieldRef, *, kind: type[Choice]) -> Any:
    """One of a few. Pressing the chosen one again takes it back, where the field allows nothing."""
    context = use_session()
    value, empty = field.value, field.entry.model_fields[field.name].default
    chips = [
        Chip(
            context.t(one.label),
            value is one,
            partial(context.edits.put, field.place, empty if value is one else one),
            one_of=True,
            key=one.value,
        )
        for one in kind
    ]
    return grouped(field, *chips, role="radiogroup")


@reacton.component
def ChoicesField(field: FieldRef, *, kind: type[Choice]) -> Any:
    """Several of a few; they keep the order in which they are declared."""
    context, value = use_session(), field.value

    def toggled(one: Choice) -> tuple[Choice, ...]:
        chosen = set(value) ^ {one}
        return tuple(each for each in kind if each in chosen)

    chips = [
        Chip(context.t(one.label), one in value, partial(context.edits.put, field.place, toggled(one)), key=one.value)
        for one in kind
    ]
    return grouped(field, *chips)


@reacton.component
def LinkField(field: FieldRef, *, options: Options) -> Any:
    """A link to one other item of the plan."""
    edits, value = use_session().edits, field.value
    chips = [
        Chip(
            text,
            value == target,
            partial(edits.put, field.place, None if value == target else target),
            one_of=True,
            key=target,
        )
        for target, text in options
    ]
    return grouped(field, *chips, role="radiogroup")


@reacton.component
def LinksField(field: FieldRef, *, options: Options) -> Any:
    """Links to several other items of the plan."""
    edits, value = use_session().edits, field.value

    def toggled(target: str) -> tuple[str, ...]:
        return tuple(one for one in value if one != target) if target in value else (*value, target)

    chips = [
        Chip(text, target in value, partial(edits.put, field.place, toggled(target)), key=target)
        for target, text in options
    ]
    return grouped(field, *chips)


@reacton.component
def YesNoField(field: FieldRef) -> Any:
    """Yes or no, with neither chosen at first."""
    context, value = use_session(), field.value
    answers = ((True, say("Yes")), (False, say("No")))
    chips = [
        Chip(
            context.t(text),
            value is one,
            partial(context.edits.put, field.place, None if value is one else one),
            one_of=True,
        )
        for one, text in answers
    ]
    return grouped(field, *chips, role="radiogroup")


@reacton.component
def TickField(field: FieldRef) -> Any:
    """A tick."""
    context, value = use_session(), field.value
    attributes = {
        "role": "checkbox",
        "aria-checked": str(value).lower(),
        "id": field.uid,
        "data-focus": context.token_at(field.place),
    }
    return Tick(context.t(field.label), value, lambda: context.edits.put(field.place, not value), attributes)


def Tick(text: str, on: bool, press: Callable[[], None], attributes: dict[str, Any]) -> Any:
    """A box to tick, with its words beside it."""
    return Button(text, press, kind="tick rp-on" if on else "tick", icon="check", attributes=attributes)
