"""Places that help: services and groups in the community, how to reach them, the way there, and what came of asking."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.model.message import say
from planner.resources.resource import Resource
from widgets.directory.search import DirectorySearch
from widgets.draft.context import use_session
from widgets.elements.happened import Happened
from widgets.elements.markup import Button, div, heading, para
from widgets.elements.note import Notes, about
from widgets.elements.pages import Pages, use_page
from widgets.forms import Fields, form, page_of
from widgets.forms.cards import Cards
from widgets.forms.link_options import links
from widgets.forms.timing import NowOrLater
from widgets.paper.paper import PLACES, Paper
from widgets.resources.referrals import Asked, AskedElsewhere, told

if TYPE_CHECKING:
    from planner.model.finding import Finding
    from planner.model.path import FieldPath
    from planner.plan.plan import Plan
    from planner.resources.referral import Referral
    from planner.words.language import Language
    from widgets.forms.link_options import Options

NAME = form(Resource, "name")
WHAT = form(Resource, "what", "area", "need_ids")
REACH = form(Resource, ("phone", "hours"), "address", ("ask_for", "bring"))
WAY = form(Resource, "transport", "transport_words", ("way_takes", "way_costs"), "second_way", "missed", "no_way")

PAGES = (
    ("what", say("What it gives me")),
    ("reach", say("How to reach them")),
    ("way", say("The way there")),
    ("asked", say("What came of it")),
)
PAGE_OF = page_of(what=(WHAT,), reach=(REACH, "confirmed_on"), way=(WAY,), asked=("referrals",))

_PATH = ("resources",)


@reacton.component
def Places(plan: Plan, findings: tuple[Finding, ...]) -> Any:
    """The places, and below them what was asked of places that are gone."""
    t = use_session().t
    known = links(plan)
    places = Cards(
        plan.resources,
        _PATH,
        NAME,
        title=lambda place: place.name,
        new=lambda new_id: Resource(id=new_id),
        add=say("Add a place"),
        body=lambda place, path: PlacePages(place, path, known, plan.referrals, findings),
        below=lambda place: div(
            para(_line(place, plan.referrals, t), cls="rp-soft"),
            NowOrLater(place, (*_PATH, place.id), place.name),
            cls="rp-below",
        ),
        findings=findings,
    )
    return div(
        places,
        DirectorySearch(plan),
        AskedElsewhere(plan.referrals, known, findings),
        Paper(plan, PLACES) if plan.resources else None,
        Notes(about(findings, "resources")),
    )


def _line(place: Resource, referrals: tuple[Referral, ...], t: Language) -> str:
    """Return what a folded place says: what for, how to get there, and how far asking is."""
    parts = (
        t(place.area.label) if place.area else "",
        place.phone.strip(),
        _way_of(place, t),
        *(told(referral, t) for referral in referrals if referral.resource_id == place.id),
    )
    return " · ".join(part for part in parts if part)


@reacton.component
def PlacePages(
    place: Resource,
    path: FieldPath,
    known: dict[str, Options],
    referrals: tuple[Referral, ...],
    findings: tuple[Finding, ...],
) -> Any:
    """What stands behind a place's name, one page at a time."""
    opened, turn = use_page(place.id, "what", PAGE_OF)

    def draw(page: str) -> Any:
        match page:
            case "what":
                return Fields(WHAT, place, path, links=known)
            case "reach":
                return div(Fields(REACH, place, path), Checked(place, path), cls="rp-fields")
            case "way":
                return Fields(WAY, place, path)
            case _:
                return Asked(place.id, referrals, findings)

    return Pages(place.id, PAGES, draw, opened, turn)


@reacton.component
def Checked(place: Resource, path: FieldPath) -> Any:
    """How old what we know is: numbers and hours change."""
    context = use_session()
    t, editor = context.t, context.editor
    known = place.confirmed_on

    def check() -> None:
        editor.put((*path, "confirmed_on"), context.today)
        context.announce(Happened(say("Checked today: {what}", what=place.name.strip()), editor.plan))

    said = t("Last checked on {day}.", day=known) if known else t("Not checked yet. A call first can save a trip.")
    return div(
        para(said, cls="rp-soft"),
        Button(
            t("We checked it today"),
            check,
            kind="text",
            icon="check",
        )
        if known != context.today
        else None,
        cls="rp-checked",
        data_focus=context.token_at((*path, "confirmed_on")),
    )


@reacton.component
def Ways(plan: Plan) -> Any:
    """The way to each place of today."""
    return div(*(Way(place).key(place.id) for place in plan.resources if place.is_now), cls="rp-cards")


@reacton.component
def Way(place: Resource) -> Any:
    """The way to one place: open where nothing is known yet, else one line that opens."""
    t = use_session().t
    is_open, set_open = reacton.use_state(not place.has_a_way)
    name = place.name.strip()
    if is_open:
        fields = Fields(WAY, place, (*_PATH, place.id))
        fold = div(Button(t("Close"), lambda: set_open(False), kind="text"), cls="rp-card-foot")
        return div(heading(3, name, cls="rp-own rp-way-name"), fields, fold, cls="rp-card rp-card-open")
    change = Button(
        t("Change"), lambda: set_open(True), kind="text", attributes={"aria-label": t("Change: {what}", what=name)}
    )
    return div(
        para(name, cls="rp-own"), change, para(_way_of(place, t), cls="rp-soft rp-below"), cls="rp-card rp-folded"
    )


def _way_of(place: Resource, t: Language) -> str:
    """Return the way there in one line: how, which, how long, and what it costs."""
    if place.no_way:
        return t("No way there yet")
    how = t(place.transport.label) if place.transport else ""
    return " · ".join(
        filter(None, (how, *(words.strip() for words in (place.transport_words, place.way_takes, place.way_costs))))
    )
