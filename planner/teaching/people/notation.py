"""How days and ids are written in the files of invented people.

`@meetings`          an id; the same name is the same id throughout one person's files
`{date+3}`           the day in three days, as data: 2026-11-25
`{day+3}`            the same day as people say it, in the person's language: November 25
`{date:wed}`         the next Wednesday after today; `{day:wed+7}` the one after that
`{month+129}`        the month of that day, by name; `{date_end+129}` the last day of it, as data
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from planner.words.days.stretch import month_of

if TYPE_CHECKING:
    from planner.words.language import Language

_INVENTED = UUID("6f8a2c1e-0d3b-4c57-9a41-5be7d2f0c9a6")
_DAY = re.compile(r"\{(date|date_end|day|month)(?::(\w{3}))?([+-]\d+)?\}")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Notation:
    """Writes one person's files out as seen from one day."""

    person: str
    today: date
    language: Language

    def written(self, node: Any) -> Any:
        """Return the same data with every day and id written out."""
        if isinstance(node, dict):
            return {name: self.written(child) for name, child in node.items()}  # pyright: ignore[reportUnknownVariableType]
        if isinstance(node, list):
            return [self.written(child) for child in node]  # pyright: ignore[reportUnknownVariableType]
        return self._text(node) if isinstance(node, str) else node

    def _text(self, text: str) -> str:
        if text.startswith("@"):
            return str(uuid5(_INVENTED, f"{self.person}/{text}"))
        return _DAY.sub(self._day, text)

    def _day(self, found: re.Match[str]) -> str:
        form, weekday, shift = found.groups()
        day = self._from(weekday) + timedelta(days=int(shift or 0))
        match form:
            case "date":
                return day.isoformat()
            case "date_end":
                return month_of(day).last.isoformat()
            case "month":
                return self.language.day(day, "LLLL")
            case _:
                return self.language.day(day, "day")

    def _from(self, weekday: str | None) -> date:
        if not weekday:
            return self.today
        ahead = (_WEEKDAYS.index(weekday) - self.today.weekday() - 1) % 7 + 1
        return self.today + timedelta(days=ahead)
