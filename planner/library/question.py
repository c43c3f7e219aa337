"""Guiding questions that a counselor can say aloud."""

from __future__ import annotations

from planner.library.texts import texts


def questions(place: str, language: str) -> tuple[str, ...]:
    """Return the questions of a step ("goals", its opening ones first) or of one topic ("goals.values").

    Raises:
        KeyError: there is no such step or topic.
    """
    step, _, topic = place.partition(".")
    asked: dict[str, list[str]] = texts("questions", language)[step]
    return tuple(asked[topic]) if topic else tuple(question for group in asked.values() for question in group)
