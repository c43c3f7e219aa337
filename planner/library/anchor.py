"""Words beside the numbers of a ruler."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from planner.library.texts import texts

Ruled = Literal["importance", "confidence", "belief", "steadiness", "problem_solving"]
"""What is rated from 0 to 10; the names are those of the fields that keep the rating."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """What a person would say at each end of a ruler and in the middle."""

    at_0: str
    at_5: str
    at_10: str


def anchors(ruled: Ruled, language: str) -> Anchors:
    """Return the words of one ruler."""
    return Anchors(**texts("anchors", language)[ruled])
