"""The session summary: everything the plan holds, in the order of the steps, for the agency's own chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.documents.chapters import CHAPTERS
from exports.documents.chart import charted
from exports.documents.reader import Reader
from exports.figures import over_time
from exports.page.blocks import Lead, Line, Room
from exports.page.line import joined
from exports.page.notebook import PageContent, about_page
from exports.page.section import Drawing, Section, filled_facts
from planner.model.entry import label
from planner.model.instant import local_day, local_time
from planner.plan.topic import TOPICS
from planner.safety.lapse_review import Paper, may_be_printed
from planner.sessions.session import Session, SessionKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exports.documents.chapters import Chapter
    from exports.documents.occasion import Occasion
    from exports.page.blocks import Block
    from planner.model.message import Message
    from planner.plan.plan import Plan

_ABOUT = "called full_name pronouns born phone may_leave_message language"


def summary_sections(occasion: Occasion) -> tuple[Section, ...]:
    """Return every chapter that has something in it; of the reviews of hard days only those ticked for the chart."""
    t, plan = occasion.language, occasion.plan
    reader = Reader(_for_the_chart(plan), occasion, occasion.session)
    chapters = (Section(chapter.id, t(chapter.title), tuple(_chapter(chapter, reader))) for chapter in CHAPTERS)
    drawn = tuple(Drawing(t(figure.title), figure.picture(t)) for figure in over_time(plan, t))
    went = Section("over-time", t("How it went over time"), (), drawn)
    left = Section("left-open", t("Left open for now"), tuple(_left_open(reader)))
    about = Section("about", t("Who this is about"), reader.facts(occasion.person, _ABOUT.split()))
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


def session_summary(occasion: Occasion) -> PageContent:
    """Return the summary. Every page says whose chart it belongs to."""
    t, person = occasion.language, occasion.person
    title = t("Session summary")
    whose = joined(person.full_name.strip() or person.called, person.born)
    about = about_page("session-summary", title, occasion, about=whose)
    reader = Reader.of(occasion)
    lead = Lead(joined(occasion.agency.name, t("For the chart. It stays with us.")))
    return PageContent(title, (lead, *_held(reader)), (*summary_sections(occasion), _to_sign(reader)), about)


def _held(reader: Reader) -> tuple[Block, ...]:
    """Say which session it was, when, how the two met, and who sat with the person."""
    t, session = reader.t, reader.session
    if session is None:
        return filled_facts([(t(label(Session, "author")), reader.counselor)])
    zone = reader.agency.zone
    began, last = local_day(session.started, zone), session.last_met_on(zone)
    times = (session.started, session.finished) if session.finished else (session.started,)
    which = t("Session {n}", n=session.number) if session.number else ""
    return filled_facts(
        (
            (t("Session"), joined(which, "" if session.kind is SessionKind.SESSION else t.show(session.kind))),
            (t("Day"), t.day(began, "full")),
            (t(label(Session, "met_on")), t.day(last, "full") if last != began else ""),
            (t("Start and end"), " – ".join(t.time(local_time(at, zone)) for at in times)),
            (t("How we met"), t.show(session.how)),
            (t(label(Session, "author")), session.author.strip() or reader.counselor),
        )
    )


def _to_sign(reader: Reader) -> Section:
    """Return the line that makes a printed page a record: who wrote it signs it."""
    t = reader.t
    return Section("sign", t("Signed"), (Room(t("Name, role, and day"), 1),))
