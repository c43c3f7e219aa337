"""The kernel's end of the line to the page's own script: it answers, and carries the sentences the script may need.

The page pings and the kernel answers, never the other way: a kernel that speaks by itself would never look idle.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton
from reacton.ipyvue import use_event

from widgets.elements.markup import div

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.words.language import Language


@reacton.component
def Pulse(t: Language, heard: Callable[[bool], None], place: str = "") -> Any:
    """Draw nothing that is seen. `heard` is called at every ping: whether the person did something since the last."""
    beat, count = reacton.use_state(0)

    def answering(touched: bool) -> Callable[..., None]:
        def answer(*_: Any) -> None:
            heard(touched)
            count(lambda n: n + 1)

        return answer

    element = div(
        cls="rp-none",
        data_pulse=str(beat),
        data_place=place,
        data_lost=t("The connection is gone. What you typed last may not be saved."),
        data_last_saved=t("Last saved"),
        data_reload=t("Open it again at the same place"),
        data_paste_note=t("That is more than a page can hold. Please paste a smaller part."),
    )
    use_event(element, "ping", answering(False))
    use_event(element, "ping-active", answering(True))
    return element
