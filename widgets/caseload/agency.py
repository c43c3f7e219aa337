"""The agency's settings: what every session in this place shares. Every change is kept at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import reacton

from planner.caseload.agency import Agency
from planner.model.finding import Finding, Place
from planner.model.instant import is_zone
from planner.model.message import say
from planner.words.wording import wording_findings
from widgets.caseload.clock import clock_said
from widgets.caseload.context import StaffPage
from widgets.directory.feeds import Feeds
from widgets.directory.own_places import OwnPlaces, WhatWeKnow
from widgets.draft.context import use_session
from widgets.elements.attempt import WhyNot, use_attempt
from widgets.elements.markup import div, para
from widgets.elements.note import Note, Notes
from widgets.elements.spoken import use_spoken
from widgets.forms import form
from widgets.forms.chips import Chip
from widgets.forms.field_ref import field_of
from widgets.forms.frame import grouped
from widgets.forms.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from widgets.caseload.context import StaffContext

LETTERHEAD = form(Agency, ("name", "counselor"), "address", ("phone", "crisis_line"), "language")
ZONE = form(Agency, "zone")
SAFETY = form(Agency, "protocol", ("supervisor", "supervisor_phone"))
RULES = form(Agency, "part2_applies")

ZONES = (
    ("America/New_York", say("Eastern")),
    ("America/Chicago", say("Central")),
    ("America/Denver", say("Mountain")),
    ("America/Phoenix", say("Arizona")),
    ("America/Los_Angeles", say("Pacific")),
    ("America/Anchorage", say("Alaska")),
    ("Pacific/Honolulu", say("Hawaii")),
    ("America/Puerto_Rico", say("Puerto Rico")),
)
MINUTES = (5, 10, 15, 20, 30, 45, 60)
YEARS = (0, 3, 6, 7, 10)


@reacton.component
def AgencyPage(staff: StaffContext, agency: Agency, set_up: Callable[[Agency], None], back: Callable[[], None]) -> Any:
    """The agency's settings, each kept as it is changed. `set_up` tells the caseload what they are now."""
    t = use_session().t
    speak = use_spoken().speak
    why_not, attempt = use_attempt()

    def keep(settings: Agency) -> None:
        set_up(settings)
        attempt(lambda: staff.store.keep_agency(settings))
        if settings.language and settings.language is not agency.language:
            speak(settings.language.value)

    def part(shown: Any, name: str) -> Any:
        return Sheet(shown, agency, keep, name)

    return StaffPage(
        t("Your agency"),
        back,
        WhyNot(why_not),
        div(part(LETTERHEAD, "agency"), cls="rp-card"),
        div(Zone(agency, keep, staff.computer_zone), cls="rp-card"),
        div(part(SAFETY, "agency-safety"), Notes(tuple(_wording(agency))), cls="rp-card"),
        div(
            Numbers("lock_after_minutes", MINUTES, agency, keep),
            Numbers("lock_in_session_minutes", MINUTES, agency, keep),
            Numbers("keep_accounting_years", YEARS, agency, keep),
            part(RULES, "agency-rules"),
            cls="rp-card rp-fields",
        ),
        Feeds(staff.store.directory, staff.now),
        OwnPlaces(staff.store.directory, staff.now, staff.new_id),
        WhatWeKnow(staff.store.directory),
        focus="agency",
    )


@reacton.component
def Zone(agency: Agency, keep: Callable[[Agency], None], computer: str) -> Any:
    """The time zone: the ones of the United States to press, any other to write."""
    t = use_session().t
    chips = (
        Chip(t(name), agency.zone == zone, partial(keep, agency.amended(zone=zone)), one_of=True, key=zone)
        for zone, name in ZONES
    )
    unknown = Finding(
        "agency.zone",
        Place("agency", field="zone"),
        say("No clock is set by this name yet."),
        say("Try the name of a large city near you, such as America/Denver."),
    )
    return div(
        Sheet(ZONE, agency, keep, "agency-zone"),
        para(t(clock_said(agency, computer)), cls="rp-soft", role="status"),
        div(*chips, cls="rp-chips", role="radiogroup", aria_label=t("Time zones of the United States")),
        None if is_zone(agency.zone) or not agency.zone.strip() else Note(unknown),
    )


def _wording(agency: Agency) -> Iterator[Finding]:
    return wording_findings(agency.protocol, Place("agency", field="protocol"), [agency.name])


@reacton.component
def Numbers(name: str, offered: tuple[int, ...], agency: Agency, keep: Callable[[Agency], None]) -> Any:
    """A setting that is a number: those most would choose, and the one that is set."""
    now = getattr(agency, name)
    chips = (
        Chip(str(one), one == now, partial(keep, agency.amended(**{name: one})), one_of=True, key=str(one))
        for one in sorted({*offered, now})
    )
    return grouped(field_of(agency, name, ("agency",)), *chips, role="radiogroup")
