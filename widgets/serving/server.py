"""A Voila server for one notebook, configured here and nowhere else."""

from __future__ import annotations

import asyncio
import secrets
from collections import Counter
from logging import getLogger
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from tornado.web import Application
from traitlets.config import Config
from voila.app import Voila

from widgets.serving.assets import installed_assets
from widgets.serving.guesses import Guesses
from widgets.serving.headers import FIXED, LOCAL_NAMES
from widgets.serving.identity import BrowserPass
from widgets.serving.idle_deadline import IdleDeadline, minutes_of_the_agency
from widgets.serving.kernels import ENDS_POLITELY_WITHIN, Kernels, OneKernel
from widgets.serving.log import log, write_access
from widgets.serving.opening import GRACE, SHORT_GRACE, Opening, page_notebook
from widgets.serving.presence import Limits
from widgets.serving.record import begin_noting
from widgets.serving.routes import ROUTES
from widgets.serving.starting_anew import can_start_anew
from widgets.serving.ticket import Tickets

if TYPE_CHECKING:
    from collections.abc import Callable

    from planner.store import Key
    from widgets.serving.fork_server import ForkServer
    from widgets.serving.handshake_handlers import KernelGrant
    from widgets.serving.store_access import Pass, StoreAccess

TEMPLATES = Path(__file__).parent / "templates"
LARGEST_MESSAGE = 4 * 1024 * 1024
"""Bytes from the browser in one message. The page's own script declines a paste long before."""

HEARD_FROM_A_PAGE = ("comm_open", "comm_close", "comm_msg", "comm_info_request", "kernel_info_request")
"""What a page may say to its kernel. Nothing runs code, and how a kernel ends is the server's to say."""

SESSION = 24 * 3600.0
"""Seconds a kernel can ask its server to lock."""

MOST_PAGES = 20
"""Pages at once. Each has a kernel of some forty megabytes; a browser that opens without end fills no memory."""

CONFIG = {
    "KernelManager": {
        "autorestart": False,  # a kernel that died stays dead: it would come back empty and look alive
        "client_class": "widgets.serving.kernels.PromptClient",
        "shutdown_wait_time": 2 * ENDS_POLITELY_WITHIN,  # then, and half way, it is told more firmly
    },
    "MappingKernelManager": {
        "kernel_manager_class": "widgets.serving.kernels.SessionKernel",
        "transport_encryption": "required",  # other users of this machine can listen to its ports
    },
    "VoilaConfiguration": {
        "allow_template_override": "NO",
        "allow_theme_override": "NO",
        "file_allowlist": [],
        "kernel_spec_manager_class": OneKernel,
        "multi_kernel_manager_class": Kernels,
        "preheat_kernel": False,  # a kernel heated beforehand carries one visitor's address to the next
        "show_tracebacks": False,
    },
}


