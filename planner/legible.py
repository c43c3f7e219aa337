"""What any field can raise: words longer than reads well, and a day, time, amount or number that was not read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from planner.entry import Entry, Item, about_is_enough, limit, nested
from planner.finding import Finding, Place, Weight
from planner.message import Message, say
from planner.reading import AmountWords, CountWords, DayWords, TimeWords, Typed

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class _Kind:
    code: str
    asks: Message
    forms: Message


_KINDS: dict[type[Entry], _Kind] = {
    DayWords: _Kind(
        "day.unread",
        say("Kept as you said it. Which day is that?"),
        say("A day like Friday or December 1 can go on the calendar."),
    ),
    TimeWords: _Kind(
        "time.unread",
        say("Kept as you said it. What time is that?"),
        say("A time like 6 pm or 18:30 can go into the week."),
    ),
    AmountWords: _Kind(
        "amount.unread",
        say("Kept as you said it. About how much money is that?"),
        say("One amount, like 45 or $1,250.50, can be added up."),
    ),
    CountWords: _Kind(
        "count.unread",
        say("Kept as you said it. About which number is that?"),
        say("One number, like 3, can be followed over time."),
    ),
}


@dataclass(frozen=True, slots=True)
class _Shape:
    """The fields of one kind of entry: those with a limit, those that are read, and those with further entries."""

    limits: tuple[tuple[str, int], ...]
    readings: tuple[tuple[str, _Kind], ...]
    parts: tuple[str, ...]


@cache
def _shape(kind: type[Entry]) -> _Shape:
    parts = nested(kind)
    return _Shape(
        limits=tuple((name, most) for name in kind.model_fields if (most := limit(kind, name)) is not None),
        readings=tuple(
            (name, _KINDS[part]) for name, part in parts.items() if part in _KINDS and not about_is_enough(kind, name)
        ),
        parts=tuple(name for name, part in parts.items() if not issubclass(part, Typed)),
    )


def legible_findings(entry: Entry, step: str, item: str = "", within: str = "") -> Iterator[Finding]:
    """Yield what would make the fields of an entry, and of all its parts, easier to read or to place.

    `item` is the id of the item that an entry without one belongs to, and `within` the path from there.
    """
    shape = _shape(type(entry))
    for name, most in shape.limits:
        if len(getattr(entry, name)) > most:
            yield _long(Place(step, item, within + name), most)
    for name, kind in shape.readings:
        if getattr(entry, name).is_unread:
            yield Finding(kind.code, Place(step, item, within + name), kind.asks, kind.forms, weight=Weight.READING)
    for name in shape.parts:
        found: Any = getattr(entry, name)
        for part in cast("tuple[Entry, ...]", found if isinstance(found, tuple) else (found,) if found else ()):
            if isinstance(part, Item):
                yield from legible_findings(part, step, part.id)
            else:
                yield from legible_findings(part, step, item, f"{within}{name}.")


def _long(where: Place, most: int) -> Finding:
    return Finding(
        "words.long",
        where,
        say("This reads best in under {n} characters. What is the heart of it?", n=most),
        say("All your words are kept."),
        weight=Weight.READING,
    )
