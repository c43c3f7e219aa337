"""A page laid over the table: what lies under it is out of reach until it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from widgets.draft.context import use_session
from widgets.elements.markup import Button, div, heading, tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.resources.support import Support


@reacton.component
def Overlay(name: str, title: str, close: Callable[[], None], *parts: Any, also: Any = None) -> Any:
    """A page that lies over the step. Escape closes it as well as the button; the focus goes to its title.

    `also` stands beside the button that closes it.
    """
    t = use_session().t
    return tag(
        "section",
        div(
            div(
                heading(2, title, id=f"{name}-title", cls="rp-over-title", tabindex="-1", data_focus=name),
                Button(t("Close"), close, kind="quiet", icon="close", attributes={"data-shortcut": "escape"}),
                also,
                cls="rp-over-head",
            ),
            *parts,
            cls="rp-over-sheet",
        ),
        cls=f"rp-over rp-over-{name}",
        role="dialog",
        aria_modal="true",
        aria_labelledby=f"{name}-title",
    )


def Lines(lines: tuple[str, ...], *, own: bool = False) -> Any:
    """A list of lines; `own` where they are the person's words."""
    return tag("ul", *(tag("li", line) for line in lines), cls="rp-lines rp-own" if own else "rp-lines")


def Numbers(supports: tuple[Support, ...]) -> Any:
    """Who to call, with numbers large enough to dial from."""
    return tag(
        "dl", *(_number(support).key(support.id) for support in supports if support.name.strip()), cls="rp-numbers"
    )


def _number(support: Support) -> Any:
    return div(tag("dt", support.name.strip(), cls="rp-own"), tag("dd", support.phone.strip()), cls="rp-number")
