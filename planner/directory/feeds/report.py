"""What an import did: rows read, rows left out and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planner.model.choice import Choice
from planner.model.message import Message, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planner.directory.service import Service


class LeftOutReason(Choice):
    """Why a row of a feed did not become an entry."""

    NO_NAME = "no name", say("It has no name")
    NOT_A_ROW = "not a row", say("It is not a record")
    NOT_ACTIVE = "not active", say("The feed says it is no longer there")
    TWICE = "twice", say("It stands in the feed twice")
    BAD_DAY = "unreadable day or time", say("Its day or time can not be read")
    NO_PLACE = "no place", say("It has neither a place nor a way to reach it")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that was left out; `row` counts from 1, in the order of the feed."""

    row: int
    reason: LeftOutReason


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What came of reading a feed into the directory."""

    feed: str
    form: str
    """Which form was recognized, such as "HSDS 3, CSV"."""

    rows: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    gone: int = 0
    left_out: dict[str, int] = field(default_factory=dict[str, int])
    first_rows: dict[str, tuple[int, ...]] = field(default_factory=dict[str, tuple[int, ...]])
    """For each reason the first rows it met, so that somebody can look at them."""

    without_hours: int = 0
    without_coordinates: int = 0

    @property
    def read(self) -> int:
        """How many entries the feed has now."""
        return self.added + self.changed + self.unchanged


FIRST_ROWS = 5
"""As many rows are named for each reason."""


@dataclass(slots=True)
class Tally:
    """Counts while rows go by."""

    rows: int = 0
    without_hours: int = 0
    without_coordinates: int = 0
    left_out: Counter[str] = field(default_factory=Counter[str])
    first_rows: dict[str, list[int]] = field(default_factory=dict[str, list[int]])

    def kept(self, found: Iterable[Service | LeftOut]) -> Iterator[Service]:
        """Pass on the entries, each once, and count the rest."""
        seen: set[str] = set()
        for one in found:
            if isinstance(one, LeftOut):
                self._leave(one)
            elif one.id in seen:
                self._leave(LeftOut(self.rows + 1, LeftOutReason.TWICE))
            else:
                seen.add(one.id)
                self._count(one)
                yield one

    def _leave(self, one: LeftOut) -> None:
        self.rows += 1
        self.left_out[one.reason.value] += 1
        rows = self.first_rows.setdefault(one.reason.value, [])
        if len(rows) < FIRST_ROWS:
            rows.append(one.row)

    def _count(self, service: Service) -> None:
        self.rows += 1
        self.without_hours += not service.hours and not service.hours_words
        self.without_coordinates += service.latitude is None


class NotAFeedError(Exception):
    """A file that is not a feed we can read; `says` is the one sentence for it."""

    says: Message

    def __init__(self, says: Message) -> None:
        """Keep the sentence."""
        self.says = says
        super().__init__(str(says))


NOT_A_FEED = say("This is not a directory we can read. We read HSDS, Meeting Guide and plain spreadsheets (CSV).")
BROKEN_OFF = say("This file is broken or breaks off. Nothing was changed. Please fetch it once more.")
EMPTY_FEED = say("No entry could be read from this file. Nothing was changed.")
