"""One reader of one plan: what was understood is written for them, the rest stays in the words it was typed in."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any, cast

from exports.page.blocks import Fact, Facts
from exports.page.line import APART, has_words_from_the_right, joined
from exports.page.section import filled_table
from planner.model.choice import Choice
from planner.model.entry import is_ruler, label
from planner.plan.plan import items
from planner.plan.sections import name_of
from planner.skills.routine import Weekday
from planner.words.reading import AmountWords, CountWords, DayWords, TimeWords

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from exports.documents.occasion import Occasion
    from exports.page.blocks import Block
    from exports.page.edition import Edition
    from planner.caseload.agency import Agency
    from planner.model.daily_life import Transport
    from planner.model.entry import Entry, Item
    from planner.plan.plan import Plan
    from planner.resources.resource import Resource
    from planner.sessions.session import Session
    from planner.words.language import Language


_DAYS = list(Weekday)
_RUN = 3
"""From this many days in a row on, a run is written from its first day to its last."""


def set_apart(words: str) -> str:
    """Return a name as it can stand inside a sentence of ours: one that reads from the right turns nothing round."""
    return APART.format(words) if has_words_from_the_right(words) else words


@dataclass(frozen=True)
class Reader:
    """Writes what a plan holds, on one day, in one language, for one agency."""

    plan: Plan
    edition: Edition
    session: Session | None = None
    """The session the plan comes from, where it is known."""
    _items: dict[str, Item] = field(default_factory=dict["str", "Item"], init=False)

    def __post_init__(self) -> None:
        """Learn where the plan's links lead."""
        self._items.update((item.id, item) for _, item in items(self.plan))

    @classmethod
    def of(cls, occasion: Occasion) -> Reader:
        """Return a reader of the whole plan, as it stands on an occasion."""
        return cls(occasion.plan, occasion, occasion.session)

    @property
    def today(self) -> date:
        """The day on which the page is printed."""
        return self.edition.today

    @property
    def t(self) -> Language:
        """The language of the page."""
        return self.edition.language

    @property
    def agency(self) -> Agency:
        """Whose page it is besides the person's."""
        return self.edition.agency

    @property
    def met_on(self) -> date | None:
        """The day the two last met in that session, where the agency is."""
        return self.session.last_met_on(self.agency.zone) if self.session else None

    @property
    def counselor(self) -> str:
        """Who sat with the person: the name on the plan, or else the one the session was held under."""
        return self.plan.closing.counselor.strip() or (self.session.author.strip() if self.session else "")

    def is_ahead(self, day: date) -> bool:
        """Whether the two meet again on this day: after their session, and not before the page is printed."""
        return day > self.today if self.met_on is None else day > self.met_on and day >= self.today

    def find(self, item_id: str | None) -> Item | None:
        """Return the item with this id."""
        return self._items.get(item_id) if item_id else None

    def names(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return what the person calls the things with these ids."""
        return tuple(filter(None, (name_of(self.find(item_id)) for item_id in ids)))

    def day(self, day: DayWords) -> str:
        """Write a day with its weekday, and with its year when that is another one."""
        if day.reading is None:
            return day.words.strip()
        return self.t.day(day.reading, "weekday" if day.reading.year == self.today.year else "full")

    def time(self, time: TimeWords) -> str:
        """Write a time of day."""
        return time.words.strip() if time.reading is None else self.t.time(time.reading)

    def span(self, starts: TimeWords, ends: TimeWords) -> str:
        """Write from when until when."""
        return " – ".join(filter(None, (self.time(starts), self.time(ends))))

    def way(self, transport: Transport | None, words: str) -> str:
        """Write the way there: the words for it, or else what kind of way it is."""
        return words.strip() or self.t.show(transport)

    def way_to(self, place: Resource) -> str:
        """Write the way to a place: which, how long, what it costs, and what else there is."""
        if place.no_way:
            return joined(self.t("No way there yet"), self._otherwise(place))
        parts = (place.way_takes.strip(), place.way_costs.strip(), self._otherwise(place))
        return joined(self.way(place.transport, place.transport_words), *parts)

    def _otherwise(self, place: Resource) -> str:
        second = place.second_way.strip()
        return self.t("If that falls through: {words}", words=second) if second else ""

    def days(self, days: Iterable[Weekday]) -> str:
        """Write days of the week: "Monday", "Mon, Wed", "Mon – Fri", "Every day"."""
        numbers = sorted({_DAYS.index(day) for day in days})
        if len(numbers) == len(_DAYS):
            return self.t("Every day")
        if len(numbers) == 1:
            return self.t.weekday(numbers[0])
        runs = [[n for _, n in run] for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])]
        return ", ".join(self._run(run) for run in runs)

    def _run(self, run: list[int]) -> str:
        names = [self.t.weekday(number, "abbreviated") for number in run]
        return f"{names[0]} – {names[-1]}" if len(names) >= _RUN else ", ".join(names)

    def label(self, kind: type[Entry], name: str) -> str:
        """Write a field's label. The day on which something was noted has none of its own."""
        return self.t(label(kind, name)) if kind.model_fields[name].title else self.t("Day")

    def said(self, entry: Entry, name: str) -> str:
        """Write one field of an entry; a box nobody ticked says nothing."""
        value: Any = getattr(entry, name)
        if name.endswith("_ids"):
            return joined(*self.names(value))
        if name.endswith("_id") or (isinstance(value, str) and value in self._items):
            return name_of(self.find(value))
        if is_ruler(type(entry), name):
            return "" if value is None else self.t("{n} of 10", n=value)
        untold = value is False and type(entry).model_fields[name].default is False
        return "" if untold else self._value(value)

    def _value(self, value: Any) -> str:
        match value:
            case DayWords():
                return self.day(value)
            case TimeWords():
                return self.time(value)
            case CountWords() | AmountWords():
                return value.words
            case tuple():
                return self._several(cast("tuple[object, ...]", value))
            case _:
                return self._plain(value)

    def _plain(self, value: object) -> str:
        if isinstance(value, bool):
            return self.t("Yes") if value else self.t("No")
        return value if isinstance(value, str) and not isinstance(value, Choice) else self.t.show(value)

    def _several(self, values: tuple[object, ...]) -> str:
        days = [value for value in values if isinstance(value, Weekday)]
        return self.days(days) if days else joined(*(self._value(value) for value in values))

    def facts(self, entry: Entry, names: Iterable[str]) -> tuple[Block, ...]:
        """Return what an entry says, each field beside its label."""
        kind = type(entry)
        pairs = ((self.label(kind, name), self.said(entry, name)) for name in names)
        facts = tuple(Fact(shown, words) for shown, words in pairs if words.strip())
        return (Facts(facts),) if facts else ()

    def table(self, kind: type[Entry], entries: Iterable[Entry], names: Iterable[str]) -> tuple[Block, ...]:
        """Return entries as rows under their labels, without the columns that nobody filled in."""
        names = tuple(names)
        rows = [tuple(self.said(entry, name) for name in names) for entry in entries]
        return filled_table([self.label(kind, name) for name in names], [row for row in rows if any(row)])
