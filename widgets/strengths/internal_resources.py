"""What carries the person inside: three resources rated today, with the days before below them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import reacton

from planner.model.entry import label
from planner.strengths.internal_resource import InternalResources
from widgets.draft.context import use_session
from widgets.elements.markup import div, tag
from widgets.elements.note import Notes
from widgets.forms import Fields, form
from widgets.forms.field_ref import FieldRef
from widgets.forms.ruler import Ruler

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from planner.model.finding import Finding
    from planner.model.path import FieldPath
    from planner.words.language import Language

RATED = ("belief", "steadiness", "problem_solving")
NOTICED = form(InternalResources, "own_words")

_PATH = ("internal_resources",)


@reacton.component
def Inside(kept: tuple[InternalResources, ...], findings: tuple[Finding, ...]) -> Any:
    """The three rulers for today. The first number makes today's entry; the days before stay as they were."""
    context = use_session()
    today = of_day(kept, context.today)
    path: FieldPath = (*_PATH, today.id if today else "today")

    def rate(name: str) -> Callable[[int | None], None]:
        def choose(number: int | None) -> None:
            if today:
                context.editor.put((*path, name), number)
            else:
                first = InternalResources(id=context.editor.new_id(), on=context.today).amended(**{name: number})
                context.editor.add(_PATH, first)

        return choose

    rulers = [
        Ruler(FieldRef(InternalResources, name, getattr(today, name, None), path), rate(name)).key(name)
        for name in RATED
    ]
    return div(
        *rulers,
        Fields(NOTICED, today, path) if today else None,
        Notes(tuple(finding for finding in findings if finding.where.item in {entry.id for entry in kept})),
        Before(tuple(one for one in kept if one is not today)),
        cls="rp-fields rp-inside",
    )


def of_day(kept: tuple[InternalResources, ...], day: date) -> InternalResources | None:
    """Return the ratings of one day."""
    return next((one for one in kept if one.on == day), None)


def rated_on(kept: tuple[InternalResources, ...], day: date, t: Language) -> str:
    """Return the numbers of a day in a line; empty where none was said."""
    found = of_day(kept, day)
    rated = zip(_titles(), found.ratings, strict=True) if found else ()
    return " · ".join(t("{what}: {number} of 10", what=t(what), number=n) for what, n in rated if n is not None)


@reacton.component
def Before(earlier: tuple[InternalResources, ...]) -> Any:
    """The ratings of the days before, the latest first."""
    t = use_session().t
    if not earlier:
        return div(cls="rp-none")
    head = tag("tr", *(tag("th", text, scope="col") for text in (t("Day"), *map(t, _titles()))))
    latest_first = sorted(earlier, key=lambda one: one.on, reverse=True)
    rows = [_row(t.day(one.on, "medium"), one.ratings).key(one.id) for one in latest_first]
    return tag("table", tag("caption", t("The days before")), tag("thead", head), tag("tbody", *rows), cls="rp-table")


def _row(day: str, ratings: tuple[int | None, ...]) -> Any:
    return tag(
        "tr", tag("th", day, scope="row"), *(tag("td", "–" if rating is None else str(rating)) for rating in ratings)
    )


def _titles() -> tuple[str, ...]:
    return tuple(label(InternalResources, name) for name in RATED)
