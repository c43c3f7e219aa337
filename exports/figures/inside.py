"""The three internal resources over time, each from 0 to 10 as the person rated it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.figures.ratings import ratings_figure
from planner.model.entry import label
from planner.model.message import Message, say
from planner.strengths.internal_resource import InternalResources

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from exports.figures.figure import Figure
    from planner.words.language import Language

_NAMES = ("belief", "steadiness", "problem_solving")
INSIDE_TITLE = say("What carries me inside, over time")


def inside_figure(known: Sequence[InternalResources], t: Language) -> Figure | None:
    """Return the ratings; none while there are none."""
    return ratings_figure(
        INSIDE_TITLE, ((Message(label(InternalResources, name)), _points(known, name)) for name in _NAMES), t
    )


def days_rated_inside(known: Sequence[InternalResources]) -> int:
    """Return on how many days something was rated; nothing is drawn for it."""
    return len({entry.on for entry in known if any(rating is not None for rating in entry.ratings)})


def _points(known: Sequence[InternalResources], name: str) -> list[tuple[date, int]]:
    found: dict[date, int] = {}
    for entry in known:
        rating: int | None = getattr(entry, name)
        if rating is not None:
            found[entry.on] = rating
    return sorted(found.items())
