"""My week on one page that lies on its side: days across, parts of the day down, and above it what is every day.

In neutral words it names no medicine, no place and nobody; so it does for somebody whose paper may be found.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from exports.page.blocks import Checklist, Fact, Facts, Lead, Line, Tick
from exports.page.line import joined
from exports.page.notebook import PageContent, about_page
from exports.page.section import Section
from exports.page.week_table import Slot, WeekRow, WeekTable
from planner.caseload.person import shown_name
from planner.model.day_range import Stretch
from planner.model.message import say
from planner.sharing.paper_privacy import may_be_found, names_medicines
from planner.week.clock_change import clock_change
from planner.week.event import TOLD_WITH_KIND, EventKind, way_to
from planner.week.neutral import NEUTRAL
from planner.week.week import days_from, monday_of, week, without_a_day
from planner.words.part_of_day import PartOfDay

if TYPE_CHECKING:
    from collections.abc import Iterable

    from exports.documents.occasion import Occasion
    from exports.page.blocks import Block
    from planner.model.message import Message
    from planner.week.event import Event
    from planner.words.language import Language

TITLE = say("My week")
NEUTRAL_TITLE = say("My week, in neutral words")

_SHORT = 8
"""Words of a title or of a way that stand in a cell."""

_IN_A_CELL = 4
"""Where one cell would hold more, the day stands below as a list."""

_WEEKEND = 5
_OF_HEALTH = frozenset({EventKind.DOSE, EventKind.SHOT, EventKind.LAST_PILLS})
_BOLD = frozenset({EventKind.VISIT, EventKind.SESSION, EventKind.SHOT})
_RULES = 2


def my_week(occasion: Occasion) -> PageContent:
    """Return the page as it was said."""
    return _page("my-week", TITLE, occasion, is_neutral=may_be_found(occasion.plan))


def my_week_neutral(occasion: Occasion) -> PageContent:
    """Return the page in words that tell a stranger nothing."""
    return _page("my-week-neutral", TITLE, occasion, is_neutral=True)


def printed_monday(today: date) -> date:
    """Return the Monday of the week that is printed: on a weekend the one to come."""
    monday = monday_of(today)
    return (
        days_from(monday)[-1] + timedelta(days=1)
        if today.weekday() >= _WEEKEND and today.year < date.max.year
        else monday
    )


def _page(document: str, title: Message, occasion: Occasion, *, is_neutral: bool) -> PageContent:
    t = occasion.language
    about = about_page(document, t(title), occasion, fit="")
    monday = printed_monday(occasion.today)
    page = _Page(occasion, days_from(monday), is_neutral)
    dates = t.days(Stretch(page.days[0], page.days[-1]))
    lead = Lead(joined("" if is_neutral else shown_name(occasion.person), dates))
    return PageContent(t(title), (lead, *page.every_day(), *page.clock()), page.sections(), about)


@dataclass(frozen=True)
class _Page:
    """One printed week: the events of its days, and in which words they are told."""

    occasion: Occasion
    days: tuple[date, ...]
    is_neutral: bool

    @property
    def t(self) -> Language:
        return self.occasion.language

    @property
    def events(self) -> tuple[Event, ...]:
        """What stands on the paper: the way there stands with what it leads to, and no medicine where none is named."""
        found = week(self.occasion.plan, self.days[0], self.occasion.today)
        return tuple(event for event in found if event.kind is not EventKind.TRAVEL and self._is_told(event))

    def _is_told(self, event: Event) -> bool:
        return event.kind not in _OF_HEALTH or names_medicines(self.occasion.plan)

    def every_day(self) -> tuple[Block, ...]:
        """Return the strip above the week: what stands on all seven days at the same time."""
        told = [f"{self._time(event)} {self.title(event)}".strip() for event in self._always()]
        return (Facts((Fact(self.t("Every day"), joined(*dict.fromkeys(told))),)),) if told else ()

    def _always(self) -> tuple[Event, ...]:
        days = [[event for event in self.events if event.day == day] for day in self.days]
        return tuple(event for event in days[0] if all(any(_alike(event, one) for one in day) for day in days))

    def clock(self) -> tuple[Block, ...]:
        """Return the line for a week in which clocks change."""
        change = clock_change(self.days[0], self.occasion.agency.zone)
        return (Line(self.t(change.says)),) if change else ()

    def sections(self) -> tuple[Section, ...]:
        """Return the week itself, the days that did not fit into it, and what has no day yet."""
        always = self._always()
        events = [event for event in self.events if not any(_alike(event, one) for one in always)]
        rows = [self._row(self.t(part.label), [event for event in events if event.part is part]) for part in PartOfDay]
        other = [event for event in events if event.part is None]
        if other:
            rows.append(self._row(self.t("Any time"), other))
        rows.append(WeekRow(self.t("To add"), ((),) * len(self.days), _RULES))
        table = WeekTable(tuple(self._head(day) for day in self.days), tuple(rows))
        return (Section("week", self.t("From Monday to Sunday"), (table,)), *self._long_days(events), *self._open())

    def _head(self, day: date) -> str:
        return f"{self.t.weekday(day.weekday()).capitalize()}\n{self.t.day(day, 'near')}"

    def _row(self, head: str, events: list[Event]) -> WeekRow:
        return WeekRow(head, tuple(self._cell([event for event in events if event.day == day]) for day in self.days))

    def _cell(self, events: list[Event]) -> tuple[Slot, ...]:
        if len(events) <= _IN_A_CELL:
            return tuple(self._slot(event) for event in events)
        more = self.t("and {n} more, see below", n=len(events) - _IN_A_CELL + 1)
        return (*(self._slot(event) for event in events[: _IN_A_CELL - 1]), Slot(more))

    def _slot(self, event: Event) -> Slot:
        return Slot(_short(self.title(event)), self._time(event), self._way(event), event.kind in _BOLD)

    def title(self, event: Event) -> str:
        """Return what an event is called on this paper."""
        if self.is_neutral:
            return self.t(NEUTRAL[event.kind])
        kind = self.t(event.kind.label)
        if event.kind in TOLD_WITH_KIND:
            return joined(kind, event.title)
        return event.title.strip() or kind

    def _time(self, event: Event) -> str:
        if event.starts is None:
            return "" if self.is_neutral else event.when
        return self.t.time(event.starts)

    def _way(self, event: Event) -> str:
        if (way := way_to(event)) and way.starts:
            return self.t("Leave at {time}", time=way.starts)
        return "" if self.is_neutral or event.kind is EventKind.BILL else _short(event.way)

    def _long_days(self, events: Iterable[Event]) -> tuple[Section, ...]:
        """Return each day whose cell was too small, or that says a thing shorter than it was said, in full."""
        events = list(events)
        found: list[Block] = []
        for day in self.days:
            there = [event for event in events if event.day == day]
            crowded = any(len([one for one in there if one.part is part]) > _IN_A_CELL for part in (*PartOfDay, None))
            cut = any(_short(words) != words for one in there for words in (self.title(one), self._way_in_full(one)))
            if crowded or cut:
                found += [Line(self._head(day).replace("\n", ", ")), Checklist(tuple(map(self._tick, there)))]
        return (Section("days", self.t("Day by day"), tuple(found)),) if found else ()

    def _way_in_full(self, event: Event) -> str:
        return "" if self.is_neutral or event.kind is EventKind.BILL else event.way

    def _tick(self, event: Event) -> Tick:
        place = "" if self.is_neutral else event.place
        return Tick(f"{self._time(event)} {self.title(event)}".strip(), joined(place, self._way_in_full(event)))

    def _open(self) -> tuple[Section, ...]:
        """Return what belongs to a week and has no day that could be read; in neutral words it can not be told."""
        known = () if self.is_neutral else tuple(one for one in without_a_day(self.occasion.plan) if self._is_told(one))
        ticks = tuple(Tick(self.title(one), one.when) for one in known)
        return (Section("open", self.t("On which day is this?"), (Checklist(ticks),)),) if ticks else ()


def _alike(one: Event, other: Event) -> bool:
    return (one.path, one.starts, one.when, one.title) == (other.path, other.starts, other.when, other.title)


def _short(words: str) -> str:
    """Return the first words; where more were said, the day stands below in full."""
    told = words.split()
    return " ".join(told[:_SHORT]) + " …" if len(told) > _SHORT else words
