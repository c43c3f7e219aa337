"""Short lines that stand open one below the other: times of day, pick-ups, questions, times one tried it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from widgets.draft.context import use_session
from widgets.elements.happened import Remove
from widgets.elements.markup import Button, div, tag
from widgets.forms import Fields

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.model.entry import Item
    from planner.model.message import Message
    from planner.model.path import FieldPath
    from widgets.forms.form import Form


@reacton.component
def Rows(
    items: tuple[Item, ...],
    path: FieldPath,
    shown: Form,
    *,
    title: Message,
    new: Callable[[str], Item],
    add: Message,
) -> Any:
    """The items of the list at `path`, each as an open line, with a way to add one. `title` names the list."""
    context = use_session()
    fresh, mark_fresh = reacton.use_state("")

    def add_one() -> None:
        item = new(context.editor.new_id())
        mark_fresh(item.id)
        context.editor.add(path, item)

    name = context.t(title)
    names = [context.t("{list}, line {number}", list=name, number=number) for number in range(1, len(items) + 1)]
    lines = [
        _Row(item, path, shown, called, item.id == fresh).key(item.id)
        for item, called in zip(items, names, strict=True)
    ]
    return div(
        tag("span", name, cls="rp-label"),
        *lines,
        Button(context.t(add), add_one, kind="text", icon="plus").key("add"),
        cls="rp-rows",
        role="group",
        aria_label=name,
        data_focus=context.token_at(path),
    )


@reacton.component
def _Row(item: Item, path: FieldPath, shown: Form, name: str, is_fresh: bool) -> Any:
    """One line. A line that was just added takes the focus."""
    return div(
        Fields(shown, item, (*path, item.id)),
        Remove(path, item.id, name),
        cls="rp-line",
        role="group",
        aria_label=name,
        data_focus=item.id if is_fresh else None,
    )
