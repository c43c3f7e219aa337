"""A session under way, for the journeys that begin at the table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from planner.store import Store, unlock
from tests.journeys.counselor import PASSPHRASE, Counselor
from tests.playing import browser, served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planner.plan import Plan
    from tests.playing import Playing, Served


@dataclass
class Seated:
    """A counselor at the table with somebody new."""

    app: Served
    window: Playing
    counselor: Counselor

    def kept_plan(self) -> Plan:
        """Return the draft as the store has it, read by another process than the one that writes it."""
        key = unlock(self.app.store, PASSPHRASE)
        with Store.open(self.app.store, key, now=_now) as store:
            (row,) = store.caseload(today=store.today()).rows
            return store.draft(row.person.id).plan


def _now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture
def seated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seated]:
    """Unlock a new store, add one person, and begin a session."""
    folder = tmp_path_factory.mktemp("plans")
    with served(folder / "plans.db") as app, browser(viewport={"width": 1440, "height": 1000}) as window:
        counselor = Counselor(window.page)
        counselor.first_unlock(app.url)
        counselor.press("Add the first person")
        counselor.write("I like to be called", "Sam")
        counselor.press("Add this person")
        counselor.press("Start a session")
        counselor.page.get_by_role("heading", level=1, name="Goals").wait_for()
        yield Seated(app, window, counselor)
