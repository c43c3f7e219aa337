"""Hands without a browser: each opens the real app, and types into a real kernel over the page's own line.

They speak as the page's scripts do, so a server and a kernel see no difference, and hundreds of them fit into minutes.
"""

from __future__ import annotations

import json
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener
from uuid import uuid4

from websocket import WebSocketException, create_connection

from planner.store import create_store, open_store
from tests.invented import new_id
from tests.journeys.counselor import PASSPHRASE
from tests.planner.store.keeping import session_with, somebody
from tests.soak.writers import now
from widgets.draft.draft_editor import DraftEditor

if TYPE_CHECKING:
    from pathlib import Path

    from websocket import WebSocket

    from planner.caseload.person import Person
    from tests.playing import Served

FIELD = "closing-first_thing"
STEP = "review"
TOPIC = "What you do first"
CLICK = {"event": "click", "data": {}}
PATIENCE = 60.0
BETWEEN_LETTERS = 0.02


def prepared(path: Path, people: int) -> list[Person]:
    """Make a store with a session under way for each of a few people, at the step with the field."""
    key = create_store(path, PASSPHRASE)
    made = [somebody(f"Sam {number}") for number in range(people)]
    with open_store(path, key, now=now) as store:
        for person in made:
            store.add_person(person)
            desk = DraftEditor(store, person, store.begin(session_with(person)), now=now, new_id=new_id)
            desk.go(STEP)
            desk.release_lease()
    return made


class Visitor:
    """Somebody who unlocked the app, as a browser would."""

    def __init__(self, app: Served) -> None:
        """Unlock."""
        self.app = app
        self._cookies = CookieJar()
        self._browser = build_opener(HTTPCookieProcessor(self._cookies))
        self._token = ""
        self._token = self._ask("unlock", {"passphrase": PASSPHRASE})["token"]

    def open_page(self, place: str) -> Page:
        """Open a page at a place, and wait until its kernel has drawn it."""
        kernel = self._ask("page", {"kernel": str(uuid4()), "place": place})["kernel"]
        self._ask(f"page/{kernel}/outputs")
        self._ask(f"page/{kernel}/hand", {"token": self._token})
        return Page(self, kernel)

    def line(self, kernel: str) -> WebSocket:
        """Open the line to a kernel."""
        cookies = "; ".join(f"{one.name}={one.value}" for one in self._cookies)
        address = f"ws://127.0.0.1:{self.app.port}/api/kernels/{kernel}/channels?session_id={uuid4()}"
        return create_connection(address, header={"Cookie": cookies, **self._shown}, timeout=PATIENCE)

    def close(self, page: Page) -> None:
        """Say goodbye for a page, as its tab does when it is closed."""
        self._ask(f"page/{page.kernel}/closed", {"token": self._token})

    def lock(self) -> None:
        """Lock, as the button does."""
        self._ask("lock", {"token": self._token})

    def look(self) -> None:
        """Ask for the prompt, which anybody may see."""
        with self._browser.open(self.app.here + "unlock", timeout=PATIENCE) as answer:
            answer.read()

    @property
    def _shown(self) -> dict[str, str]:
        return {"X-Planner-Token": self._token}

    def _ask(self, path: str, form: dict[str, str] | None = None) -> dict[str, Any]:
        data = urlencode(form).encode() if form else None
        request = Request(self.app.here + path, data, {**self._shown, "Sec-Fetch-Site": "same-origin"})  # noqa: S310 (this machine's own server)
        with self._browser.open(request, timeout=PATIENCE) as answer:
            return json.loads(answer.read() or "{}")


@dataclass
class Page:
    """A page that is open, and its kernel's id."""

    visitor: Visitor
    kernel: str


@dataclass
class Hand:
    """Types letter by letter until its line breaks, and remembers what was typed when."""

    page: Page
    said: list[tuple[str, float]] = field(default_factory=list)
    _handled: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Find the field among everything the kernel has drawn; where its topic is folded, open that first."""
        self._line = self.page.visitor.line(self.page.kernel)
        control = uuid4().hex
        self._send("comm_open", {"comm_id": control, "target_name": "jupyter.widget.control", "data": {}})
        states = self._asked(control)
        if not _having(states, "id", FIELD):
            (folded,) = [model for model in _having(states, "tag", "button") if TOPIC in states[model]["children"]]
            self._send("comm_msg", {"comm_id": folded, "data": {"method": "custom", "content": CLICK}})
            states = self._asked(control)
        (self._field,) = _having(states, "id", FIELD)
        self.words = states[self._field]["v_model"]

    def type_until(self, ended: threading.Event) -> None:
        """Type until the blow falls. As in a browser, the newest text waits while the one before is on its way."""
        reading = threading.Thread(target=self._read, daemon=True)
        reading.start()
        sent = ""
        with suppress(WebSocketException, OSError):
            while not ended.wait(BETWEEN_LETTERS):
                self.words += "abcdefghijklmnop "[len(self.words) % 17]
                self.said.append((self.words, time.monotonic()))
                if not sent or sent in self._handled:
                    update = {"method": "update", "state": {"v_model": self.words}, "buffer_paths": []}
                    sent = self._send("comm_msg", {"comm_id": self._field, "data": update})
        ended.wait()

    def say(self, words: str) -> str:
        """Write words into the field, wait until the kernel has handled them, and return them."""
        update = {"method": "update", "state": {"v_model": words}, "buffer_paths": []}
        sent = self._send("comm_msg", {"comm_id": self._field, "data": update})
        threading.Thread(target=self._read, daemon=True).start()
        until = time.monotonic() + PATIENCE
        while sent not in self._handled:
            if time.monotonic() > until:
                raise TimeoutError
            time.sleep(0.01)
        return words

    def let_go(self) -> None:
        """Close the line."""
        with suppress(WebSocketException, OSError):
            self._line.close(timeout=1)

    def _read(self) -> None:
        with suppress(WebSocketException, OSError):
            while heard := self._line.recv():
                message = json.loads(heard)
                if message["content"].get("execution_state") == "idle":
                    self._handled.add(message["parent_header"]["msg_id"])

    def _asked(self, control: str) -> dict[str, Any]:
        """Return everything the kernel has drawn, each with its state."""
        self._send("comm_msg", {"comm_id": control, "data": {"method": "request_states"}})
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            data = json.loads(self._line.recv())["content"].get("data", {})
            if data.get("method") == "update_states":
                return {model: one["state"] for model, one in data["states"].items()}
        raise TimeoutError

    def _send(self, kind: str, content: dict[str, Any]) -> str:
        header = {
            "msg_id": str(uuid4()),
            "msg_type": kind,
            "session": "hand",
            "username": "",
            "version": "5.3",
            "date": "",
        }
        whole = {"header": header, "parent_header": {}, "metadata": {"version": "1.0.0"}, "content": content}
        self._line.send(json.dumps({**whole, "channel": "shell", "buffers": []}))
        return header["msg_id"]


def _having(states: dict[str, Any], name: str, value: str) -> list[str]:
    return [model for model, state in states.items() if state.get(name) == value]
