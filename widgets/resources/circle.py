"""The support circle: who stands how near, as three rings around the person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.resources.support import Nearness
from widgets.draft.context import use_session
from widgets.elements.markup import div, tag

if TYPE_CHECKING:
    from planner.resources.support import Support
    from planner.words.language import Language


@reacton.component
def Circle(supports: tuple[Support, ...]) -> Any:
    """The rings from the inside out. Somebody whose nearness is open stands below them."""
    t = use_session().t
    named = tuple(support for support in supports if support.name.strip())
    if not named:
        return div(cls="rp-none")
    drawn = tag("span", t("Me"), cls="rp-me")
    for nearness in Nearness:
        drawn = div(
            drawn,
            _names(t(nearness.label), named, nearness),
            cls=f"rp-orbit rp-orbit-{nearness.value.partition(' ')[0]}",
        )
    return tag("figure", tag("figcaption", t("My circle")), drawn, _unplaced(named, t), cls="rp-circle")


def _unplaced(supports: tuple[Support, ...], t: Language) -> Any:
    open_ones = tuple(support for support in supports if support.nearness is None)
    return div(_names(t("How near?"), open_ones, None), cls="rp-unplaced") if open_ones else None


def _names(title: str, supports: tuple[Support, ...], nearness: Nearness | None) -> Any:
    here = [support for support in supports if support.nearness is nearness]
    people = [tag("li", one.name.strip()).key(one.id) for one in here]
    return div(tag("span", title, cls="rp-orbit-name"), tag("ul", *people) if people else None, cls="rp-orbit-names")
