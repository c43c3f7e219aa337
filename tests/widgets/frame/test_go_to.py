"""A suggestion leads to the field it means: its step, its topic, its card and its page open, the focus in the field."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from planner.model.entry import Entry, Item
from planner.review.quality import quality
from planner.review.review import findings
from planner.teaching.people import practice_people
from planner.words.reading import Reading
from tests.invented import TODAY
from tests.widgets.seat import Seat, sit_down
from widgets.frame.session_page import SessionPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.model.finding import Place
    from planner.plan.plan import Plan

KEPT = {"id", "person_id", "schema_version"}


def _changed(entry: Any, change: Any) -> Any:
    """Return an entry with every field of it, and of what it holds, changed."""
    return entry.amended(
        **{name: _part(getattr(entry, name), change) for name in type(entry).model_fields if name not in KEPT}
    )


def _part(value: Any, change: Any) -> Any:
    if isinstance(value, Reading) or not isinstance(value, Entry | tuple):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_changed(one, change) if isinstance(one, Item) else one for one in value)
    return _changed(value, change)


def _unread(value: Any) -> Any:
    is_said = isinstance(value, Reading) and value.words
    return value.amended(words="some day, I think", reading=None) if is_said else value


def _shapes(plan: Plan) -> Iterator[Plan]:
    """Yield a plan as it stands, with nothing that is understood in it, and with its topics empty."""
    yield plan
    yield _changed(plan, _unread)
    for name in type(plan).model_fields:
        if name not in KEPT and isinstance(getattr(plan, name), tuple):
            yield plan.amended(**{name: ()})


def _places() -> Iterator[tuple[Plan, int, Place]]:
    """Yield each kind of place that some invented person's plan leads to, once."""
    seen = set()
    people = [one.plan for person in practice_people(TODAY) for one in person.finished]
    for plan in (shape for whole in people for shape in _shapes(whole)):
        for later in (0, 30, 400):
            found = [one.where for one in findings(plan, TODAY + timedelta(days=later))]
            points = [place for point in quality(plan) for place in (*point.rests_on, *point.open_at)]
            for where in (*found, *points):
                kind = (where.step, where.field, bool(where.item), plan.path if where.step == "first" else "")
                if kind not in seen:
                    seen.add(kind)
                    yield plan, later, where


def _at_the_table(plan: Plan, later: int) -> Seat:
    seat = sit_down(staff=True, **{name: getattr(plan, name) for name in type(plan).model_fields if name not in KEPT})
    seat.editor.session = seat.editor.session.amended(number=2)
    context = replace(seat.context, today=TODAY + timedelta(days=later))
    seat.show(SessionPage(context, lambda: None, None))
    seat.press("Staff view")
    return seat


def _marked(seat: Seat) -> list[str]:
    return [token for one in seat.elements() if (token := one.attributes.get("data-focus"))]


PLACES = list(_places())


def test_there_are_places_of_many_kinds() -> None:
    assert len(PLACES) > 50


@pytest.mark.parametrize(("plan", "later", "where"), PLACES, ids=[f"{w.step}-{w.field}" for _, _, w in PLACES])
def test_every_place_leads_to_its_field(plan: Plan, later: int, where: Place) -> None:
    seat = _at_the_table(plan, later)
    before = _marked(seat)

    seat.editor.go_to(where)

    fresh = [token for token in _marked(seat) if token not in before and token.startswith("place/")]
    assert seat.editor.destination is not None
    assert seat.editor.destination.token in fresh, (where, seat.editor.destination, fresh)
