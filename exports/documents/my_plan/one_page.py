"""My plan on one page: what comes first, what comes next, what to do when it gets hard, the next seven days.

It is found in twenty seconds and carried in a pocket. What else there is stands in the whole plan, and the page says
how much of that it leaves out.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from exports.documents.my_plan.goals import amount, goal_title
from exports.documents.my_plan.health import how_taken, lasts_until
from exports.documents.my_plan.today import next_time
from exports.documents.my_plan.week import visit_row
from exports.documents.reader import Reader, set_apart
from exports.page.blocks import Callout, Card, Cards, Fact, Facts, Lead, Line, NextStep, NextSteps, Words
from exports.page.line import joined
from exports.page.notebook import PageContent, about_page
from exports.page.section import Section, filled_table
from planner.care_team.calling import to_call, what_helps, where_naloxone_is
from planner.caseload.person import shown_name
from planner.model.message import Message, say
from planner.safety.crisis_line import NATIONAL_LINE, is_national
from planner.sharing.paper_privacy import is_left_off, names_medicines, names_naloxone
from planner.week.event import TOLD_WITH_KIND, EventKind
from planner.week.week import events_between
from planner.words.fold import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from exports.documents.occasion import Occasion
    from exports.page.blocks import Block
    from planner.goals.goal import Goal
    from planner.health.medication import Medication
    from planner.resources.support import Support
    from planner.week.event import Event
    from planner.words.reading import DayWords

EMERGENCY = "911"

_DAYS = 7
_MOST_GOALS, _MOST_LINES, _MOST_TO_CALL, _MOST_EVENTS, _MOST_MEDICINES = 5, 4, 4, 7, 6
"""As many as one page holds in letters that can be read at arm's length; the whole plan has the others."""

_COMES_ROUND = frozenset(
    {EventKind.SLEEP, EventKind.MEAL, EventKind.MOVE, EventKind.CALM, EventKind.DOSE, EventKind.HOME}
)
"""What is there day by day and needs no reminding of a place to be."""

_TOLD_ELSEWHERE = frozenset({EventKind.TRAVEL, EventKind.SESSION})
_MYSELF = frozenset({"me", "i", "myself", "yo", "yo mismo", "yo misma"})
_OF_HEALTH = frozenset({EventKind.SHOT, EventKind.LAST_PILLS})

TITLES: dict[str, Message] = {
    "goals": say("What I will do next"),
    "hard": say("When it gets hard"),
    "week": say("My next seven days"),
    "health": say("My medicines"),
    "next": say("When we meet next"),
}
"""The parts under a title, in their order. They are left off by the same names as those of the whole plan."""


def one_page(occasion: Occasion) -> PageContent:
    """Return the page that is carried."""
    reader, t = Reader.of(occasion), occasion.language
    name = set_apart(shown_name(occasion.person))
    title = t("{name}’s plan", name=name) if name else t("My plan")
    about = about_page("my-plan", t("One page of my plan"), occasion, fit="one-page")
    lead = (Lead(_made(reader)), *_why(reader), *_first(reader))
    return PageContent(title, lead, tuple(_sections(reader)), about)


def _sections(reader: Reader) -> Iterable[Section]:
    for part, title in TITLES.items():
        off = is_left_off(reader.plan, part)
        blocks = _WHEN_LEFT_OFF.get(part, _nothing)(reader) if off else _BLOCKS[part](reader)
        if blocks:
            yield Section(part, reader.t(title), blocks)


def _made(reader: Reader) -> str:
    """Say with whom and when it was made; a day nobody knows is not made up."""
    t, counselor = reader.t, set_apart(reader.counselor)
    day = t.day(reader.met_on) if reader.met_on else ""
    return "\n".join(filter(None, (t("made with {counselor}", counselor=counselor) if counselor else "", day)))


