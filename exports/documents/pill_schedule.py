"""The medicines of a week on one page. Large: times down, days across, a box for each dose. Plain: the same as a list.

It holds what the person said, and works nothing out: what fits no table stands below it in words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.documents.reader import Reader
from exports.page.blocks import Card, Cards, GoalCard, Lead, Line, Table
from exports.page.line import joined
from exports.page.notebook import PageContent, about_page
from exports.page.section import Section, filled_table
from planner.caseload.person import shown_name
from planner.health.provider import Provider
from planner.model.message import say
from planner.plan.plan import find
from planner.week.pill_schedule import pill_schedule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exports.documents.occasion import Occasion
    from exports.page.blocks import Block
    from planner.model.message import Message
    from planner.week.pill_schedule import Dose, InWords, PillSchedule, Row
    from planner.words.language import Language

TITLE = say("When I take what")
LIST = say("What I take, and when")

_WEEK = range(7)
_BOX, _NOT_THEN = "☐", "–"


def printed_schedule(occasion: Occasion) -> PageContent:
    """Return the large page: it hangs where it is read while standing."""
    return _page("pill-schedule", TITLE, occasion, schedule_sections(occasion))


def printed_list(occasion: Occasion) -> PageContent:
    """Return the plain page: it is folded and carried."""
    return _page("pill-list", LIST, occasion, schedule_sections(occasion, plain=True))


def _page(document: str, title: Message, occasion: Occasion, sections: tuple[Section, ...]) -> PageContent:
    """Set the page; it stands as it was said in the session, on whatever day it is printed."""
    t, day = occasion.language, Reader.of(occasion).met_on
    about = about_page(document, t(title), occasion, fit="whole-pages")
    lead = Lead(joined(shown_name(occasion.person), t("As it stands on {day}", day=day) if day else ""))
    return PageContent(t(title), (lead,), sections, about)


def schedule_sections(occasion: Occasion, *, plain: bool = False) -> tuple[Section, ...]:
    """Return the table, what stands in words, and whom to ask."""
    reader, t = Reader.of(occasion), occasion.language
    found = pill_schedule(occasion.plan)
    sections = (
        Section("week", t("Each day of the week"), _list(found, reader) if plain else _table(found, reader)),
        Section("in-words", t("Also to know"), tuple(_in_words(one, t) for one in found.in_words)),
        Section("ask", t("Ask before you change a dose"), tuple(_ask(reader))),
    )
    if found.rows or found.in_words:
        return tuple(section for section in sections if section.blocks)
    return (Section("none", t("Each day of the week"), (Line(t("Your plan has nothing for this sheet yet.")),)),)


def _table(found: PillSchedule, reader: Reader) -> tuple[Block, ...]:
    if not found.rows:
        return ()
    t = reader.t
    days = (t.weekday(number, "abbreviated") for number in _WEEK)
    rows = tuple(row for each in found.rows for row in _rows(each, reader))
    return (Table((t("Time"), t("Medicine"), *days), rows),)


def _list(found: PillSchedule, reader: Reader) -> tuple[Block, ...]:
    """Return the same as a list: the days in words, and no boxes."""
    t = reader.t
    rows = [
        (reader.time(row.at), _named(dose), dose.how_much.strip(), dose.how_taken.strip(), _days(row, dose, t))
        for row in found.rows
        for dose in _doses(row)
    ]
    return filled_table((t("Time"), t("Medicine"), t("How much"), t("How I take it"), t("On which days")), rows)


def _days(row: Row, dose: Dose, t: Language) -> str:
    taken = [number for number in _WEEK if dose in row.days[number]]
    return (
        t("Every day") if len(taken) == len(_WEEK) else ", ".join(t.weekday(number, "abbreviated") for number in taken)
    )


def _doses(row: Row) -> tuple[Dose, ...]:
    """Return each dose of one time of day once."""
    return tuple(dict.fromkeys(dose for day in row.days for dose in day))


def _rows(row: Row, reader: Reader) -> Iterator[tuple[str, ...]]:
    """Yield a line for each dose at one time of day, with a box on each day it is taken."""
    for dose in _doses(row):
        name = "\n".join((_named(dose), *dose.notes))
        yield (reader.time(row.at), name, *(_BOX if dose in day else _NOT_THEN for day in row.days))


def _named(one: Dose) -> str:
    """Return the name with what it is for beside it."""
    return joined(*one.title)


def _in_words(one: InWords, t: Language) -> Block:
    as_needed = (t("Only when I need it"),) if one.as_needed else ()
    watch = (t("Watch for: {words}", words=one.watch_for),) if one.watch_for else ()
    untimed = (t("Another dose, without a time: {how_much}", how_much=words) for words in one.untimed)
    return GoalCard(joined(one.name, one.for_what), (*as_needed, *untimed, *one.says, *watch))


def _ask(reader: Reader) -> Iterator[Block]:
    """Yield those who prescribe or hand out what is taken, with their telephones."""
    taken = {one.medication_id for one in pill_schedule(reader.plan).in_words}
    taken |= {dose.medication_id for row in pill_schedule(reader.plan).rows for day in row.days for dose in day}
    ids = (
        provider_id
        for medication in reader.plan.medications
        if medication.id in taken
        for provider_id in (medication.prescriber_id, medication.pharmacy_id)
    )
    known = (find(reader.plan, provider_id) for provider_id in dict.fromkeys(ids))
    cards = tuple(
        Card(one.name.strip(), tuple(filter(None, (one.phone.strip(), one.hours.strip()))))
        for one in known
        if isinstance(one, Provider) and one.name.strip()
    )
    if cards:
        yield Cards(cards)
