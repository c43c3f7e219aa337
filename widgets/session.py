"""The one call of the session notebook: open the store, and draw the caseload or the table."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

import reacton
from IPython.display import display

from planner.caseload.agency import Agency
from planner.store import Key, Store, computer_zone
from planner.store.practice import settle
from planner.teaching.people import practice_people
from planner.words.language import Language
from widgets.frame.app import App
from widgets.handshake import arrival

if TYPE_CHECKING:
    from collections.abc import Callable

    from widgets.handshake import Arrival


def open() -> None:  # noqa: A001 (the notebook reads `session.open()`)
    """Open the session page.

    Served by `planner serve` it opens the real store; anywhere else invented people, for practice.
    """
    came = arrival()
    practice = came is None or came.practice
    store = Store.open(came.path, Key.from_raw(came.key), now=_now) if came else Store.in_memory(now=_now)
    zone = computer_zone()
    if came is None:
        store.keep_agency(Agency(zone=zone))
    if practice:
        _settle_invented_people(store)
    language = Language(came.language if came else store.agency().language or "en")
    lock = None if came is None or practice else _locking(store, came)
    place = came.place if came else ""
    app = App(store, language, now=_now, new_id=_new_id, practice=practice, lock=lock, place=place, computer_zone=zone)
    page, _ = reacton.render(app, handle_error=False)  # reacton's own way with an error is a traceback on the screen
    display(page)


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