def _why(reader: Reader) -> tuple[Block, ...]:
    if is_left_off(reader.plan, "values"):
        return ()
    said = (value.meaning.strip() or value.name.strip() for value in reader.plan.values)
    return tuple(Words(words) for words in [next(filter(None, said), "")] if words)


def _first(reader: Reader) -> tuple[Block, ...]:
    said = reader.plan.closing.first_thing.strip()
    return (Callout(reader.t("First"), said),) if said and not is_left_off(reader.plan, "first") else ()


def _goals(reader: Reader) -> tuple[Block, ...]:
    shown = [goal for goal in reader.plan.goals if goal.is_open and goal_title(goal)]
    if not shown:
        return ()
    steps = NextSteps(tuple(_next_step(goal, reader) for goal in shown[:_MOST_GOALS]))
    return (steps, *_and_more(len(shown) - _MOST_GOALS, reader))


def _next_step(goal: Goal, reader: Reader) -> NextStep:
    """Return the first step that is open; a goal without one says how much and with whom."""
    step = next((one for one in goal.steps if not one.done and one.own_words.strip()), None)
    by = step.by if step and step.by.words.strip() else goal.by_when
    when = _by(by, reader)
    if step:
        return NextStep(goal_title(goal), joined(step.own_words, _somebody_else(step.who)), when)
    with_whom = reader.t("with {who}", who=goal.with_whom.strip()) if goal.with_whom.strip() else ""
    return NextStep(goal_title(goal), joined(amount(goal, reader), with_whom), when)


def _by(by: DayWords, reader: Reader) -> str:
    """Say by when; a day that is over is no promise any more."""
    if by.reading is None:
        return reader.t("by {day}", day=by.words.strip()) if by.words.strip() else ""
    return reader.t("by {day}", day=_brief(by.reading, reader)) if by.reading >= reader.today else ""


def _brief(day: date, reader: Reader) -> str:
    return reader.t.day(day, "brief" if day.year == reader.today.year else "medium")


def _somebody_else(who: str) -> str:
    """Return who does it; that it is the one whose page this is needs no word."""
    return "" if plain(who) in _MYSELF else who


def _and_more(left: int, reader: Reader) -> tuple[Block, ...]:
    return (Line(reader.t("and {n} more in my whole plan", n=left), quiet=True),) if left > 0 else ()


def _hard(reader: Reader) -> tuple[Block, ...]:
    """Three steps, in the order in which to try them. The crisis lines stand there whatever else does."""
    t, plan = reader.t, reader.plan
    noticed = [sign.own_words for sign in plan.warning_signs] or [trigger.own_words for trigger in plan.triggers]
    steps = (
        Card(t("I notice"), _some(noticed, reader)),
        Card(t("I do"), _some(what_helps(plan), reader)),
        Card(t("I call"), (*_uncalled(reader), *_naloxone(reader)), (*_lines(reader), *_people(reader))),
    )
    filled = [card for card in steps if card.entries or card.calls]
    return (Cards(tuple(Card(f"{n} {card.title}", card.entries, card.calls) for n, card in enumerate(filled, 1))),)


def _some(said: Iterable[str], reader: Reader) -> tuple[str, ...]:
    lines = [words.strip() for words in said if words.strip()]
    if len(lines) <= _MOST_LINES:
        return tuple(lines)
    kept = lines[: _MOST_LINES - 1]
    return (*kept, reader.t("and {n} more in my whole plan", n=len(lines) - len(kept)))


def _lines(reader: Reader) -> tuple[Fact, ...]:
    """Return the lines that answer at any hour; they stand on the page whatever else does."""
    t, own = reader.t, reader.agency.crisis_line
    lines = () if is_national(own) else (Fact(own.strip(), t("any hour")),)
    return (*lines, Fact(NATIONAL_LINE, t("call or text, any hour")), Fact(EMERGENCY, t("a life in danger")))


def _lines_alone(reader: Reader) -> tuple[Block, ...]:
    return (Cards((Card(reader.t("I call"), (), _lines(reader)),)),)


