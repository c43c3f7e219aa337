"""The next visits, the shape of the week, and what the person practices."""

from __future__ import annotations

from datetime import date, time
from itertools import groupby
from typing import TYPE_CHECKING

from exports.blocks import Checklist, Tick
from exports.said import joined, said_day, said_span, said_time, said_way
from exports.section import filled_table
from planner.plan import find
from planner.provider import Provider
from planner.routine import Weekday
from planner.skill import Mastery

if TYPE_CHECKING:
    from collections.abc import Iterable

    from exports.blocks import Block
    from planner.language import Language
    from planner.plan import Plan
    from planner.routine import Routine
    from planner.visit import Visit

_DAYS = list(Weekday)
_RUN = 3
"""From this many days in a row on, a run is written from its first day to its last."""


Row = tuple[str, str, str, str]


def week(plan: Plan, today: date, t: Language) -> tuple[Block, ...]:
    """The visits still to come, then what comes round every week, in the order of the days."""
    rows = [*_visits(plan, today, t), *_routines(plan, t)]
    return filled_table((t("Day"), t("When"), t("What"), t("How I get there")), rows)


def _visits(plan: Plan, today: date, t: Language) -> list[Row]:
    """Return a row for each visit, the next one first; those without a day that could be read come last."""
    coming = [visit for visit in plan.visits if visit.on.reading is None or visit.on.reading >= today]
    coming.sort(key=lambda visit: (visit.on.reading or date.max, visit.at.reading or time.max))
    rows = [
        (
            said_day(visit.on, today, t),
            said_time(visit.at, t),
            _what(plan, visit, t),
            said_way(visit.transport, visit.transport_words, t),
        )
        for visit in coming
    ]
    return [row for row in rows if row[0].strip() or row[2].strip()]


def _what(plan: Plan, visit: Visit, t: Language) -> str:
    provider = find(plan, visit.provider_id)
    name = provider.name if isinstance(provider, Provider) else ""
    questions = [t("I ask: {question}", question=t.quote(q.ask.strip())) for q in visit.questions if q.ask.strip()]
    return "\n".join(filter(None, (joined(name, visit.what_for, visit.place), *questions)))


def _routines(plan: Plan, t: Language) -> list[Row]:
    known = sorted((routine for routine in plan.routines if routine.own_words.strip()), key=_place_in_week)
    return [
        (
            said_days(routine.days, t),
            said_span(routine.starts, routine.ends, t),
            joined(routine.own_words, routine.place),
            said_way(routine.transport, routine.transport_words, t),
        )
        for routine in known
    ]


def _place_in_week(routine: Routine) -> tuple[bool, int, time]:
    numbers = [_DAYS.index(day) for day in routine.days]
    daily = len(set(numbers)) == len(_DAYS)
    return (daily, min(numbers, default=len(_DAYS)), routine.starts.reading or time.max)


def said_days(days: Iterable[Weekday], t: Language) -> str:
    """Write days of the week: "Monday", "Mon, Wed", "Mon – Fri", "Every day"."""
    numbers = sorted({_DAYS.index(day) for day in days})
    if len(numbers) == len(_DAYS):
        return t("Every day")
    if len(numbers) == 1:
        return t.weekday(numbers[0])
    runs = [[n for _, n in run] for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])]
    return ", ".join(_run(run, t) for run in runs)


def _run(run: list[int], t: Language) -> str:
    names = [t.weekday(number, "abbreviated") for number in run]
    return f"{names[0]} – {names[-1]}" if len(names) >= _RUN else ", ".join(names)


def skills(plan: Plan, _today: date, t: Language) -> tuple[Block, ...]:
    """What the person is learning or practicing, and the next small try."""
    practiced = (skill for skill in plan.skills if skill.name.strip() and skill.mastery is not Mastery.STRONG)
    ticks = tuple(
        Tick(joined(skill.name, skill.next_try), skill.when_to_use.strip()) for skill in practiced
    )
    return (Checklist(ticks),) if ticks else ()
