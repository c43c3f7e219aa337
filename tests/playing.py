"""A real server and a real browser for every test that plays: `served()` and `browser()`.

The server runs as a process of its own, as it would for a counselor. The browser can reach this machine only, and
keeps what a test wants to know afterwards: requests that left for elsewhere, broken content rules, errors.
"""

from __future__ import annotations

import atexit
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from queue import Queue
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

import psutil
from playwright.sync_api import Error, sync_playwright

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from contextlib import AbstractContextManager
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, Playwright

SERVE = """
import json
import sys
from pathlib import Path
from widgets.serving import serve
from widgets.serving.presence import Limits
from widgets.serving.running import NOTEBOOK

store, port, practice, notebook, limits = sys.argv[1:]
serve(
    Path(store),
    port=int(port),
    open_browser=False,
    practice=practice == "practice",
    announce=lambda line: print(line, flush=True),
    notebook=Path(notebook) if notebook else NOTEBOOK,
    limits=Limits(**json.loads(limits)),
)
"""
IS_HERE = re.compile(r"127\.0\.0\.1|(.*\.)?localhost")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ONLY_HERE = "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost"
BROWSER_OPTIONS = (
    "--no-sandbox",  # tests run as root where they run in a container
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    f"--host-resolver-rules={ONLY_HERE}",
)
PATIENCE = 60.0
"""Seconds a server may take to answer on a busy machine; no test asserts a time."""


