"""From a need to a place: what fits the plan now and later, and a search through the whole directory."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import reacton
import reacton.ipyvuetify as v

from planner.directory.matching import Match, about, fallen_through, wishes
from widgets.directory.filters import FilterRows, Filters
from widgets.directory.listing import ListingRow, Taken
from widgets.draft.context import use_session
from widgets.elements.markup import Button, div, heading, para, tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.directory.matching import Fit
    from planner.directory.search import Search
    from planner.plan.plan import Plan
    from planner.store.directory.directory import StoredDirectory
    from planner.words.language import Language

_SHOWN = 12


@reacton.component
def DirectorySearch(plan: Plan) -> Any:
    """A button that opens the directory; nothing where the agency has none yet."""
    context = use_session()
    t = context.t
    stored = reacton.use_memo(lambda: context.editor.record.directory, [])
    is_empty = reacton.use_memo(stored.is_empty, [])
    is_open, set_open = reacton.use_state(False)
    if is_empty:
        return div(cls="rp-none")
    label = t("Close the search") if is_open else t("Find a place or a meeting")
    button = Button(label, lambda: set_open(not is_open), attributes={"aria-expanded": str(is_open).lower()})
    return tag("section", button, Opened(plan, stored) if is_open else None, cls="rp-directory")


@reacton.component
def Opened(plan: Plan, stored: StoredDirectory) -> Any:
    """The search box, and below it what was found, or what fits the plan while nothing was asked for."""
    t = use_session().t
    filters, choose = reacton.use_state(Filters())
    near = reacton.use_memo(lambda: stored.where_is(filters.town), [filters.town])
    search = filters.search(near)
    return div(
        search_box(t, filters.words, lambda words: choose(replace(filters, words=words or ""))),
        FilterRows(stored, filters, choose),
        Fitting(plan, stored) if filters.is_empty else FoundList(plan, stored, search),
    )


def search_box(t: Language, typed: str, on_typed: Callable[[str | None], None]) -> Any:
    box = v.TextField(
        v_model=typed,
        on_v_model=on_typed,
        id="rp-directory-search",
        variant="plain",
        hide_details=True,
        density="compact",
        attributes={"autocomplete": "off", "type": "search"},
        class_="rp-input",
    )
    label = tag("label", t("What are you looking for?"), for_="rp-directory-search", cls="rp-label")
    return div(label, box, para(t("Your words, in English or Spanish"), cls="rp-help"), cls="rp-field", role="search")


@reacton.component
def FoundList(plan: Plan, stored: StoredDirectory, search: Search) -> Any:
    """The entries that fit the words typed, the best first, a few at a time."""
    t = use_session().t
    found = reacton.use_memo(lambda: stored.find(search, limit=_SHOWN), [search])
    taken = Taken.of(plan)
    slips = [para(t("Shown for “{word}”", word=meant), cls="rp-soft") for _, meant in found.corrected]
    if not found.listings:
        return para(t("Nothing was found. Try another word, or fewer filters."), cls="rp-soft", role="status")
    rows = [ListingRow(listing, (), None, "", taken).key(listing.service.id) for listing in found.listings]
    return div(*slips, tag("ul", *rows, cls="rp-cards rp-plain-list"))


@reacton.component
def Fitting(plan: Plan, stored: StoredDirectory) -> Any:
    """What fits this plan now, and what can wait, each with its reasons."""
    context = use_session()
    t, wanted = context.t, wishes(plan)
    takes = any(medicine.is_for_opioid_use for medicine in plan.medications)
    language = context.editor.person.language.value
    person = replace(about(plan, context.today, language, takes_medication=takes), known=fallen_through(plan))
    taken = Taken.of(plan)
    found: Match = reacton.use_memo(lambda: stored.fitting(wanted, person), [wanted, person])
    needs = {need.id for need in plan.needs}
    parts = ((t("Fits now"), found.now), (t("Fits later"), found.later))
    return div(*(_part(title, fits, needs, taken) for title, fits in parts if fits))


def _part(title: str, fits: tuple[Fit, ...], needs: set[str], taken: Taken) -> Any:
    rows = [
        ListingRow(fit.listing, fit.reasons, fit.when, fit.item if fit.item in needs else "", taken).key(
            fit.listing.service.id
        )
        for fit in fits
    ]
    return div(heading(3, title, cls="rp-directory-part"), tag("ul", *rows, cls="rp-cards rp-plain-list"))
