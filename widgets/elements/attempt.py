"""Something that may not be possible just now: it is tried, and where it was not possible the page says why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, cast

import reacton

from planner.store import StoreError
from widgets.draft.context import use_session
from widgets.elements.markup import para

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.model.message import Message

Result = TypeVar("Result")


def use_attempt() -> tuple[Message | None, Callable[[Callable[[], Any]], Any]]:
    """Return why the last attempt could not be done (none when it was), and a function that attempts something.

    The function returns what was attempted returned, or none where the store could not do it.
    """
    why_not, tell = reacton.use_state(cast("Message | None", None))

    def attempt(do: Callable[[], Result]) -> Result | None:
        try:
            result = do()
        except StoreError as problem:
            tell(problem.says)
            return None
        tell(None)
        return result

    return why_not, attempt


def use_last_known(read: Callable[[], Result]) -> Result:
    """Return what the store says, or what it said last while it can not be read.

    Raises:
        StoreError: it never could be read.
    """
    known: Any = reacton.use_ref(None)
    try:
        known.current = read()
    except StoreError:
        if known.current is None:
            raise
    return known.current


@reacton.component
def WhyNot(why_not: Message | None) -> Any:
    """Why something could not be done; nothing where it could."""
    t = use_session().t
    return para(t(why_not) if why_not else "", cls="rp-why-not", role="alert")
