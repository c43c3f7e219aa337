"""The filters of a search: what it costs, who is welcome, which language, on which day, and how far away."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import reacton
import reacton.ipyvuetify as v

from planner.directory.search import Search
from planner.directory.service import ServiceKind, Stance
from planner.model.message import Message, say
from widgets.draft.context import use_session
from widgets.elements.markup import div, para, tag
from widgets.forms.chips import Chip

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.store.directory.directory import StoredDirectory

TICKS = (
    ("free", say("Free")),
    ("accessible", say("Accessible")),
    ("medication_welcome", say("Medication welcome")),
    ("spanish", say("Speaks Spanish")),
    ("meetings", say("Meetings only")),
    ("faith", say("Faith-based")),
    ("secular", say("Secular")),
)
MILES = (2, 5, 10, 25)


@dataclass(frozen=True, slots=True)
class Filters:
    """What was chosen; nothing chosen filters nothing."""

    words: str = ""
    ticked: frozenset[str] = frozenset()
    days: frozenset[int] = frozenset()
    town: str = ""
    miles: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was asked for yet."""
        return not (self.words.strip() or self.ticked or self.days or self.town.strip())

    def search(self, near: tuple[float, float] | None) -> Search:
        """Return the search they stand for; `near` is where the town lies."""
        return Search(
            self.words,
            near=near,
            within_miles=self.miles if near else None,
            language="es" if "spanish" in self.ticked else "",
            kind=ServiceKind.MEETING if "meetings" in self.ticked else None,
            stance=self._stance,
            free="free" in self.ticked,
            accessible="accessible" in self.ticked,
            medication_welcome="medication_welcome" in self.ticked,
            open_on=self.days,
        )

    @property
    def _stance(self) -> Stance | None:
        if "faith" in self.ticked:
            return Stance.FAITH
        return Stance.SECULAR if "secular" in self.ticked else None


_INSTEAD = {"faith": "secular", "secular": "faith"}


@reacton.component
def FilterRows(stored: StoredDirectory, filters: Filters, choose: Callable[[Filters], None]) -> Any:
    """The filters below a search box; the rarer ones behind one press."""
    t = use_session().t

    def turn(name: str) -> Callable[[], None]:
        left = filters.ticked - {_INSTEAD.get(name, "")}
        return lambda: choose(replace(filters, ticked=left ^ {name}))

    def day(number: int) -> Callable[[], None]:
        return lambda: choose(replace(filters, days=filters.days ^ {number}))

    ticks = [Chip(t(label), name in filters.ticked, turn(name), key=name) for name, label in TICKS]
    days = [
        Chip(t.weekday(number, "abbreviated"), number in filters.days, day(number), key=str(number))
        for number in range(7)
    ]
    return div(
        div(*ticks, cls="rp-chips rp-below"),
        tag(
            "details",
            tag("summary", t("Open on, and how far")),
            div(*days, cls="rp-chips", role="group", aria_label=t("Open on")),
            Distance(stored, filters, choose),
            cls="rp-directory-more",
        ),
    )


@reacton.component
def Distance(stored: StoredDirectory, filters: Filters, choose: Callable[[Filters], None]) -> Any:
    """Where to look from: a town or a ZIP the directory knows, and how far around it."""
    t = use_session().t
    near = reacton.use_memo(lambda: stored.where_is(filters.town), [filters.town])
    box = v.TextField(
        v_model=filters.town,
        on_v_model=lambda words: choose(replace(filters, town=words or "")),
        id="rp-directory-town",
        variant="plain",
        hide_details=True,
        density="compact",
        attributes={"autocomplete": "off"},
        class_="rp-input",
    )

    def within(miles: int) -> Callable[[], None]:
        return lambda: choose(replace(filters, miles=None if filters.miles == miles else miles))

    told = _told(filters.town, near)
    miles = [Chip(t("{n} miles", n=n), filters.miles == n, within(n), key=str(n)) for n in MILES]
    return div(
        tag("label", t("Near which town or ZIP?"), for_="rp-directory-town", cls="rp-label"),
        box,
        para(t(told) if told else "", cls="rp-soft", role="status"),
        div(*miles, cls="rp-chips", role="group", aria_label=t("How far away at most")) if near else None,
        cls="rp-field",
    )


def _told(town: str, near: tuple[float, float] | None) -> Message | None:
    if not town.strip():
        return None
    return say("The nearest come first.") if near else say("No place in the directory is in this town.")
