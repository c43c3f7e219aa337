"""What any field can raise: words longer than reads well, and a day, time, amount or number that was not read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from planner.model.entry import Entry, Item, about_is_enough, has_text, limit, nested, unit_of
from planner.model.finding import Finding, Place, Weight
from planner.model.message import Message, say
from planner.model.unit import Unit
from planner.words.reading import AmountWords, CountWords, DayWords, TimeWords, Typed, amount_of, counted, time_beside

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

_UNITS: dict[Unit, _Kind | None] = {
    Unit.DAYS: _Kind(
        "count.unread",
        say("Kept as you said it. How many days is that?"),
        say("Days or weeks, like 14 days or 2 weeks, can be counted."),
    ),
    Unit.DAY_OF_MONTH: _Kind(
        "count.unread",
        say("Kept as you said it. On which day of the month is it due?"),
        say("One day from 1 to 31. The last day is 31."),
    ),
    Unit.REFILLS: _Kind(
        "count.unread",
        say("Kept as you said it. How many refills are left?"),
        say("A whole number like 2, or none."),
    ),
    Unit.SUPPLY: None,
}
"""What is asked where a number is in another unit than its field; a supply asks for itself (`health.running_out`)."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """The fields of one kind of entry: those with a limit, those that are read, and those with further entries."""

    limits: tuple[tuple[str, int], ...]
    readings: tuple[tuple[str, _Kind, Unit], ...]
    parts: tuple[str, ...]


@cache
def _shape(kind: type[Entry]) -> _Shape:
    parts = nested(kind)
    return _Shape(
        limits=tuple((name, most) for name in kind.model_fields if (most := limit(kind, name)) is not None),
        readings=tuple(_read_fields(kind, parts)),
        parts=tuple(name for name, part in parts.items() if not issubclass(part, Typed)),
    )


def _read_fields(entry: type[Entry], parts: dict[str, type[Entry]]) -> Iterator[tuple[str, _Kind, Unit]]:
    for name, part in parts.items():
        unit = unit_of(entry, name)
        kind = _UNITS[unit] if unit in _UNITS else _KINDS.get(part)
        if kind and not about_is_enough(entry, name):
            yield name, kind, unit


def _is_unread(value: Typed, unit: Unit) -> bool:
    """Whether a field has words and no reading. Numbers are read anew: an earlier version may have lost their unit."""
    if not has_text(value.words):
        return False
    if isinstance(value, CountWords) and unit is not Unit.ANY:
        return counted(value, unit) is None
    return amount_of(value) is None if isinstance(value, AmountWords) else value.is_unread


def legible_findings(entry: Entry, step: str, item: str = "", within: str = "") -> Iterator[Finding]:
    """Yield what would make the fields of an entry, and of all its parts, easier to read or to place.

    `item` is the id of the item that an entry without one belongs to, and `within` the path from there.
    """
    shape = _shape(type(entry))
    for name, most in shape.limits:
        if len(getattr(entry, name)) > most:
            yield _long(Place(step, item, within + name), most)
    for name, kind, unit in shape.readings:
        if _is_unread(getattr(entry, name), unit):
            yield Finding(kind.code, Place(step, item, within + name), kind.asks, kind.forms, weight=Weight.READING)
    for name in shape.parts:
        found: Any = getattr(entry, name)
        for part in cast("tuple[Entry, ...]", found if isinstance(found, tuple) else (found,) if found else ()):
            if isinstance(part, Item):
                yield from legible_findings(part, step, part.id)
            else:
                yield from legible_findings(part, step, item, f"{within}{name}.")


def time_beside_findings(at: TimeWords, day: DayWords, where: Place) -> Iterator[Finding]:
    """Yield what asks for the time in its own field, where one was said with the day and can be morning or evening."""
    if not has_text(at.words) and time_beside(at, day).is_unread:
        kind = _KINDS[TimeWords]
        yield Finding(kind.code, where, kind.asks, kind.forms, weight=Weight.READING)


def _long(where: Place, most: int) -> Finding:
    return Finding(
        "words.long",
        where,
        say("This reads best in under {n} characters. What is the heart of it?", n=most),
        say("All your words are kept."),
        weight=Weight.READING,
    )
