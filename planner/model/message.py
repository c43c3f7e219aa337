"""What the domain says, as an id with parameters; screen and paper translate when they show it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from planner.model.day_range import Stretch

_NAME = re.compile(r"\{(\w+)\}")


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
        """Return the English sentence, for the log and for a test that fails."""
        chosen = self.many if self.many and self.values.get("n") != 1 else self.text
        return fill(chosen, self.values, str)


if TYPE_CHECKING:
    Value = str | int | float | date | Stretch | Message


def say(text: str, **values: Value) -> Message:
    """Mark a literal for translation and keep its parameters beside it."""
    return Message(text, values)


def say_count(one: str, many: str, n: int, **values: Value) -> Message:
    """Mark a literal with a plural form, chosen by `n`."""
    return Message(one, {"n": n, **values}, many)


def fill(text: str, values: Mapping[str, object], show: Callable[[object], str]) -> str:
    """Put values in the place of their `{names}`, in one pass.

    Only the literal is a template: braces in a value stay as they are, and a name without a value is left standing.
    """
    return _NAME.sub(lambda found: show(values[found[1]]) if found[1] in values else found[0], text)


def names(text: str) -> frozenset[str]:
    """Return the names a literal leaves open."""
    return frozenset(_NAME.findall(text))
