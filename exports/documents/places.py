"""Services and meetings on paper: the places of the plan, by area of life, now before later, with who to ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.documents.reader import Reader
from exports.page.blocks import GoalCard, Lead, Line, Part
from exports.page.line import joined
from exports.page.notebook import PageContent, about_page
from exports.page.section import Section
from planner.caseload.person import shown_name
from planner.model.entry import has_text
from planner.model.message import say
from planner.resources.referral import fell_through, not_yet_open

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from exports.documents.occasion import Occasion
    from exports.page.blocks import Block
    from planner.resources.resource import Resource
    from planner.words.language import Language

TITLE = say("Places and meetings")


def services_and_meetings(occasion: Occasion) -> PageContent:
    """Return the page; without a place it says so in one line."""
    t = occasion.language
    about = about_page("services-and-meetings", t(TITLE), occasion, fit="whole-pages")
    lead = Lead(joined(shown_name(occasion.person), t.day(occasion.today, "full")))
    return PageContent(
        t(TITLE), (lead, Line(t("Hours change. Call first when you can."))), place_sections(occasion), about
    )


def place_sections(occasion: Occasion) -> tuple[Section, ...]:
    """Return what is for now, then what can wait, each by area of life; what did not work out is left off."""
    reader, plan = Reader.of(occasion), occasion.plan
    t, failed = occasion.language, fell_through(plan.referrals)
    named = [place for place in plan.resources if has_text(place.name) and place.id not in failed]
    now = tuple(_by_area((place for place in named if place.is_now), reader))
    later = tuple(_by_area((place for place in named if not place.is_now), reader))
    found = (Section("now", t("Now"), now), Section("later", t("Can wait"), later))
    filled = tuple(section for section in found if section.blocks)
    return filled or (Section("none", t("Places that help"), (Line(t("Your plan has no place yet.")),)),)


def _by_area(places: Iterable[Resource], reader: Reader) -> Iterator[Block]:
    """Yield the places under their area of life; those without one stand first, without a heading."""
    waits = not_yet_open(reader.plan.referrals)
    ordered = sorted(places, key=lambda place: place.area.value if place.area else "")
    area = None
    for place in ordered:
        if place.area and place.area is not area:
            area = place.area
            yield Part(reader.t(area.label))
        asked = reader.t.show(waits.get(place.id))
        yield GoalCard(place.name.strip(), tuple(_lines(place, asked, reader)), strong=tuple(_to_call(place, reader.t)))


def _to_call(place: Resource, t: Language) -> Iterator[str]:
    """Yield the number, and that a call comes first where nobody knows the hours."""
    if has_text(place.phone):
        yield t("Phone: {number}", number=place.phone.strip())
    if not has_text(place.hours):
        yield t("Hours not listed: call first")


def _lines(place: Resource, asked: str, reader: Reader) -> Iterator[str]:
    """Yield what helps on the way there; what is not known is a call, never a guess."""
    t = reader.t
    yield from filter(None, (place.what.strip(), asked, place.address.strip(), place.hours.strip()))
    if has_text(place.ask_for):
        yield t("Ask for: {words}", words=place.ask_for.strip())
    if has_text(place.bring):
        yield t("Bring: {words}", words=place.bring.strip())
    way = reader.way_to(place)
    if way:
        yield t("The way there: {words}", words=way)
    checked = place.confirmed_on
    yield t("Last checked on {day}.", day=checked) if checked else t("Not checked yet. A call first can save a trip.")
