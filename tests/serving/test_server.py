"""The server's own decisions, without a browser."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from planner.caseload.agency import Agency
from planner.store import create_store, open_store
from planner.store.file.keys.key import Key
from tests.serving.conftest import PASSPHRASE
from tests.serving.test_parts import Clock
from tests.soak.writers import now
from widgets.serving import server as serving
from widgets.serving.idle_deadline import IdleDeadline
from widgets.serving.running import NOTEBOOK
from widgets.serving.server import CONFIG, Server
from widgets.serving.store_access import StoreAccess

if TYPE_CHECKING:
    from pathlib import Path

KEY = Key(bytes(32), bytes(16))


@pytest.fixture
def clock() -> Clock:
    """Return a clock that stands."""
    return Clock()


def idle_server(path: Path, clock: Clock, *, practice: bool = False) -> Server:
    """Return a server whose idle time goes by a clock that is turned by hand."""
    server = Server(StoreAccess(path, practice=practice), NOTEBOOK, path.parent, port=1)
    server.application()
    server.idle = IdleDeadline(clock=clock)
    return server


async def is_open(server: Server) -> bool:
    """Look after the server as it does every second, and tell whether its store is still open."""
    await server.tidy()
    return server.door.key is not None


@pytest.mark.parametrize("minutes", [1, 10])
def test_it_locks_after_the_agencys_minutes_whatever_becomes_of_pages(
    tmp_path: Path, clock: Clock, minutes: int
) -> None:
    key = create_store(tmp_path / "plans", PASSPHRASE)
    with open_store(tmp_path / "plans", key, now=now) as store:
        store.keep_agency(Agency(lock_after_minutes=minutes))

    async def play() -> tuple[bool, bool]:
        server = idle_server(tmp_path / "plans", clock)
        server.door.open(key)
        server.begin_idle(key)
        await asyncio.gather(*server._tasks)
        clock.now += 60 * minutes - 1
        before = await is_open(server)
        clock.now += 1
        return before, await is_open(server)

    assert asyncio.run(play()) == (True, False)


def test_a_practice_server_does_not_lock_itself(tmp_path: Path, clock: Clock) -> None:
    async def play() -> bool:
        server = idle_server(tmp_path / "plans", clock, practice=True)
        server.door.open(KEY)
        clock.now += 24 * 3600
        return await is_open(server)

    assert asyncio.run(play())


def test_more_pages_than_one_person_can_use_are_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    server = Server(StoreAccess(tmp_path / "plans"), NOTEBOOK, tmp_path, port=1)
    monkeypatch.setattr(serving, "MOST_PAGES", 2)
    for page in ("one", "two"):
        assert not server.is_full
        server.openings[page] = object()  # pyright: ignore[reportArgumentType]

    assert server.is_full


def test_a_kernel_stays_dead_and_none_is_there_before_its_page() -> None:
    assert CONFIG["KernelManager"]["autorestart"] is False
    assert CONFIG["MappingKernelManager"]["transport_encryption"] == "required"
    assert CONFIG["VoilaConfiguration"]["preheat_kernel"] is False
