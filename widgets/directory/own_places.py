"""What the agency itself knows: places written once for every person, and notes beside what a feed says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import reacton

from planner.directory.search import Search
from planner.directory.service import AGENCY_FEED, AgencyNote, Listing, Service
from widgets.directory.listing import where
from widgets.directory.search import search_box
from widgets.draft.context import use_session
from widgets.elements.attempt import WhyNot, use_attempt
from widgets.elements.markup import Button, div, heading, para, tag
from widgets.forms import form
from widgets.forms.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from planner.store.directory.directory import StoredDirectory
    from planner.words.language import Language

PLACE = form(
    Service,
    "name",
    ("phone", "hours_words"),
    ("address", "city"),
    "areas",
    "about",
    ("cost_words", "eligibility"),
    ("bring", "how_to_start"),
)
NOTE = form(AgencyNote, "ask_for", "words", "medication_welcome", "stance", "hidden")

_SHOWN = 8


@reacton.component
def OwnPlaces(stored: StoredDirectory, now: Callable[[], datetime], new_id: Callable[[], str]) -> Any:
    """The places the agency wrote down, and a way to write another."""
    t = use_session().t
    why_not, attempt = use_attempt()
    count, read_anew = reacton.use_state(0)
    opened, open_place = reacton.use_state(cast("Service | None", None))
    known = reacton.use_memo(stored.own, [count])

    def keep(service: Service) -> None:
        open_place(service)
        attempt(lambda: stored.keep_own(service, at=now()))
        read_anew(count + 1)

    def take_out(service: Service) -> None:
        attempt(lambda: stored.forget_own(service.id))
        open_place(None)
        read_anew(count + 1)

    shown = [listing for listing in known if opened is None or listing.service.id != opened.id]
    return div(
        heading(2, t("Places we know ourselves"), cls="rp-part-title"),
        para(
            t("Written once, a place is there for every person. Each plan keeps its own words beside it."),
            cls="rp-soft",
        ),
        WhyNot(why_not),
        *(
            _folded(listing, lambda one=listing: open_place(one.service), t).key(listing.service.id)
            for listing in shown
        ),
        OpenPlace(stored, opened, keep, take_out, lambda: open_place(None)).key(opened.id) if opened else None,
        Button(
            t("Write down a place"),
            lambda: open_place(Service(id=new_id(), feed=AGENCY_FEED)),
            kind="add",
            icon="plus",
        ),
        cls="rp-card rp-fields",
    )


def _folded(listing: Listing, change: Callable[[], None], t: Language) -> Any:
    service = listing.service
    line = " · ".join(filter(None, (service.phone.replace("-", "\u2011"), where(service))))
    name = service.name.strip() or t("Not named yet")
    named = {"aria-label": t("Change: {what}", what=name)}
    return div(
        para(name, cls="rp-own"),
        Button(t("Change"), change, kind="text", attributes=named),
        para(line, cls="rp-soft rp-below"),
        cls="rp-card rp-folded",
    )


@reacton.component
def OpenPlace(
    stored: StoredDirectory,
    service: Service,
    keep: Callable[[Service], None],
    take_out: Callable[[Service], None],
    close: Callable[[], None],
) -> Any:
    """The form of one place, with what the agency knows of it."""
    t = use_session().t
    return div(
        Sheet(PLACE, service, keep, f"place-{service.id}"),
        NoteForm(stored, service.id).key(f"note-{service.id}"),
        div(
            Button(t("Close"), close, kind="text"),
            Button(t("Remove"), lambda: take_out(service), kind="text"),
            cls="rp-card-foot",
        ),
        cls="rp-card rp-card-open",
        role="group",
        aria_label=service.name.strip() or t("Not named yet"),
    )


@reacton.component
def NoteForm(stored: StoredDirectory, service_id: str) -> Any:
    """What the agency knows of an entry, kept at every change; it stays when its feed is read again."""
    context = use_session()
    t = context.t
    why_not, attempt = use_attempt()
    known = reacton.use_memo(lambda: stored.note(service_id), [service_id])
    note, set_note = reacton.use_state(known or AgencyNote(service_id=service_id))

    def keep(changed: AgencyNote) -> None:
        set_note(changed)
        attempt(lambda: stored.keep_note(changed))

    checked = note.checked_on
    said = t("Last checked on {day}.", day=checked) if checked else t("Not checked yet. A call first can save a trip.")
    today = context.today
    return div(
        Sheet(NOTE, note, keep, f"note-{service_id}"),
        para(said, cls="rp-soft"),
        Button(t("We checked it today"), lambda: keep(note.amended(checked_on=today)), kind="text", icon="check")
        if checked != today
        else None,
        WhyNot(why_not),
        cls="rp-fields",
    )


@reacton.component
def WhatWeKnow(stored: StoredDirectory) -> Any:
    """A search through the whole directory, to write down what the agency knows about what stands there."""
    t = use_session().t
    words, look_for = reacton.use_state("")
    opened, open_note = reacton.use_state("")
    found = reacton.use_memo(
        lambda: stored.find(Search(words), limit=_SHOWN).listings if words.strip() else (), [words, opened]
    )
    rows = [_row(stored, listing, opened, open_note, t).key(listing.service.id) for listing in found]
    return div(
        heading(2, t("What we know about a place"), cls="rp-part-title"),
        para(t("“Ask for Pat on Tuesdays.” It stays when the list is read again."), cls="rp-soft"),
        search_box(t, words, lambda typed: look_for(typed or "")),
        tag("ul", *rows, cls="rp-cards rp-plain-list") if rows else None,
        para(t("Nothing was found. Try another word, or fewer filters."), cls="rp-soft", role="status")
        if words.strip() and not rows
        else None,
        cls="rp-card rp-fields",
    )


def _row(stored: StoredDirectory, listing: Listing, opened: str, open_note: Callable[[str], None], t: Language) -> Any:
    service = listing.service
    is_open = opened == service.id
    note = listing.note
    label = t("Close") if is_open else t("Write down what we know")
    named = {"aria-label": f"{label}: {service.name}", "aria-expanded": str(is_open).lower()}
    return tag(
        "li",
        para(", ".join(filter(None, (service.name, service.organization))), cls="rp-own"),
        para(where(service), cls="rp-soft rp-below"),
        para(" · ".join(filter(None, (note.ask_for, note.words))), cls="rp-below") if note and not is_open else None,
        NoteForm(stored, service.id).key(f"note-{service.id}") if is_open else None,
        div(
            Button(label, lambda: open_note("" if is_open else service.id), kind="text", attributes=named),
            cls="rp-card-foot",
        ),
        cls="rp-card",
    )
