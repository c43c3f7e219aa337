"""One entry of the directory on the screen, and how it comes into a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.directory.service import by_day, call_first
from planner.library.meeting_types import meeting_type
from planner.resources.referral import Referral
from planner.resources.resource import Resource
from widgets.draft.context import use_session
from widgets.elements.markup import Button, div, para, tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planner.directory.service import Listing, OpenHours, Service
    from planner.model.message import Message
    from planner.words.language import Language


@reacton.component
def ListingRow(
    listing: Listing, reasons: tuple[Message, ...], when: Message | None, need_id: str, is_mine: bool
) -> Any:
    """Draw one entry: its name, why it fits, how to reach it, and the way into the plan."""
    context = use_session()
    t, service = context.t, listing.service

    def take() -> None:
        place = as_place(listing, context.desk.new_id(), t, need_id)
        context.desk.add(("resources",), place)
        context.desk.add(("referrals",), Referral(id=context.desk.new_id(), resource_id=place.id))

    name = ", ".join(filter(None, (service.name, service.organization)))
    into = Button(
        t("Put it in the plan"),
        take,
        icon="plus",
        attributes={"aria-label": t("Put {name} in the plan", name=service.name)},
    )
    call = call_first(listing, context.today)
    lines = (
        " · ".join(t(reason) for reason in reasons) or (t(call) if call else ""),
        " · ".join(
            filter(
                None,
                (
                    where(service),
                    service.phone.replace("-", "\u2011"),
                    t("By phone or online") if service.online else "",
                ),
            )
        ),
        hours_in_words(service, t),
        " · ".join(meeting_type(code, t.known_code) for code in service.types),
        *((listing.note.words, listing.note.ask_for) if listing.note else ()),
    )
    return tag(
        "li",
        para(name, cls="rp-own"),
        para(t(when), cls="rp-soft rp-below") if when else None,
        *(para(line, cls="rp-soft rp-below") for line in lines if line),
        div(para(t("It is in your plan"), cls="rp-soft") if is_mine else into, cls="rp-card-foot"),
        cls="rp-card",
    )


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
    city = service.city if service.city.casefold() not in service.address.casefold() else ""
    return ", ".join(filter(None, (service.address, city, service.state if city else "")))


def hours_in_words(service: Service, t: Language) -> str:
    """Return when it is open: each day with its hours, and what the feed says in words."""
    days = (f"{t.weekday(day, 'abbreviated')} {_stretches(hours, t)}" for day, hours in by_day(service.hours).items())
    return ", ".join(filter(None, (*days, service.hours_words)))


def _stretches(hours: Sequence[OpenHours], t: Language) -> str:
    return " + ".join("–".join(t.time(at) for at in (one.opens, one.closes) if at) for one in hours)
