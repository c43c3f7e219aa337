"""Plain elements: what a page is made of."""

from __future__ import annotations

from typing import Any

import ipyvuetify
import reacton

from widgets.elements.markup import Button, div, para, tag


@reacton.component
def Opening() -> Any:  # noqa: N802 - a component
    """Draw nothing first, and a section with words once it was pressed."""
    pressed, press = reacton.use_state(0)
    return div(Button("Open", lambda: press(1)), Part(pressed))


@reacton.component
def Part(pressed: int) -> Any:  # noqa: N802 - a component
    """Draw one of two kinds of element in one place."""
    return tag("section", para("words"), aria_label="Part") if pressed else div(cls="rp-none")


def test_another_tag_in_the_same_place_is_another_element() -> None:
    """A browser keeps the tag that a widget was first drawn with."""
    _, rc = reacton.render(Opening(), handle_error=False)
    before = [one.widget for one in rc.find(ipyvuetify.Html, class_="rp-none")]

    rc.find(ipyvuetify.Html, tag="button").widget.click()

    (part,) = [one.widget for one in rc.find(ipyvuetify.Html, tag="section")]
    assert part not in before
    assert part.attributes == {"aria-label": "Part"}
    assert part._model_name == "HtmlModel"
