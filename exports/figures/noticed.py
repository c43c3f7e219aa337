"""What was noticed between visits over time: sleep, mood, cravings and the rest, as strong as the person said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.figures.ratings import ratings_figure
from planner.health.observation import Noticed, course
from planner.model.message import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exports.figures.figure import Figure
    from planner.health.observation import Observation
    from planner.words.language import Language

_TITLE = say("What I noticed, over time")


def noticed_figure(observations: Sequence[Observation], t: Language) -> Figure | None:
    """Return how strong each kind of thing was; none while no strength was noted."""
    return ratings_figure(_TITLE, ((what.label, course(observations, what)) for what in Noticed), t)
