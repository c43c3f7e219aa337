"""The session summary: everything the plan holds, in the order of the steps, for the agency's own chart."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from exports.blocks import Lead, Line, Part
from exports.chapters import CHAPTERS, Each, One, Rows
from exports.document import LETTER
from exports.figures import over_time
from exports.notebook import About, notebook
from exports.reader import NO_AGENCY, Reader, joined, name_of
from exports.section import Drawing, Section
from planner.budget import month
from planner.entry import Item, label
from planner.plan import Plan
from planner.topic import TOPICS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from exports.blocks import Block
    from exports.chapters import Chapter
    from planner.agency import Agency
    from planner.entry import Entry
    from planner.language import Language
    from planner.message import Message
    from planner.person import Person

_ABOUT = "called full_name pronouns born phone language"


def summary_sections(plan: Plan, person: Person, *, today: date, language: Language) -> tuple[Section, ...]:
    """Return every chapter that has something in it."""
    reader = Reader(plan, today, language)
    t = language
    chapters = (Section(chapter.id, t(chapter.title), tuple(_chapter(chapter, reader))) for chapter in CHAPTERS)
    drawn = tuple(Drawing(t(figure.title), figure.picture(t)) for figure in over_time(plan, t))
    went = Section("over-time", t("How it went over time"), (), drawn)
    left = Section("left-open", t("Left open for now"), tuple(_left_open(reader)))
    about = Section("about", t("Who this is about"), reader.facts(person, _ABOUT.split()))
    return tuple(section for section in (about, *chapters, went, left) if section.blocks or section.drawings)


def _chapter(chapter: Chapter, reader: Reader) -> Iterator[Block]:
    for part in chapter.parts:
        yield from _part(part, reader.plan, reader)
        if part.field == "budget" and reader.plan.budget:
            yield _month(reader)


def _part(part: Rows | One | Each, entry: Entry, reader: Reader) -> Iterator[Block]:
    """Yield a part under its own heading, when it has anything in it."""
    found: Any = getattr(entry, part.field)
    blocks = tuple(_blocks(part, found, reader))
    if blocks and isinstance(entry, Plan) and not (isinstance(part, One) and not part.titled):
        yield Part(reader.t(label(Plan, part.field)))
    yield from blocks


def _blocks(part: Rows | One | Each, found: Any, reader: Reader) -> Iterable[Block]:
    match part:
        case Rows():
            return reader.table(part.kind, found, part.shows)
        case One():
            return reader.facts(found, part.shows) if found is not None else ()
        case Each():
            return (block for item in found for block in _item(part, item, reader))


def _item(part: Each, item: Item, reader: Reader) -> Iterator[Block]:
    """Yield one entry: its name, its facts, and the lists it holds."""
    blocks = [*reader.facts(item, part.shows)]
    for inner in part.inner:
        blocks += _part(inner, item, reader)
    name = name_of(item) or _day_of(item, reader)
    if name or blocks:
        yield Part(name or "–", inner=True)
        yield from blocks


def _day_of(item: Item, reader: Reader) -> str:
    """Return the day of what was said on one day."""
    on: Any = getattr(item, "on", None)
    return reader.t.day(on) if isinstance(on, date) else ""


def _month(reader: Reader) -> Line:
    """Add up the budget, and say what could not be counted."""
    t, known = reader.t, month(reader.plan.budget)
    sums = joined(
        t("In: {amount} a month", amount=t.money(known.money_in)),
        t("Out: {amount} a month", amount=t.money(known.money_out)),
        t("Left: {amount}", amount=t.money(known.left)),
    )
    return Line(joined(sums, t("Lines without an amount: {n}", n=known.unread) if known.unread else ""))


def _left_open(reader: Reader) -> Iterator[Block]:
    """Say what the person chose to leave, with their answer and the day."""
    titles: dict[str, Message] = {topic.id: topic.title for topics in TOPICS.values() for topic in topics}
    for left in reader.plan.left_open:
        if left.topic in titles:
            yield Line(joined(reader.t(titles[left.topic]), reader.t.show(left.answer), reader.t.day(left.on)))


def session_summary(
    plan: Plan,
    person: Person,
    *,
    today: date,
    language: Language,
    agency: Agency = NO_AGENCY,
    paper: str = LETTER,
) -> dict[str, object]:
    """Return the summary as a notebook."""
    t = language
    title = t("Session summary")
    about = About(
        document="session-summary",
        language=language.known_code,
        day=today,
        footer=joined(title, t.day(today)),
        page=t("page {page} of {pages}"),
        paper=paper,
    )
    lead = Lead(
        joined(t.day(today, "full"), plan.closing.counselor, agency.name, t("For the chart. It stays in the agency."))
    )
    return notebook(title, (lead,), summary_sections(plan, person, today=today, language=language), about)
