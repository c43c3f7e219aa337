"""The next visits, the shape of the week, and what the person practices."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from exports.page.blocks import Checklist, Tick
from exports.page.line import joined
from exports.page.section import filled_table
from planner.plan.plan import SessionPath
from planner.skills.routine import Weekday
from planner.skills.skill import Mastery

if TYPE_CHECKING:
    from exports.documents.reader import Reader
    from exports.page.blocks import Block
    from planner.health.visit import Visit
    from planner.skills.routine import Routine

Row = tuple[str, str, str, str]

_DAYS = list(Weekday)


def week(reader: Reader) -> tuple[Block, ...]:
    """The visits still to come, then what comes round every week, in the order of the days."""
    t = reader.t
    rows = [*_visits(reader), *_routines(reader)]
    return filled_table((t("Day"), t("When"), t("What"), t("How I get there")), rows)


def _visits(reader: Reader) -> list[Row]:
    """Return a row for each visit, the next one first; those without a day that could be read come last."""
    above = reader.plan.leaving.visit_id if reader.plan.path is SessionPath.FIRST else None
    known = (visit for visit in reader.plan.visits if visit.id != above)
    coming = [visit for visit in known if (visit.on.reading or date.max) >= reader.today]
    coming.sort(key=lambda visit: (visit.on.reading or date.max, visit.starts.reading or time.max))
    rows = [visit_row(visit, reader) for visit in coming]
    return [row for row in rows if row[0] or row[2]]


def visit_row(visit: Visit, reader: Reader) -> Row:
    """Return a visit's day, time, what it is for and the way there, as they were said where they could not be read."""
    way = reader.way(visit.transport, visit.transport_words)
    return (reader.day(visit.on), reader.time(visit.starts), _what(visit, reader), way)


def _what(visit: Visit, reader: Reader) -> str:
    """Say with whom, what for and where; each question stands on a line of its own."""
    t, questions = reader.t, (question.ask.strip() for question in visit.questions)
    asks = (t("I ask: {question}", question=t.quote(question)) for question in questions if question)
    where = joined(*reader.names([visit.provider_id or ""]), visit.what_for, visit.place)
    return "\n".join(filter(None, (where, *asks)))


def _routines(reader: Reader) -> list[Row]:
    known = sorted((routine for routine in reader.plan.routines if routine.own_words.strip()), key=_place_in_week)
    return [
        (
            reader.days(routine.days),
            reader.span(routine.starts, routine.ends),
            joined(routine.own_words, routine.place),
            reader.way(routine.transport, routine.transport_words),
        )
        for routine in known
    ]


def _place_in_week(routine: Routine) -> tuple[bool, int, time]:
    numbers = {_DAYS.index(day) for day in routine.days}
    return (len(numbers) == len(_DAYS), min(numbers, default=len(_DAYS)), routine.starts.reading or time.max)


def skills(reader: Reader) -> tuple[Block, ...]:
    """What the person is learning or practicing, and the next small try."""
    practiced = (skill for skill in reader.plan.skills if skill.name.strip() and skill.mastery is not Mastery.STRONG)
    ticks = tuple(Tick(joined(skill.name, skill.next_try), skill.when_to_use.strip()) for skill in practiced)
    return (Checklist(ticks),) if ticks else ()
