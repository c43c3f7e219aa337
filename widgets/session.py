"""The one call of the session notebook: open the store, and draw the caseload or the table."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

import reacton
from IPython.display import display

from planner.language import Language
from planner.store import Key, Store
from widgets.app import App
from widgets.practice import practice_store
from widgets.serving.arrival import arrival

if TYPE_CHECKING:
    from widgets.serving.arrival import Arrival


def open() -> None:  # noqa: A001 (the notebook reads `session.open()`)
    """Open the session page.

    Served by `planner serve` it opens the real store; anywhere else invented people, for practice.
    """
    came = arrival()
    store = practice_store(_now()) if came is None else _opened(came)
    language = Language(came.language if came else store.agency().language.value)
    page, _ = reacton.render(
        App(
            store,
            language,
            now=_now,
            new_id=_new_id,
            practice=came is None or came.practice,
            lock=None if came is None or came.practice else _locking(store, came),
        )
    )
    display(page)


def _opened(came: Arrival) -> Store:
    return Store.open(came.path, Key.from_raw(came.key), now=_now)


def _locking(store: Store, came: Arrival) -> object:
    def lock() -> None:
        store.close()
        came.leave()

    return lock


def _now() -> datetime:
    return datetime.now(UTC)


def _new_id() -> str:
    return str(uuid4())
