"""What the person looked back on after a hard day: only the reviews they ticked for their own page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.page.blocks import Part, Words
from planner.safety.lapse_review import LapseReview, Paper, may_be_printed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exports.documents.reader import Reader
    from exports.page.blocks import Block

_APART = {"id", "what_stopped", "on", "who_may_know", "print_in", "answers"}
_FACTS = tuple(name for name in LapseReview.model_fields if name not in _APART)


def looked_back(reader: Reader) -> tuple[Block, ...]:
    """Begin with what stopped it or brought the person back."""
    ticked = (review for review in reader.plan.lapse_reviews if may_be_printed(review, Paper.MY_PLAN))
    return tuple(block for review in ticked for block in _one(review, reader))


def _one(review: LapseReview, reader: Reader) -> Iterator[Block]:
    t = reader.t
    if reader.day(review.on):
        yield Part(reader.day(review.on))
    if review.what_stopped.strip():
        yield Words(review.what_stopped.strip(), t("That is what brought me back."))
    yield from reader.facts(review, _FACTS)