@dataclass
class Served:
    """A server that answers."""

    first_url: str
    process: subprocess.Popen[str]
    store: Path
    log: Path

    @property
    def url(self) -> str:
        """The address for a browser, which takes the planner's own name."""
        return f"http://{self.name}:{self.port}/" if self.name else self.here

    @property
    def here(self) -> str:
        """The address for a program, which may not know such names, without the practice link."""
        place = urlsplit(self.first_url)
        return f"{place.scheme}://{place.netloc}/"

    @property
    def name(self) -> str:
        """The name that is kept for the store; a practice store keeps none."""
        kept = self.store.with_name(f".{self.store.name}.serving") / "address.json"
        return json.loads(kept.read_text("utf-8"))["name"] if kept.exists() else ""

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(urlsplit(self.first_url).port or 0)

    @property
    def kernels(self) -> list[psutil.Process]:
        """The kernels that run now."""
        children = psutil.Process(self.process.pid).children(recursive=True)
        return [child for child in children if _is_kernel(child)]

    def stop(self) -> int:
        """End the server politely, as a system would, and return its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE)


@contextmanager
def served(
    store: Path,
    *,
    practice: bool = False,
    notebook: Path | None = None,
    port: int = 0,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    limits: Mapping[str, float] | None = None,
) -> Iterator[Served]:
    """Serve a store (or invented people) until the block ends. `store` is where the file is or will be made.

    `limits` are seconds by their names in `Limits`, for a test that waits until one is over.
    """
    command = [
        sys.executable,
        "-P",
        "-c",
        SERVE,
        str(store),
        str(port),
        "practice" if practice else "",
        str(notebook or ""),
        json.dumps(limits or {}),
    ]
    folder = next(place for place in store.parents if place.is_dir())
    log = folder / f"{store.stem}.server.log"
    with log.open("a") as kept:
        process = subprocess.Popen(
            command, cwd=cwd, env={**os.environ, **(env or {})}, stdout=subprocess.PIPE, stderr=kept, text=True
        )
    try:
        yield Served(_first_line(process, log), process, store, log)
    finally:
        _end(process)


_playing: list[Playing] = []


def what_stands_on_the_screens() -> str:
    """Return what each open page shows just now, for whoever reads why a test failed."""
    return "\n\n".join(one.shows() for one in _playing)


@dataclass
class Playing:
    """A browser with one window, and what happened in it."""

    context: BrowserContext
    page: Page
    elsewhere: list[str] = field(default_factory=list)
    """Addresses outside this machine that were asked for."""
    broken_rules: list[str] = field(default_factory=list)
    """Violations of the content security policy."""
    errors: list[str] = field(default_factory=list)
    """Errors in the console and scripts that threw."""

    def watch(self, page: Page) -> Page:
        """Keep what happens on a page."""
        page.on("request", lambda request: self._note_address(request.url))
        page.on("websocket", lambda socket: self._note_address(socket.url))
        page.on("console", self._note_message)
        page.on("dialog", lambda dialog: dialog.accept())
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        return page

    def new_page(self) -> Page:
        """Open one more tab."""
        return self.watch(self.context.new_page())

    def fresh(self) -> None:
        """Go on in a new tab, with nothing noted yet."""
        for notes in (self.elsewhere, self.broken_rules, self.errors):
            notes.clear()
        self.page = self.new_page()

    def close_others(self) -> None:
        """Close the tabs of tests before this one, each as a person does."""
        for page in self.context.pages:
            if page is not self.page:
                with page.expect_event("close"):
                    page.close(run_before_unload=True)

    def shows(self) -> str:
        """Return the address and the text of each tab, and the errors so far."""
        tabs = []
        for page in self.context.pages:
            try:
                tabs.append(f"{page.url}\n{page.inner_text('body', timeout=5000)}")
            except Error as stuck:
                tabs.append(f"{page.url}\n({stuck})")
        return "\n\n".join([*tabs, *dict.fromkeys(self.errors)])

    @contextmanager
    def another(self, *, language: str = "en-US", **options: object) -> Iterator[Playing]:
        """Open a window that shares nothing with this one, as another person's browser would."""
        with _window(kept(_chromium), language, options) as playing:
            yield playing

    @contextmanager
    def another_browser(self) -> Iterator[tuple[Playing, list[psutil.Process]]]:
        """Start a browser of its own, and give its processes too, for a test that ends it without a word."""
        ours = psutil.Process()
        before = set(ours.children(recursive=True))
        launched = _launch(_player())
        context = launched.new_context(reduced_motion="reduce")
        try:
            processes = [process for process in ours.children(recursive=True) if process not in before]
            yield Playing(context, context.new_page()), processes
        finally:
            with suppress(Error):  # it has ended already
                launched.close()

    def close_page(self) -> None:
        """Close the tab as a person does, so that the page can say goodbye."""
        with self.page.expect_event("close"):
            self.page.close(run_before_unload=True)

    def _note_address(self, url: str) -> None:
        place = urlsplit(url)
        if place.scheme not in {"data", "blob", "about"} and not IS_HERE.fullmatch(place.hostname or ""):
            self.elsewhere.append(url)

    def _note_message(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            self.broken_rules.append(message.text)
        elif message.type == "error":
            self.errors.append(message.text)


def saved(link: Locator) -> bytes:
    """Save what a link offers, and return it."""
    with link.page.expect_download() as saving:
        link.click()
    return saving.value.path().read_bytes()


@contextmanager
def browser(*, language: str = "en-US", **options: object) -> Iterator[Playing]:
    """Open a window that shares nothing with any other until the block ends; `options` are Playwright's for a context.

    The browser itself runs on for the next one.
    """
    with _window(kept(_chromium), language, options) as playing:
        yield playing


Made = TypeVar("Made")
_open = ExitStack()
_kept: dict[Callable[[], Any], Any] = {}


def kept(make: Callable[[], AbstractContextManager[Made]]) -> Made:
    """Return what a context manager gives, entered once for all the tests of this process that play."""
    if make not in _kept:
        _kept[make] = _open.enter_context(make())
    return _kept[make]


def end_playing() -> None:
    """Close what is kept. Playwright runs an event loop meanwhile, and other tests run one of their own."""
    _kept.clear()
    _open.close()


atexit.register(end_playing)


def _player() -> Playwright:
    return kept(sync_playwright)


@contextmanager
def _chromium() -> Iterator[Browser]:
    launched = _launch(_player())
    try:
        yield launched
    finally:
        launched.close()


@contextmanager
def lasting_browser(profile: Path, **options: object) -> Iterator[Playing]:
    """Open a browser that keeps what it keeps in a folder, as a person's own does."""
    how = {"executable_path": _program(), "args": list(BROWSER_OPTIONS), "locale": "en-US", **options}
    context = _player().chromium.launch_persistent_context(str(profile), **how)
    playing = Playing(context, context.pages[0])
    playing.watch(playing.page)
    try:
        yield playing
    finally:
        context.close()


@contextmanager
def _window(launched: Browser, language: str, options: Mapping[str, object]) -> Iterator[Playing]:
    # nothing moves: a colour on its way to another has no contrast yet
    context = launched.new_context(locale=language, **{"reduced_motion": "reduce", **options})
    playing = Playing(context, context.new_page())
    playing.watch(playing.page)
    _playing.append(playing)
    try:
        yield playing
    except BaseException:
        sys.stderr.write(playing.shows())  # it closes before the test is told of
        raise
    finally:
        _playing.remove(playing)
        context.close()


def _launch(player: Playwright) -> Browser:
    return player.chromium.launch(executable_path=_program(), args=list(BROWSER_OPTIONS))


def _program() -> str | None:
    return os.environ.get("PLANNER_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)


def _is_kernel(process: psutil.Process) -> bool:
    try:
        if process.status() == psutil.STATUS_ZOMBIE:
            return False
        if "widgets.serving.kernel" in process.cmdline():
            return True
        # forked by the nursery, which looks the same but is the server's own child
        nursery = "widgets.serving.fork_server"
        return nursery in process.cmdline() and nursery in (process.parent() or process).cmdline()
    except psutil.NoSuchProcess:
        return False


def _first_line(process: subprocess.Popen[str], log: Path) -> str:
    lines: Queue[str] = Queue()
    threading.Thread(target=lambda: lines.put(process.stdout.readline()), daemon=True).start()
    found = re.search(r"http://\S+", lines.get(timeout=PATIENCE))
    assert found, log.read_text()
    return found.group()


def _end(process: subprocess.Popen[str]) -> None:
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    process.stdout.close()
