"""The kernel's end of the line to the page's own script: it answers, and carries the sentences the script may need.

The page pings and the kernel answers, never the other way: a kernel that speaks by itself would never look idle.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton
from reacton.ipyvue import use_event

from widgets.elements.markup import div
from widgets.elements.page_sentences import PAGE_SENTENCES

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.words.language import Language


@reacton.component
def Pulse(t: Language, heard: Callable[[bool], None], place: str = "") -> Any:
    """Nothing that is seen. `heard` is called at every ping: whether the person did something since the last."""
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
        data_language=t.code,
        **{f"data_{name.replace('-', '_')}": t(words) for name, words in PAGE_SENTENCES.items()},
    )
    use_event(element, "ping", answering(False))
    use_event(element, "ping-active", answering(True))
    return element
