"""My plan: one page to carry, and the whole plan, both in the person's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.documents.my_plan.goals import first, goals, strengths, values
from exports.documents.my_plan.hard import HARD, hard
from exports.documents.my_plan.health import health
from exports.documents.my_plan.looked_back import looked_back
from exports.documents.my_plan.money import money
from exports.documents.my_plan.one_page import one_page
from exports.documents.my_plan.people import people, places
from exports.documents.my_plan.today import different, has_left, leaving, next_meeting, still_open_then, tonight
from exports.documents.my_plan.week import skills, week
from exports.documents.reader import Reader, set_apart
from exports.figures import as_i_see_it, as_i_see_it_by_name
from exports.page.blocks import Lead, Line
from exports.page.line import joined
from exports.page.notebook import PageContent, about_page
from exports.page.section import Drawing, Section
from planner.caseload.person import shown_name
from planner.model.message import Message, say
from planner.plan.plan import SessionPath
from planner.sharing.paper_privacy import is_left_off

if TYPE_CHECKING:
    from collections.abc import Callable

    from exports.documents.occasion import Occasion
    from exports.page.blocks import Block
    from planner.caseload.person import Person

PARTS: dict[str, Message] = {
    "tonight": say("Today and tonight"),
    "leaving": say("The day I leave"),
    "open": say("Still open, and who does it"),
    "values": say("What matters most to me"),
    "first": say("What I do first"),
    "goals": say("What I will do"),
    "strengths": say("What I bring"),
    "people": say("Who is with me"),
    "places": say("Places that help me"),
    "week": say("My week"),
    "health": say("My medicines and health"),
    "skills": say("What I practice"),
    "money": say("My money and bills"),
    "hard": say("When it gets hard"),
    "looked-back": say("What I looked back on"),
    "different": say("What I want to change"),
    "next": say("When we meet next"),
    "over-time": say("How far I came"),
}
"""The parts of the page in their order, with their titles. Each can be left off the paper by its name."""

_AFTER_LEAVING = say("My first days outside")

_BLOCKS: dict[str, Callable[[Reader], tuple[Block, ...]]] = {
    "tonight": tonight,
    "leaving": leaving,
    "open": still_open_then,
    "values": values,
    "first": first,
    "goals": goals,
    "strengths": strengths,
    "people": people,
    "places": places,
    "week": week,
    "health": health,
    "skills": skills,
    "money": money,
    "hard": hard,
    "looked-back": looked_back,
    "different": different,
    "next": next_meeting,
}


def sections(occasion: Occasion, *, is_drawn: bool = True) -> tuple[Section, ...]:
    """Return the parts that have something in them and are not left off; without drawings, those are named."""
    reader = Reader.of(occasion)
    shown = ((part, title) for part, title in PARTS.items() if part == HARD or not is_left_off(occasion.plan, part))
    found = (_section(part, title, reader, is_drawn=is_drawn) for part, title in shown)
    return tuple(section for section in found if section.blocks or section.drawings)


def _section(part: str, title: Message, reader: Reader, *, is_drawn: bool) -> Section:
    """Return one part; the way so far is drawn, and comes last."""
    t, plan = reader.t, reader.plan
    if part == "leaving" and has_left(plan, reader.today):
        title = _AFTER_LEAVING
    if part != "over-time":
        return Section(part, t(title), _BLOCKS[part](reader))
    if plan.path is SessionPath.FIRST:
        return Section(part, t(title), ())
    if not is_drawn:
        return Section(part, t(title), tuple(Line(t(name)) for name in as_i_see_it_by_name(plan)))
    drawn = tuple(Drawing(t(figure.title), figure.picture(t)) for figure in as_i_see_it(plan, t))
    return Section(part, t(title), (), drawn)


def my_plan(occasion: Occasion) -> PageContent:
    """Return the page that is carried; what twenty minutes hold is that page."""
    return _of_twenty_minutes(occasion) if occasion.plan.path is SessionPath.FIRST else one_page(occasion)


def whole_plan(occasion: Occasion) -> PageContent:
    """Return all that the person's papers tell, and nothing more of the plan.

    The day of the session is the day the page was made on, whenever it is printed.
    """
    return _page("whole-plan", say("My whole plan"), "whole-pages", occasion)


def _of_twenty_minutes(occasion: Occasion) -> PageContent:
    return _page("my-plan", say("My plan"), "one-page", occasion)


def _page(document: str, named: Message, fit: str, occasion: Occasion) -> PageContent:
    title = occasion.language(named)
    lead = Lead(_lead(occasion.person, Reader.of(occasion)))
    return PageContent(title, (lead,), sections(occasion), about_page(document, title, occasion, fit=fit))


def _lead(person: Person, reader: Reader) -> str:
    t, again = reader.t, reader.plan.closing.next_on.reading
    ahead = again if again and reader.is_ahead(again) else None
    look = t("We look at it again on {day}.", day=t.day(ahead, "weekday")) if ahead else ""
    name = set_apart(shown_name(person))
    return "\n".join(filter(None, (joined(name, _made(reader)), look)))


def _made(reader: Reader) -> str:
    """Say with whom and on which day the page was made; a day nobody knows is not made up."""
    t, counselor, day = reader.t, set_apart(reader.counselor), reader.met_on
    if day and counselor:
        return t("In my own words, made with {counselor} on {day}.", counselor=counselor, day=day)
    if day:
        return t("In my own words, made on {day}.", day=day)
    return t("In my own words, made with {counselor}.", counselor=counselor) if counselor else t("In my own words.")
