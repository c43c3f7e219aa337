"""Now, or can it wait: two buttons under the words they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.model.message import say
from planner.resources.resource import Need, Resource, Timing
from widgets.draft.context import use_session
from widgets.elements.markup import div
from widgets.forms.chips import Chip

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.model.path import FieldPath

ASKED = say("{what}: now, or can it wait?")


@reacton.component
def NowOrLater(item: Need | Resource, path: FieldPath, words: str) -> Any:
    """The two answers for one item standing at `path`. Pressing the chosen one again takes it back."""
    context = use_session()

    def choose(one: Timing) -> Callable[[], None]:
        chosen = None if item.timing is one else one
        return lambda: context.editor.put((*path, "timing"), chosen)

    chips = [Chip(context.t(one.label), item.timing is one, choose(one), one_of=True, key=one.value) for one in Timing]
    return div(*chips, cls="rp-chips rp-below", role="radiogroup", aria_label=context.t(ASKED, what=words))
