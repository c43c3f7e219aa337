"""A few pages behind one card: one of them open, with a row of names to turn to the others."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import reacton

from widgets.draft.context import use_session
from widgets.elements.markup import Button, div

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from planner.model.message import Message


def use_page(item_id: str, first: str, page_of: Mapping[str, str]) -> tuple[str, Callable[[str], None]]:
    """Return the open page of an item and how to turn to another: the first one, or the one of a field one went to."""
    destination = use_session().destination
    field = destination.after(item_id) if destination else ""
    return reacton.use_state(page_of.get(field, first))


@reacton.component
def Pages(
    name: str,
    pages: tuple[tuple[str, Message], ...],
    draw: Callable[[str], Any],
    opened: str,
    turn: Callable[[str], None],
) -> Any:
    """The row of names and the open page. `name` tells these pages from others on the screen."""
    t = use_session().t
    tabs = [
        Button(
            t(title),
            partial(turn, key),
            kind="page rp-on" if key == opened else "page",
            attributes={
                "role": "tab",
                "aria-selected": str(key == opened).lower(),
                "id": f"{name}-{key}-tab",
                "aria-controls": f"{name}-page",
            },
        ).key(key)
        for key, title in pages
    ]
    return div(
        div(*tabs, cls="rp-pages", role="tablist"),
        div(draw(opened), role="tabpanel", id=f"{name}-page", aria_labelledby=f"{name}-{opened}-tab", cls="rp-page"),
    )
