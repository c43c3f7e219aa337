"""The session summary: everything the plan holds, in the order of the steps, for the agency's own chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.blocks import Lead, Line
from exports.chapters import CHAPTERS
from exports.charted import charted
from exports.document import LETTER
from exports.figures import over_time
from exports.notebook import about_page, notebook
from exports.reader import NO_AGENCY, Reader, joined
from exports.section import Drawing, Section
from planner.lapse_review import Paper, may_be_printed
from planner.topic import TOPICS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from exports.blocks import Block
    from exports.chapters import Chapter
    from planner.agency import Agency
    from planner.language import Language
    from planner.message import Message
    from planner.person import Person
    from planner.plan import Plan

_ABOUT = "called full_name pronouns born phone language"


def summary_sections(plan: Plan, person: Person, *, today: date, language: Language) -> tuple[Section, ...]:
    """Return every chapter that has something in it; of the reviews of hard days only those ticked for the chart."""
    reader = Reader(_for_the_chart(plan), today, language)
    t = language
    chapters = (Section(chapter.id, t(chapter.title), tuple(_chapter(chapter, reader))) for chapter in CHAPTERS)
    drawn = tuple(Drawing(t(figure.title), figure.picture(t)) for figure in over_time(plan, t))
    went = Section("over-time", t("How it went over time"), (), drawn)
    left = Section("left-open", t("Left open for now"), tuple(_left_open(reader)))
    about = Section("about", t("Who this is about"), reader.facts(person, _ABOUT.split()))
    return tuple(section for section in (about, *chapters, went, left) if section.blocks or section.drawings)


def _for_the_chart(plan: Plan) -> Plan:
    ticked = tuple(review for review in plan.lapse_reviews if may_be_printed(review, Paper.CHART))
    return plan.amended(lapse_reviews=ticked)


def _chapter(chapter: Chapter, reader: Reader) -> Iterator[Block]:
    for part in chapter.parts:
        yield from charted(part, reader.plan, reader)


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
    about = about_page("session-summary", title, language=language, today=today, paper=paper)
    lead = Lead(
        joined(t.day(today, "full"), plan.closing.counselor, agency.name, t("For the chart. It stays in the agency."))
    )
    return notebook(title, (lead,), summary_sections(plan, person, today=today, language=language), about)
