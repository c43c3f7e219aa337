"""How it looks: the style sheets of this folder, in the order of their names, as one."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from widgets.elements.markup import tag

_FIRST = "planner.css"


@cache
def style_sheet() -> str:
    """Return the whole look; `planner.css` leads, so that the others can build on it."""
    sheets = sorted(
        (sheet for sheet in files(__name__).iterdir() if sheet.name.endswith(".css")),
        key=lambda sheet: (sheet.name != _FIRST, sheet.name),
    )
    return "\n".join(sheet.read_text("utf-8") for sheet in sheets)


def Look() -> Any:
    """Bring the look into the page, where a server has not linked it already (JupyterLab, plain Voila)."""
    return tag("style", style_sheet())
