"""The one call of the session notebook: open the store, and draw the caseload or the table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import reacton
from IPython.display import Javascript, display

from planner.caseload.agency import Agency
from planner.store import Key, Store, computer_zone, open_in_memory, open_store
from planner.store.practice import settle
from planner.teaching.people import practice_people
from planner.words.language import Language
from widgets.frame.app import App
from widgets.handshake import arrival
from widgets.notebook_page import in_notebook, script

if TYPE_CHECKING:
    from collections.abc import Callable

    from widgets.handshake import Arrival


@dataclass
class Practice:
    """The invented people of a kernel, and the page they stand on: a cell that runs again loses nothing."""

    store: Store
    place: str = ""
    """The id of the person at the table."""
    page: Any = None

    def close(self) -> None:
        """Take the page away and forget the people."""
        self.make_room()
        self.store.close()

    def make_room(self) -> None:
        """Take away the page that was drawn last."""
        if self.page:
            self.page.close()
        self.page = None

    def stay_at(self, person_id: str) -> None:
        """Keep in mind who is at the table."""
        self.place = person_id


_practice: list[Practice] = []
"""What this kernel practices with: one at most."""

_served: list[Store] = []
"""The store this kernel was given."""


def close() -> None:
    """Close the store this kernel was given, because the kernel ends."""
    while _served:
        _served.pop().close()


def open(*, fresh: bool = False) -> None:  # noqa: A001 (the notebook reads `session.open()`)
    """Open the session page.

    Served by `planner serve` it opens the real store. Anywhere else it opens invented people, for practice: they stay
    as they are until the kernel ends, also when the cell runs again, and `fresh` begins anew with them.
    """
    came = arrival()
    if came is None:
        _open_practice(fresh=fresh)
        return
    store = open_store(came.path, Key.from_raw(came.key), now=_now)
    _served.append(store)
    if came.practice:
        _settle_invented_people(store)
    minutes_left = None if came.practice else came.minutes_left
    lock = None if came.practice else _locking(store, came)
    _show(
        App(
            store,
            Language(came.language),
            practice=came.practice,
            lock=lock,
            minutes_left=minutes_left,
            place=came.place,
            **_around(),
        )
    )


def _open_practice(*, fresh: bool) -> None:
    if fresh and _practice:
        _practice.pop().close()
    if not _practice:
        _practice.append(Practice(_practice_store()))
    (practice,) = _practice
    practice.make_room()  # two pages of one kernel would each take the other for a colleague
    language = Language(practice.store.agency().language or "en")
    place, stay_at = practice.place, practice.stay_at
    app = App(practice.store, language, practice=True, lock=None, place=place, moved=stay_at, **_around())
    practice.page = _show(in_notebook(app, language))
    display(Javascript(script()))


def _practice_store() -> Store:
    store = open_in_memory(now=_now)
    store.keep_agency(Agency(zone=computer_zone()))
    _settle_invented_people(store)
    return store


def _around() -> dict[str, Any]:
    return {"now": _now, "new_id": _new_id, "computer_zone": computer_zone()}


def _show(app: Any) -> Any:
    page, drawn = reacton.render(
        app, handle_error=False
    )  # reacton's own way with an error is a traceback on the screen
    display(page)
    return drawn


def _settle_invented_people(store: Store) -> None:
    if not store.caseload(today=store.today(), limit=1).total:
        settle(store, practice_people(store.today()))


def _locking(store: Store, came: Arrival) -> Callable[[], None]:
    def lock() -> None:
        store.close()
        came.leave()

    return lock


def _now() -> datetime:
    return datetime.now(UTC)


def _new_id() -> str:
    return str(uuid4())
