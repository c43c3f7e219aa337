"""Fields for words: free words, and words that are understood (a day, a time, an amount, a number)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton
import reacton.ipyvuetify as v

from planner.entry import limit, looks_back
from planner.reading import (
    AmountWords,
    CountWords,
    DayWords,
    Reading,
    TimeWords,
    read_amount,
    read_count,
    read_day,
    read_time,
)
from widgets.fields.frame import field_id, framed
from widgets.sitting import use_sitting

if TYPE_CHECKING:
    from datetime import date

    from planner.entry import Entry
    from planner.language import Language
    from planner.path import Path

_ONE_LINE = 80
"""Fields whose words read well below this length stand on one line; longer ones grow."""


@reacton.component
def WordsField(entry: type[Entry], name: str, value: str, path: Path) -> Any:
    """Draw a field of free words. Nothing typed is changed, shortened or refused."""
    desk = use_sitting().desk
    long = (limit(entry, name) or 0) > _ONE_LINE
    box = _box(path, name, value, lambda typed: desk.put((*path, name), whole(typed), typing=True), grows=long)
    return framed(entry, name, path, box)


@reacton.component
def ReadField(entry: type[Entry], name: str, value: Reading, path: Path) -> Any:
    """Draw a field whose words are understood; what was read stands under it, and the words stay as typed."""
    sitting = use_sitting()

    def typed(words: str) -> None:
        past = looks_back(entry, name)
        understood = read(type(value), whole(words), sitting.today, sitting.t.code, past=past)
        sitting.desk.put((*path, name), understood, typing=True)

    box = _box(path, name, value.words, typed, grows=False)
    return framed(entry, name, path, box, read_back=shown_reading(value, sitting.t))


def _box(path: Path, name: str, value: str, typed: Any, *, grows: bool) -> Any:
    uid = field_id(path, name)
    described = {
        "aria-describedby": f"{uid}-help {uid}-read",
        "autocomplete": "off",
        "data-path": "/".join((*path, name)),
    }
    shared = {
        "v_model": value,
        "on_v_model": typed,
        "id": uid,
        "variant": "plain",
        "hide_details": True,
        "density": "compact",
        "attributes": described,
        "class_": "rp-input",
    }
    return v.Textarea(rows=1, auto_grow=True, no_resize=True, **shared) if grows else v.TextField(**shared)


def whole(typed: str | None) -> str:
    """Return what was typed, with half a character (a lone surrogate no file can hold) marked as unreadable."""
    return (typed or "").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def read(kind: type[Reading], words: str, today: date, language: str, *, past: bool = False) -> Reading:
    """Read words as the kind of value a field holds; with `past` a day is one that has been."""
    if kind is DayWords:
        return read_day(words, today, language=language, past=past)
    if kind is TimeWords:
        return read_time(words, language=language)
    return {AmountWords: read_amount, CountWords: read_count}[kind](words)


def shown_reading(value: Reading, t: Language) -> str:
    """Return how a reading is read back: the day with its weekday, the time, the amount; nothing when unread."""
    match value:
        case DayWords(reading=day) if day is not None:
            return t.day(day, "full")
        case TimeWords(reading=at) if at is not None:
            return t.time(at)
        case AmountWords(reading=amount) if amount is not None:
            return t.money(amount)
        case _:
            return ""
