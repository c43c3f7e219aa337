"""Marks that hide what was already read in a sentence: letters of no script, one for each letter they stand for."""

from __future__ import annotations

NUMBER, CLOCK, DAY, NAME, TAKEN = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
"""What was found there; `NAME` is a number that counts nothing. `plain_in_place` leaves none of them in a sentence."""


def masked(text: str, start: int, end: int, mark: str) -> str:
    """Return the text with a stretch of it hidden behind marks."""
    return text[:start] + mark * (end - start) + text[end:]
