"""The coloured bar that says, in words and always in sight, that what stands here is for staff alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from widgets.draft.context import use_session
from widgets.elements.markup import Button, div, tag

if TYPE_CHECKING:
    from collections.abc import Callable


@reacton.component
def StaffBar(turn_back: Callable[[], None] | None = None) -> Any:
    """The bar of the staff view. `turn_back` leads to what both may see; none where the whole page is for staff."""
    t = use_session().t
    back = Button(t("Back to the shared view"), turn_back, kind="staff") if turn_back else None
    return div(
        tag("strong", t("Staff view")),
        tag("span", t("For staff alone: turn the screen."), cls="rp-staff-why"),
        back,
        cls="rp-staff-bar",
        role="status",
    )