class Server(Voila):
    """Serves one notebook behind one door. Mounts its own routes only: no contents, no terminals, no files."""

    starts_anew = False
    """Whether it has locked, and only waits for its kernels until the next one takes its place."""

    def __init__(
        self,
        door: StoreAccess,
        notebook: Path,
        private: Path,
        *,
        port: int,
        name: str = "",
        nursery: ForkServer | None = None,
        limits: Limits | None = None,
    ) -> None:
        super().__init__(
            config=Config(CONFIG | {"Kernels": {"private": str(private)}}),
            connection_dir=str(private / "connections"),
            config_file_paths=[],  # neither the folder one stands in nor a user's Jupyter folders have a say
            identity_provider_class=BrowserPass,
            ip="127.0.0.1",
            log=getLogger("planner.serving.voila"),
            notebook_path=str(notebook),
            port=port,
            token="",
        )
        self.door = door
        self.notebook = notebook
        self.name = name
        self.nursery = nursery
        self.limits = limits or Limits()
        self.assets = installed_assets()
        self.guesses = Guesses()
        self.openings: dict[str, Opening] = {}
        self.arrivals: Tickets[bool] = Tickets()
        self.tickets: Tickets[KernelGrant] = Tickets()
        self.farewells: Tickets[KernelGrant] = Tickets(life=SESSION)
        self.noted: Counter[str] = Counter()
        self.templates = Environment(autoescape=True, loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined)
        self.idle = IdleDeadline(minute=self.limits.minute)
        self._tasks: set[asyncio.Task[None]] = set()
        self._endings: dict[str, asyncio.Task[None]] = {}
        self.when_locked: Callable[[], None] = lambda: None
        self.practice_link = secrets.token_urlsafe(24) if door.practice else ""

    @property
    def address(self) -> str:
        """Where a kernel finds its server."""
        return f"{self.ip}:{self.port}"

    @property
    def first_url(self) -> str:
        """The address to announce; in practice mode it lets one browser in."""
        return f"http://{self.address}/" + (f"practice/{self.practice_link}" if self.practice_link else "")

    @property
    def named_origin(self) -> str:
        """The planner under its own name, where it has one."""
        return f"http://{self.name}:{self.port}" if self.name else ""

    @property
    def cookie(self) -> str:
        """The name of the browser's pass; cookies know no ports, so the name holds it."""
        return f"planner-{self.port}"

    def application(self) -> Application:
        """Return the whole of what is served."""
        self.initialize([])
        settings = self.init_settings()
        self.kernel_manager.nursery = self.nursery
        self.kernel_manager.allowed_message_types = list(HEARD_FROM_A_PAGE)
        return Application(self.init_handlers(), **settings)

    def setup_template_dirs(self) -> None:
        """Look for no Voila template: the pages stand beside this file."""

    def init_settings(self) -> dict[str, Any]:  # pyright: ignore[reportIncompatibleMethodOverride] - Voila names a traitlet
        """Return Voila's settings with the Host check on and our headers on every answer."""
        settings: dict[str, Any] = {
            **cast("dict[str, Any]", super().init_settings()),
            "allow_remote_access": False,
            "headers": FIXED,
            "local_hostnames": [*LOCAL_NAMES, self.name],
            "log_function": write_access,
            "login_url": "/unlock",
            "planner": self,
            "websocket_max_message_size": LARGEST_MESSAGE,
        }
        del settings["contents_manager"]
        return settings

    def init_handlers(self) -> list[Any]:  # pyright: ignore[reportIncompatibleMethodOverride] - and here
        """Return the app's own routes instead of Voila's."""
        return [*self.assets.handlers(), *ROUTES]

    @property
    def is_full(self) -> bool:
        """Whether as many pages are open as one person can use, those that are just ending included."""
        return len(self.openings) + len(self._endings) >= MOST_PAGES

    def begin(self, errand: KernelGrant, *, place: str = "") -> None:
        """Start a page's kernel. `place` is where to open again, as long as the page says nothing else."""
        notebook = page_notebook(self.notebook, self.address, self.tickets.issue(errand))
        opening = Opening(errand.kernel_id, self.kernel_manager, notebook, self.limits, place=place)
        self.openings[errand.kernel_id] = opening

    def end(self, kernel_id: str, grace: float = GRACE) -> None:
        """End a page's kernel, also one that is still starting."""
        opening = self.openings.pop(kernel_id, None)
        self.noted.pop(kernel_id, None)
        self.idle.forget(kernel_id)
        if opening:
            self._endings[kernel_id] = task = asyncio.create_task(opening.close(grace))
            task.add_done_callback(lambda _: self._endings.pop(kernel_id))

    def lock(self) -> None:
        """Drop the key and the passes at once, and end every kernel politely, so that each can save.

        What the key left in this process's memory goes when the server starts itself anew.
        """
        key = self.door.key
        self.door.close()
        self.tickets.tear_up()
        self.farewells.tear_up()
        for kernel_id in list(self.openings):
            self.end(kernel_id, SHORT_GRACE)
        if key:
            self._note(key, "locked")
            if can_start_anew() and not self.door.practice:
                self.starts_anew = True
                self.when_locked()

    def note_unlocked(self) -> None:
        """Write into the record that the store was unlocked."""
        if self.door.key:
            self._note(self.door.key, "unlocked")

    def _note(self, key: Key, kind: Literal["unlocked", "locked"]) -> None:
        if not self.door.practice:
            self._tasks.add(task := begin_noting(self.door.path, key, kind))
            task.add_done_callback(self._tasks.discard)

    async def end_everything(self) -> None:
        """Lock, and wait until the last kernel is gone."""
        self.lock()
        await asyncio.gather(*self._endings.values(), *self._tasks, return_exceptions=True)
        self.kernel_manager.kill_all_but(set())

    async def tidy(self) -> None:
        """End what is left of pages that are gone, or whose kernel is, and lock when no hand was seen for too long."""
        for kernel_id, opening in list(self.openings.items()):
            if not await opening.is_alive():
                self.end(kernel_id)
        self.kernel_manager.kill_all_but(self.openings.keys() | self._endings.keys())
        if self.door.key and not self.door.practice and self.minutes_left <= 0:
            log.warning("Locked, because nobody was there.")
            self.lock()

    def begin_idle(self, key: Key) -> None:
        """Count the agency's minutes from now on, because somebody has just unlocked."""
        self.idle.hand("")
        self._tasks.add(task := asyncio.create_task(self._read_minutes(key)))
        task.add_done_callback(self._tasks.discard)

    async def _read_minutes(self, key: Key) -> None:
        self.idle.begin(await asyncio.to_thread(minutes_of_the_agency, self.door.path, key))

    @property
    def minutes_left(self) -> float:
        """How long until it locks unless a hand is seen."""
        return self.idle.minutes_left(is_any_page_open=bool(self.openings))

    def take_practice_pass(self, link: str) -> Pass | None:
        """Return a pass for the one-time link, once."""
        if not self.practice_link or not secrets.compare_digest(link, self.practice_link):
            return None
        self.practice_link = ""
        return self.door.open(self.door.key) if self.door.key else None
