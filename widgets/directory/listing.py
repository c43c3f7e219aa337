"""One entry of the directory on the screen, and how it comes into a plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import reacton

from planner.directory.into_week import as_routines, is_for_the_week
from planner.directory.service import by_day, call_first
from planner.library.meeting_types import meeting_type
from planner.resources.referral import Referral
from planner.resources.resource import Resource
from planner.words.fold import is_named_in
from widgets.draft.context import use_session
from widgets.elements.markup import Button, div, para, tag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from planner.directory.service import AgencyNote, Listing, OpenHours, Service
    from planner.model.message import Message
    from planner.plan.plan import Plan
    from planner.words.language import Language
    from widgets.draft.context import SessionContext


@dataclass(frozen=True, slots=True)
class Taken:
    """The entries that stand in the plan, and those that stand in its week."""

    places: frozenset[str]
    week: frozenset[str]

    @classmethod
    def of(cls, plan: Plan) -> Taken:
        """Look through a plan."""
        at = {routine.resource_id for routine in plan.routines}
        return cls(
            frozenset(place.listing_id for place in plan.resources),
            frozenset(place.listing_id for place in plan.resources if place.id in at),
        )


@reacton.component
def ListingRow(listing: Listing, reasons: tuple[Message, ...], when: Message | None, need_id: str, taken: Taken) -> Any:
    """One entry: its name, why it fits, how to reach it, and the way into the plan."""
    context = use_session()
    t, service = context.t, listing.service

    def take() -> str:
        place = as_place(listing, context.editor.new_id(), t, need_id)
        context.editor.add(("resources",), place)
        context.editor.add(("referrals",), Referral(id=context.editor.new_id(), resource_id=place.id))
        return place.id

    def take_into_week() -> None:
        known = (place.id for place in context.editor.plan.resources if place.listing_id == service.id)
        place_id = next(known, "") or take()
        clock = (context.agency.zone, context.editor.now)
        for routine in as_routines(service, place_id, context.editor.new_id, t, clock):
            context.editor.add(("routines",), routine)

    return tag(
        "li",
        para(", ".join(filter(None, (service.name, service.organization))), cls="rp-own"),
        para(t(when), cls="rp-soft rp-below") if when else None,
        *(para(line, cls="rp-soft rp-below") for line in _lines(listing, reasons, context) if line),
        div(
            para(t("It is in your plan"), cls="rp-soft")
            if service.id in taken.places
            else _into_plan(service, take, t),
            _into_week(service, take_into_week, t, is_there=service.id in taken.week)
            if is_for_the_week(service)
            else None,
            cls="rp-card-foot",
        ),
        cls="rp-card",
    )


def _into_plan(service: Service, take: Callable[[], object], t: Language) -> Any:
    named = {"aria-label": t("Put {name} in the plan", name=service.name)}
    return Button(t("Put it in the plan"), take, icon="plus", attributes=named)


def _into_week(service: Service, take: Callable[[], None], t: Language, *, is_there: bool) -> Any:
    """Return the press that puts a meeting into the week; nothing more once it is there."""
    if is_there:
        return para(t("It is in your week"), cls="rp-soft")
    named = {"aria-label": t("Put {name} in the week", name=service.name)}
    return Button(t("Put it in my week"), take, icon="plus", attributes=named)


def _lines(listing: Listing, reasons: tuple[Message, ...], context: SessionContext) -> tuple[str, ...]:
    """Return why it fits, how to reach it, when it is open, and what the agency knows of it."""
    t, service, note = context.t, listing.service, listing.note
    call = call_first(listing, context.today)
    reach = (where(service), service.phone.replace("-", "\u2011"), t("By phone or online") if service.online else "")
    return (
        " · ".join(t(reason) for reason in reasons) or (t(call) if call else ""),
        " · ".join(filter(None, reach)),
        hours_in_words(service, t),
        " · ".join(meeting_type(code, t.known_code) for code in service.types),
        " · ".join(_welcome(listing, t)) if not reasons else "",
        *_needed(service, t),
        *_known(note, t),
    )


def _needed(service: Service, t: Language) -> Iterator[str]:
    """Yield who it is for, what it costs, what to bring and how to start, as far as the listing says."""
    cost = service.cost_words or (t(service.cost.label) if service.cost else "")
    yield " · ".join(filter(None, (service.eligibility, cost)))
    if service.bring:
        yield t("Bring: {words}", words=service.bring)
    yield service.how_to_start


def _known(note: AgencyNote | None, t: Language) -> Iterator[str]:
    """Yield what the agency knows."""
    if note and note.ask_for:
        yield t("Ask for: {words}", words=note.ask_for)
    if note:
        yield note.words


def _welcome(listing: Listing, t: Language) -> Iterator[str]:
    """Yield faith-based or secular, and whether people on medication are welcome, as far as anybody knows."""
    if listing.stance:
        yield t(listing.stance.label)
    if listing.medication_welcome is not None:
        yield t("People on medication are welcome") if listing.medication_welcome else t("Not for people on medication")


def as_place(listing: Listing, new_id: str, t: Language, need_id: str = "") -> Resource:
    """Return an entry as a place of a plan. What the person gets there stays to be said in their own words."""
    service, note = listing.service, listing.note
    return Resource(
        id=new_id,
        listing_id=service.id,
        name=service.name,
        area=next(iter(service.areas), None),
        need_ids=(need_id,) if need_id else (),
        phone=service.phone,
        address=where(service),
        hours=hours_in_words(service, t),
        ask_for=note.ask_for if note else "",
        bring=service.bring,
        confirmed_on=listing.checked_on,
    )


def where(service: Service) -> str:
    """Return the address in one line; a city that the street names already is not said twice."""
    city = "" if is_named_in(service.city, service.address) else service.city
    return ", ".join(filter(None, (service.address, city, service.state if city else "")))


def hours_in_words(service: Service, t: Language) -> str:
    """Return when it is open: each day with its hours, and what the feed says in words."""
    days = (f"{t.weekday(day, 'abbreviated')} {_stretches(hours, t)}" for day, hours in by_day(service.hours).items())
    return ", ".join(filter(None, (*days, service.hours_words)))


def _stretches(hours: Sequence[OpenHours], t: Language) -> str:
    return " + ".join("–".join(t.time(at) for at in (hour.opens, hour.closes) if at) for hour in hours)
