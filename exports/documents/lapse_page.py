"""The lapse page on paper: a sheet of its own, large, to be read in the first hour after using or nearly using.

The person's own words lead every part; below them stands what a clinician has read (docs/clinical-review.md). It is
never a part of another paper, carries no name, and folds with its words inside.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.page.blocks import Callout, Checklist, Fact, Facts, Lead, Line, Sayings, Tick, Words
from exports.page.notebook import PageContent, about_page
from exports.page.section import Section
from planner import library
from planner.care_team.calling import to_call, what_helps, where_naloxone_is
from planner.model.entry import label
from planner.model.message import say
from planner.safety.crisis_line import NATIONAL_LINE
from planner.safety.lapse import LapsePage
from planner.sharing.paper_privacy import names_naloxone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from exports.documents.occasion import Occasion
    from exports.page.blocks import Block
    from planner.library import Part
    from planner.library.page import Page
    from planner.plan.plan import Plan
    from planner.words.language import Language

TITLE = say("If it happens")
"""Also the name of its file, which tells a passer-by nothing."""

_FIRST_HOUR = ("stop", "safe", "call", "body")
"""What comes in the first hour, in this order."""


def lapse_page(occasion: Occasion) -> PageContent:
    """Return the sheet. It carries no name, and stands as it is on whatever day it was written."""
    about = about_page("lapse-page", occasion.language(TITLE), occasion, fit="one-page")
    texts = _texts(occasion)
    lead = (*_quoted(occasion.plan.lapse_page.to_myself), Lead(texts.opening))
    return PageContent(texts.title, lead, lapse_sections(occasion), about)


def _texts(occasion: Occasion) -> Page:
    line = occasion.agency.crisis_line.strip() or NATIONAL_LINE
    return library.lapse_page(occasion.language.known_code, line=line)


def lapse_sections(occasion: Occasion) -> tuple[Section, ...]:
    """Return the first hour step by step, then the next day, then what it is for."""
    plan, t, texts = occasion.plan, occasion.language, _texts(occasion)
    parts = {part.key: part for part in texts.parts}
    steps = tuple(
        Section(key, f"{number}. {parts[key].title}", tuple(_BLOCKS[key](parts[key], plan, t)))
        for number, key in enumerate(_FIRST_HOUR, 1)
    )
    danger = Callout(parts["danger"].title, "\n".join(parts["danger"].lines))
    *before, body = steps
    next_day = Section("next-day", parts["first_day"].title, tuple(_next_day(parts["first_day"], plan)))
    reason = Section("reason", t(label(LapsePage, "my_reason")), _quoted(plan.lapse_page.my_reason))
    found = (*before, Section(body.id, body.title, (*body.blocks, danger)), next_day, reason)
    return tuple(section for section in found if section.blocks)


def _quoted(words: str) -> tuple[Block, ...]:
    return (Words(words.strip()),) if words.strip() else ()


def _lines(lines: Iterable[str]) -> Iterator[Block]:
    yield from (Line(line) for line in lines)


def _led_by(words: tuple[str, ...], part: Part) -> Iterator[Block]:
    """Yield the person's words in place of our first line: they say the same, and better."""
    if words:
        yield Sayings(words)
    yield from _lines(part.lines[1:] if words else part.lines)


def _stop(part: Part, plan: Plan, _t: Language) -> Iterator[Block]:
    yield from _led_by(tuple(filter(None, (plan.lapse_page.first_hour.strip(), *what_helps(plan)))), part)


def _safe(part: Part, plan: Plan, _t: Language) -> Iterator[Block]:
    yield from _led_by(tuple(filter(None, (plan.lapse_page.safe_place.strip(),))), part)


def _call(part: Part, plan: Plan, _t: Language) -> Iterator[Block]:
    """Yield whom to call, by name; where nobody is named yet, our line about the list stays away."""
    known = tuple(Fact(who.name.strip(), who.phone.strip()) for who in to_call(plan) if who.name.strip())
    if known:
        yield Facts(known)
    yield from _lines(part.lines if known else part.lines[1:])


def _body(part: Part, plan: Plan, t: Language) -> Iterator[Block]:
    place = where_naloxone_is(plan) if names_naloxone(plan) else ""
    if place:
        yield Facts((Fact(t("Naloxone"), place),))
    yield from _lines(part.lines)


def _next_day(part: Part, plan: Plan) -> Iterator[Block]:
    yield from _quoted(plan.lapse_page.next_day)
    yield Checklist(tuple(Tick(line) for line in part.lines))


_BLOCKS: dict[str, Callable[[Part, Plan, Language], Iterator[Block]]] = {
    "stop": _stop,
    "safe": _safe,
    "call": _call,
    "body": _body,
}
