"""One page to carry to a visit: when and where, what to ask with room for the answers, and what to tell."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from exports.documents.my_plan.health import medicines, reactions
from exports.documents.reader import Reader
from exports.page.blocks import Lead, Room
from exports.page.line import joined
from exports.page.notebook import PageContent, about_page
from exports.page.section import Section, filled_facts, filled_table
from planner.caseload.person import shown_name
from planner.health.provider import Provider
from planner.health.visit import Visit, VisitQuestion
from planner.model.entry import has_text, label
from planner.plan.plan import find
from planner.sharing.paper_privacy import names_medicines

if TYPE_CHECKING:
    from exports.documents.occasion import Occasion
    from exports.page.blocks import Block
    from planner.health.observation import Observation
    from planner.plan.plan import Plan
    from planner.words.language import Language

_LATELY = timedelta(days=30)
_MOST_NOTICED = 5
"""More would push the questions together; the latest are told."""

_TO_WRITE_IN = 3
"""Questions to write in by hand, where none was prepared."""


def question_sheet(occasion: Occasion) -> PageContent:
    """Return the page for the visit that comes next; without a visit it has room to write one in."""
    t = occasion.language
    title = t("For my visit")
    about = about_page("question-sheet", title, occasion, fit="one-page")
    lead = Lead(joined(shown_name(occasion.person), t.day(occasion.today, "full")))
    return PageContent(title, (lead,), visit_sections(occasion), about)


def visit_sections(occasion: Occasion) -> tuple[Section, ...]:
    """Return the parts of the page. The visit is the next one of the plan."""
    reader, t = Reader.of(occasion), occasion.language
    visit = next_visit(occasion.plan, occasion.today)
    told = _to_tell(reader) if names_medicines(occasion.plan) else ()
    found = (
        ("visit", t("The visit"), _where_and_when(visit, reader)),
        ("questions", t("What I want to ask"), _questions(visit, reader)),
        *told,
        ("afterwards", t("Afterwards"), (Room(t(label(Visit, "what_changed"))), Room(t("When we meet next")))),
    )
    return tuple(Section(part, title, blocks) for part, title, blocks in found if blocks)


def next_visit(plan: Plan, today: date) -> Visit | None:
    """Return the visit that comes next: those with a day first, then those whose day is still open."""
    ahead = (visit for visit in plan.visits if visit.is_ahead(today))
    return min(ahead, key=lambda visit: (visit.on.reading or date.max, visit.starts.reading or time.max), default=None)


def _where_and_when(visit: Visit | None, reader: Reader) -> tuple[Block, ...]:
    t = reader.t
    if visit is None:
        return (Room(t("With whom, and what for")), Room(t("When, and where")))
    provider = find(reader.plan, visit.provider_id)
    phone = provider.phone if isinstance(provider, Provider) else ""
    pairs = (
        (t(label(Visit, "provider_id")), joined(*reader.names([visit.provider_id or ""]), phone)),
        (t(label(Visit, "what_for")), visit.what_for),
        (t("When"), joined(reader.day(visit.on), reader.time(visit.starts))),
        (t(label(Visit, "place")), visit.place),
        (t(label(Visit, "transport")), joined(t.show(visit.transport), visit.transport_words)),
        (t(label(Visit, "reminder")), visit.reminder),
    )
    return filled_facts(pairs)


def _questions(visit: Visit | None, reader: Reader) -> tuple[Block, ...]:
    """Return each question with what was answered, or with room for it; and room for one that comes up there."""
    t = reader.t
    asked = [question for question in visit.questions if has_text(question.ask)] if visit else []
    if not asked:
        return (Room(t("My question"), 2),) * _TO_WRITE_IN
    return (*(_asked(question) for question in asked), Room(t("And one more that comes to mind"), 2))


def _asked(question: VisitQuestion) -> Block:
    return Room(question.ask.strip(), 2, question.answer.strip())


def _to_tell(reader: Reader) -> tuple[tuple[str, str, tuple[Block, ...]], ...]:
    t = reader.t
    return (
        ("noticed", t("What I noticed lately"), _noticed(reader)),
        ("medicines", t("What I take"), (*medicines(reader), *reactions(reader))),
    )


def _noticed(reader: Reader) -> tuple[Block, ...]:
    t = reader.t
    lately = [
        observation
        for observation in reader.plan.observations
        if observation.on.reading and _is_late(observation.on.reading, reader.today)
    ]
    lately.sort(key=lambda one: one.on.reading or date.min)
    rows = [(reader.day(one.on), _what(one, t), reader.said(one, "medication_id")) for one in lately]
    return filled_table((t("Day"), t("What I noticed"), t("With which medicine")), rows[-_MOST_NOTICED:])


def _is_late(on: date, today: date) -> bool:
    return on <= today and today - on <= _LATELY


def _what(one: Observation, t: Language) -> str:
    return joined(t.show(one.what), one.own_words)
