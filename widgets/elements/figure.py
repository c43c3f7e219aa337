"""A figure on the screen: opened on a press, drawn from plain shapes in the colors of the look, and told in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import reacton

from widgets.draft.context import use_session
from widgets.elements.markup import Button, div, para, tag

if TYPE_CHECKING:
    from exports.figures import Figure
    from planner.words.language import Language

_NAMESPACE = "{http://www.w3.org/2000/svg}"
_TOLD_BESIDE = {"title", "desc"}
"""What a browser would say a second time; the words stand under the figure."""


@reacton.component
def Drawing(figure: Figure | None) -> Any:
    """A way to see a figure, and the figure once it is asked for; nothing where there is none."""
    t = use_session().t
    is_open, set_open = reacton.use_state(False)
    if figure is None:
        return div(cls="rp-none")
    title = t(figure.title)
    name = t("Close") if is_open else t("See it over time")
    fold = Button(
        name,
        lambda: set_open(not is_open),
        kind="text",
        icon="more",
        attributes={"aria-expanded": str(is_open).lower(), "aria-label": f"{name}: {title}"},
    )
    return div(fold, _drawn(figure, title, t) if is_open else None, cls="rp-drawing")


def _drawn(figure: Figure, title: str, t: Language) -> Any:
    shape = _shape(ET.fromstring(figure.svg))  # noqa: S314 (a drawing of our own)
    return tag("figure", _told(figure, title, t), shape.key(figure.svg), cls="rp-figure")


def _told(figure: Figure, title: str, t: Language) -> Any:
    in_words = tag(
        "details", tag("summary", t("In words"), cls="rp-in-words"), *(para(line) for line in figure.lines(t))
    )
    return tag("figcaption", para(title, cls="rp-figure-title"), in_words)


def _shape(element: ET.Element) -> Any:
    """Return an element of the drawing with its own attributes; its words are set as text."""
    name = element.tag.removeprefix(_NAMESPACE)
    attributes = dict(element.attrib)
    look = attributes.pop("class", "")
    if name == "svg":
        attributes = attributes | {"aria-hidden": "true"}
        attributes.pop("role", None)
    children = [_shape(child) for child in element if child.tag.removeprefix(_NAMESPACE) not in _TOLD_BESIDE]
    words = [element.text] if element.text else []
    return tag(name, *words, *children, cls=look, **attributes)
