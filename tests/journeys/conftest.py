"""A session under way, for the journeys that begin at the table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING

import pytest

from planner.store import open_store, unlock
from tests.journeys.counselor import PASSPHRASE, Counselor
from tests.playing import browser, served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.plan.plan import Plan
    from tests.playing import Playing, Served

_numbers = count(1)


@dataclass
class Seated:
    """A counselor at the table with somebody new."""

    app: Served
    window: Playing
    counselor: Counselor
    called: str

    def kept_plan(self) -> Plan:
        """Return the draft as the store has it, read by another process than the one that writes it."""
        key = unlock(self.app.store, PASSPHRASE)
        with open_store(self.app.store, key, now=_now) as store:
            (row,) = store.caseload(self.called, today=store.today()).rows
            return store.drafts.current(row.person.id).plan


def _now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture(scope="module")
def unlocked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, Playing]]:
    """Serve a new store for all the tests of a file, and unlock it in one browser."""
    folder = tmp_path_factory.mktemp("plans")
    with served(folder / "plans.db") as app, browser(viewport={"width": 1440, "height": 1000}) as window:
        Counselor(window.page).first_unlock(app.url)
        yield app, window


@pytest.fixture
def seated(unlocked: tuple[Served, Playing]) -> Seated:
    """Add one more person, and begin a session with them."""
    app, window = unlocked
    window.fresh()
    counselor = Counselor(window.page)
    counselor.open(app.url)
    called = f"Sam {next(_numbers)}"
    counselor.add_person(called)
    counselor.press("Start a session")
    counselor.page.get_by_role("heading", level=1, name="Goals").wait_for()
    return Seated(app, window, counselor, called)
