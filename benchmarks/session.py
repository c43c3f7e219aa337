"""A session in a browser, opened as a counselor opens it, over a plan of a chosen size."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.invented import AT, PASSPHRASE, invented_id, person, plan_with_goals
from planner.sessions.session import Session
from planner.store import create_store, open_store
from tests.playing import browser, served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

    from tests.playing import Served


@contextmanager
def a_session(*, goals: int) -> Iterator[tuple[Served, Page]]:
    """Serve a store with one person and an open session, unlock it, and go on with the session at its goals."""
    with TemporaryDirectory() as folder:
        store = Path(folder) / "one.store"
        _make(store, goals)
        with served(store) as server, browser() as playing:
            page = playing.page
            page.goto(server.url)
            page.get_by_label("Passphrase").fill(PASSPHRASE)
            page.get_by_role("button", name="Open").click()
            page.get_by_role("button", name=person(0).called).first.click()
            page.get_by_role("button", name="Go on with it").click()
            page.get_by_role("heading", name="Goals", level=1).wait_for()
            yield server, page


def _make(path: Path, goals: int) -> None:
    dana = person(0)
    with open_store(path, create_store(path, PASSPHRASE), now=lambda: AT) as store:
        store.add_person(dana)
        store.begin(Session(id=invented_id("session"), person_id=dana.id, started=AT, number=1))
        plan = plan_with_goals(goals, person_id=dana.id)
        store.drafts.keep(dana.id, plan, sequence=0, base_revision=0, place="goals", visit="")
