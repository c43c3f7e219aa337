"""Readings as they print: what was understood, written for the reader; else the words as they were typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from planner.language import Language
    from planner.reading import DayWords, TimeWords
    from planner.resource import Transport

BETWEEN = " · "
"""Stands between pieces of somebody's words: no full stop of ours is ever set behind them."""


def joined(*pieces: str) -> str:
    """Set the pieces that hold something side by side."""
    return BETWEEN.join(piece.strip() for piece in pieces if piece.strip())


def said_day(day: DayWords, today: date, t: Language) -> str:
    """Write a day with its weekday, and with its year when that is another one."""
    if day.reading is None:
        return day.words
    return t.day(day.reading, "weekday" if day.reading.year == today.year else "full")


def said_time(time: TimeWords, t: Language) -> str:
    """Write a time of day."""
    return time.words if time.reading is None else t.time(time.reading)


def said_span(starts: TimeWords, ends: TimeWords, t: Language) -> str:
    """Write from when until when."""
    return " – ".join(filter(None, (said_time(starts, t), said_time(ends, t))))


def said_way(transport: Transport | None, words: str, t: Language) -> str:
    """Write the way there: the words for it, or else what kind of way it is."""
    return words.strip() or (t(transport.label) if transport else "")
