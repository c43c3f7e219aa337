"""Which field an input stands for: of which kind of entry, where in the plan, and what it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from planner.model.entry import help_text, label

if TYPE_CHECKING:
    from planner.model.entry import Entry
    from planner.model.path import FieldPath


@dataclass(frozen=True)
class FieldRef:
    """One field of an entry that stands at `path`. Label, help and limits are the model's own."""

    entry: type[Entry]
    name: str
    value: Any
    path: FieldPath

    @property
    def place(self) -> FieldPath:
        """Where the value goes when it changes."""
        return (*self.path, self.name)

    @property
    def uid(self) -> str:
        """The id of the input in the page."""
        return "-".join(self.place)

    @property
    def label(self) -> str:
        """What the field is called."""
        return label(self.entry, self.name)

    @property
    def help(self) -> str:
        """What helps to fill it in."""
        return help_text(self.entry, self.name)


def field_of(entry: Entry, name: str, path: FieldPath) -> FieldRef:
    """Return a field of this entry, with what it holds."""
    return FieldRef(type(entry), name, getattr(entry, name), path)
