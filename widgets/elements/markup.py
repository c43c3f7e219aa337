"""Plain HTML elements as reacton elements: what a page is made of before anything is drawn."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import reacton
import reacton.ipyvuetify as v
from ipyvuetify.Html import Html
from reacton.core import ComponentWidget
from reacton.ipyvue import use_event

if TYPE_CHECKING:
    from collections.abc import Callable

Child = Any
"""An element, or text. Text is set as text, never parsed as markup."""


def tag(name: str, *children: Child, cls: str = "", **attributes: Any) -> Any:
    """Return an element. `aria_label` becomes `aria-label`; attributes that are None are left out."""
    kept = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items() if value is not None}
    drawn = [child for child in children if child is not None]
    return _kind(name)(tag=name, children=drawn, class_=cls, attributes=kept)


@cache
def _kind(name: str) -> ComponentWidget:
    """Return what draws one tag. A browser keeps the tag that a widget was first drawn with: another needs another."""
    return ComponentWidget(type(f"Html_{name}", (Html,), {}))


def div(*children: Child, cls: str = "", **attributes: Any) -> Any:
    """Return a division."""
    return tag("div", *children, cls=cls, **attributes)


def heading(level: int, text: str, *, cls: str = "", **attributes: Any) -> Any:
    """Return a heading of level 1 to 4."""
    return tag(f"h{level}", text, cls=cls, **attributes)


def para(*children: Child, cls: str = "", **attributes: Any) -> Any:
    """Return a paragraph."""
    return tag("p", *children, cls=cls, **attributes)


@reacton.component
def Button(
    label: str,
    on_click: Callable[[], object],
    *,
    kind: str = "quiet",
    icon: str = "",
    attributes: dict[str, Any] | None = None,
) -> Any:
    """A button: `main` leads on, `quiet` stands back, `text` is a word one can press, `chip` a choice."""
    element = v.Html(
        tag="button",
        class_=f"rp-button rp-{kind}",
        attributes={"type": "button"} | {k: a for k, a in (attributes or {}).items() if a is not None},
        children=[*([Icon(icon)] if icon else []), label],
    )
    use_event(element, "click", lambda *_: on_click())
    return element


def Icon(name: str) -> Any:
    """A small line icon beside a word; the look holds its shape, and it says nothing to a screen reader."""
    return tag("span", cls=f"rp-icon rp-icon-{name}", aria_hidden="true")
