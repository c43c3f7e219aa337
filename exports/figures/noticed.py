"""What was noticed between visits over time: sleep, mood, cravings and the rest, as strong as the person said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.figures.ratings import ratings_figure
from planner.message import say
from planner.observation import Noticed, course

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exports.figures.figure import Figure
    from planner.language import Language
    from planner.observation import Observation

_TITLE = say("What I noticed, over time")


def noticed_figure(observations: Sequence[Observation], t: Language) -> Figure | None:
    """Draw how strong each kind of thing was; none while no strength was noted."""
    return ratings_figure(_TITLE, ((what.label, course(observations, what)) for what in Noticed), t)
