"""The server's own decisions, without a browser."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from planner.store.file.key import Key
from widgets.serving.running import NOTEBOOK
from widgets.serving.server import CONFIG, LOCKS_ALONE_AFTER, Server
from widgets.serving.store_access import StoreAccess

if TYPE_CHECKING:
    from pathlib import Path

KEY = Key(bytes(32), bytes(16))


def test_a_server_without_a_page_locks_itself_after_a_while(tmp_path: Path) -> None:
    async def play() -> tuple[bool, bool]:
        server = Server(StoreAccess(tmp_path / "plans"), NOTEBOOK, tmp_path, port=1)
        server.door.open(KEY)
        await server.tidy()
        open_at_first = server.door.key is not None
        server._alone_since -= LOCKS_ALONE_AFTER + 1
        await server.tidy()
        return open_at_first, server.door.key is not None

    assert asyncio.run(play()) == (True, False)


def test_a_practice_server_does_not_lock_itself(tmp_path: Path) -> None:
    async def play() -> bool:
        server = Server(StoreAccess(tmp_path / "plans", practice=True), NOTEBOOK, tmp_path, port=1)
        server.door.open(KEY)
        server._alone_since -= LOCKS_ALONE_AFTER + 1
        await server.tidy()
        return server.door.key is not None

    assert asyncio.run(play())


def test_a_kernel_stays_dead_and_a_forgotten_one_is_swept_up() -> None:
    assert CONFIG["KernelManager"]["autorestart"] is False
    assert CONFIG["MappingKernelManager"]["transport_encryption"] == "required"
    assert 0 < CONFIG["MappingKernelManager"]["cull_interval"] <= 60
    assert 0 < CONFIG["MappingKernelManager"]["cull_idle_timeout"] <= 900
    assert CONFIG["VoilaConfiguration"]["preheat_kernel"] is False
