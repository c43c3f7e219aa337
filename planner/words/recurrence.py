"""How often something comes round, in everyday words: "every other Friday", "the first Monday of the month".

Both languages are read. What counts in steps of two or more weeks or days needs a day to count from, and says so;
"biweekly", which is twice a week for one reader and every two weeks for another, is not read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from dateutil.rrule import DAILY, MONTHLY, WEEKLY, rrule, weekday

from planner.words.days.weekdays import weekdays_in
from planner.words.fold import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 80
_WEEK = 7
_LAST_COUNTED = date(9998, 12, 31)
"""No rule looks past it: the calendar of Python ends a year later, in the middle of a week."""

_LAST_SURE_DAY = 28
"""The last day that every month has."""

_RANKS = {
    **dict.fromkeys(("first", "1st", "primer", "primero", "1er", "1ro"), 1),
    **dict.fromkeys(("second", "2nd", "segundo", "2do"), 2),
    **dict.fromkeys(("third", "3rd", "tercer", "tercero", "3er", "3ro"), 3),
    **dict.fromkeys(("fourth", "4th", "cuarto", "4to"), 4),
    **dict.fromkeys(("last", "ultimo"), -1),
}
_RANK = "(?:" + "|".join(_RANKS) + ")"
_EACH_MONTH = r"(?: ?,? (?:(?:of|in) )?(?:the|each|every|a) month| (?:del|de cada|al|cada) mes)"
_RANKED = re.compile(
    rf"(?:on )?(?:every |each |cada )?(?:the |el |los )?(?P<ranks>{_RANK}(?: ?(?:,|&|and|y) ?(?:the |el )?{_RANK})*)"
    rf" (?P<day>[a-z]+)(?P<month>{_EACH_MONTH})?"
)
_OTHER = r"(?:every|each) (?:other|second|2nd|2)|cada (?:dos|2|otr[oa])|(?:every|each) two"
_STEPS = {"three": 3, "tres": 3, "3": 3, "third": 3, "four": 4, "cuatro": 4, "4": 4, "fourth": 4}
_STEP = rf"(?:(?P<other>{_OTHER})|(?:every|each|cada) (?P<step>{'|'.join(_STEPS)}))"
_STEPPED = re.compile(
    rf"(?:on )?{_STEP} (?P<unit>days?|dias?|weeks?|semanas?)(?:,? (?:on |los |el )?(?P<days>[a-z ,&]+))?"
)
_STEPPED_DAY = re.compile(rf"(?:on )?(?P<other>{_OTHER}) (?P<day>[a-z]+)")
_YES_AND_NO = re.compile(r"(?:un |el )?(?P<day>[a-z]+) si(?:,| y)? (?:un |el )?(?:otro|(?P=day)) no")
_DAY_OF_MONTH = re.compile(
    rf"(?:on )?(?:the |el )?(?:day |dia )?(?P<n>[0-9]{{1,2}})(?:st|nd|rd|th)?{_EACH_MONTH}"
    r"|(?:on )?(?:the |el )?(?P<last>(?:last day|ultimo dia))(?: of (?:the|each|every) month| del mes| de cada mes)"
)
_EVERY_WEEK = re.compile(r"(?:every|each|once a|cada) (?:single )?(?:week|semana)|weekly|semanal(?:mente)?")


@dataclass(frozen=True, slots=True)
class Recurrence:
    """How often something comes round. Weekdays are numbered from Monday as 0; none named means any the plan says."""

    every: int = 1
    """In steps of so many weeks, days or months."""

    unit: str = "week"
    weekdays: frozenset[int] = frozenset()
    ranks: tuple[int, ...] = ()
    """Which such weekdays of a month; -1 is the last one."""

    day_of_month: int | None = None
    """From 1 to 31. The 31st is the last day of a shorter month."""

    @property
    def needs_a_day(self) -> bool:
        """Whether nobody can tell on which days it falls without one of them."""
        return self.every > 1

    def falls_on(
        self, first: date, last: date, weekdays: frozenset[int] = frozenset(), begins: date | None = None
    ) -> tuple[date, ...]:
        """Return the days from a first to a last one on which it falls, none before it `begins`.

        `weekdays` are those the plan chose, where the words name none.
        """
        last = min(last, _LAST_COUNTED)
        if last < first or (begins and last < begins) or (self.needs_a_day and not begins):
            return ()
        found = self.rule(self._near(max(first, begins or first), begins), weekdays)
        return tuple(at.date() for at in found.between(_midnight(first), _midnight(last), inc=True))

    def rule(self, first: date, weekdays: frozenset[int] = frozenset()) -> rrule:
        """Return the rule from a first day on; `rrule` writes it as calendar files do."""
        return rrule(dtstart=_midnight(first), **dict[str, Any](self._parts(weekdays)))

    def _near(self, day: date, begins: date | None) -> date:
        """Return a day to count from that leaves every step where it was, so that centuries are not counted through."""
        if not self.needs_a_day or begins is None:
            return day
        step = self.every * (1 if self.unit == "day" else _WEEK)
        return begins + timedelta(days=(day - begins).days // step * step)

    @property
    def month_days(self) -> dict[str, Any]:
        """The part of a rule that names the day of the month: past the 28th the last of the days that a month has."""
        day = self.day_of_month
        if not day or day <= _LAST_SURE_DAY:
            return {"bymonthday": day} if day else {}
        return {"bymonthday": list(range(_LAST_SURE_DAY, day + 1)), "bysetpos": -1}

    def _parts(self, weekdays: frozenset[int]) -> Iterator[tuple[str, object]]:
        yield "freq", {"day": DAILY, "week": WEEKLY, "month": MONTHLY}[self.unit]
        yield "interval", self.every
        yield "wkst", weekday(0)
        days = sorted(self.weekdays or weekdays)
        if self.ranks:
            yield "byweekday", [weekday(day)(rank) for day in days for rank in self.ranks]
        elif self.unit == "week":
            yield "byweekday", [weekday(day) for day in days]
        yield from self.month_days.items()


EVERY_WEEK = Recurrence()


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


@lru_cache(maxsize=256)
def recurrence_in(words: str) -> Recurrence | None:
    """Read how often something comes round: every week for no words, nothing where they say more than that."""
    text = plain(words).strip(" .") if len(words) <= _LONGEST else "?"
    if not text or _EVERY_WEEK.fullmatch(text):
        return EVERY_WEEK
    if (days := weekdays_in(text)) is not None:
        return Recurrence(weekdays=days)
    return _ranked(text) or _stepped(text) or _every_other(text) or _of_month(text)


def _ranked(text: str) -> Recurrence | None:
    found = _RANKED.fullmatch(text)
    days = _one_weekday(found["day"]) if found else None
    ranks = [_RANKS[word] for word in re.findall(_RANK, found["ranks"])] if found else []
    if found is None or days is None or not found["month"]:
        return None  # "the first Monday" may be one day; "every second Friday" is every other one as often
    return Recurrence(unit="month", weekdays=days, ranks=tuple(sorted(set(ranks))))


def _stepped(text: str) -> Recurrence | None:
    found = _STEPPED.fullmatch(text)
    if found is None:
        return None
    every = _STEPS[found["step"]] if found["step"] else 2
    is_days = found["unit"].startswith("d")
    days = _named(found["days"]) if found["days"] else frozenset[int]()
    if days is None or (is_days and found["days"]):
        return None
    return Recurrence(every, "day" if is_days else "week", days)


def _every_other(text: str) -> Recurrence | None:
    """Read "every other Friday" and "un viernes sí y otro no"; "un día sí y otro no" is every other day."""
    found = _STEPPED_DAY.fullmatch(text) or _YES_AND_NO.fullmatch(text)
    if found is None or ("other" in found.groupdict() and re.search(r"second|2nd|\b2\b|two|dos", found["other"])):
        return None
    if found["day"] in {"dia", "day"}:
        return Recurrence(2, "day")
    if found["day"] == "semana":
        return Recurrence(2, "week")
    days = _one_weekday(found["day"])
    return Recurrence(2, "week", days) if days else None


def _of_month(text: str) -> Recurrence | None:
    found = _DAY_OF_MONTH.fullmatch(text)
    if found is None:
        return None
    day = 31 if found["last"] else int(found["n"])
    return Recurrence(unit="month", day_of_month=day) if day in range(1, 32) else None


def _named(words: str) -> frozenset[int] | None:
    return weekdays_in(words) if words.strip() else None


def _one_weekday(name: str) -> frozenset[int] | None:
    days = weekdays_in(name)
    return days if days is not None and len(days) == 1 else None
