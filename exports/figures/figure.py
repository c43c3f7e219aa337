"""A drawing with its title, and the same told in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from exports.page.document.prose import Picture

if TYPE_CHECKING:
    from planner.model.message import Message
    from planner.words.language import Language


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. `says` holds everything the drawing shows, for those who do not see it."""

    title: Message
    svg: str
    says: tuple[Message, ...]
    days: int = 1
    """How many days it shows; from two on it shows a way."""

    def lines(self, t: Language) -> tuple[str, ...]:
        """Return the text equivalent, line by line."""
        return tuple(t(message) for message in self.says)

    def picture(self, t: Language) -> Picture:
        """Return it as a block of a page, with its words as the description."""
        return Picture(self.svg, "\n".join((t(self.title), *self.lines(t))))
