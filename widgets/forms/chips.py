"""Fields for choices: one of a few, several of a few, yes or no, a tick, and links to other things in the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.model.entry import label
from planner.model.message import say
from widgets.draft.context import use_session
from widgets.elements.markup import Button
from widgets.forms.frame import field_id, framed, grouped  # noqa: F401

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.model.choice import Choice
    from planner.model.entry import Entry
    from planner.model.path import FieldPath

Options = tuple[tuple[str, str], ...]
"""Ids of other items with the words that name them."""


def Chip(text: str, on: bool, press: Callable[[], None], *, one_of: bool = False, key: str = "") -> Any:
    """Draw one choice; `one_of` where choosing it lets go of the others."""
    state = {"role": "radio", "aria-checked": str(on).lower()} if one_of else {"aria-pressed": str(on).lower()}
    return Button(text, press, kind="chip rp-on" if on else "chip", icon="check" if on else "", attributes=state).key(
        key or text
    )


@reacton.component
def ChoiceField(entry: type[Entry], name: str, value: Any, path: FieldPath, *, kind: type[Choice]) -> Any:
    """Draw one of a few. Pressing the chosen one again takes it back, where the field allows nothing."""
    context = use_session()
    empty = entry.model_fields[name].default
    chips = [
        Chip(
            context.t(one.label),
            value is one,
            _toggling(context.desk, (*path, name), one, empty if value is one else one),
            one_of=True,
            key=one.value,
        )
        for one in kind
    ]
    return grouped(entry, name, path, *chips, role="radiogroup")


def _toggling(desk: Any, place: FieldPath, _member: Any, value: Any) -> Callable[[], None]:
    return lambda: desk.put(place, value)


@reacton.component
def ChoicesField(
    entry: type[Entry], name: str, value: tuple[Choice, ...], path: FieldPath, *, kind: type[Choice]
) -> Any:
    """Draw several of a few; they keep the order in which they are declared."""
    context = use_session()

    def toggled(one: Choice) -> tuple[Choice, ...]:
        chosen = set(value) ^ {one}
        return tuple(each for each in kind if each in chosen)

    chips = [
        Chip(
            context.t(one.label), one in value, _toggling(context.desk, (*path, name), one, toggled(one)), key=one.value
        )
        for one in kind
    ]
    return grouped(entry, name, path, *chips)


@reacton.component
def LinkField(entry: type[Entry], name: str, value: str | None, path: FieldPath, *, options: Options) -> Any:
    """Draw a link to one other item of the plan."""
    desk = use_session().desk
    chips = [
        Chip(
            text,
            value == target,
            _toggling(desk, (*path, name), target, None if value == target else target),
            one_of=True,
            key=target,
        )
        for target, text in options
    ]
    return grouped(entry, name, path, *chips, role="radiogroup")


@reacton.component
def LinksField(entry: type[Entry], name: str, value: tuple[str, ...], path: FieldPath, *, options: Options) -> Any:
    """Draw links to several other items of the plan."""
    desk = use_session().desk

    def toggled(target: str) -> tuple[str, ...]:
        return tuple(one for one in value if one != target) if target in value else (*value, target)

    chips = [
        Chip(text, target in value, _toggling(desk, (*path, name), target, toggled(target)), key=target)
        for target, text in options
    ]
    return grouped(entry, name, path, *chips)


@reacton.component
def YesNoField(entry: type[Entry], name: str, value: bool | None, path: FieldPath) -> Any:
    """Draw yes or no, with neither chosen at first."""
    context = use_session()
    answers = ((True, say("Yes")), (False, say("No")))
    chips = [
        Chip(
            context.t(text),
            value is one,
            _toggling(context.desk, (*path, name), one, None if value is one else one),
            one_of=True,
        )
        for one, text in answers
    ]
    return grouped(entry, name, path, *chips, role="radiogroup")


@reacton.component
def TickField(entry: type[Entry], name: str, value: bool, path: FieldPath) -> Any:
    """Draw a tick."""
    context = use_session()
    attributes = {"role": "checkbox", "aria-checked": str(value).lower(), "id": field_id(path, name)}
    return Tick(context.t(label(entry, name)), value, lambda: context.desk.put((*path, name), not value), attributes)


def Tick(text: str, on: bool, press: Callable[[], None], attributes: dict[str, Any]) -> Any:
    """Draw a box to tick, with its words beside it."""
    return Button(text, press, kind="tick rp-on" if on else "tick", icon="check", attributes=attributes)
