"""What the domain says, as an id with parameters; screen and paper translate when they show it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence to be shown later, in the reader's language.

    The English text is the id. `values` fill its `{names}`: words, numbers, days, or further messages.
    """

    text: str
    values: Mapping[str, Value] = field(default_factory=dict[str, "Value"])
    many: str = ""
    """The plural form; `values["n"]` decides which of the two is shown."""

    def __str__(self) -> str:
        chosen = self.many if self.many and self.values["n"] != 1 else self.text
        return chosen.format_map({name: str(value) for name, value in self.values.items()}) if self.values else chosen


if TYPE_CHECKING:
    Value = str | int | float | date | Message


def say(text: str, **values: Value) -> Message:
    """Mark a literal for translation and keep its parameters beside it."""
    return Message(text, values)


def say_count(one: str, many: str, n: int, **values: Value) -> Message:
    """Mark a literal with a plural form, chosen by `n`."""
    return Message(one, {"n": n, **values}, many)