def _nothing(_reader: Reader) -> tuple[Block, ...]:
    return ()


def _reached_by_a_call(reader: Reader) -> list[Support]:
    return [who for who in to_call(reader.plan) if who.name.strip() or who.phone.strip()]


def _people(reader: Reader) -> Iterable[Fact]:
    return map(_person, _reached_by_a_call(reader)[:_MOST_TO_CALL])


def _uncalled(reader: Reader) -> tuple[str, ...]:
    """Say how many more there are to call than the page has room for."""
    left = len(_reached_by_a_call(reader)) - _MOST_TO_CALL
    return (reader.t("and {n} more in my whole plan", n=left),) if left > 0 else ()


def _person(who: Support) -> Fact:
    name, phone = who.name.strip(), who.phone.strip()
    return Fact(name, phone) if name else Fact(phone, "")


def _naloxone(reader: Reader) -> tuple[str, ...]:
    place = where_naloxone_is(reader.plan) if names_naloxone(reader.plan) else ""
    return (reader.t("Naloxone: {place}", place=place),) if place else ()


def _week(reader: Reader) -> tuple[Block, ...]:
    """What the next days hold that one has to be somewhere or think of, in their order; last, visits on unread days."""
    last = reader.today + timedelta(days=_DAYS - 1)
    found = [one for one in events_between(reader.plan, reader.today, last, reader.today) if _is_told(one, reader)]
    rows = [(_day(one, reader), _at(one, reader), _what(one, reader), one.way) for one in found]
    rows += [row for visit in reader.plan.visits if visit.on.reading is None and any(row := visit_row(visit, reader))]
    t = reader.t
    table = filled_table((t("Day"), t("When"), t("What"), t("How I get there")), rows[:_MOST_EVENTS])
    return (*table, *_and_more(len(rows) - _MOST_EVENTS, reader))


def _is_told(event: Event, reader: Reader) -> bool:
    if event.kind in _OF_HEALTH:
        return names_medicines(reader.plan)
    return event.kind not in _COMES_ROUND | _TOLD_ELSEWHERE


def _day(event: Event, reader: Reader) -> str:
    return _brief(event.day, reader)


def _at(event: Event, reader: Reader) -> str:
    return event.when if event.starts is None else reader.t.time(event.starts)


def _what(event: Event, reader: Reader) -> str:
    kind = reader.t(event.kind.label)
    said = event.title.strip()
    told = joined(kind, said) if event.kind in TOLD_WITH_KIND or not said else said
    return told if plain(event.place) in plain(told) else joined(told, event.place)


def _medicines(reader: Reader) -> tuple[Block, ...]:
    taken = [medication for medication in reader.plan.medications if medication.is_in_use and medication.name.strip()]
    if not taken:
        return ()
    facts = Facts(tuple(_medicine(one, reader) for one in taken[:_MOST_MEDICINES]))
    return (facts, *_and_more(len(taken) - _MOST_MEDICINES, reader))


def _medicine(medicine: Medication, reader: Reader) -> Fact:
    """Return a medicine with how it is taken, in the words for it or else by its hours, and until when it lasts."""
    taken = medicine.how_taken.strip() or how_taken(medicine, reader)
    return Fact(joined(medicine.name, taken), lasts_until(medicine, reader))


def _next(reader: Reader) -> tuple[Block, ...]:
    agency = reader.agency
    who = joined(reader.counselor, agency.name, agency.phone) if agency.phone.strip() else ""
    return tuple(Line(words) for words in (next_time(reader), who) if words.strip())


_BLOCKS: dict[str, Callable[[Reader], tuple[Block, ...]]] = {
    "goals": _goals,
    "hard": _hard,
    "week": _week,
    "health": _medicines,
    "next": _next,
}

_WHEN_LEFT_OFF = {"hard": _lines_alone}
"""What stays of a part that the person leaves off."""
