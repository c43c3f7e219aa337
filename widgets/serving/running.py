"""From a path to a page in the browser: listen, announce, serve, and leave nothing behind."""

from __future__ import annotations

import asyncio
import gc
import threading
import webbrowser
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from widgets.serving.address import address_of, new_address
from widgets.serving.errors import FolderNotReadyError, NotebookMissingError, PortTakenError, RoomTakenError
from widgets.serving.fork_server import ForkServer, can_fork
from widgets.serving.kernels import environment
from widgets.serving.listening import Door, Listener
from widgets.serving.log import keep_words_out
from widgets.serving.own_memory import keep_others_out
from widgets.serving.private_folder import private_folder
from widgets.serving.rooms import in_front
from widgets.serving.server import Server
from widgets.serving.starting_anew import HandedOn, handed_on
from widgets.serving.stopping import stopping
from widgets.serving.store_access import StoreAccess

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from socket import socket

    from widgets.serving.presence import Limits
    from widgets.serving.stopping import Stop

NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "session.ipynb"
HERE = "127.0.0.1"
OFTEN = 1.0
"""Seconds between two looks at what should have ended."""

HANGS_UP_WITHIN = 1.0
"""Seconds for answers that are just being given when the server stops."""


def serve(
    store_path: Path,
    *,
    port: int | None = 0,
    open_browser: bool = True,
    practice: bool = False,
    announce: Callable[[str], None],
    notebook: Path = NOTEBOOK,
    limits: Limits | None = None,
) -> None:
    """Serve the app on this machine until it is stopped; `announce` receives the address once it answers.

    `port` 0 is any free one, none the one of this store where it is free.

    Raises:
        ServingError: the port is taken, the notebook is missing, the store's folder can not be written, or another
            package stands in front of ours.
    """
    _look_around(notebook)
    if not practice:
        _make_folder(store_path.parent)
    keep_words_out()
    keep_others_out()
    before = handed_on()
    address = new_address() if practice else address_of(store_path)
    listening = before.door() if before else _listen_first(port, address.port)
    with private_folder() as private, _nursery(private) as nursery:
        door = _practice_door(private) if practice else StoreAccess(store_path)
        at = listening.getsockname()[1]
        server = Server(door, notebook, private, port=at, name=address.name, nursery=nursery, limits=limits)
        if before:  # whoever it is for has heard of it, and has a page
            door.recovery_unseen = before.recovery_unseen
            open_browser = False
        shown = _open_browser if open_browser else None
        with stopping() as stop:
            after = asyncio.run(_serve(server, listening, None if before else announce, shown, stop))
    gc.freeze()  # a process that ends now has nothing to look for among all that was read in
    if after:
        after.start_anew()


def _look_around(notebook: Path) -> None:
    """Raise where another package stands in front of ours, or the notebook is missing."""
    if another := in_front():
        raise RoomTakenError(another)
    if not notebook.is_file():
        raise NotebookMissingError(notebook)


async def _serve(
    server: Server,
    listening: socket,
    announce: Callable[[str], None] | None,
    show: Callable[[str], None] | None,
    stop: Stop,
) -> HandedOn | None:
    """Serve until it is stopped or has locked; return what goes on to the server that comes after a lock."""
    http = Listener.over(server.application())
    over, kept_open = stop.event(), listening.dup()
    http.add_socket(listening)

    def lock() -> None:
        http.stop()  # at once: who comes now waits in line for the server that comes after
        over.set()

    server.when_locked = lock
    for tell in filter(None, (announce, show)):
        tell(server.first_url)
    after = None
    try:
        while not await _is_set(over, OFTEN):
            await server.tidy()
        if not stop.is_told:
            after = HandedOn(kept_open.detach(), server.door.recovery_unseen)
    finally:
        http.stop()
        # a page that asks from now on is told nothing: it stays, and goes on with the next server
        if not after:
            await _hang_up(http)
        await server.end_everything()
        await _hang_up(http)
        kept_open.close()
    return None if stop.is_told else after


async def _hang_up(http: Listener) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(http.close_all_connections(), HANGS_UP_WITHIN)


async def _is_set(event: asyncio.Event, within: float) -> bool:
    with suppress(TimeoutError):
        await asyncio.wait_for(event.wait(), within)
    return event.is_set()


def _listen_first(port: int | None, own: int) -> Door:
    return _listen_at_own(own) if port is None else _listen(port)


def _listen_at_own(port: int) -> Door:
    """Listen at the port of a store, so that a page left open finds it; at any free one where that is taken."""
    with suppress(PortTakenError):
        return _listen(port)
    return _listen(0)


def _listen(port: int) -> Door:
    try:
        return Door.at(HERE, port)
    except OSError as taken:
        raise PortTakenError(port) from taken


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as refused:
        raise FolderNotReadyError(folder) from refused


@contextmanager
def _nursery(private: Path) -> Iterator[ForkServer | None]:
    """Have kernels ready to be forked, where the system can do that."""
    nursery = ForkServer(environment(str(private))) if can_fork() else None
    try:
        yield nursery
    finally:
        if nursery:
            nursery.close()


def _practice_door(private: Path) -> StoreAccess:
    from widgets.serving.practice import make_practice_store

    path = private / "practice.planner"
    door = StoreAccess(path, practice=True)
    door.open(make_practice_store(path))
    return door


def _open_browser(url: str) -> None:
    # a browser can take its time to start, and a machine may have none: the printed address is there either way
    threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()
