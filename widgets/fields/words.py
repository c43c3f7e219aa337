"""Fields for words: free words, and words that are understood (a day, a time, an amount, a number)."""

from __future__ import annotations

from datetime import date, time
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
    day_choices,
    read_amount,
    read_count,
    read_day,
    read_time,
    time_choices,
)
from widgets.fields.chips import Chip
from widgets.fields.frame import field_id, framed
from widgets.markup import div, tag
from widgets.sitting import use_sitting

if TYPE_CHECKING:
    from collections.abc import Callable

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
    past = looks_back(entry, name)
    chosen, choose = reacton.use_state("")  # the words that were settled here: what was read long ago is not asked anew
    is_open = value.reading is None or chosen == value.words
    either = reacton.use_memo(
        lambda: either_of(value, sitting.today, sitting.t.known_code, past=past) if is_open else (),
        [value, sitting.today, sitting.t.code, is_open],
    )
    below = Either(value, either, path, name, lambda: choose(value.words)) if either else None
    return framed(entry, name, path, box, read_back=shown_reading(value, sitting.t), below=below)


@reacton.component
def Either(
    value: Reading,
    either: tuple[date, ...] | tuple[time, ...],
    path: Path,
    name: str,
    chosen: Callable[[], None],
) -> Any:
    """Draw the two days or times of which either can be meant, one button each; the words stay as they were typed."""
    sitting = use_sitting()
    uid = field_id(path, name)

    def choosing(one: date | time) -> Callable[[], None]:
        def choose() -> None:
            chosen()
            sitting.desk.put((*path, name), value.amended(reading=None if value.reading == one else one))

        return choose

    chips = (
        Chip(
            shown_choice(one, sitting.today, sitting.t),
            value.reading == one,
            choosing(one),
            one_of=True,
            key=one.isoformat(),
        )
        for one in either
    )
    return div(
        tag("span", sitting.t("Which one do you mean?"), cls="rp-help", id=f"{uid}-either"),
        div(*chips, cls="rp-chips", role="radiogroup", aria_labelledby=f"{uid}-either"),
        cls="rp-either",
    )


def either_of(value: Reading, today: date, language: str, *, past: bool = False) -> tuple[date, ...] | tuple[time, ...]:
    """Return the two days or times that the words can mean, while neither or one of them is chosen."""
    match value:
        case DayWords():
            found = day_choices(value.words, today, language=language, past=past)
        case TimeWords():
            found = time_choices(value.words, language=language)
        case _:
            found = ()
    return found if value.reading is None or value.reading in found else ()


def shown_choice(one: date | time, today: date, t: Language) -> str:
    """Return how a choice reads on its button: "Fri, Dec 4", a day of another year with it, or "2:30 PM"."""
    if isinstance(one, time):
        return t.time(one)
    return t.day(one, "brief" if one.year == today.year else "medium")


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
