"""A session under way, for the journeys that begin at the table."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from planner.store import open_store, unlock
from tests.journeys.counselor import PASSPHRASE, Counselor
from tests.playing import browser, kept, served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from planner.plan.plan import Plan
    from planner.store import Store
    from tests.playing import Playing, Served

DESK = {"width": 1440, "height": 1000}

_names = ("".join(letters) + "ix" for letters in product("BDGKLMNPRT", "aeiou", "lmnrst"))
"""None begins like another: whoever has a name like the one that is typed is pointed out, and the page moves."""


@dataclass
class Seated:
    """A counselor at the table with somebody new."""

    app: Served
    window: Playing
    counselor: Counselor
    called: str

    def begin(self) -> None:
        """Open the page of the person, and go on with their session or start one."""
        page = self.counselor.page
        page.get_by_role("button", name=self.called).first.click()
        start = page.get_by_role("button", name="Start a session", exact=True)
        start.or_(page.get_by_role("button", name="Go on with it", exact=True)).first.click()
        page.get_by_role("navigation", name="Steps of the session").wait_for()

    def kept_plan(self) -> Plan:
        """Return the draft as the store has it, read by another process than the one that writes it."""
        key = unlock(self.app.store, PASSPHRASE)
        with open_store(self.app.store, key, now=_now) as store:
            return store.drafts.current(self.person_id(store)).plan

    def person_id(self, store: Store) -> UUID:
        """Return the id of the one who is called so; others have names much like it."""
        rows = store.caseload(self.called, today=store.today()).rows
        (found,) = (row.person.id for row in rows if row.person.called == self.called)
        return found


def _now() -> datetime:
    return datetime.now(UTC)


@contextmanager
def unlocked() -> Iterator[tuple[Served, Playing]]:
    """Serve a new store, and unlock it in one browser."""
    with (
        TemporaryDirectory(prefix="recovery-planner-") as folder,
        served(Path(folder) / "plans.db") as app,
        browser(viewport=DESK) as window,
    ):
        Counselor(window.page).first_unlock(app.url)
        yield app, window


@contextmanager
def practice() -> Iterator[tuple[Served, Playing]]:
    """Serve the invented people to one browser."""
    with (
        TemporaryDirectory(prefix="recovery-planner-") as folder,
        served(Path(folder) / "plans.db", practice=True) as app,
        browser(viewport=DESK) as window,
    ):
        window.page.goto(app.first_url)
        window.page.get_by_role("heading", level=1, name="Caseload").wait_for()
        yield app, window


def opened(app: Served, window: Playing) -> Counselor:
    """Open the caseload in a new tab, and close the tabs of the tests before."""
    window.fresh()
    counselor = Counselor(window.page)
    counselor.open(app.url)
    window.close_others()
    return counselor


def _seated(app: Served, window: Playing) -> Seated:
    counselor = opened(app, window)
    called = next(_names)
    counselor.add_person(called)
    counselor.press("Start a session")
    counselor.page.get_by_role("heading", level=1, name="Goals").wait_for()
    return Seated(app, window, counselor, called)


@pytest.fixture
def at_the_caseload() -> Seated:
    """Open the caseload of the store that these tests share, on a page of its own."""
    app, window = kept(unlocked)
    return Seated(app, window, opened(app, window), "")


@pytest.fixture
def seated() -> Seated:
    """Add one more person to the store that these tests share, and begin a session with them."""
    return _seated(*kept(unlocked))


@pytest.fixture
def own_seated() -> Iterator[Seated]:
    """Begin a session in a store of the test's own."""
    with unlocked() as (app, window):
        yield _seated(app, window)


@pytest.fixture
def practicing() -> Seated:
    """Open the caseload of the invented people that these tests share, on a page of its own."""
    app, window = kept(practice)
    return Seated(app, window, opened(app, window), "Dana")
